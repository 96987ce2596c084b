/**
 * Parents and other relations of the subject, with what the text says of them: `his mother, Carla Oakes`,
 * `Carla Oakes (mum)`, `Mum’s number is …`. A relation of somebody else is nobody here.
 */
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { clauseEnd, EMAIL, NAME, PHONE } from '../read/text-pattern.js';
import { OTHER, PUPIL } from './person-word.js';
import { type Kin, kinOf } from './relation-owner.js';
import type { NamedPerson } from './subject-name.js';
import type { TextFact } from './text-fact.js';
import { everyMatch } from './text-match.js';
import { contacts, inAnyCase, withoutStop } from './text-people.js';
import { isSameName } from './told-person.js';

const RELATION = inAnyCase(
  dictionary.composite.relations.filter(
    (word) => !['partner', 'friend', 'social worker'].includes(word),
  ),
);
const RELATED = new RegExp(
  `\\b(${RELATION})\\b(?:['’]s name)?(?:\\s+(?:is|was|called|named)\\b)?[\\s,:(–-]{1,3}(${NAME})`,
  'gu',
);
/** `Dawn Example (mother)`, `Dawn Example, his mother`. */
const NAMED_FIRST = new RegExp(
  `(${NAME})(?:\\s*\\(|, )(?:(?:his|her|their|the)\\s+)?(${RELATION})\\b`,
  'gu',
);
const FILLER = inAnyCase(
  'own mobile mob phone telephone tel number no email e-mail address contact home work is on at via by can be reached contacted called available'.split(
    ' ',
  ),
);
/** `Mum’s number is …`, `his dad on …`, `mum, Carla, …`: nothing else between the relation and the number. */
const REACHED = new RegExp(
  `\\b(${RELATION})\\b(?:['’]s?)?(?:[\\s,(]{1,2}(\\p{Lu}\\p{Ll}{2,20})(?=[\\s,)]))??(?:[\\s,:()–-]+|\\b${FILLER}\\b\\.?){1,16}(${PHONE}|${EMAIL})`,
  'gu',
);
/** The next sentence, after a name that ends the one before: `Tessa. Her`. */
const NEXT_SENTENCE = /(?<=[\p{L}\p{M}]{3})\.\s.*$/su;

/** Words for one person. */
const SAME = new Map([
  ...['mother', 'mum', 'mums', 'mom'].map((word) => [word, 'mother'] as const),
  ...['father', 'dad', 'dads'].map((word) => [word, 'father'] as const),
]);
const SEVERAL = /^(?:parents)$/i;

/** Most relations looked at: each looks back over all names of the text. */
const MOST_MENTIONS = 40;

interface Mention {
  readonly relation: string;
  readonly at: number;
  /** The name after it or before it. */
  readonly name?: { readonly raw: string; readonly at: number };
  /** Number or address that follows at once. */
  readonly reached?: { readonly raw: string; readonly at: number };
}

export function relationsInText(
  text: string,
  people: () => readonly NamedPerson[],
): readonly TextFact[] {
  const named = mentionsIn(text);
  const reached = reachedIn(text);
  if (named.length + reached.length === 0) return [];
  const names = new Set(named.flatMap(({ name }) => (name ? [name.at] : [])));
  const around = people().filter(({ from }) => !names.has(from));
  const facts: TextFact[] = [];
  /** Relations of which the text has somebody else’s as well: without a word of whose, it may be either. */
  const shared = new Set<string>();
  const told: { readonly kind: string; readonly subject?: string; readonly person: string }[] = [];
  for (const mention of [...named, ...reached].slice(0, MOST_MENTIONS)) {
    const { relation, at, name } = mention;
    const kin = kinOf(text, at, relation, around);
    const kind = SAME.get(relation.toLowerCase()) ?? relation.toLowerCase();
    if (kin === 'others') shared.add(kind);
    if (kin === 'others' || (!kin.isOwned && shared.has(kind))) continue;
    const alike = told.filter((each) => each.kind === kind && isSame(each.subject, kin.subject));
    // "Mum", where the text has spoken of two.
    if (alike.length > 1) continue;
    const [known] = alike;
    if (known && !mention.reached) continue;
    const subject = kin.subject ?? known?.subject;
    const of = {
      person: known?.person ?? (subject === undefined ? kind : `${kind} of ${subject}`),
      ...(subject === undefined ? {} : { subject }),
    };
    const isNew = known === undefined;
    if (isNew) told.push({ kind, ...of });
    if (isNew && !SEVERAL.test(relation))
      facts.push({ path: 'relatedPersons[].relationship', raw: relation, at, ...of });
    if (isNew && name) facts.push({ path: 'relatedPersons[].name', ...name, ...of });
    for (const fact of mention.reached
      ? [pathOfContact(mention.reached)]
      : contactsOf(text, mention, kin))
      facts.push({ ...fact, ...of });
  }
  return facts.map(withoutStop);
}

/** True unless two are said to be the relations of two subjects. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || isSameName(one, other);
}

function mentionsIn(text: string): readonly Mention[] {
  const found: Mention[] = [];
  for (const { 0: whole, 1: relation = '', 2: raw = '', index } of everyMatch(text, RELATED)) {
    const name = { raw: raw.replace(NEXT_SENTENCE, ''), at: index + whole.length - raw.length };
    found.push({ relation, at: index, name });
  }
  for (const { 0: whole, 1: raw = '', 2: relation = '', index } of everyMatch(text, NAMED_FIRST)) {
    const at = index + whole.length - relation.length;
    found.push({ relation, at, name: { raw: raw.replace(NEXT_SENTENCE, ''), at: index } });
  }
  return found.sort((a, b) => a.at - b.at);
}

function reachedIn(text: string): readonly Mention[] {
  return everyMatch(text, REACHED).flatMap(
    ({ 0: whole, 1: relation = '', 2: word, 3: raw = '', index }): readonly Mention[] => {
      if (SEVERAL.test(relation)) return [];
      const reached = { raw, at: index + whole.length - raw.length };
      const after = index + relation.length;
      const name = word === undefined ? {} : { name: { raw: word, at: text.indexOf(word, after) } };
      return [{ relation, at: index, reached, ...name }];
    },
  );
}

function pathOfContact({ raw, at }: { readonly raw: string; readonly at: number }): TextFact {
  const path = raw.includes('@') ? 'relatedPersons[].emails[]' : 'relatedPersons[].phones[]';
  return { path, raw, at };
}

/** Anybody else between a relation’s name and a number: it may be theirs. */
const SOMEBODY_ELSE = new RegExp(
  `(?<!\\p{L})(?:me|my|we|us|our|he|him|(?!parent|carer|guardian|next of kin|mother|father|mum|dad)${OTHER}|${PUPIL})(?!\\p{L})|\\bI\\b`,
  'iu',
);
const POSSESSIVE = /\b(his|her|their)\b/i;
const ANY_NAME = new RegExp(NAME, 'u');

/** The contact details after a name in its sentence, if nobody else is spoken of before them. */
function contactsOf(text: string, { name, at }: Mention, { pronoun }: Kin): readonly TextFact[] {
  if (!name) return [];
  const after = name.at + name.raw.length;
  const clause = text.slice(after, clauseEnd(text, after));
  return contacts(clause, after, 'relatedPersons[].phones[]', 'relatedPersons[].emails[]').filter(
    (fact) => {
      const between = text.slice(Math.max(after, at), fact.at);
      const said = POSSESSIVE.exec(between.replace(/^.{0,12}\)/, ''))?.[1]?.toLowerCase();
      // "His father, …, his mobile" may be either's; "his mother, …, her mobile" is hers.
      if (said !== undefined && (pronoun === undefined || said === pronoun)) return false;
      return !SOMEBODY_ELSE.test(between) && !ANY_NAME.test(between);
    },
  );
}
