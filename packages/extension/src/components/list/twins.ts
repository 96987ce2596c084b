/**
 * People of one name whose birth is said alike: the days of their first referral and of their record, and their order if
 * that is the same too. None of these changes when one of them is referred again.
 */
import { foldText, type PlainDate, type RecordId } from '@cyber-prevent/core';

export interface Twin {
  /** Absent if there is no referral. */
  readonly firstReceivedOn?: PlainDate;
  /** Absent while it is not known. */
  readonly recordedOn?: PlainDate;
  /** Place among those who were recorded on that day, from 1, and how many they are. */
  readonly place?: { readonly nth: number; readonly of: number };
}

interface Person extends Pick<Twin, 'firstReceivedOn' | 'recordedOn'> {
  readonly id: RecordId;
  readonly name: string;
  readonly bornOn?: PlainDate | undefined;
  /** Every date of birth on record, if there is more than one. */
  readonly births?: readonly PlainDate[];
  readonly isClosed?: true;
}

/**
 * Finds the people who read alike: of one name, with the same date of birth or with equally many. None of several dates
 * is said. A place does not depend on the order of the people, so it is the same on every screen. Closed records are
 * nobody's twin.
 */
export function twinsOf(people: readonly Person[]): ReadonlyMap<RecordId, Twin> {
  const twins = new Map<RecordId, Twin>();
  const open = people.filter(({ isClosed }) => !isClosed);
  for (const alike of groups(open, saidAs)) {
    for (const { id, firstReceivedOn, recordedOn } of alike)
      twins.set(id, {
        ...(firstReceivedOn && { firstReceivedOn }),
        ...(recordedOn && { recordedOn }),
      });
    for (const same of groups(alike, ({ recordedOn = '' }) => [recordedOn])) {
      const ids = same.map(({ id }) => id).toSorted();
      for (const [index, id] of ids.entries())
        twins.set(id, { ...twins.get(id), place: { nth: index + 1, of: ids.length } });
    }
  }
  return twins;
}

/** The name with the recorded date of birth, and with the number of dates where there are several. */
function saidAs({ name, bornOn, births }: Person): readonly string[] {
  const folded = foldText(name);
  return [`${bornOn ?? ''} ${folded}`, ...(births ? [`${births.length} ${folded}`] : [])];
}

/** Groups of more than one: those who share a key with another of the group. */
function groups(
  people: readonly Person[],
  keysOf: (person: Person) => readonly string[],
): readonly Person[][] {
  const found = new Map<string, Person[]>();
  for (const person of people) {
    const keys = keysOf(person);
    const [group = [], ...others] = new Set(
      keys.flatMap((key) => {
        const own = found.get(key);
        return own ? [own] : [];
      }),
    );
    const joined = others.flat();
    group.push(person, ...joined);
    for (const key of [...keys, ...joined.flatMap(keysOf)]) found.set(key, group);
  }
  return [...new Set(found.values())].filter(({ length }) => length > 1);
}
