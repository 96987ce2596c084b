/**
 * Law of a form about a person: what was typed about one is not saved on the record of another, to whom the record was
 * moved in the meantime, nor with a new one that belongs to it. The same for what was typed about nobody.
 */
import { RECORD_LABELS, RECORD_SCHEMAS } from '../record/kind.js';
import type { Issue } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import type { WorkingSet } from './fold.js';
import type { StoredRecord } from './log/port.js';
import type { Change, Commit } from './log/revision.js';

/** The person whose record it is; null if it names nobody. Undefined for a kind that is never about a person. */
export function personOfRecord({
  kind,
  id,
  value,
}: Pick<StoredRecord, 'kind' | 'id'> & { readonly value: object }): RecordId | null | undefined {
  if (kind === 'subject') return id;
  if (!Object.hasOwn(RECORD_SCHEMAS[kind].entries, 'subjectId')) return undefined;
  const subject: RecordId | null | undefined = Reflect.get(value, 'subjectId');
  return subject ?? null;
}

/** An issue for each record that the commit changes, or makes, and that is not of the person whom it names. */
export function movedIssues({ changes, about }: Commit, held: WorkingSet): readonly Issue[] {
  if (about === undefined) return [];
  return changes.flatMap((change): Issue[] => {
    const person = personOfChange(change, held);
    if (person === undefined || person === about) return [];
    if (held.find(change.record)) return [movedAway(change)];
    return [about === null ? namedSince(change) : ofAnother(change)];
  });
}

function movedAway({ kind }: Change): Issue {
  return {
    code: 'record-moved',
    severity: 'error',
    message: `${RECORD_LABELS[kind].one}: it was moved to another person’s record while this form was open. Go back, and open it there.`,
  };
}

function ofAnother({ kind }: Change): Issue {
  return {
    code: 'record-of-another',
    severity: 'error',
    message: `${RECORD_LABELS[kind].one}: it is about a different person from this form, so nothing was saved. Go back, and start it on that person’s record.`,
  };
}

function namedSince({ kind }: Change): Issue {
  return {
    code: 'record-of-another',
    severity: 'error',
    message: `${RECORD_LABELS[kind].one}: nobody was named when this form was opened, and somebody is now, so nothing was saved. Go back, and open it again.`,
  };
}

/** Undefined for a new record that neither names anybody nor is made on what does: it may belong to anything. */
function personOfChange(
  { kind, record, set }: Change,
  held: WorkingSet,
): RecordId | null | undefined {
  const entry = held.find(record);
  if (entry) return personOfRecord(entry.stored);
  const own = personOfRecord({ kind, id: record, value: set });
  return own === null ? personOfEnquiry(set, held) : own;
}

/**
 * The person named by the referral that came of the enquiry: a decision or a promise made on an enquiry names nobody
 * itself.
 */
function personOfEnquiry(made: object, held: WorkingSet): RecordId | undefined {
  const enquiryId: RecordId | null | undefined = Reflect.get(made, 'enquiryId');
  return enquiryId ? held.query('referral', { enquiryId })[0]?.value.subjectId : undefined;
}
