/** The words of a notice to somebody who received what was corrected since. */
import * as v from 'valibot';
import { birthsOf } from '../../record/births.js';
import { fieldsOf } from '../../record/kind.js';
import { writtenDate } from '../../shared/dates.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import shipped from '../data/correction-notice.json' with { type: 'json' };
import { paperReference } from '../rules/paper-reference.js';
import type { PastRecipient } from './correction.js';

const Words = v.object({
  aboutReference: v.string(),
  aboutPerson: v.string(),
  aboutName: v.string(),
  aboutBirth: v.string(),
  ours: v.string(),
  paragraphs: v.array(v.string()),
});

/**
 * Writes the words of a notice, for the officer to edit: the corrected fields, not their values. They say whom it was
 * about by a referral’s reference, else by what of name and birth was not corrected, with every date of birth on record,
 * and of a paper give ours; after a move, nobody.
 *
 * @param referrals - of the person
 */
export function correctionWords(
  { disclosedOn, corrected, isPaper }: Pick<PastRecipient, 'disclosedOn' | 'corrected' | 'isPaper'>,
  referrals: readonly StoredRecord<'referral'>[] = [],
  holder?: StoredRecord<'subject'>['value'],
): string {
  const isMoved = corrected.includes(SUBJECT_LABEL);
  const person = isMoved ? undefined : holder;
  const reference = isMoved ? undefined : referenceThen(referrals, disclosedOn, corrected);
  const unlessCorrected = <T>(label: string, value: T): T | undefined =>
    corrected.includes(label) ? undefined : value;
  const name = unlessCorrected(NAME_LABEL, person?.name);
  const bornOn = person && birthsThen(person, corrected);
  const slots: Readonly<Record<string, string>> = {
    disclosedOn: writtenDate(disclosedOn),
    fields: corrected.join(', ').toLowerCase(),
    reference: reference ?? '',
    name: name ?? '',
    bornOn: bornOn ?? '',
    ours: person ? paperReference(person.id) : '',
  };
  const words = v.parse(Words, shipped);
  const [opening = '', ...others] = words.paragraphs;
  const about =
    reference !== undefined
      ? words.aboutReference
      : name !== undefined
        ? words[bornOn ? 'aboutPerson' : 'aboutName']
        : bornOn && words.aboutBirth;
  const first = [opening, about, isPaper && person && words.ours].filter(Boolean).join(' ');
  return [first, ...others]
    .map((each) => each.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? ''))
    .join('\n\n');
}

const labelOf = (kind: 'referral' | 'subject', field: string): string =>
  fieldsOf(kind).find(({ name }) => name === field)?.label ?? '';
const REFERENCE_LABEL = labelOf('referral', 'reference');
const SUBJECT_LABEL = labelOf('referral', 'subjectId');
const NAME_LABEL = labelOf('subject', 'name');
const BIRTH_LABEL = labelOf('subject', 'bornOn');
const ELSEWHERE_LABEL = labelOf('subject', 'alsoRecorded');

/**
 * Every date of birth on record, “5 May 2009 or 6 June 2011”: nobody knows yet which is right, nor which the recipient
 * has. Undefined if one of them may be what was corrected.
 */
function birthsThen(
  person: StoredRecord<'subject'>['value'],
  corrected: readonly string[],
): string | undefined {
  const births = birthsOf(person);
  const isCorrected =
    corrected.includes(BIRTH_LABEL) || (births.length > 1 && corrected.includes(ELSEWHERE_LABEL));
  const days = births.map(writtenDate);
  const last = days.pop();
  if (isCorrected || last === undefined) return undefined;
  return days.length > 0 ? `${days.join(', ')} or ${last}` : last;
}

/** The reference of the latest referral on the day of the disclosure; none if it was itself corrected. */
function referenceThen(
  referrals: readonly StoredRecord<'referral'>[],
  disclosedOn: PlainDate,
  corrected: readonly string[],
): string | undefined {
  if (corrected.includes(REFERENCE_LABEL)) return undefined;
  return referrals
    .filter(({ value }) => value.receivedOn <= disclosedOn && value.reference !== undefined)
    .toSorted((one, other) => (one.value.receivedOn < other.value.receivedOn ? -1 : 1))
    .at(-1)?.value.reference;
}
