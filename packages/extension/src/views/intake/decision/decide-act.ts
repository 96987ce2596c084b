/** The core's act for a decision: its record, a refusal if there is one, and the records then destroyed. */
import {
  type CaseCommit,
  type CaseContext,
  type CaseRoot,
  type DecisionInput,
  decideEnquiry,
  decideIdentification,
  decideReferral,
  goesWith,
  type Handling,
  type Issue,
  inTheWay,
  passed,
  type RecordId,
  type Result,
  refuseReferral,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { DecidedOn } from '../../../app/route.js';
import { ofKind } from '../../act/use-gathered.js';
import { isRefusal } from '../../case/outcomes.js';
import type { Along } from './use-along.js';

export interface Decided extends CaseCommit {
  readonly dispose: readonly RecordId[];
  /** The referral made from an identified person. */
  readonly referral?: RecordId;
}

export interface DecideOptions {
  readonly on: DecidedOn;
  readonly record: RecordId;
  readonly records: readonly StoredRecord[];
  /** Referrals and enquiries of other cases. */
  readonly elsewhere: readonly StoredRecord[];
  /** Further records that would go, and holds that keep any, as the store knows them. */
  readonly along: Along;
  readonly identifyNobody: readonly string[];
}

export function decisionsOn({
  on,
  record,
  records,
}: Pick<DecideOptions, 'on' | 'record' | 'records'>): readonly StoredRecord<'decision'>[] {
  const field = `${on}Id` as const;
  return ofKind(records, 'decision').filter(({ value }) => value[field] === record);
}

/** The referral or identification being decided on; undefined for an enquiry. */
export function rootOf({
  record,
  records,
}: Pick<DecideOptions, 'record' | 'records'>): CaseRoot | undefined {
  return (
    ofKind(records, 'referral').find(({ id }) => id === record) ??
    ofKind(records, 'identification').find(({ id }) => id === record)
  );
}

export function decideAct(
  input: DecisionInput & Handling,
  context: CaseContext,
  options: DecideOptions,
): Result<Decided> {
  const { on, record, records, elsewhere, along, identifyNobody } = options;
  const decisions = decisionsOn(options);
  const { handling, keepUntil, confirmed, ...words } = input;
  if (on === 'enquiry') {
    const enquiry = ofKind(records, 'enquiry').find(({ id }) => id === record);
    return without(decideEnquiry(words, { ...context, enquiry, decisions, identifyNobody }));
  }
  if (on === 'identification') {
    const identification = ofKind(records, 'identification').find(({ id }) => id === record);
    const said = { ...words, confirmed };
    return decideIdentification(said, { ...context, identification, records, ...along });
  }
  const referral = ofKind(records, 'referral').find(({ id }) => id === record);
  if (!isRefusal(on, words.outcome))
    return without(decideReferral(words, { ...context, referral, decisions }));
  return refuseReferral(
    { ...words, handling, keepUntil, confirmed },
    { ...context, referral, records, elsewhere, ...along },
  );
}

/**
 * Records that a refusal or disposal would destroy, apart from those the store adds, and the obstacles to it; shown
 * before the decision.
 */
export function disposalOf(
  { record, records, elsewhere }: Pick<DecideOptions, 'record' | 'records' | 'elsewhere'>,
  { lists }: Pick<CaseContext, 'lists'>,
): { readonly going: readonly RecordId[]; readonly stops: readonly Issue[] } {
  const root = rootOf({ record, records });
  if (!root) return { going: [], stops: [] };
  return {
    going: goesWith(root, records, elsewhere),
    stops: inTheWay(records, root.value.subjectId, lists),
  };
}

/** True if the person's own record is not among those that go: another referral or identification needs it. */
export function goesInPart(
  person: Pick<StoredRecord, 'id'> | undefined,
  going: readonly RecordId[],
): boolean {
  return person !== undefined && !going.includes(person.id);
}

function without(result: Result<CaseCommit>): Result<Decided> {
  return result.ok ? passed({ ...result.value, dispose: [] }, result.issues) : result;
}
