/**
 * People whom a name and a date of birth do not tell apart, or whose name is not known: what nobody else of them has, the
 * days of their first referral and of their record, and their place among those alike. None of the days changes when
 * one of them is referred again.
 */
import { foldText, type PlainDate, type RecordId, type SubjectRow } from '@cyber-prevent/core';
import type { Place } from '../../ports/diary-read.js';

export interface Twin {
  /** Another name or a handle that no other of them has: it says more than any day. */
  readonly known?: { readonly by: 'alias' | 'handle'; readonly text: string };
  /** The school or employer, if no other of them has it. */
  readonly school?: string;
  /** Absent if there is no referral. */
  readonly firstReceivedOn?: PlainDate;
  /** Absent while it is not known. */
  readonly recordedOn?: PlainDate;
  /** Among those who were recorded on that day. */
  readonly place?: Place;
}

export interface MaybeTwin
  extends Pick<Twin, 'firstReceivedOn' | 'recordedOn'>,
    Pick<SubjectRow, 'id' | 'name' | 'isUnnamed' | 'handle' | 'school' | 'isClosed'>,
    Partial<Pick<SubjectRow, 'otherNames'>> {
  readonly bornOn?: PlainDate | undefined;
  /** Every date of birth on record, if there is more than one. */
  readonly births?: readonly PlainDate[];
}

/**
 * Finds the people who read alike: of one name, with the same date of birth or with equally many. None of several dates
 * is said. Everybody whose name is not known is one of them, even the only one: “Name not known” says nobody. A place does
 * not depend on the order of the people, so it is the same on every screen. Closed records are nobody's twin.
 */
export function twinsOf(people: readonly MaybeTwin[]): ReadonlyMap<RecordId, Twin> {
  const twins = new Map<RecordId, Twin>();
  const open = people.filter(({ isClosed }) => !isClosed);
  for (const alike of groups(open, saidAs)) {
    if (alike.length < 2 && !alike.some(({ isUnnamed }) => isUnnamed)) continue;
    const own = ownFacts(alike);
    for (const person of alike) {
      const { id, firstReceivedOn, recordedOn } = person;
      twins.set(id, {
        ...own(person),
        ...(firstReceivedOn && { firstReceivedOn }),
        ...(recordedOn && { recordedOn }),
      });
    }
    const [first] = alike;
    // Days tell those apart whose name is not known; of one name and one birth, each says that there is another.
    const placed = first?.isUnnamed
      ? groups(alike, ({ recordedOn = '' }) => [recordedOn]).filter((same) => same.length > 1)
      : [alike];
    for (const same of placed) {
      const ids = same.map(({ id }) => id).toSorted();
      for (const [index, id] of ids.entries())
        twins.set(id, { ...twins.get(id), place: { nth: index + 1, of: ids.length } });
    }
  }
  return twins;
}

/** Key by which a name reads: people whose name is not known share one, in whatever words that is said. */
export function readsAs({ name, isUnnamed }: Pick<MaybeTwin, 'name' | 'isUnnamed'>): string {
  return isUnnamed ? '' : foldText(name);
}

/** The name with the recorded date of birth, and with the number of dates where there are several. */
function saidAs(person: MaybeTwin): readonly string[] {
  const { bornOn, births, isUnnamed } = person;
  const name = readsAs(person);
  if (isUnnamed) return [name];
  return [`${bornOn ?? ''} ${name}`, ...(births ? [`${births.length} ${name}`] : [])];
}

type OwnFacts = Pick<Twin, 'known' | 'school'>;

/** The facts that one of several people has alone: an alias before a handle, and the school. */
function ownFacts(alike: readonly MaybeTwin[]): (person: MaybeTwin) => OwnFacts {
  const named = ({ name, otherNames = [] }: MaybeTwin) => [name, ...otherNames];
  const names = countsOf(alike, named);
  const handles = countsOf(alike, ({ handle }) => (handle === undefined ? [] : [handle]));
  const schools = countsOf(alike, ({ school }) => (school === undefined ? [] : [school]));
  const isOwn = (counts: ReadonlyMap<string, number>, text: string): boolean =>
    counts.get(foldText(text)) === 1;
  return (person) => {
    const { name, otherNames = [], handle, school } = person;
    const alias = otherNames.find(
      (each) => isOwn(names, each) && foldText(each) !== foldText(name),
    );
    const known =
      alias !== undefined
        ? ({ by: 'alias', text: alias } as const)
        : handle !== undefined && isOwn(handles, handle)
          ? ({ by: 'handle', text: handle } as const)
          : undefined;
    return {
      ...(known && { known }),
      ...(school !== undefined && isOwn(schools, school) && { school }),
    };
  };
}

/** By the folded text: the number of people who have it. */
function countsOf(
  people: readonly MaybeTwin[],
  textsOf: (person: MaybeTwin) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const person of people)
    for (const text of new Set(textsOf(person).map(foldText)))
      if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Groups of those who share a key with another of the group. */
function groups(
  people: readonly MaybeTwin[],
  keysOf: (person: MaybeTwin) => readonly string[],
): readonly MaybeTwin[][] {
  const found = new Map<string, MaybeTwin[]>();
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
  return [...new Set(found.values())];
}
