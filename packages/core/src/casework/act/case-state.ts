/** Whether a case is open or closed, and who has it: both are read from what was decided and signed, and stored nowhere. */
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { standingDecision } from './decision-of.js';

/**
 * The decision by which the case is closed; undefined while it is open.
 *
 * @param decisions - of one subject; those on a referral, an enquiry or an identification are passed over
 */
export function closedBy(
  decisions: readonly StoredRecord<'decision'>[],
): StoredRecord<'decision'> | undefined {
  const latest = standingDecision(decisions.filter(onCase));
  return latest?.value.outcome === 'close' ? latest : undefined;
}

function onCase({ value }: StoredRecord<'decision'>): boolean {
  return (
    (value.outcome === 'close' || value.outcome === 'reopen') &&
    value.referralId === undefined &&
    value.enquiryId === undefined &&
    value.identificationId === undefined
  );
}

/** How far an answer to a request stands: it is *answered* only when the officer who was asked signed it. */
export type RequestStanding = 'waiting' | 'not-confirmed' | 'answered';

/** Whether a request waits, was answered with the key of whoever was asked, or holds an answer that nobody proved. */
export function requestStanding({
  value,
  updatedBy,
}: Pick<StoredRecord<'colleagueRequest'>, 'value' | 'updatedBy'>): RequestStanding {
  if (value.answer === undefined) return 'waiting';
  return updatedBy === value.to && value.from !== value.to ? 'answered' : 'not-confirmed';
}

/** The officer who took the case over last, by their own signature; undefined when it was never handed over. */
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
