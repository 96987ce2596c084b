/** Finds what a hold keeps from disposal: the subject, records about them, and those that these rest on. */
import type { RecordId } from '../shared/primitives.js';
import type { WorkingSet } from './fold.js';
import type { Folded } from './folded.js';
import type { Branch } from './log/branch.js';
import type { KeptByHold } from './log/port.js';

/**
 * Those of the records that holds in place keep. With a subject, a hold keeps all records that ever named them; the
 * captures, referrers and enquiries that those rest on, since without them nobody could show the source of a value; and
 * decisions or promises about such an enquiry. A hold that was moved keeps what it kept before, too.
 */
export function keptByHolds(ids: readonly RecordId[], records: WorkingSet): readonly KeptByHold[] {
  return [...records.all('hold')].filter(isStandingHold).flatMap((hold) =>
    hold.subjects.flatMap((subject) => {
      const rests = new Set(restsOn(subject, records));
      return ids.flatMap((record): readonly KeptByHold[] => {
        const entry = records.find(record);
        const isAbout = record === subject || entry?.subjects.includes(subject) === true;
        const isKept =
          isAbout ||
          rests.has(record) ||
          entry?.branches.some(({ value }) => rests.has(value.enquiryId as RecordId));
        return isKept ? [{ record, hold: hold.id, subject, isAbout }] : [];
      });
    }),
  );
}

/** True until every head says that the hold was lifted: on a conflict, nothing is destroyed. */
export function isStandingHold({ branches }: Pick<Folded, 'branches'>): boolean {
  return branches.some(({ value, isWithdrawn }) => !isWithdrawn && value.liftedOn === undefined);
}

function* restsOn(subject: RecordId, records: WorkingSet): Generator<RecordId> {
  const about = [records.find(subject), ...records.of(subject)];
  for (const branch of about.flatMap((entry) => entry?.branches ?? [])) yield* named(branch);
}

function* named({ value, sources }: Branch): Generator<RecordId> {
  if (typeof value.referrerId === 'string') yield value.referrerId as RecordId;
  if (typeof value.enquiryId === 'string') yield value.enquiryId as RecordId;
  for (const source of Object.values(sources).flat()) yield source.capture;
}
