/** Record an incident, which needs a place but no person; correct it; and join it to a subject if there is one. */
import { filledFields } from '../../record/filled-fields.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { changedFields, NOTHING_CHANGED } from '../act/correct.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

export type IncidentInput = Input<'incident'>;

export interface IncidentContext extends CaseContext {
  /** The stored subject that it is joined to; undefined if it names none, or one that is no longer held. */
  readonly subject?: StoredRecord<'subject'> | undefined;
}

/**
 * Records an incident with its place; no subject is needed.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that an incident draws from was not handed over
 */
export function recordIncident(input: IncidentInput, context: IncidentContext): Result<CaseCommit> {
  const checked = entryOf('incident', input, context);
  if (!checked.ok) return checked;
  const { value } = checked;
  return unless(issuesOf(value, context), () => ({
    commit: { changes: [makes('incident', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/** Sets the fields that the form changed, including the subject once there is one. */
export function correctIncident(
  held: StoredRecord<'incident'>,
  input: IncidentInput,
  context: IncidentContext,
): Result<CaseCommit> {
  const checked = entryOf('incident', input, context);
  if (!checked.ok) return checked;
  const set = changedFields<'incident'>(held.value, checked.value, ASKED);
  if (Object.keys(set).length === 0) return failed(NOTHING_CHANGED);
  return unless(issuesOf(checked.value, context), () => ({
    commit: { changes: [sets(held, set)], reason: 'correction' },
    id: held.id,
  }));
}

const ASKED = filledFields('incident', { also: ['subjectId'] });

function issuesOf(
  { happenedOn, subjectId }: StoredRecord<'incident'>['value'],
  context: IncidentContext,
): readonly Issue[] {
  return [
    ...futureIssues('Day of the incident', happenedOn, 'happenedOn', context),
    ...(subjectId !== undefined && context.subject?.id !== subjectId ? [SUBJECT_UNKNOWN] : []),
  ];
}
