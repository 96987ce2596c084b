/** Record that the originator permits one use against the conditions, and that the permission ended. */
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, makes, sets, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { WAYS_OUT, type WayOut } from '../rules/handling-rules.js';
import { handlingWords, originIn } from './origin.js';
import { answerOf } from './verdict.js';

export interface PermitContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Everything on record about the person, with the captures. */
  readonly records: readonly StoredRecord[];
}

/** Records the permission. It lifts what it names alone, and nothing that the conditions forbid. */
export function permitSharing(
  input: Omit<Input<'sharingPermission'>, 'subjectId' | 'endedOn' | 'endedWhy'>,
  context: PermitContext,
): Result<CaseCommit> {
  const { subject, records } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const origins = input.origins ?? [];
  const checked = entryOf(
    'sharingPermission',
    { ...input, origins, subjectId: subject.id },
    context,
  );
  const found = origins.map((id) => {
    const record = records.find((each) => each.id === id);
    return record && originIn(record);
  });
  const issues: Issue[] = [...checked.issues];
  if (found.some((each) => each === undefined)) issues.push(ORIGIN_UNKNOWN);
  const way = WAYS_OUT.find((each) => each === input.wayOut);
  for (const origin of found)
    if (origin && way && answerOf(origin, way) === 'forbid')
      issues.push(forbidden(handlingWords(origin)));
  const { permittedOn, until } = input;
  if (until !== undefined && permittedOn !== undefined && until < permittedOn)
    issues.push(ENDS_TOO_EARLY);
  if (!checked.ok) return failed(...issues);
  const { value } = checked;
  return unless(issues, () => ({
    commit: { changes: [makes('sharingPermission', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/** Ends a permission from today: from then on it lifts nothing. */
export function endPermission(
  permission: StoredRecord<'sharingPermission'>,
  { endedWhy }: { readonly endedWhy?: string | undefined },
  { host }: CaseContext,
): Result<CaseCommit> {
  if (permission.value.endedOn !== undefined) return failed(ENDED);
  const why = endedWhy?.trim();
  if (!why) return failed(WHY_MISSING);
  return unless([], () => ({
    commit: {
      changes: [sets(permission, { endedOn: host.clock.today(), endedWhy: why })],
      reason: 'case-work',
    },
    id: permission.id,
  }));
}

/** The ways out for which the conditions of an origin ask for permission. */
export function waysToPermit(record: StoredRecord): readonly WayOut[] {
  const origin = originIn(record);
  return origin ? WAYS_OUT.filter((way) => answerOf(origin, way) === 'permission') : [];
}

const ORIGIN_UNKNOWN = issueOf(
  'permission-covers-nothing',
  'origins',
  'Select what the permission covers',
);
const ENDS_TOO_EARLY = issueOf(
  'date-out-of-order',
  'until',
  'The last day must be on or after the date it was permitted',
);
const ENDED: Issue = {
  code: 'permission-ended',
  severity: 'error',
  message: 'This permission ended already. Record a new one instead.',
};
const WHY_MISSING = issueOf('missing', 'endedWhy', 'Enter why it ended');

function forbidden(words: string): Issue {
  return issueOf(
    'handling-not-permitted',
    'wayOut',
    `The conditions forbid this, and a permission does not change that (${words}). If the originator changed them, correct them on the capture.`,
  );
}
