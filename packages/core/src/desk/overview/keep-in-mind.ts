/** Points to keep in mind when meeting somebody, from the contact plan: what is safe first, then times and needs. */
import type { StoredRecord } from '../../store/log/port.js';
import type { OwnRecords } from './own-records.js';

/** Fields of a contact plan that are shown, the most pressing first. */
const SHOWN = [
  'safeContact',
  'bestTimes',
  'bestWays',
  'communication',
  'sensory',
  'avoid',
  'supporter',
  'loneWorker',
] as const satisfies readonly (keyof StoredRecord<'contactPlan'>['value'])[];

export type MindedField = (typeof SHOWN)[number] | 'communicationNeeds';

export interface KeepInMind {
  readonly field: MindedField;
  /** The record that says so. */
  readonly record: StoredRecord<'contactPlan'> | StoredRecord<'subject'>;
  /** Lines of text; for `bestWays`, codes of `intervention-mode`. */
  readonly words: readonly string[];
}

/** Needs from the referral, used until a contact plan says something of them. */
export function keepInMind(
  subject: StoredRecord<'subject'>,
  own: OwnRecords,
): readonly KeepInMind[] {
  const plan = own('contactPlan').at(-1);
  const planned = plan ? SHOWN.flatMap((field) => minded(plan, field)) : [];
  const needs = subject.value.communicationNeeds;
  if (needs === undefined || planned.some(({ field }) => field === 'communication')) return planned;
  return [...planned, { field: 'communicationNeeds', record: subject, words: [needs] }];
}

function minded(
  record: StoredRecord<'contactPlan'>,
  field: (typeof SHOWN)[number],
): readonly KeepInMind[] {
  const value = record.value[field];
  if (value === undefined || value.length === 0) return [];
  return [{ field, record, words: typeof value === 'string' ? [value] : value }];
}
