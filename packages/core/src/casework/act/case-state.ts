/** The state of a case, open or closed, and its holder. Both are read from signed decisions and stored nowhere. */
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { standingDecision } from './decision-of.js';

/**
 * The decision that closed the case; undefined while it is open.
 *
 * @param decisions - of one subject; those on a referral, an enquiry or an identification are skipped
 */
export function closedBy(
  decisions: readonly StoredRecord<'decision'>[],
): StoredRecord<'decision'> | undefined {
  const latest = standingDecision(decisions.filter(({ value }) => isOnCase(value)));
  return latest?.value.outcome === 'close' ? latest : undefined;
}

/** True if the decision closes or reopens the whole case, rather than deciding on one record of it. */
export function isOnCase(value: StoredRecord<'decision'>['value']): boolean {
  return (value.outcome === 'close' || value.outcome === 'reopen') && isOfWholeCase(value);
}

/** True if the decision is on the whole case, rather than on one record of it. */
export function isOfWholeCase(value: StoredRecord<'decision'>['value']): boolean {
  return (
    value.referralId === undefined &&
    value.enquiryId === undefined &&
    value.identificationId === undefined
  );
}

/** The state of an answer to a request. It is *answered* only when the officer who was asked signed it. */
export type RequestStanding = 'waiting' | 'not-confirmed' | 'answered';

/**
 * Says whether a request is waiting, was answered with the key of the officer asked, or has an answer that nobody
 * proved.
 */
export function requestStanding({
  value,
  updatedBy,
}: Pick<StoredRecord<'colleagueRequest'>, 'value' | 'updatedBy'>): RequestStanding {
  if (value.answer === undefined) return 'waiting';
  return updatedBy === value.to && value.from !== value.to ? 'answered' : 'not-confirmed';
}

/** The last officer to take the case over, by their own signature; undefined if it was never handed over. */
export function caseHolder(
  requests: readonly StoredRecord<'colleagueRequest'>[],
): RecordId | undefined {
  const taken = requests
    .filter(
      (request) =>
        request.value.kind === 'handover' &&
        request.value.answer === 'accepted' &&
        requestStanding(request) === 'answered',
    )
    .toSorted((one, other) => (whenOf(one) < whenOf(other) ? -1 : 1));
  return taken.at(-1)?.value.to;
}

function whenOf({ value, updatedAt, id }: StoredRecord<'colleagueRequest'>): string {
  return `${value.answeredOn} ${updatedAt} ${id}`;
}
