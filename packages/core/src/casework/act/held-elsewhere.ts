/**
 * Obstacles to a disposal that no record of the case shows: holds on other people, to whose records some of this case
 * once belonged, or whose records rest on it.
 */
import { birthsOf } from '../../record/births.js';
import { RECORD_LABELS, type RecordKind } from '../../record/kind.js';
import { writtenDate } from '../../shared/dates.js';
import type { Issue } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { HeldOnly, KeptByHold, RecordStore, StoredRecord } from '../../store/log/port.js';

export interface HeldElsewhere {
  readonly subject: RecordId;
  readonly going: readonly (StoredRecord | HeldOnly)[];
  /** Every record of the store, or of it the holds and the subjects. */
  readonly all: readonly StoredRecord[];
  /** Subjects whose records are closed to the officer: their names are not given. */
  readonly closed: ReadonlySet<RecordId>;
}

/**
 * An issue for each hold that keeps any of it, unless it is in place on the person themselves: that one is said by
 * itself. The place of an issue is the id of the person whose hold it is, if the officer can open their record.
 */
export function heldElsewhere(kept: readonly KeptByHold[], of: HeldElsewhere): readonly Issue[] {
  const own = new Set(of.going.flatMap((record) => (isStanding(record) ? record.id : [])));
  const byHold = new Map<RecordId, KeptByHold[]>();
  for (const each of kept.filter(({ hold }) => !own.has(hold)))
    byHold.set(each.hold, [...(byHold.get(each.hold) ?? []), each]);
  return [...byHold].map(([hold, records]) => issueOfHold(hold, records, of));
}

/**
 * The same for a disposal of less than a whole case: a refused referral, say.
 *
 * @param ids - the records that would go
 * @param own - everything of the subject, whose own holds are said by themselves
 */
export async function holdsElsewhere(
  store: Pick<RecordStore, 'keptByHolds' | 'query'>,
  ids: readonly RecordId[],
  { subject, own }: { readonly subject: RecordId; readonly own: HeldElsewhere['going'] },
): Promise<readonly Issue[]> {
  const kept = ids.length === 0 ? [] : await store.keptByHolds(ids);
  if (kept.length === 0) return [];
  const all: readonly StoredRecord[] = [
    ...(await store.query('hold')),
    ...(await store.query('subject')),
  ];
  // The store of a page gives no hold and nobody closed to its officer, so that there is nobody to leave out.
  return heldElsewhere(kept, { subject, going: own, all, closed: new Set() });
}

function isStanding(record: StoredRecord | HeldOnly): boolean {
  return (
    record.kind === 'hold' &&
    'value' in record &&
    (record as StoredRecord<'hold'>).value.liftedOn === undefined
  );
}

function issueOfHold(
  id: RecordId,
  kept: readonly KeptByHold[],
  { subject, going, all, closed }: HeldElsewhere,
): Issue {
  const hold = all.find((each): each is StoredRecord<'hold'> => each.id === id);
  const whose = hold?.value.subjectId;
  if (whose === subject) return HOLD_IN_DOUBT;
  const person = all.find((each): each is StoredRecord<'subject'> => each.id === whose);
  const name = person && !closed.has(person.id) ? nameAndBirth(person) : undefined;
  const on = name === undefined ? 'a record that you cannot open' : `the record of ${name}`;
  const next =
    name === undefined
      ? 'Ask your supervisor to have that hold reviewed.'
      : `Open the record of ${name}, and review that hold first.`;
  const ids = new Set(kept.map(({ record }) => record));
  const what = listOf(going.filter((each) => ids.has(each.id)));
  const why = kept.some((each) => each.subject === subject)
    ? 'It was in place here until it was moved.'
    : kept.every(({ isAbout }) => isAbout)
      ? 'This was on that record until it was moved.'
      : 'This was on that record until it was moved, or something on that record rests on it.';
  return {
    code: 'hold-elsewhere',
    severity: 'error',
    message: `A hold on ${on} keeps part of this case: ${what}. ${why} ${next}`,
    ...(name === undefined || whose === undefined ? {} : { at: whose }),
  };
}

/** “Corin Vael (born 2 May 2010)”: two of one name are told apart by it. */
function nameAndBirth({ value }: StoredRecord<'subject'>): string {
  const births = birthsOf(value);
  const [only] = births;
  if (only === undefined) return value.name;
  return births.length === 1
    ? `${value.name} (born ${writtenDate(only)})`
    : `${value.name} (${births.length} dates of birth)`;
}

/** “Attached file “notice.pdf”; Contacts: 2”: a file by its name, any other by how many there are. */
function listOf(records: readonly (StoredRecord | HeldOnly)[]): string {
  const named: string[] = [];
  const counts = new Map<RecordKind, number>();
  for (const record of records) {
    const { kind } = record;
    if (kind === 'attachment' && 'value' in record)
      named.push(
        `${RECORD_LABELS.attachment.one} “${(record as StoredRecord<'attachment'>).value.name}”`,
      );
    else counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const counted = [...counts].map(
    ([kind, count]) => `${RECORD_LABELS[kind][count === 1 ? 'one' : 'many']}: ${count}`,
  );
  return [...named, ...counted].join('; ');
}

const HOLD_IN_DOUBT: Issue = {
  code: 'hold-stands',
  severity: 'error',
  message:
    'There are two versions of a hold on this case, and in one of them it is still in place. Say which is right, and lift the hold first if it may be lifted.',
};
