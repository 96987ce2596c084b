/** The code lists in force, each with its codes of earlier days: anything recorded with one still has its words. */

import { grouped } from '../capture/field/grouped.js';
import type { Code, CodeList, CodeLists, ListRecall } from '../codes/code-list.js';
import { canonical } from '../shared/canonical.js';
import { addDays } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import {
  type CodeListArrival,
  codeListArrivals,
  codeListsAtMidnight,
} from './code-list-arrivals.js';
import { type DatedDefinition, definitionDays } from './definition-days.js';
import { recalledDefinitions } from './in-force.js';
import { commonDays, type Days, daysWritten, isWithin } from './pack-days.js';
import { compareSources, compareText, type PacksHeld } from './packs-held.js';
import { codeListVersions, givenList, withAbsentWords } from './words-of-absent-codes.js';

/**
 * The lists by id: those in force on that day, and those that were in force before. A code can be chosen on the days on
 * which a list in force had it. Where its words changed during a day, that day keeps those that were there first. On
 * other days it has the words of the version that was for that day, wherever it was in force.
 */
export function codeListsInForce(held: PacksHeld, on: PlainDate): CodeLists {
  const arrivals = grouped(codeListArrivals(held, on), ({ list }) => list.id);
  const atMidnight = rememberedDays((day) => codeListsAtMidnight(held, day));
  const lists = new Map<string, CodeList>();
  for (const [id, sources] of grouped(listSources(held), ({ list }) => list.id)) {
    const spans = withEarlierThatDay(spansUntil(sources, on), arrivals.get(id) ?? [], (day) =>
      atMidnight(day).get(id),
    );
    const list = listOfSpans(spans, on);
    if (list) lists.set(id, list);
  }
  for (const [id, versions] of codeListVersions(held, on)) {
    const [first] = versions;
    const known = lists.get(id) ?? (first && { ...first.list, codes: [] });
    // One that was expected for a day, and was under a stronger one in its first hour, had nothing recorded with it.
    const shown = (arrivals.get(id) ?? []).filter(
      ({ isExpected, day, list }) => !isExpected || atMidnight(day).get(id)?.list === list,
    );
    if (known) lists.set(id, withAbsentWords(known, versions, shown));
  }
  for (const [id, recalls] of listRecalls(held, on)) {
    const list = lists.get(id);
    if (list) lists.set(id, { ...list, recalls });
  }
  return lists;
}

/** Works out each day once. */
function rememberedDays<T>(of: (day: PlainDate) => T): (day: PlainDate) => T {
  const known = new Map<PlainDate, T>();
  return (day) => {
    const found = known.get(day) ?? of(day);
    known.set(day, found);
    return found;
  };
}

function listRecalls(held: PacksHeld, on: PlainDate): ReadonlyMap<string, readonly ListRecall[]> {
  const recalled = recalledDefinitions(held, on).filter(
    ({ definition }) => definition.kind === 'code-list',
  );
  return new Map(
    [...grouped(recalled, ({ definition }) => definition.id)].map(([id, each]) => [
      id,
      each.map(({ definition: { version }, origin, recalledOn, reason }) => ({
        version,
        ...(origin ? { issuer: origin.issuer.name } : {}),
        recalledOn,
        reason,
      })),
    ]),
  );
}

interface ListSource {
  readonly source: DatedDefinition;
  readonly list: CodeList;
  /** Its place among all, the weakest first. */
  readonly strength: number;
}

function listSources(held: PacksHeld): readonly ListSource[] {
  return definitionDays(held)
    .filter(({ definition }) => definition.kind === 'code-list')
    .sort(compareSources)
    .flatMap((source, strength) => {
      const { definition, origin } = source;
      if (definition.kind !== 'code-list') return [];
      const { value, standing } = definition;
      const list = origin ? givenList(value, origin.issuer.name, standing === 'official') : value;
      return [{ source, list, strength }];
    });
}

/** The days on which a list was in force, with nothing stronger over it. */
interface Span extends Days {
  readonly list: CodeList;
  readonly by: ListSource;
  /** Lists that were there before it on its first day, the earliest first. */
  readonly earlier?: readonly CodeList[];
}

/** The spans of a list up to that day, in their order. The last has no end if it is in force on that day. */
function spansUntil(sources: readonly ListSource[], on: PlainDate): readonly Span[] {
  const waiting = sources.toSorted((one, other) =>
    compareText(one.source.from ?? '', other.source.from ?? ''),
  );
  const changes: readonly (PlainDate | undefined)[] = [
    undefined,
    ...new Set(
      sources
        .flatMap(({ source: { from, until } }) => [from, until].filter((day) => day !== undefined))
        .filter((day) => day <= on)
        .sort(),
    ),
  ];
  const spans: Span[] = [];
  let present: readonly ListSource[] = [];
  let begun = 0;
  for (const [nth, from] of changes.entries()) {
    const first = begun;
    while (begins(waiting[begun], from)) begun += 1;
    present = [...present, ...waiting.slice(first, begun)].filter(
      ({ source: { until } }) => until === undefined || from === undefined || from < until,
    );
    const [any, ...others] = present;
    if (any === undefined) continue;
    const by = others.reduce((one, other) => (other.strength > one.strength ? other : one), any);
    const { list } = by;
    const until = changes[nth + 1];
    const last = spans.at(-1);
    if (last?.list === list && last.until === from) spans[spans.length - 1] = { ...last, until };
    else spans.push({ list, by, from, until });
  }
  return spans;
}

function begins(each: ListSource | undefined, on: PlainDate | undefined): boolean {
  if (each === undefined) return false;
  const { from } = each.source;
  return from === undefined || (on !== undefined && from <= on);
}

type PresentList = Pick<CodeListArrival, 'source' | 'list'>;

/**
 * Names the lists that were there on the first day of a span before it: that of the day before, unless another was
 * expected for that day, and those that were taken in earlier on it. A list that was expected and went on its first day
 * divides the span.
 */
function withEarlierThatDay(
  spans: readonly Span[],
  arrivals: readonly CodeListArrival[],
  atMidnight: (day: PlainDate) => PresentList | undefined,
): readonly Span[] {
  const onDay = grouped(arrivals, ({ day }) => day);
  const expectedDays = [...onDay].flatMap(([day, [first]]) => (first.isExpected ? [day] : []));
  const divided = spans.flatMap((span) => dividedAt(span, expectedDays));
  return divided.map((span, nth): Span => {
    const { from, by } = span;
    if (from === undefined) return span;
    const last = divided[nth - 1];
    const came = onDay.get(from) ?? [];
    const [strongest] = came;
    let present: PresentList | undefined = last?.until === from ? last.by : undefined;
    if (strongest?.isExpected && isStronger(strongest, present))
      present = strongest.list === span.list ? by : atMidnight(from);
    const earlier = present ? [present.list] : [];
    for (const each of came) {
      if (each.isExpected || !isStronger(each, present)) continue;
      present = each;
      earlier.push(each.list);
    }
    return earlier.length === 0 || earlier[0] === span.list ? span : { ...span, earlier };
  });
}

function isStronger(one: PresentList, other: PresentList | undefined): boolean {
  return other === undefined || compareSources(one.source, other.source) > 0;
}

function dividedAt(span: Span, days: readonly PlainDate[]): readonly Span[] {
  const { from, until } = span;
  const within = days
    .filter((day) => (from === undefined || from < day) && (until === undefined || day < until))
    .sort();
  return [from, ...within].map((day, nth) => ({ ...span, from: day, until: within[nth] ?? until }));
}

/** A code with the same words for a stretch of days. */
interface Run extends Days {
  readonly row: Code;
}

/**
 * The list of the last span with the codes of all. A code begins with the first list that had it, in the same words ever
 * since.
 */
function listOfSpans(spans: readonly Span[], on: PlainDate): CodeList | undefined {
  const last = spans.at(-1);
  if (last === undefined) return undefined;
  if (spans.length === 1 && last.from === undefined && last.until === undefined) return last.list;
  const runs: Run[] = [];
  /** The place of a run by its words and the day on which it could go on. */
  const places = new Map<string, number>();
  let present: readonly number[] = [];
  for (const span of spans)
    present = span.list.codes
      .flatMap((row) => runsOf(row, span, on))
      .map(({ row, ...days }) => {
        const text = wordsOf(row);
        const before = days.from === undefined ? undefined : places.get(`${days.from} ${text}`);
        const place = before ?? runs.length;
        runs[place] = {
          row,
          from: (before === undefined ? days : runs[place])?.from,
          until: days.until,
        };
        if (days.until !== undefined) places.set(`${days.until} ${text}`, place);
        return place;
      });
  const shown = new Set(last.until === undefined ? present : []);
  return {
    ...last.list,
    codes: [
      ...[...shown].flatMap((place) => runs[place] ?? []),
      ...runs.filter((_, place) => !shown.has(place)),
    ].map(rowOf),
  };
}

/** A row on the days of a span: with the words that were there first on the first of them, that of today first. */
function runsOf(row: Code, span: Span, on: PlainDate): readonly Run[] {
  const days = commonDays(span, daysWritten(row));
  if (days === undefined) return [];
  const { from, until } = days;
  const own = { row, from, until };
  if (from === undefined || from !== span.from) return [own];
  const before = span.earlier
    ?.flatMap(({ codes }) => codes)
    .find((each) => each.code === row.code && isWithin(daysWritten(each), from));
  if (before === undefined) return [own];
  const { label: _, hint: __, verb: ___, done: ____, ...rules } = row;
  const { label, hint, verb, done } = before;
  const words = {
    label,
    ...(hint === undefined ? {} : { hint }),
    ...(verb === undefined ? {} : { verb }),
    ...(done === undefined ? {} : { done }),
  };
  const kept = { ...rules, ...words };
  if (wordsOf(kept) === wordsOf(row)) return [own];
  const next = addDays(from, 1);
  const first = { row: kept, from, until: next };
  // A row of no day, if its only day keeps the words before it: they are those of the morning after.
  const second = { row, from: next, until };
  return on < next ? [first, second] : [second, first];
}

const texts = new WeakMap<Code, string>();

/** Everything that a code says but its days. */
function wordsOf(row: Code): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const { from: _, to: __, ...said } = row;
  const text = canonical(said);
  texts.set(row, text);
  return text;
}

function rowOf({ row: { from: _, to: __, ...row }, from, until }: Run): Code {
  return {
    ...row,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { to: addDays(until, -1) }),
  };
}
