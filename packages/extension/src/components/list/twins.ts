/**
 * People of one name and one date of birth: the days of their first referral and of their record, and their order if that
 * is the same too. None of these changes when one of them is referred again.
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
  readonly isClosed?: true;
}

/**
 * Those of the people who have somebody of their name and date of birth among the others. A place does not depend on the
 * order of the people, so it is the same on every screen. Closed records are nobody's twin.
 */
export function twinsOf(people: readonly Person[]): ReadonlyMap<RecordId, Twin> {
  const twins = new Map<RecordId, Twin>();
  const open = people.filter(({ isClosed }) => !isClosed);
  for (const alike of groups(open, ({ name, bornOn = '' }) => `${bornOn} ${foldText(name)}`)) {
    for (const { id, firstReceivedOn, recordedOn } of alike)
      twins.set(id, {
        ...(firstReceivedOn && { firstReceivedOn }),
        ...(recordedOn && { recordedOn }),
      });
    for (const same of groups(alike, ({ recordedOn = '' }) => recordedOn)) {
      const ids = same.map(({ id }) => id).toSorted();
      for (const [index, id] of ids.entries())
        twins.set(id, { ...twins.get(id), place: { nth: index + 1, of: ids.length } });
    }
  }
  return twins;
}

/** Groups of more than one. */
function groups(people: readonly Person[], keyOf: (person: Person) => string): readonly Person[][] {
  const found = new Map<string, Person[]>();
  for (const person of people) {
    const key = keyOf(person);
    const group = found.get(key);
    if (group) group.push(person);
    else found.set(key, [person]);
  }
  return [...found.values()].filter(({ length }) => length > 1);
}
