/** The person whom the subject line of a message names: `Referral - Tobias Wren`, `re: Tobias WREN, 14.03.2013`. */
import { labelWords } from '../field/fold-label.js';
import { isGivenName } from '../field/given-name.js';
import { hasPlainWord } from '../name/plain-word.js';
import { factsInText } from './prose-fact.js';
import type { TextFact } from './text-fact.js';

const LONGEST = 200;
const PIECE = /(?:^|[-–—|:;,(]\s*)(?=\S)/g;
/** Words that a subject line may leave out before a name. */
const CUE = 're: ';

/** Labels of a line that says in a letter whom it is about. */
const LABELS: ReadonlySet<string> = new Set(['subject', 're', 'regarding', 'concerning']);

export function isSubjectLabel(label: string): boolean {
  return LABELS.has(labelWords(label));
}

/** Words before a name that nothing but a name follows. */
const BEFORE =
  /(?:^|[^\p{L}])(?:referral|referred|re|regarding|concern(?:s|ing)?(?: (?:about|re|for))?|pupil|student|young person)\s*[-–—:|(]?\s*$/iu;

/**
 * The facts of the first name in a subject line.
 *
 * @param body - the texts below it: a name that is in no list of names counts if they have it too
 */
export function factsInTitle(label: string, title: string, body: string): readonly TextFact[] {
  if (title.length > LONGEST) return [];
  for (const { index, 0: mark } of title.matchAll(PIECE)) {
    const from = index + mark.length;
    const facts = factsInText(CUE + title.slice(from));
    const name = facts.find(({ path }) => path === 'subject.name');
    if (!name || hasPlainWord(name.raw)) continue;
    const isSure =
      BEFORE.test(
        `${label === 'Subject' ? '' : label}: ${title.slice(0, from + name.at - CUE.length)}`,
      ) ||
      facts.some(({ path }) => path === 'subject.bornOn') ||
      isName(name.raw, body);
    if (!isSure) continue;
    return facts
      .filter(({ path, subject }) => path?.startsWith('subject.') && subject !== undefined)
      .map((fact) => ({ ...fact, at: fact.at - CUE.length + from }));
  }
  return [];
}

function isName(name: string, body: string): boolean {
  const words = name.match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  return words.some((word) => isGivenName(word)) || words.some((word) => isWordOf(body, word));
}

function isWordOf(body: string, word: string): boolean {
  const before = body.indexOf(word);
  return before >= 0 && word.length > 2 && !/^[\p{L}\p{M}]/u.test(body.slice(before + word.length));
}
