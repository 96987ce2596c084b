/**
 * “I know this person”: an officer says so, and the record is closed to that officer from then on. Their supervisor is
 * told, and only the supervisor can lift it, with a key of their own: as a request to a colleague and its answer.
 */
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { requestStanding } from '../act/case-state.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, makes } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

/** The code of `request-kind` for a declaration. */
export const KNOWN_PERSON = 'known-person';
/** The code of `request-answer` by which a supervisor opens the record again. */
const LIFTED = 'lifted';

type Declaration = StoredRecord<'colleagueRequest'>;

export interface KnownPersonContext extends CaseContext {
  /** The officer who knows the person. */
  readonly officer: { readonly id: RecordId; readonly name: string };
}

export interface KnownPersonInput {
  /** Name of the supervisor, who is still to be told. */
  readonly supervisor: string | undefined;
  /** The officer's connection with them. */
  readonly words?: string | undefined;
}

/** Closes the record to this officer at once: no colleague’s card is needed for that. */
export function declareKnown(
  { supervisor = '', words = '' }: KnownPersonInput,
  context: KnownPersonContext & { readonly subject: StoredRecord<'subject'> | undefined },
): Result<CaseCommit> {
  const { subject, officer } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  if (supervisor.trim() === '') return failed(SUPERVISOR_MISSING);
  // Asked of nobody yet: an officer cannot answer their own request, so nobody can lift this one.
  return entered(
    { subjectId: subject.id, to: officer.id, toName: supervisor.trim(), words },
    context,
  );
}

/**
 * Tells the supervisor, whose card says who they are. The new declaration takes the place of the earlier one; the record
 * stays closed in the meantime.
 */
export function tellSupervisor(
  declared: Declaration,
  to: { readonly officer: RecordId; readonly name: string },
  context: KnownPersonContext,
): Result<CaseCommit> {
  const { value } = declared;
  if (value.kind !== KNOWN_PERSON || value.from !== context.officer.id) return failed(NOT_DECLARED);
  if (to.officer === context.officer.id) return failed(ANOTHER_OFFICER);
  return entered(
    { subjectId: value.subjectId, to: to.officer, toName: to.name, words: value.words },
    context,
  );
}

interface Entered extends Pick<Input<'colleagueRequest'>, 'subjectId' | 'to' | 'toName'> {
  readonly words?: string | undefined;
}

function entered(
  { words = '', ...entry }: Entered,
  context: KnownPersonContext,
): Result<CaseCommit> {
  const { officer, host } = context;
  const checked = entryOf(
    'colleagueRequest',
    {
      ...entry,
      ...(words.trim() === '' ? {} : { words }),
      kind: KNOWN_PERSON,
      from: officer.id,
      fromName: officer.name,
      askedOn: host.clock.today(),
    },
    context,
  );
  if (!checked.ok) return checked;
  const { value } = checked;
  return passed({
    commit: { changes: [makes('colleagueRequest', value)], reason: 'case-work' },
    id: value.id,
  });
}

/** True if the supervisor has a request that they can answer; false while the officer has still to tell them. */
export function isTold({ value }: Declaration): boolean {
  return value.to !== value.from;
}

/**
 * The declarations that close records to the officer, by subject: the latest of each, unless the officer asked has
 * lifted it with their own signature.
 */
export function closedTo(
  officer: RecordId,
  requests: readonly Declaration[],
): ReadonlyMap<RecordId, Declaration> {
  const latest = new Map<RecordId, Declaration>();
  const own = requests.filter(({ value }) => value.kind === KNOWN_PERSON && value.from === officer);
  for (const request of own.toSorted(byTime)) latest.set(request.value.subjectId, request);
  return new Map([...latest].filter(([, request]) => !isLifted(request)));
}

function isLifted(request: Declaration): boolean {
  return request.value.answer === LIFTED && requestStanding(request) === 'answered';
}

/** The one that waits comes last of those made at once: a lift never wins by chance. */
function byTime(one: Declaration, other: Declaration): number {
  return (
    one.createdAt.localeCompare(other.createdAt) ||
    Number(isLifted(other)) - Number(isLifted(one)) ||
    one.id.localeCompare(other.id)
  );
}

const error = (issue: Omit<Issue, 'severity'>): Issue => ({ ...issue, severity: 'error' });
const SUPERVISOR_MISSING = error({
  code: 'missing',
  message: 'Enter the name of your supervisor',
  at: 'toName',
});
const ANOTHER_OFFICER = error({
  code: 'second-officer-needed',
  message: 'Choose the card of your supervisor, not your own',
  at: 'to',
});
const NOT_DECLARED = error({
  code: 'known-person-missing',
  message: 'You have not said that you know this person. Say so first.',
  at: 'kind',
});
