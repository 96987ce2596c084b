/**
 * The rules for content made by others, a colleague or another vault: a record is made once, a signed one does not
 * change, and each record is valid for its kind today.
 */
import { checkRecord } from '../../record/check.js';
import { RECORD_LABELS } from '../../record/kind.js';
import { breaksLock, canLock, lockOf } from '../../record/lock.js';
import { countMarks } from '../../shared/plain-line.js';
import { branchAt } from '../log/branch.js';
import type { Revision } from '../log/revision.js';
import { notReceived } from '../log/trouble.js';
import { isShownHere, type Touched } from './touched.js';

/** @throws {PreventError} `CP_STORE_NOT_RECEIVED` naming the kind of the first record that breaks one */
export function refuseUnruly(touched: readonly Touched[]): void {
  for (const one of touched) {
    const label = RECORD_LABELS[one.kind].one;
    if (isMadeTwice(one)) throw notReceived('made-twice', label);
    if (changesLocked(one)) throw notReceived('locked', label);
    const isUnfit = one.after.some(
      ({ value, isIncomplete }) => !isIncomplete && !isFit(one, value),
    );
    if (isUnfit) throw notReceived('unfit', label);
  }
}

/**
 * True if a record would be made twice: a second revision written on no other would be kept separately from all earlier
 * ones.
 */
function isMadeTwice({ all, fresh }: Touched): boolean {
  const makes = ({ parents }: Revision): boolean => parents.length === 0;
  return fresh.some(makes) && [...all.values()].filter(makes).length > 1;
}

/**
 * True if a revision was written over a locked record, or would be another version of one: written on a draft from
 * before the signature, it would be shown in place of the signed version.
 */
function changesLocked(one: Touched): boolean {
  if (!canLock(one.kind)) return false;
  return [...one.all.values()].some((each) => isOverLocked(each, one)) || standsBesideLocked(one);
}

function isOverLocked({ id, kind, parents, withdraw }: Revision, { all }: Touched): boolean {
  return parents.some((parent) => {
    const before = branchAt(all, parent);
    const after = branchAt(all, id);
    return before && after && breaksLock(kind, before.value, after.value, withdraw === true);
  });
}

function standsBesideLocked(one: Touched): boolean {
  if (!isShownHere(one)) return false;
  const signed = (one.held?.branches ?? []).filter(
    ({ value, isWithdrawn }) => !isWithdrawn && lockOf(one.kind, value) === 'whole',
  );
  return signed.some(({ value }) =>
    one.after.some(
      (after) => !after.isIncomplete && breaksLock(one.kind, value, after.value, after.isWithdrawn),
    ),
  );
}

/**
 * True if the record is valid, with invisible marks only where its kind allows them: a store removes them from a line
 * before keeping it.
 */
function isFit({ kind, record }: Touched, value: object): boolean {
  const checked = checkRecord(kind, value);
  if (!checked.ok || checked.value.id !== record) return false;
  return countMarks(checked.value) === countMarks(value);
}
