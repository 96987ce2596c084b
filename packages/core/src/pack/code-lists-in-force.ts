/** The code lists in force, each with its codes of earlier days: anything recorded with one still has its words. */

import { grouped } from '../capture/field/grouped.js';
import type { Code, CodeList, CodeLists, ListRecall } from '../codes/code-list.js';
import { canonical } from '../shared/canonical.js';
import { addDays } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import { type DatedDefinition, definitionDays } from './definition-days.js';
import { recalledDefinitions } from './in-force.js';
import { issuersByKey, type PinnedIssuer, rankOrder } from './issuer.js';
import type { Definition } from './pack.js';
import { commonDays, type Days, daysWritten, firstDayOf } from './pack-days.js';
import { compareSources, compareText, isAllowed, type PacksHeld } from './packs-held.js';

/**
 * The lists by id: those in force on that day, and those that were in force before. A code can be chosen on the days on
 * which a list in force had it, in the words of then. One that is no longer in force keeps its words.
 */
export function codeListsInForce(held: PacksHeld, on: PlainDate): CodeLists {
  const lists = new Map<string, CodeList>();
  for (const [id, sources] of grouped(listSources(held), ({ list }) => list.id)) {
    const list = listOfSpans(spansUntil(sources, on));
    if (list) lists.set(id, list);
  }
  for (const [id, given] of grouped(listsOfPacks(held, on), ({ list }) => list.id)) {
    const [first] = given;
    const known = lists.get(id) ?? (first && { ...first.list, codes: [] });
    if (known) lists.set(id, withNamed(known, given));
  }
  for (const [id, recalls] of listRecalls(held, on)) {
    const list = lists.get(id);
    if (list) lists.set(id, { ...list, recalls });
  }
  return lists;
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

function givenList(list: CodeList, issuer: string, isOfficial: boolean): CodeList {
  return { ...list, givenBy: { issuer, isOfficial } };
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
    const { list } = others.reduce(
      (one, other) => (other.strength > one.strength ? other : one),
      any,
    );
    const until = changes[nth + 1];
    const last = spans.at(-1);
    if (last?.list === list && last.until === from) spans[spans.length - 1] = { ...last, until };
    else spans.push({ list, from, until });
  }
  return spans;
}

function begins(each: ListSource | undefined, on: PlainDate | undefined): boolean {
  if (each === undefined) return false;
  const { from } = each.source;
  return from === undefined || (on !== undefined && from <= on);
}

/** A code with the same words for a stretch of days. */
interface Run extends Days {
  readonly row: Code;
}

/**
 * The list of the last span with the codes of all. A code begins with the first list that had it, in the same words ever
 * since.
 */
function listOfSpans(spans: readonly Span[]): CodeList | undefined {
  const last = spans.at(-1);
  if (last === undefined) return undefined;
  if (spans.length === 1 && last.from === undefined && last.until === undefined) return last.list;
  const runs: Run[] = [];
  /** The place of a run by its words and the day on which it could go on. */
  const places = new Map<string, number>();
  let present: readonly number[] = [];
  for (const span of spans)
    present = span.list.codes.flatMap((row) => {
      const days = commonDays(span, daysWritten(row));
      if (days === undefined) return [];
      const text = wordsOf(row);
      const before = days.from === undefined ? undefined : places.get(`${days.from} ${text}`);
      const place = before ?? runs.length;
      runs[place] = {
        row,
        from: (before === undefined ? days : runs[place])?.from,
        until: days.until,
      };
      if (days.until !== undefined) places.set(`${days.until} ${text}`, place);
      return [place];
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

interface ListOfPack {
  readonly list: CodeList;
  readonly from: PlainDate;
}

/**
 * The lists of every pack that has begun, the strongest first and those of a key that is no longer pinned last. Which
 * came first makes no difference.
 */
function listsOfPacks({ packs, issuers }: PacksHeld, on: PlainDate): readonly ListOfPack[] {
  const pinned = issuersByKey(issuers);
  const rankOf = (issuer: PinnedIssuer | undefined) => (issuer ? rankOrder(issuer.rank) : -1);
  return packs
    .map((pack) => ({
      pack,
      begun: firstDayOf(pack),
      issuer: pinned.get(pack.issuer.signingKey),
    }))
    .sort(
      (one, other) =>
        rankOf(other.issuer) - rankOf(one.issuer) ||
        other.pack.version - one.pack.version ||
        compareText(one.pack.digest, other.pack.digest),
    )
    .flatMap(({ pack, begun, issuer }) => {
      const { name } = issuer ?? pack.issuer;
      const isOfficial = ({ standing }: Definition) =>
        issuer !== undefined && standing === 'official';
      return pack.definitions.flatMap((definition) => {
        const from = definition.from && definition.from > begun ? definition.from : begun;
        const mayBe = issuer === undefined || isAllowed({ definition, origin: { pack, issuer } });
        return definition.kind === 'code-list' && mayBe && from <= on
          ? [{ list: givenList(definition.value, name, isOfficial(definition)), from }]
          : [];
      });
    });
}

/**
 * Gives words to codes that were in force on no whole day, as those of a list that was recalled on its first: they may
 * have been chosen that morning. They can be chosen on no day.
 */
function withNamed(list: CodeList, given: readonly ListOfPack[]): CodeList {
  const known = new Set(list.codes.map(({ code }) => code));
  const named = given.flatMap(({ list: { codes }, from }) => {
    const unknown = codes.filter(({ code }) => !known.has(code));
    for (const { code } of unknown) known.add(code);
    return unknown.map(({ under: _, ...code }) => ({ ...code, from, to: addDays(from, -1) }));
  });
  return named.length === 0 ? list : { ...list, codes: [...list.codes, ...named] };
}
