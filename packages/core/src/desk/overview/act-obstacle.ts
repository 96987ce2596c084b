/**
 * Obstacle to an act on a case, to be removed first: said before the officer begins, not after six answers.
 * It repeats no law: the act itself refuses anyway.
 */
import { closedBy } from '../../casework/act/case-state.js';
import { concernState } from '../../casework/contact/concern-state.js';
import { standingChecks } from '../../casework/person/contact-check.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { DiaryEntry } from '../diary/diary-entry.js';
import { type OwnRecords, ownRecords } from './own-records.js';

export type ActObstacle =
  | { readonly name: 'concern-open'; readonly concern: RecordId }
  | { readonly name: 'referral-undecided'; readonly referral: RecordId }
  | { readonly name: 'hold-in-place'; readonly hold: RecordId }
  | { readonly name: 'not-closed' }
  | { readonly name: 'check-in-place' }
  | { readonly name: 'no-referral' }
  | { readonly name: 'no-contact-plan' };

/** Acts that can meet an obstacle. */
export type GuardedAct = 'close' | 'dispose' | 'ask-check' | 'summarise' | 'page-for-visit';

/**
 * Returns the first thing to be done before the act; undefined if nothing is in its way that is known from the records.
 *
 * @param due - the entries of the diary about the subject
 */
export function obstacleTo(
  act: GuardedAct,
  records: readonly StoredRecord[],
  subjectId: RecordId,
  due: readonly DiaryEntry[],
): ActObstacle | undefined {
  return OBSTACLES[act](ownRecords(records, subjectId), due);
}

type Finder = (own: OwnRecords, due: readonly DiaryEntry[]) => ActObstacle | undefined;

const OBSTACLES: Readonly<Record<GuardedAct, Finder>> = {
  // A closed case can always be opened again, on the same screen.
  close: (own, due) =>
    closedBy(own('decision')) ? undefined : (openConcern(own) ?? undecided(due)),
  dispose: (own) => openHold(own) ?? openConcern(own) ?? notClosed(own),
  'ask-check': (own) =>
    standingChecks(own('contactCheck')).length > 0 ? { name: 'check-in-place' } : undefined,
  summarise: (own) => (own('referral').length === 0 ? { name: 'no-referral' } : undefined),
  'page-for-visit': (own) =>
    own('contactPlan').length === 0 ? { name: 'no-contact-plan' } : undefined,
};

function openConcern(own: OwnRecords): ActObstacle | undefined {
  const open = own('safeguardingConcern').find(({ value }) => concernState(value) !== 'closed');
  return open && { name: 'concern-open', concern: open.id };
}

function undecided(due: readonly DiaryEntry[]): ActObstacle | undefined {
  const waits = due.find(({ act }) => act === 'decide-referral' || act === 'chase-referral');
  return waits && { name: 'referral-undecided', referral: waits.record };
}

function openHold(own: OwnRecords): ActObstacle | undefined {
  const hold = own('hold').find(({ value }) => value.liftedOn === undefined);
  return hold && { name: 'hold-in-place', hold: hold.id };
}

function notClosed(own: OwnRecords): ActObstacle | undefined {
  return closedBy(own('decision')) ? undefined : { name: 'not-closed' };
}
