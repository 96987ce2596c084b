/** The law of giving out what is on record about a person: on paper or as a file, never without its legal gateway. */
import type { CodeLists } from '../../codes/code-list.js';
import type { RecordKind } from '../../record/kind.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { HeldRecords } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { AuditEntry } from '../../store/log/revision.js';
import { gatewayIssues } from '../person/disclose-document.js';

/**
 * Ways out with rules of their own, by the fields of their entry: sealed for one colleague or for the officer, or a list
 * of the work that names nobody.
 */
const OTHER_WAYS: ReadonlySet<string> = new Set([
  'exchange',
  'backup',
  'log',
  'diary',
  'headers',
  'checkpoint',
]);

/** Owed to those who had the wrong value, so that no gateway is chosen again. */
const OWED: ReadonlySet<RecordKind> = new Set(['correctionNotice']);

/** @param isWithSave - the entry comes with a save that accounts for it: a note of what was given, a decision to pass on */
export function disclosureIssues(
  { action, records, fields, gateway, gatewayNote }: AuditEntry,
  isWithSave: boolean,
  held: HeldRecords,
  { lists, today }: { readonly lists: CodeLists; readonly today: PlainDate },
): readonly Issue[] {
  if (action !== 'disclosure' || isWithSave || fields.some((name) => OTHER_WAYS.has(name)))
    return [];
  const isOfPerson = records.some((id) => isAboutPerson(held.find(id)));
  return isOfPerson ? gatewayIssues({ gateway, gatewayNote }, lists, today) : [];
}

function isAboutPerson(record: StoredRecord | undefined): boolean {
  if (!record || OWED.has(record.kind)) return false;
  const { kind, value } = record;
  return kind === 'subject' || ('subjectId' in value && value.subjectId !== undefined);
}
