/**
 * The law of attached files for those that somebody else’s device changed: each change is judged on what it was written
 * on, as the store of that officer judged it. Only that the move was logged, and that its reason is in force, is left to
 * that store: entries may be left out of a file, and another release may have more reasons.
 */
import type { Issue } from '../../../shared/issue.js';
import type { RecordId } from '../../../shared/primitives.js';
import { type Branch, branchAt, isWhole, laidOver, latest } from '../../../store/log/branch.js';
import type { Revision } from '../../../store/log/revision.js';
import {
  FILE_STANDS,
  isBack,
  isMove,
  isOfMove,
  isSameBytes,
  isWhereItWas,
  madeIssues,
  NOT_MOVED,
  saysWithdrawnWhy,
} from './attachment-change-law.js';
import { MOVE_WHY } from './move-attachment.js';
import { WITHDRAWAL_WHY } from './withdraw-attachment.js';

type History = ReadonlyMap<RecordId, Revision>;

/**
 * Issues of the files among these revisions.
 *
 * @param held - the revisions of the same records that are here: those with all their past were judged when it came
 */
export function receivedFileIssues(
  revisions: readonly Revision[],
  held: readonly Revision[],
): readonly Issue[] {
  const files = new Set(
    revisions.flatMap(({ kind, record }) => (kind === 'attachment' ? record : [])),
  );
  return [...files].flatMap((file) => {
    const ofFile = (all: readonly Revision[]): History =>
      new Map(all.filter(({ record }) => record === file).map((each) => [each.id, each]));
    const [before, history] = [ofFile(held), ofFile([...held, ...revisions])];
    return [...history.values()].flatMap((revision) =>
      isWhole(before, revision.id) ? [] : issuesOf(revision, history),
    );
  });
}

function issuesOf(revision: Revision, history: History): readonly Issue[] {
  const { set, parents, withdraw } = revision;
  if (parents.length === 0) return madeIssues(set);
  const was = writtenOn(revision, history);
  if (withdraw) return was?.isGone ? [] : withdrawalIssues(revision, history);
  const value = was?.value ?? {};
  return [
    ...(isSameBytes(value, laidOver(value, set)) ? [] : [FILE_STANDS]),
    ...moveIssues(revision, was),
  ];
}

/** A file as the officer who changed it had it. */
interface WrittenOn extends Pick<Branch, 'value'> {
  /** True if every branch was withdrawn. Withdrawn on one device and moved on another, it stayed to be looked at. */
  readonly isGone: boolean;
}

/** The file that it was written on; undefined if part of that was not handed over: then it is not shown either. */
function writtenOn({ parents }: Revision, history: History): WrittenOn | undefined {
  if (!parents.every((parent) => isWhole(history, parent))) return undefined;
  const branches = parents.flatMap((parent) => branchAt(history, parent) ?? []);
  const shown = latest(branches);
  return shown && { value: shown.value, isGone: branches.every((each) => each.isWithdrawn) };
}

function withdrawalIssues({ set, parents, reason }: Revision, history: History): readonly Issue[] {
  const [only, ...others] = parents.map((parent) => history.get(parent));
  const isAsAttached = others.length === 0 && only?.parents.length === 0;
  if (reason === 'undo' && isAsAttached) return [];
  return saysWithdrawnWhy(set) ? [] : [WITHDRAWAL_WHY];
}

function moveIssues({ set, reason }: Revision, was: WrittenOn | undefined): readonly Issue[] {
  const value = was?.value ?? {};
  const now = laidOver(value, set);
  if (isWhereItWas(value, now)) return [];
  if (!was) return isOfMove(set) ? [] : [NOT_MOVED];
  if (was.isGone) return [NOT_MOVED];
  if (reason === 'undo' && isBack(value, now)) return [];
  if (!isMove(set, value, now)) return [NOT_MOVED];
  return typeof now.movedWhy === 'string' ? [] : [MOVE_WHY];
}
