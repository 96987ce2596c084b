/**
 * The law of suspected offences on every save: no section and no status of somebody who was under ten, or whose age
 * nobody said; no status changed, removed or without its source; no words rewritten; nothing withdrawn without a reason.
 */
import type { Offence, OffenceStanding } from '../../../record/offence.js';
import type { Subject } from '../../../record/subject.js';
import { saysOffence } from '../../../record/under-ten.js';
import { canonical } from '../../../shared/canonical.js';
import type { Issue } from '../../../shared/issue.js';
import type { PlainDate, RecordId } from '../../../shared/primitives.js';
import type { HeldRecords, SaidOfSave, SavedRecord } from '../../../store/log/gate.js';
import { SUBJECT_UNKNOWN } from '../../act/subject-unknown.js';
import {
  behaviourIssues,
  incidentDayIssues,
  KNOWN_LATER,
  offenceFaults,
  STATUS_SOURCE,
  STATUS_STANDS,
  standingDayIssues,
  WITHDRAWAL_WHY,
  WORDS_STAND,
} from './offence-issues.js';

interface LawOfSave {
  readonly saved: readonly SavedRecord[];
  readonly held: Pick<HeldRecords, 'find'>;
  readonly today: PlainDate;
  readonly reason: SaidOfSave['reason'];
}

/** Issues of one record of the save; none if it is not a suspected offence. */
export function offenceIssues(record: SavedRecord, law: LawOfSave): readonly Issue[] {
  if (record.kind !== 'offence') return [];
  const { before, restores, set, sources } = record;
  const { reason } = law;
  const after = record.after as Offence | undefined;
  const was = (before ?? restores)?.value as Offence | undefined;
  if (!after) return before ? withdrawalIssues(before, set, reason) : [];
  const isBack = reason === 'undo';
  const isAppended = !was || follows(was.standings, after.standings);
  const isTakenBack = isBack && was !== undefined && follows(after.standings, was.standings);
  return [
    ...(isAppended || isTakenBack ? [] : [STATUS_STANDS]),
    ...(isBack ? [] : sourceIssues(was, after, sources)),
    ...(was?.asRead === undefined || was.asRead === after.asRead ? [] : [WORDS_STAND]),
    ...dayIssues(was, after, law),
    ...(isBack ? [] : comingIssues(was, after, law.today)),
    ...(isBack ? [] : notUnderTen(was, after, law)),
    ...(was && saysNoMore(was, after) ? [] : faultsOf(after, law)),
  ];
}

/** True if each status is still there as it was, but for a mark that it was wrong. */
function follows(was: readonly OffenceStanding[], now: readonly OffenceStanding[]): boolean {
  return (
    was.length <= now.length &&
    was.every((each, nth) => {
      const next = now[nth];
      if (!next) return false;
      if (canonical(each) === canonical(next)) return true;
      const { wrongSince, wrongWhy, ...rest } = next;
      return (
        wrongSince !== undefined && wrongWhy !== undefined && canonical(rest) === canonical(each)
      );
    })
  );
}

/** A new status, and a mark that one was wrong, each have their own source. */
function sourceIssues(
  was: Offence | undefined,
  { standings }: Offence,
  sources: SavedRecord['sources'],
): readonly Issue[] {
  const isSourced = (place: string) => (sources[place] ?? []).length > 0;
  return standings.some(
    ({ wrongSince }, nth) =>
      (was?.standings[nth] === undefined && !isSourced(`standings[${nth}]`)) ||
      (wrongSince !== undefined &&
        was?.standings[nth]?.wrongSince === undefined &&
        !isSourced(`standings[${nth}].wrongWhy`)),
  )
    ? [STATUS_SOURCE]
    : [];
}

/** The day on which it was known only ever gets earlier: a later one could make a child older at the time. */
function dayIssues(
  was: Offence | undefined,
  { knownOn, referralId }: Offence,
  { saved, held, today }: LawOfSave,
): readonly Issue[] {
  const referral = referralId === undefined ? undefined : valueNow(referralId, saved, held);
  const received = referral && Reflect.get(referral, 'receivedOn');
  const isLate =
    knownOn > today ||
    (was !== undefined && knownOn > was.knownOn) ||
    (was === undefined && typeof received === 'string' && knownOn > received);
  return isLate ? [KNOWN_LATER] : [];
}

/** Days that the save adds and that are still to come: a wrong year makes a child older, or a matter end early. */
function comingIssues(
  was: Offence | undefined,
  { incidentOn = [], standings }: Offence,
  today: PlainDate,
): readonly Issue[] {
  const added = incidentOn.filter((day) => !was?.incidentOn?.includes(day));
  return [
    ...incidentDayIssues({ incidentOn: added }, today),
    ...standings
      .slice(was?.standings.length ?? 0)
      .flatMap((each) => standingDayIssues(each, 'standings', today)),
  ];
}

function notUnderTen(
  was: Offence | undefined,
  after: Offence,
  { saved, held }: LawOfSave,
): readonly Issue[] {
  const subject = valueNow(after.subjectId, saved, held);
  return subject ? behaviourIssues(was, after, subject as Subject) : [];
}

/** True if the save says nothing of an offence of this person that the record did not say before. */
function saysNoMore(was: Offence, after: Offence): boolean {
  if (!saysOffence(after)) return after.section === was.section && isSameReason(was, after);
  return (
    was.subjectId === after.subjectId &&
    (after.section === undefined || after.section === was.section) &&
    isSameReason(was, after) &&
    canonical(was.incidentOn ?? []) === canonical(after.incidentOn ?? []) &&
    was.ageThen === after.ageThen &&
    countingOf(after) <= countingOf(was)
  );
}

const countingOf = ({ standings }: Offence): number =>
  standings.filter(({ wrongSince }) => wrongSince === undefined).length;

const isSameReason = (was: Offence, after: Offence): boolean =>
  was.withoutSection === after.withoutSection;

function faultsOf(after: Offence, { saved, held }: LawOfSave): readonly Issue[] {
  const subject = valueNow(after.subjectId, saved, held);
  return subject ? offenceFaults(after, subject as Subject) : [SUBJECT_UNKNOWN];
}

/** The record as the same save leaves it, if it changes that too. */
function valueNow(
  id: RecordId,
  saved: readonly SavedRecord[],
  held: Pick<HeldRecords, 'find'>,
): object | undefined {
  const own = saved.find((each) => each.id === id);
  return own ? own.after : held.find(id)?.value;
}

/** Undoing the save that made it needs no reason: nobody has worked with it since. */
function withdrawalIssues(
  before: NonNullable<SavedRecord['before']>,
  set: SavedRecord['set'],
  reason: SaidOfSave['reason'],
): readonly Issue[] {
  const isAsMade = before.createdAt === before.updatedAt && before.heads.length === 1;
  if (reason === 'undo' && isAsMade) return [];
  const why = set.withdrawnWhy;
  return typeof why === 'string' && why.trim() !== '' ? [] : [WITHDRAWAL_WHY];
}
