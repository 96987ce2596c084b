/**
 * The gate of every disclosure: what was given on conditions is left out, or its conditions are shown and allow it. The
 * store asks this of each entry, whatever screen made it.
 */
import { fieldsOf } from '../../record/kind.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { HeldRecords } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { AuditEntry } from '../../store/log/revision.js';
import { issueOf } from '../act/issue-of.js';
import type { HandlingRules } from '../rules/handling-rules.js';
import { handlingOn } from './handling-on.js';
import type { HandlingOrigin } from './origin.js';
import { verdictOn } from './verdict.js';
import { wayOut } from './way-out.js';

export interface HandlingGate {
  readonly today: PlainDate;
  readonly rules?: HandlingRules;
}

/** An issue for each fact whose conditions forbid the disclosure, or that leaves without its conditions. */
export function handlingIssues(
  entry: AuditEntry,
  isWithSave: boolean,
  held: HeldRecords,
  gate: HandlingGate,
): readonly Issue[] {
  if (entry.action !== 'disclosure') return [];
  const way = wayOut(entry, isWithSave);
  if (way === undefined) return [];
  const find = (id: RecordId) => held.find(id);
  const { shown = [], leftOut = [] } = entry.handling ?? {};
  const isLeftOut = (record: RecordId, path: string): boolean =>
    leftOut.some((each) => each.record === record && each.field === path);
  // Asked for those records alone that have conditions: most have none.
  const permissions = permissionsFor(entry, held);
  return entry.records.flatMap((id): readonly Issue[] => {
    const record = find(id);
    if (!record) return [];
    const { whole, values } = handlingOn(record, find);
    const leaves: (readonly [string, readonly HandlingOrigin[]])[] = [
      ...(whole.length > 0 ? [['', whole] as const] : []),
      ...[...values].filter(([path]) => isIn(entry, record, path) && !isLeftOut(id, path)),
    ];
    return leaves.flatMap(([path, origins]) => {
      const terms = { way, permissions: permissions(), ...gate };
      if (verdictOn(origins, terms) !== 'allow') return [forbids(record, path)];
      const isShown = way === 'colleague' || origins.every((each) => shown.includes(each.id));
      return isShown ? [] : [notShown(record, path)];
    });
  });
}

function permissionsFor({ records }: AuditEntry, held: HeldRecords) {
  let found: readonly StoredRecord<'sharingPermission'>[] | undefined;
  return () => {
    found ??= [...peopleOf(records, held)].flatMap((person) =>
      held
        .about(person)
        .filter(
          (each): each is StoredRecord<'sharingPermission'> => each.kind === 'sharingPermission',
        ),
    );
    return found;
  };
}

function peopleOf(records: readonly RecordId[], held: HeldRecords): ReadonlySet<RecordId> {
  return new Set(
    records.flatMap((id): readonly RecordId[] => {
      const record = held.find(id);
      if (!record) return [];
      const named = Reflect.get(record.value, 'subjectId');
      return record.kind === 'subject'
        ? [id]
        : typeof named === 'string'
          ? [named as RecordId]
          : [];
    }),
  );
}

/** True if the value is among what leaves: an entry that names fields is about those alone. */
function isIn({ fields, file }: AuditEntry, { kind }: StoredRecord, path: string): boolean {
  if (fields.length === 0 || fields.includes('exchange')) return true;
  const name = path.split(/[.[]/)[0] ?? '';
  if (file) return fields.includes(`${kind}.${name}`);
  const own = new Set(fieldsOf(kind).map((field) => field.name));
  const named = fields.flatMap((each) => (kind === 'subject' ? (COLUMNS[each] ?? each) : each));
  // A column that is not known may be made from any of them.
  return named.includes(name) || !named.every((each) => own.has(each));
}

/** Fields of a person that a column of a list or a part of the record shows, by its name in the log. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  born: ['bornOn'],
  contactPlan: ['name', 'bornOn'],
  assessmentPage: ['name'],
  ...Object.fromEntries(
    [
      ...['reference', 'received', 'status', 'level', 'contact', 'next', 'due'],
      ...['wholeFile', 'pictureAlone'],
    ].map((name) => [name, []]),
  ),
};

function label({ kind }: StoredRecord, path: string): string {
  const name = path.split(/[.[]/)[0];
  return fieldsOf(kind).find((field) => field.name === name)?.label ?? 'This record';
}

function forbids(record: StoredRecord, path: string): Issue {
  return issueOf(
    'handling-forbids',
    'destination',
    `${label(record, path)}: the conditions it was given on do not allow this. Nothing was given out. Leave it out, or record the originator’s permission first.`,
  );
}

function notShown(record: StoredRecord, path: string): Issue {
  return issueOf(
    'handling-not-shown',
    'destination',
    `${label(record, path)}: it was given on conditions, which must go with it. Nothing was given out. Prepare it again.`,
  );
}
