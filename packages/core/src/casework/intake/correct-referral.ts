/** Correct a referral: the day it came, its references, the person who asked and the purpose. */
import { fieldsOf } from '../../record/kind.js';
import { failed, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type ByHandContext, sourceByHand, type ToldSource } from '../act/by-hand.js';
import { changeOf } from '../act/change-entry.js';
import type { CaseCommit, Input } from '../act/context.js';
import { NOTHING_CHANGED } from '../act/correct.js';
import { futureIssues, unless } from '../act/entry.js';
import { areaFitIssues } from '../area/area-fit.js';

/** Fields of a referral that can be corrected: the form asks for each of these, and for nothing else. */
export const CORRECTED_OF_REFERRAL = [
  'receivedOn',
  'reference',
  'otherReferences',
  'route',
  'forceArea',
  'localAuthority',
  'statedRisk',
  'suspectedOffences',
  'lawMentioned',
  'incidentDates',
] as const;

/**
 * Sets the changed fields; their earlier values stay in the history.
 *
 * @param input - every field that the form asks for: one that is absent is removed
 * @param told - the source of the correction; unchanged fields keep their own source
 */
export function correctReferral(
  referral: StoredRecord<'referral'>,
  input: Pick<Input<'referral'>, (typeof CORRECTED_OF_REFERRAL)[number]>,
  told: ToldSource,
  context: ByHandContext,
): Result<CaseCommit> {
  const changed = changeOf(referral, input as Input<'referral'>, CORRECTED_OF_REFERRAL, context);
  const source = sourceByHand(told, context);
  if (!changed.ok || !source.ok) return failed(...changed.issues, ...source.issues);
  const { change, value } = changed.value;
  const names = CORRECTED_OF_REFERRAL.filter((name) => name in change.set);
  if (names.length === 0) return failed(NOTHING_CHANGED);
  const labels = new Map(fieldsOf('referral').map(({ name, label }) => [name, label]));
  const refs = names.map(
    (name) => [name, [source.value.refTo(labels.get(name) ?? name, '')]] as const,
  );
  const issues = [
    ...areaFitIssues(value, context.lists, value.receivedOn),
    ...futureIssues('Date of referral', value.receivedOn, 'receivedOn', context),
    ...value.incidentDates.flatMap((date, at) =>
      futureIssues('Date of the incident', date, `incidentDates.${at}`, context),
    ),
  ];
  return unless(issues, () => ({
    commit: {
      changes: [source.value.change, { ...change, sources: Object.fromEntries(refs) }],
      reason: 'correction',
    },
    id: referral.id,
  }));
}
