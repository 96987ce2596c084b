/** Doubt that a save is about the person whom it is moved to, from the names and dates of birth that it gave. */
import { doubtAbout, namedAs } from '../../match/doubt-about.js';
import { mayName } from '../../match/may-name.js';
import type { MatchKind, MatchValue } from '../../match/person.js';
import { takenValues } from '../../match/taken-values.js';
import { birthsOf } from '../../record/births.js';
import type { Subject } from '../../record/subject.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { ReadOfPerson } from '../../store/log/meant.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import type { FieldValue } from './given-by-save.js';

export interface MoveDoubt {
  /** Names that the save gave, if none of them may be the person’s. */
  readonly names: readonly string[];
  /** Dates of birth that the save gave, if none of them is the person’s. */
  readonly born: readonly PlainDate[];
}

/** @returns undefined if nothing that the save gave speaks against the person */
export function moveDoubt(given: readonly FieldValue[], to: Subject): MoveDoubt | undefined {
  const textsOf = (wanted: string): readonly string[] =>
    given.flatMap(({ field, value }) =>
      field === wanted && typeof value === 'string' ? value : [],
    );
  const [names, days] = [textsOf('name'), textsOf('bornOn') as readonly PlainDate[]];
  const births = birthsOf(to);
  const isNamed = names.some((name) => mayName(name, to) || mayName(to.name, namedAs(name)));
  const isBorn = births.length === 0 || days.some((day) => births.includes(day));
  const doubt = { names: isNamed ? [] : names, born: isBorn ? [] : days };
  return doubt.names.length + doubt.born.length === 0 ? undefined : doubt;
}

/** Words of a move to the keeper of the records, with the doubt as it will find it. */
export function movedAs(
  { from, to }: { readonly from: RecordId; readonly to: StoredRecord<'subject'> },
  given: readonly FieldValue[],
  changes: readonly Change[],
): { readonly read: ReadOfPerson; readonly doubt: MoveDoubt | undefined } {
  const own = changes.filter(({ record, parents }) => record === to.id || parents.length === 0);
  const sources = own.flatMap((change) => Object.values(change.sources ?? {}).flat());
  const taken = takenValues(own, new Set(sources.map(({ capture }) => capture)));
  const values = [...given.flatMap(matchValue), ...taken];
  const [said, found] = [moveDoubt(given, to.value), doubtAbout(values, to, [])];
  const names = [...new Set([...(said?.names ?? []), ...(found?.names ?? [])])];
  const born = [...new Set([...(said?.born ?? []), ...(found?.born ?? [])])];
  return {
    read: { subject: to.id, movedFrom: from, values: [...values] },
    doubt: names.length + born.length > 0 ? { names, born } : undefined,
  };
}

function matchValue({ field, value }: FieldValue): readonly MatchValue[] {
  const kind = COMPARED[field];
  return kind && typeof value === 'string' ? [{ kind, text: value }] : [];
}

const COMPARED: Readonly<Record<string, MatchKind>> = {
  name: 'name',
  aliases: 'name',
  bornOn: 'bornOn',
  phones: 'phone',
  emails: 'email',
};

export const MOVE_IN_DOUBT: Issue = {
  code: 'person-in-doubt',
  severity: 'error',
  message:
    'This save may be about somebody else. Choose another person, or say that you mean this one.',
  at: 'about',
};
