/** Record linkage on labelled data: the matcher and plain equality; and the time of a search among many. */
import type { HeldPerson, MatchIndex, MatchValue, RecordId } from '../packages/core/src/index.ts';
import { ratio, type Spread, spread, tenths } from './figures.ts';
import { fromSource } from './from-source.ts';
import { type LinkageRow, type LinkageSet, linkageSets } from './linkage-data.ts';
import { type Machine, machine } from './machine.ts';
import { crowd } from './match-crowd.ts';
import { againstTarget, type Held } from './targets.ts';

export interface MatchOptions {
  /** Folder of labelled tables; a missing one is reported as skipped. */
  readonly data: string;
  /** Numbers of people on record in a timed search. */
  readonly sizes: readonly number[];
  /** Called with progress messages. */
  readonly say: (line: string) => void;
}

/** Agreement on pairs of rows. */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface SetFigures {
  readonly name: string;
  readonly rowCount: number;
  readonly truePairCount: number;
  /** Pairs by the weakest strength that counts: those that an officer would see. */
  readonly seenBefore: Readonly<Record<'strong' | 'moderate' | 'weak', Agreement>>;
  /** Pairs within the groups of a linkage of the whole table. */
  readonly linkage: Agreement;
  /** The peer: the same name and date of birth, letter for letter. */
  readonly exact: Agreement;
}

export interface SearchFigures {
  readonly heldCount: number;
  readonly buildMs: number;
  readonly searchMs: Spread;
  /** Searches for people with the commonest name and an address in the same town. */
  readonly commonestMs: Spread;
  /** People on record whom one search compares one by one. */
  readonly comparedCount: number;
  /** The peer: everyone on record checked for the same name and date of birth. */
  readonly scanMs: Spread;
}

export interface MatchFigures {
  readonly machine: Machine;
  /** Empty without data; then `skipped` says so. */
  readonly sets: readonly SetFigures[];
  readonly skipped?: string;
  readonly searches: readonly SearchFigures[];
  readonly targets: readonly Held[];
}

/** The measured stage. */
type Match = Pick<typeof import('../packages/core/src/index.ts'), 'matchIndex' | 'linkPeople'>;

/** Milliseconds of a person search among 100,000. */
const SEARCH_MS = 20;
const SEARCHES = 300;

export async function benchMatch({ data, sizes, say }: MatchOptions): Promise<MatchFigures> {
  const measuredOn = machine();
  const match = (await fromSource('match/index.ts')) as Match;
  const sets = linkageSets(data).map((set) => {
    say(set.name);
    return measureSet(set, match);
  });
  const searches = sizes.map((size) => {
    say(`${size} people held`);
    return measureSearch(size, match);
  });
  return {
    machine: measuredOn,
    sets,
    ...(sets.length > 0 ? {} : { skipped: `labelled data, because there is none in ${data}` }),
    searches,
    targets: searches.flatMap(({ heldCount, searchMs, commonestMs }) => [
      againstTarget(`${heldCount} held: a search, p95 ms`, searchMs.p95, SEARCH_MS),
      againstTarget(`${heldCount} held: the commonest name, p95 ms`, commonestMs.p95, SEARCH_MS),
    ]),
  };
}

function measureSet({ name, rows }: LinkageSet, { matchIndex, linkPeople }: Match): SetFigures {
  const people = rows.map(personOf);
  const index = matchIndex();
  for (const person of people) index.put(person);
  const entities = new Map(people.map(({ id }, nth) => [id, rows[nth]?.entity]));
  const truePairCount = pairsOf(groupsOf(rows, ({ entity }) => entity));
  const judged = (pairs: Iterable<readonly [RecordId, RecordId]>): Agreement => {
    let [right, all] = [0, 0];
    for (const [one, other] of pairs) {
      all += 1;
      if (entities.get(one) === entities.get(other)) right += 1;
    }
    return agreement(right, all, truePairCount);
  };
  const offered = offeredPairs(people, index);
  const upTo = (...strengths: readonly string[]) =>
    judged(offered.filter(({ strength }) => strengths.includes(strength)).map(({ pair }) => pair));
  return {
    name,
    rowCount: rows.length,
    truePairCount,
    seenBefore: {
      strong: upTo('strong'),
      moderate: upTo('strong', 'moderate'),
      weak: upTo('strong', 'moderate', 'weak'),
    },
    linkage: judged(linkPeople(people).flatMap(pairsIn)),
    exact: judged(
      groupsOf(people, (_, nth) => exactKey(rows[nth])).flatMap((group) =>
        pairsIn(group.map(({ id }) => id)),
      ),
    ),
  };
}

/** Each pair once, with the stronger of its two strengths, from either side. */
function offeredPairs(people: readonly HeldPerson[], index: MatchIndex) {
  const order = ['strong', 'moderate', 'weak'];
  const found = new Map<string, { strength: string; pair: readonly [RecordId, RecordId] }>();
  for (const person of people) {
    const options = { limit: Number.POSITIVE_INFINITY, without: person.id };
    for (const { person: other, strength } of index.search(person, options).candidates) {
      const pair =
        person.id < other ? ([person.id, other] as const) : ([other, person.id] as const);
      const before = found.get(pair.join(' '));
      if (before && order.indexOf(before.strength) <= order.indexOf(strength)) continue;
      found.set(pair.join(' '), { strength, pair });
    }
  }
  return [...found.values()];
}

function personOf(row: LinkageRow): HeldPerson {
  const { given, family, born, email, reference, address, postcode } = row;
  const name = `${given} ${family}`.trim();
  const values: readonly (MatchValue | undefined)[] = [
    name
      ? { kind: 'name', text: name, ...(given ? { given } : {}), ...(family ? { family } : {}) }
      : undefined,
    born ? { kind: 'bornOn', text: born } : undefined,
    email ? { kind: 'email', text: email } : undefined,
    reference ? { kind: 'reference', text: reference } : undefined,
    address || postcode
      ? { kind: 'address', text: address || postcode, ...(postcode ? { postcode } : {}) }
      : undefined,
  ];
  return { id: row.id as RecordId, values: values.filter((value) => value !== undefined) };
}

/** Undefined if any of the three is unknown. */
function exactKey(row: LinkageRow | undefined): string | undefined {
  if (!row?.given || !row.family || !row.born) return undefined;
  return [row.given, row.family, row.born].join('\n').toLowerCase();
}

function groupsOf<T>(
  all: readonly T[],
  keyOf: (one: T, nth: number) => string | undefined,
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const [nth, one] of all.entries()) {
    const key = keyOf(one, nth);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function pairsOf(groups: readonly (readonly unknown[])[]): number {
  return groups.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
}

function pairsIn(group: readonly RecordId[]): readonly (readonly [RecordId, RecordId])[] {
  return group.flatMap((one, nth) => group.slice(nth + 1).map((other) => [one, other] as const));
}

function agreement(right: number, all: number, wanted: number): Agreement {
  const precision = all === 0 ? 1 : right / all;
  const recall = wanted === 0 ? 1 : right / wanted;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return {
    precision: tenThousandths(precision),
    recall: tenThousandths(recall),
    f1: tenThousandths(f1),
  };
}

function tenThousandths(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function measureSearch(size: number, { matchIndex }: Match): SearchFigures {
  const { people, sought, commonest } = crowd(size, SEARCHES);
  const index = matchIndex();
  const built = timed(() => {
    for (const person of people) index.put(person);
  });
  let compared = 0;
  const searches = sought.map((person) =>
    timed(() => {
      compared += index.search(person).comparedCount;
    }),
  );
  const common = commonest.map((person) => timed(() => index.search(person)));
  const scans = sought
    .slice(0, 50)
    .map(({ values: [name, born] }) =>
      timed(() =>
        people.filter(
          ({ values }) => values[0]?.text === name?.text && values[1]?.text === born?.text,
        ),
      ),
    );
  return {
    heldCount: size,
    buildMs: tenths(built),
    searchMs: spread(searches),
    commonestMs: spread(common),
    comparedCount: ratio(compared, sought.length),
    scanMs: spread(scans),
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
