/**
 * The law of records that belong together: both are on one person's record. Otherwise one of them was moved meanwhile,
 * and what the other says would stand on the record that it left: a contact would no longer be corrected there, and a
 * decision would be about somebody else's referral.
 */
import { fieldsOf, RECORD_LABELS, type RecordKind } from '../../record/kind.js';
import type { Issue } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { HeldRecords, SavedRecord } from '../../store/log/gate.js';
import { namingIt } from '../../store/undo.js';

type Held = Pick<HeldRecords, 'find' | 'about'>;
type Value = Readonly<Record<string, unknown>>;

/** Judges what the save names anew, and what a record that goes to another person would leave behind. */
export function partedIssues(
  record: SavedRecord,
  saved: readonly SavedRecord[],
  held: Held,
): readonly Issue[] {
  const { kind, before, after } = record;
  const person = after && personOf(after);
  if (!after || person === undefined || record.restores) return [];
  const was = before && (before.value as unknown as Value);
  const isMoved = was !== undefined && personOf(was) !== person;
  const names = fieldsOf(kind).flatMap(({ name, refersTo }) => {
    const id = after[name];
    if (refersTo === undefined || refersTo === 'subject' || typeof id !== 'string') return [];
    if (!isMoved && was?.[name] === id) return [];
    const whose = personOf(valueNow(id as RecordId, saved, held));
    return whose === undefined || whose === person ? [] : [namesAnothers(kind, refersTo, name)];
  });
  return isMoved ? [...names, ...leftBehind(record, personOf(was), saved, held)] : names;
}

/** The records of the person it leaves that name it, unless they go along. */
function leftBehind(
  { kind, id }: SavedRecord,
  from: RecordId | undefined,
  saved: readonly SavedRecord[],
  held: Held,
): readonly Issue[] {
  if (from === undefined) return [];
  const naming = namingIt(kind);
  const isLeft = held
    .about(from)
    .filter((other) => !saved.some((each) => each.id === other.id))
    .some((other) =>
      naming.some(([of, field]) => other.kind === of && Reflect.get(other.value, field) === id),
    );
  return isLeft ? [parted(kind)] : [];
}

function valueNow(id: RecordId, saved: readonly SavedRecord[], held: Held): Value | undefined {
  const own = saved.find((each) => each.id === id);
  return own ? own.after : (held.find(id)?.value as Value | undefined);
}

function personOf(value: Value | undefined): RecordId | undefined {
  return value?.subjectId as RecordId | undefined;
}

function namesAnothers(kind: RecordKind, named: string, at: string): Issue {
  const [what, other] = [RECORD_LABELS[kind].one, RECORD_LABELS[named as RecordKind].one];
  return {
    code: 'names-anothers',
    severity: 'error',
    message: `${what}: the ${other.toLowerCase()} that it belongs to is on another person’s record, to which it was moved. Open it there.`,
    at,
  };
}

function parted(kind: RecordKind): Issue {
  return {
    code: 'would-be-parted',
    severity: 'error',
    message: `${RECORD_LABELS[kind].one}: something else on the record that it would leave belongs to it. Move both together.`,
  };
}
