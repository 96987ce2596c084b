/**
 * People that a text names together with their relation to the subject: referrers and parents. Only clear phrases
 * count: `referred by NAME`, `mother: NAME`, `his father, NAME`.
 */
import type { FieldPath } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { namesNobody, splitPerson } from '../read/split-person.js';
import { clauseEnd, DATE, EMAIL, NAME, PHONE } from '../read/text-pattern.js';
import type { TextFact } from './text-fact.js';
import { everyMatch, firstMatch } from './text-match.js';

const RELATION = inAnyCase(
  dictionary.composite.relations.filter(
    (word) => !['partner', 'friend', 'social worker'].includes(word),
  ),
);
const REFERRED = new RegExp(
  `\\b${inAnyCase(['referral', 'referred', 'ref', 'refd', 'ref’d', 'reported', 'submitted', 'raised', 'passed on'])}\\b[^\\n.;]{0,80}?\\b${inAnyCase(['by', 'from'])}\\s+(${NAME})`,
  'gu',
);
/** The writer of a letter, who refers. */
const MY_NAME = new RegExp(`\\b[Mm]y name(?:['’]s| is)\\s+(${NAME})`, 'gu');
const RELATED = new RegExp(
  `\\b(${RELATION})\\b(?:['’]s name)?(?:\\s+(?:is|was|called|named)\\b)?[\\s,:(–-]{1,3}(${NAME})`,
  'gu',
);
/** `Dawn Example (mother)`, `Dawn Example, his mother`. */
const NAMED_FIRST = new RegExp(
  `(${NAME})(?:\\s*\\(|, )(?:(?:his|her|their|the)\\s+)?(${RELATION})\\b`,
  'gu',
);
const NUMBER = new RegExp(PHONE, 'g');
const ADDRESS = new RegExp(EMAIL, 'gi');
const ON = new RegExp(`\\bon\\s+(${DATE})`, 'gi');
/** An organisation after the name: `of Yarnshire Police`, `, Fakeham CID,`. */
const OF =
  /^\s*(?:,|of|from|at|\(|–|-)\s*(?:the\s+)?([^,;()\n]{2,60}?)(?=\s*[,;()\n]|\.(?:\s|$)|\s+(?:on|tel|who|and|via)\b|$)/iu;

export function peopleInText(text: string): readonly TextFact[] {
  return [...referrers(text), ...relations(text)].map((fact) => ({
    ...fact,
    raw: fact.raw.replace(FULL_STOP, ''),
  }));
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

/** The next sentence, after a name that ends the one before: `Tessa. Her`. */
const NEXT_SENTENCE = /(?<=[\p{L}\p{M}]{3})\.\s.*$/su;

function relations(text: string): readonly TextFact[] {
  const facts: TextFact[] = [];
  const add = (relation: string, found: string, at: number): void => {
    const name = found.replace(NEXT_SENTENCE, '');
    const person = relation.toLowerCase();
    if (facts.some((fact) => fact.person === person)) return;
    facts.push({ path: 'relatedPersons[].name', raw: name, at, person });
    const after = at + name.length;
    const clause = text.slice(after, clauseEnd(text, after));
    for (const fact of contacts(
      clause,
      after,
      'relatedPersons[].phones[]',
      'relatedPersons[].emails[]',
    ))
      facts.push({ ...fact, person });
  };
  for (const found of everyMatch(text, RELATED)) {
    const [whole, relation = '', name = ''] = found;
    add(relation, name, found.index + whole.length - name.length);
  }
  for (const found of everyMatch(text, NAMED_FIRST)) {
    const [, name = '', relation = ''] = found;
    add(relation, name, found.index);
  }
  return facts;
}

/** The first number and the first address of a clause. */
function contacts(
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
function inAnyCase(words: readonly string[]): string {
  const ways = words.flatMap((word) => [
    word,
    word.slice(0, 1).toUpperCase() + word.slice(1),
    word.toUpperCase(),
  ]);
  return `(?:${[...new Set(ways)].sort((a, b) => b.length - a.length).join('|')})`;
}
