/** The practice caseload: forty fictional people in every state of a case, entered one part after another. */
import type { BlobName, Change, Commit, RecordStore } from '@cyber-prevent/core';
import * as assess from './assess-cases.js';
import {
  type CaseDesk,
  type CaseloadOptions,
  type CaseloadStep,
  openCaseDesk,
} from './case-desk.js';
import * as concern from './concern-cases.js';
import * as contact from './contact-cases.js';
import * as ending from './ending-cases.js';
import * as intake from './intake-cases.js';
import { notes } from './note-cases.js';
import * as order from './order-cases.js';
import * as organisation from './organisation-cases.js';

/** A part is entered whole: its people belong together, and no other part names them. */
const PARTS = {
  'waiting-referrals': intake.waitingReferrals,
  'promised-referral': intake.promisedReferral,
  'refused-referrals': intake.refusedReferrals,
  'unusual-referrals': intake.unusualReferrals,
  namesakes: intake.namesakes,
  'identified-people': intake.identifiedPeople,
  enquiries: intake.enquiries,
  advice: intake.advice,
  organisations: organisation.organisations,
  workshop: contact.workshop,
  unaccounted: contact.unaccounted,
  'looked-after': contact.lookedAfter,
  withdrew: contact.withdrew,
  notes,
  low: assess.low,
  medium: assess.medium,
  high: assess.high,
  unsettled: assess.unsettled,
  overridden: assess.overridden,
  rated: assess.rated,
  'open-concern': concern.openConcern,
  'followed-concern': concern.followedConcern,
  'closed-concern': concern.closedConcern,
  advised: order.advised,
  'condition-due': order.conditionDue,
  breached: order.breached,
  outcome: order.outcome,
  served: order.served,
  'notice-breach': order.noticeBreach,
  'stop-card': order.stopCard,
  monitored: order.monitored,
  closed: ending.closed,
  'turned-eighteen': ending.turnedEighteen,
  held: ending.held,
  'to-dispose': ending.toDispose,
  'destroyed-referral': intake.destroyedReferral,
} as const satisfies Readonly<Record<string, (desk: CaseDesk) => Promise<void>>>;

export type CaseloadPart = keyof typeof PARTS;

/** The parts in the order in which they are entered. */
export const CASELOAD_PARTS = Object.keys(PARTS) as readonly CaseloadPart[];

/** The saves of one part, in their order. @throws {PreventError} `CP_RECORD_INVALID` if an act refuses it */
export async function caseloadPart(
  part: CaseloadPart,
  options: CaseloadOptions,
): Promise<readonly CaseloadStep[]> {
  const desk = await openCaseDesk(options, part);
  await PARTS[part](desk);
  return desk.steps;
}

/**
 * The save of a step as it is made in another store, over the versions that are held there.
 *
 * @param kept - the names of the store for blobs of the step
 */
export async function commitOver(
  { changes, ...rest }: Commit,
  store: Pick<RecordStore, 'get'>,
  kept: ReadonlyMap<BlobName, BlobName> = new Map(),
): Promise<Commit> {
  const named = changes.map((change) => namedIn(change, kept));
  const over = async (change: Change): Promise<Change> =>
    change.parents.length === 0
      ? change
      : { ...change, parents: (await store.get(change.kind, change.record))?.heads ?? [] };
  return { ...rest, changes: await Promise.all(named.map(over)) };
}

function namedIn(change: Change, kept: ReadonlyMap<BlobName, BlobName>): Change {
  const { pieces } = change.set as Change<'attachment'>['set'];
  if (!pieces || kept.size === 0) return change;
  const named = pieces.map((piece) => ({ ...piece, blob: kept.get(piece.blob) ?? piece.blob }));
  return { ...change, set: { ...change.set, pieces: named } };
}
