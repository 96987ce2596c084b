/**
 * Lists the records destroyed with a referral or an identification, and the obstacles to it. This only names them; the
 * store destroys them.
 */
import { type CodeLists, codeLabel } from '../../codes/code-list.js';
import { RECORD_LABELS, type RecordKind } from '../../record/kind.js';
import { civilDay } from '../../shared/civil-day.js';
import { writtenDate } from '../../shared/dates.js';
import type { Issue } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type CaseRoot, isRoot } from './case-root.js';
import { mattersInTheWay } from './refused-matters.js';

/**
 * Ids of all records kept only because of the root. If the subject has another referral or identification, the subject
 * and everything else about them stay. Captures depend on the history of the records that name them, which the store
 * knows: see `heldOnlyWith`.
 *
 * @param records - everything of the subject, as `gatherCase` gives it
 * @param elsewhere - referrals and enquiries of others: a referrer named in one of them stays
 */
export function goesWith(
  root: CaseRoot,
  records: readonly StoredRecord[],
  elsewhere: readonly StoredRecord[] = [],
): readonly RecordId[] {
  const { subjectId } = root.value;
  const isOnlyRoot = !records.some(
    (record) => isRoot(record) && record.id !== root.id && record.value.subjectId === subjectId,
  );
  const going = records.filter(
    (record) =>
      record.id === root.id ||
      (names(record, root.id) && record.kind !== 'refusal') ||
      (isOnlyRoot && (record.id === subjectId || isAbout(record, subjectId))),
  );
  const ids = new Set([root.id, ...going.map(({ id }) => id)]);
  const staying = [...records, ...elsewhere].filter(({ id }) => !ids.has(id));
  const kept = new Set(staying.flatMap(restsOn));
  for (const id of going.flatMap(restsOn))
    if (!kept.has(id) && records.some((record) => record.id === id)) ids.add(id);
  return [...ids];
}

/**
 * An issue for each hold in place, each open safeguarding concern, each open promise, each admission without a crime
 * reference, each unanswered offer of the case and each notice of a correction not yet given. A refusal ends none of them.
 */
export function inTheWay(
  records: readonly StoredRecord[],
  subjectId: RecordId,
  lists: CodeLists,
): readonly Issue[] {
  return records.flatMap((record): readonly Issue[] => {
    if (!isAbout(record, subjectId)) return [];
    if (record.kind === 'hold') return holdIssues(record as StoredRecord<'hold'>, lists);
    if (record.kind === 'safeguardingConcern')
      return 'closedOn' in record.value && record.value.closedOn ? [] : [CONCERN];
    if (record.kind === 'promise') return 'settled' in record.value ? [] : [PROMISE];
    return mattersInTheWay(record);
  });
}

/** Counts the records that will be destroyed, to be read beforehand. */
export function tellsWhatGoes(
  ids: readonly RecordId[],
  records: readonly Pick<StoredRecord, 'id' | 'kind'>[],
): readonly Issue[] {
  const counts = new Map<RecordKind, number>();
  // A capture may be among the case and among what goes with it.
  for (const { id, kind } of new Map(records.map((each) => [each.id, each])).values())
    if (ids.includes(id)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const said = [...counts]
    .map(([kind, count]) => `${RECORD_LABELS[kind][count === 1 ? 'one' : 'many']}: ${count}`)
    .join('; ');
  return [
    {
      code: 'disposes-of',
      severity: 'warning',
      message: `This will be destroyed and cannot be brought back. ${said}.`,
    },
  ];
}

export function holdIssues(
  { value, createdAt }: StoredRecord<'hold'>,
  lists: CodeLists,
): readonly Issue[] {
  if (value.liftedOn !== undefined) return [];
  const { reason, from, reviewDueOn } = value;
  return [
    {
      code: 'hold-stands',
      severity: 'error',
      message: `A hold has been in place since ${writtenDate(from)}: ${codeLabel(lists, 'hold-reason', reason, civilDay(createdAt))}. Its review is due by ${writtenDate(reviewDueOn)}. Keep what is held, or have the hold lifted first.`,
    },
  ];
}

function isAbout({ value }: StoredRecord, subjectId: RecordId): boolean {
  return 'subjectId' in value && value.subjectId === subjectId;
}

function names({ value }: StoredRecord, root: RecordId): boolean {
  return (
    ('referralId' in value && value.referralId === root) ||
    ('identificationId' in value && value.identificationId === root)
  );
}

function restsOn({ value }: StoredRecord): readonly RecordId[] {
  return 'referrerId' in value && value.referrerId !== undefined ? [value.referrerId] : [];
}

const CONCERN: Issue = {
  code: 'concern-stands',
  severity: 'error',
  message:
    'A safeguarding concern is open. Close it first, or keep what is held until that is settled.',
};

const PROMISE: Issue = {
  code: 'promise-open',
  severity: 'error',
  message:
    'A promise is open. Say whether it was kept before you dispose of the record that it belongs to.',
};
