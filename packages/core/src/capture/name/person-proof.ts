/** Facts that tell two people of one name apart: the days of birth and the references given with each. */
import type { LabelledValue } from '../../page/reading.js';
import { labelWords } from '../field/fold-label.js';
import { PATH_LABELS } from '../field/label-dictionary.js';
import { eitherDate, orderOfDate, withSwappedOrder } from '../read/date-order.js';
import { readUkDate } from '../read/read-uk-date.js';
import { factOfLabel } from './fact-of-label.js';

export interface PersonProof {
  /** Days of birth; both days of a date that can be either. */
  readonly born: Set<string>;
  /** References, folded, by their label. */
  readonly references: Map<string, Set<string>>;
}

export function proofIn(values: readonly LabelledValue[]): PersonProof {
  const proof: PersonProof = { born: new Set(), references: new Map() };
  for (const { label, value } of values) {
    if (factOfLabel(label) === 'bornOn') for (const day of daysIn(value)) proof.born.add(day);
    const words = labelWords(label);
    const path = PATH_LABELS.get(words);
    if (path === 'referral.reference' || path === 'referral.otherReferences[]')
      addReference(proof, words, labelWords(value).replaceAll(' ', ''));
  }
  return proof;
}

export function addProof(proof: PersonProof, { born, references }: PersonProof): void {
  for (const day of born) proof.born.add(day);
  for (const [label, said] of references)
    for (const reference of said) addReference(proof, label, reference);
}

/** True if two people of one name are two: no day of birth is both's, or, where one has none, no reference is. */
export function areApart(a: PersonProof, b: PersonProof): boolean {
  if (a.born.size > 0 && b.born.size > 0) return isDisjoint(a.born, b.born);
  return [...a.references].some(([label, said]) => {
    const others = b.references.get(label);
    return others !== undefined && isDisjoint(said, others);
  });
}

function addReference({ references }: PersonProof, label: string, reference: string): void {
  if (reference !== '') references.set(label, (references.get(label) ?? new Set()).add(reference));
}

function isDisjoint(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].every((each) => !others.has(each));
}

/** Longest text that is read as a date. */
const LONGEST = 60;

function daysIn(text: string): readonly string[] {
  if (text.length > LONGEST) return [];
  const either = eitherDate(text);
  if (either) return [either.dayFirst, either.monthFirst];
  const read = readUkDate(orderOfDate(text) === 'month-first' ? withSwappedOrder(text) : text, {
    path: 'subject.bornOn',
  });
  return read.ok ? [read.value.value] : [];
}
