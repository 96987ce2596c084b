/** An identifier on nobody: it is looked at again after a while, and let go with a reason when it is no longer needed. */
import type { OnlineIdentifier } from '../../../record/online-identifier.js';
import { civilDay } from '../../../shared/civil-day.js';
import { failed, type Issue, type Result } from '../../../shared/issue.js';
import type { StoredRecord } from '../../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../../act/context.js';
import { type DueOf, dueOn, dueWithin } from '../../act/due.js';
import { sets, unless } from '../../act/entry.js';

/** Keeps it for longer; it is looked at again after the same time. */
export function keepIdentifier(
  held: StoredRecord<'onlineIdentifier'>,
  { host }: CaseContext,
): Result<CaseCommit> {
  if (!isOnNobody(held.value)) return failed(NOT_ON_NOBODY);
  return unless([], () => ({
    commit: { changes: [sets(held, { lookedOn: host.clock.today() })], reason: 'case-work' },
    id: held.id,
  }));
}

/** Says that it is no longer needed, and why: it may be disposed of then, and nothing else is. */
export function letGoIdentifier(
  held: StoredRecord<'onlineIdentifier'>,
  { endedWhy }: Pick<Input<'onlineIdentifier'>, 'endedWhy'>,
  { host }: CaseContext,
): Result<CaseCommit> {
  if (!isOnNobody(held.value)) return failed(NOT_ON_NOBODY);
  if (!endedWhy?.trim()) return failed(WHY_NOT_NEEDED);
  return unless([], () => ({
    commit: {
      changes: [sets(held, { endedOn: host.clock.today(), endedWhy })],
      reason: 'retention',
    },
    id: held.id,
  }));
}

/** Reasons not to dispose of an identifier that is no part of a case. */
export function identifierInTheWay(held: StoredRecord<'onlineIdentifier'>): readonly Issue[] {
  return held.value.subjectId === undefined && held.value.endedOn === undefined
    ? [STILL_NEEDED]
    : [];
}

/**
 * One that is somebody's is kept as long as their case; only one on nobody is looked at by itself. Once it is said that it
 * is not needed, it is disposed of.
 */
export const identifierDue: DueOf<'onlineIdentifier'> = ({ value, createdAt }, context) => {
  if (value.subjectId !== undefined) return [];
  if (value.endedOn !== undefined) return [dueOn('dispose', value.endedOn, NOT_NEEDED)];
  return [
    dueWithin(
      'look-at-identifier',
      'identifier-on-nobody',
      value.lookedOn ?? civilDay(createdAt),
      value.lookedOn ? LOOKED_AT : ADDED,
      context,
    ),
  ];
};

const ADDED = 'An identifier on nobody was added';
const LOOKED_AT = 'An identifier on nobody was looked at';
const NOT_NEEDED = 'An identifier on nobody is no longer needed.';

function isOnNobody({ subjectId, endedOn }: OnlineIdentifier): boolean {
  return subjectId === undefined && endedOn === undefined;
}

const NOT_ON_NOBODY: Issue = {
  code: 'identifier-of-somebody',
  severity: 'error',
  message: 'This identifier is recorded as somebody’s, or has ended. It goes with their case.',
};

const WHY_NOT_NEEDED: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Enter why it is no longer needed',
  at: 'endedWhy',
};

const STILL_NEEDED: Issue = {
  code: 'identifier-still-needed',
  severity: 'error',
  message: 'Say that this identifier is no longer needed, and why, before you dispose of it.',
};
