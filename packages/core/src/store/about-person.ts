/**
 * Law of a form that changes a stored record: what was typed about one person is not saved on the record of another, to
 * whom it was moved in the meantime.
 */
import { RECORD_LABELS, RECORD_SCHEMAS } from '../record/kind.js';
import type { Issue } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import type { WorkingSet } from './fold.js';
import type { StoredRecord } from './log/port.js';
import type { Commit } from './log/revision.js';

/** The person whose record it is; null if it names nobody. Undefined for a kind that is never about a person. */
export function personOfRecord({
  kind,
  id,
  value,
}: Pick<StoredRecord, 'kind' | 'id' | 'value'>): RecordId | null | undefined {
  if (kind === 'subject') return id;
  if (!Object.hasOwn(RECORD_SCHEMAS[kind].entries, 'subjectId')) return undefined;
  return ('subjectId' in value ? value.subjectId : undefined) ?? null;
}

/** An issue for each record that the commit changes and that is not of the person it names. */
export function movedIssues({ changes, about }: Commit, held: WorkingSet): readonly Issue[] {
  if (about === undefined) return [];
  return changes.flatMap(({ kind, record }): Issue[] => {
    const entry = held.find(record);
    const person = entry && personOfRecord(entry.stored);
    if (person === undefined || person === about) return [];
    return [
      {
        code: 'record-moved',
        severity: 'error',
        message: `${RECORD_LABELS[kind].one}: this is no longer on the record that the form was about, since it was moved. Open it where it is now.`,
      },
    ];
  });
}
