/** Referrers whom a text names as such: only clear phrases count, `referred by NAME`, `my name is NAME`. */
import type { FieldPath } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import { namesNobody, splitPerson } from '../read/split-person.js';
import { clauseEnd, DATE, EMAIL, NAME, PHONE } from '../read/text-pattern.js';
import type { TextFact } from './text-fact.js';
import { firstMatch } from './text-match.js';

const REFERRED = new RegExp(
  `\\b${inAnyCase(['referral', 'referred', 'ref', 'refd', 'ref’d', 'reported', 'submitted', 'raised', 'passed on'])}\\b[^\\n.;]{0,80}?\\b${inAnyCase(['by', 'from'])}\\s+(${NAME})`,
  'gu',
);
/** The writer of a letter, who refers. */
const MY_NAME = new RegExp(`\\b[Mm]y name(?:['’]s| is)\\s+(${NAME})`, 'gu');
const NUMBER = new RegExp(PHONE, 'g');
const ADDRESS = new RegExp(EMAIL, 'gi');
const ON = new RegExp(`\\bon\\s+(${DATE})`, 'gi');
/** An organisation after the name: `of Yarnshire Police`, `, Fakeham CID,`. */
const OF =
  /^\s*(?:,|of|from|at|\(|–|-)\s*(?:the\s+)?([^,;()\n]{2,60}?)(?=\s*[,;()\n]|\.(?:\s|$)|\s+(?:on|tel|who|and|via)\b|$)/iu;

export function referrersInText(text: string): readonly TextFact[] {
  return referrers(text).map(withoutStop);
}

/** The fact without the full stop after a name. */
export function withoutStop<T extends TextFact>(fact: T): T {
  return { ...fact, raw: fact.raw.replace(FULL_STOP, '') };
}

/** The full stop of a sentence; that of an initial is part of the name. */
const FULL_STOP = /(?<=[\p{L}\p{M}]{2})\.$/u;

function referrers(text: string): readonly TextFact[] {
  const found = firstMatch(text, REFERRED) ?? firstMatch(text, MY_NAME);
  const name = found?.[1];
  if (!found || name === undefined) return [];
  const at = found.index + found[0].length - name.length;
  const after = at + name.length;
  const end = clauseEnd(text, after);
  const clause = text.slice(after, end);
  const facts: TextFact[] = [{ path: pathBeside(name) ?? 'referrer.name', raw: name, at }];
  const organisation = OF.exec(clause)?.[1];
  if (organisation !== undefined && pathBeside(organisation) !== undefined)
    facts.push({
      path: pathBeside(organisation),
      raw: organisation,
      at: after + clause.indexOf(organisation),
    });
  facts.push(...contacts(clause, after, 'referrer.phone', 'referrer.email'));
  const whole = text.slice(found.index, end);
  const day = firstMatch(whole, ON);
  if (day?.[1] !== undefined)
    facts.push({
      path: 'referral.receivedOn',
      raw: day[1],
      at: found.index + day.index + day[0].length - day[1].length,
    });
  return facts;
}

/** True for capitalised words that are neither an office nor an organisation. */
export function isPersonsName(text: string): boolean {
  return !namesNobody(labelWords(text).split(' '));
}

/** Path of a piece next to the referrer's name: an organisation or a role, or undefined if it is neither. */
function pathBeside(piece: string): FieldPath | undefined {
  return splitPerson('referrer.name', `Name, ${piece}`).at(1)?.path;
}

/** The first number and the first address of a clause. */
export function contacts(
  clause: string,
  from: number,
  phone: FieldPath,
  email: FieldPath,
): readonly TextFact[] {
  return [[NUMBER, phone] as const, [ADDRESS, email] as const].flatMap(
    ([pattern, path]): TextFact[] => {
      const found = firstMatch(clause, pattern);
      return found ? [{ path, raw: found[0], at: from + found.index }] : [];
    },
  );
}

/**
 * Words in the middle of a sentence, at its start, or in a line of capitals: names next to them keep their own case.
 */
export function inAnyCase(words: readonly string[]): string {
  const ways = words.flatMap((word) => [
    word,
    word.slice(0, 1).toUpperCase() + word.slice(1),
    word.toUpperCase(),
  ]);
  return `(?:${[...new Set(ways)].sort((a, b) => b.length - a.length).join('|')})`;
}
