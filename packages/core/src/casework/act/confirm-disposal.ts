/**
 * Confirms a destruction: the officer types the reference of the record to be destroyed, or without one the person's
 * name. A press alone could be meant for another record, and a code of ours copied out says of whom it is as little.
 */
import type { Issue } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseRoot } from './case-root.js';

/**
 * The force's own reference; otherwise the person's name, or the first eight characters of their id while no name is
 * known.
 *
 * @param records - the person among them
 */
export function disposalReference(
  { value: { reference, subjectId } }: CaseRoot,
  records: readonly StoredRecord[],
): string {
  return reference ?? nameToConfirm(subjectId, records);
}

/** The name, unless somebody else among the records has it: it would confirm the wrong one. */
export function nameToConfirm(subject: RecordId, records: readonly StoredRecord[]): string {
  const people = records.filter(
    (record): record is StoredRecord<'subject'> => record.kind === 'subject',
  );
  const name = people.find(({ id }) => id === subject)?.value.name.trim() ?? '';
  const isShared = people.some(
    ({ id, value }) => id !== subject && plain(value.name) === plain(name),
  );
  return name === '' || isShared ? subject.slice(0, 8) : name;
}

/** Returns an error unless the typed text is the reference. Case and spaces are ignored. */
export function confirmIssues(reference: string, typed: string | undefined): readonly Issue[] {
  if (typed !== undefined && plain(typed) === plain(reference)) return [];
  return [
    {
      code: 'not-confirmed',
      severity: 'error',
      message: `Enter ${reference} to confirm`,
      at: 'confirmed',
    },
  ];
}

function plain(text: string): string {
  return text.replace(/\s+/gu, '').toLowerCase();
}
