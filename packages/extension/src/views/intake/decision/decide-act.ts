/** The act of the core that a decision comes to: on what, with or without a refusal, and what is then to be destroyed. */
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
  type HeldOnly,
  type Issue,
  inTheWay,
  passed,
  type RecordId,
  type Result,
  refuseReferral,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { DecidedOn } from '../../../app/router.js';
import { ofKind } from '../../act/use-gathered.js';
import { isRefusal } from '../../case/outcomes.js';

export interface Decided extends CaseCommit {
  readonly dispose: readonly RecordId[];
  /** Made of a person identified. */
  readonly referral?: RecordId;
}

export interface DecideOptions {
  readonly on: DecidedOn;
  readonly record: RecordId;
  readonly records: readonly StoredRecord[];
  /** Referrals and enquiries of others. */
  readonly elsewhere: readonly StoredRecord[];
  /** What goes along, as the store knows. */
  readonly heldOnly: readonly HeldOnly[];
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

/** The referral or the identification that is decided on; none of an enquiry. */
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
  const { on, record, records, elsewhere, heldOnly, identifyNobody } = options;
  const decisions = decisionsOn(options);
  const { handling, keepUntil, confirmed, ...words } = input;
  if (on === 'enquiry') {
    const enquiry = ofKind(records, 'enquiry').find(({ id }) => id === record);
    return without(decideEnquiry(words, { ...context, enquiry, decisions, identifyNobody }));
  }
  if (on === 'identification') {
    const identification = ofKind(records, 'identification').find(({ id }) => id === record);
    const said = { ...words, confirmed };
    return decideIdentification(said, { ...context, identification, records, heldOnly });
  }
  const referral = ofKind(records, 'referral').find(({ id }) => id === record);
  if (!isRefusal(on, words.outcome))
    return without(decideReferral(words, { ...context, referral, decisions }));
  return refuseReferral(
    { ...words, handling, keepUntil, confirmed },
    { ...context, referral, records, elsewhere, heldOnly },
  );
}

/** What would go with a refusal or a disposal but for what the store adds, and what stands in its way; to be in sight before it is decided. */
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

function without(result: Result<CaseCommit>): Result<Decided> {
  return result.ok ? passed({ ...result.value, dispose: [] }, result.issues) : result;
}
