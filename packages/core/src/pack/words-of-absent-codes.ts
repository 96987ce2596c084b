/**
 * Words of codes for days on which they could not be chosen here. A record may come from another computer that had the
 * pack then, or the pack may have come later.
 */

import { grouped } from '../capture/field/grouped.js';
import type { Code, CodeList } from '../codes/code-list.js';
import { civilDay } from '../shared/civil-day.js';
import { addDays } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import type { CodeListArrival } from './code-list-arrivals.js';
import { issuersByKey, type PinnedIssuer, rankOrder } from './issuer.js';
import { commonDays, type Days, daysWritten, firstDayOf, isWithin } from './pack-days.js';
import { compareText, isAllowed, type PacksHeld } from './packs-held.js';

/** A version of a list, with the days that it was made for. */
export interface CodeListVersion {
  readonly list: CodeList;
  readonly days: Days;
  /** Place of its issuer’s rank. */
  readonly rank: number;
  /** Number of its pack; of what ships 0. */
  readonly version: number;
}

/**
 * The versions of each list that a pack has had by that day, the strongest issuer’s first, of one issuer the latest, and
 * those of a key that is no longer pinned last. The order in which they were taken in makes no difference.
 */
export function codeListVersions(
  { shipped, packs, issuers }: PacksHeld,
  on: PlainDate,
): ReadonlyMap<string, readonly CodeListVersion[]> {
  const pinned = issuersByKey(issuers);
  const ofPacks = packs.flatMap((pack) => {
    const issuer = pinned.get(pack.issuer.signingKey);
    return pack.definitions.flatMap((definition) => {
      const mayBe = issuer === undefined || isAllowed({ definition, origin: { pack, issuer } });
      if (definition.kind !== 'code-list' || !mayBe || firstDayOf(pack) > on) return [];
      if (definition.from !== undefined && definition.from > on) return [];
      const made = civilDay(pack.madeAt);
      const ofPack = commonDays({ from: made }, daysWritten(pack));
      const days = ofPack && commonDays(ofPack, daysWritten(definition));
      const from = later(later(made, pack.from), definition.from);
      // One that was for no day at all has its words from its first.
      const isOfficial = issuer !== undefined && definition.standing === 'official';
      const list = givenList(definition.value, (issuer ?? pack.issuer).name, isOfficial);
      const { version } = pack;
      const own = { days: days ?? { from, until: from }, rank: rankOf(issuer), version };
      return [{ list, ...own, pack }];
    });
  });
  const versions = new Map<string, readonly CodeListVersion[]>();
  for (const [id, given] of grouped(ofPacks, ({ list }) => list.id)) {
    const sorted = given.toSorted(
      (one, other) =>
        other.rank - one.rank ||
        compareText(other.days.from ?? '', one.days.from ?? '') ||
        other.version - one.version ||
        compareText(one.pack.digest, other.pack.digest),
    );
    const ships = shipped.flatMap((each) =>
      each.kind === 'code-list' && each.id === id
        ? [{ list: each.value, days: {}, rank: SHIPPED, version: 0 }]
        : [],
    );
    const isOfPinned = ({ rank }: CodeListVersion) => rank > UNPINNED;
    versions.set(id, [
      ...sorted.filter(isOfPinned),
      ...ships,
      ...sorted.filter((each) => !isOfPinned(each)),
    ]);
  }
  return versions;
}

/** A list that says who gives it. */
export function givenList(list: CodeList, issuer: string, isOfficial: boolean): CodeList {
  return { ...list, givenBy: { issuer, isOfficial } };
}

function rankOf(issuer: PinnedIssuer | undefined): number {
  return issuer ? rankOrder(issuer.rank) : UNPINNED;
}

const SHIPPED = -1;
const UNPINNED = -2;

function later(one: PlainDate, other: PlainDate | undefined): PlainDate {
  return other !== undefined && other > one ? other : one;
}

interface RowOfVersion extends Omit<CodeListVersion, 'list'> {
  readonly row: Code;
}

/** Begins a row that gives words to every earlier day. */
const FIRST_DAY = '0001-01-02' as PlainDate;

/**
 * Adds rows that are in force on no day, each with the words of a code from its first day on: the day on which a code
 * goes keeps those of the day before, the day on which it came and went its own, and any other day those of the version
 * that was made for it, else of the earliest.
 *
 * @param versions - those of the list, the one that decides first
 */
export function withAbsentWords(
  list: CodeList,
  versions: readonly CodeListVersion[],
  arrivals: readonly CodeListArrival[],
): CodeList {
  const known = grouped(list.codes, ({ code }) => code);
  const rows = grouped(
    versions.flatMap(({ list: { codes }, days, ...version }) =>
      codes.map((row) => ({
        ...version,
        row,
        days: commonDays(days, daysWritten(row)) ?? { from: days.from, until: days.from },
      })),
    ),
    ({ row: { code } }) => code,
  );
  const arrived = grouped(
    arrivals.flatMap(({ list: { codes }, day, isExpected }) =>
      codes.flatMap((row) => (isWithin(daysWritten(row), day) ? [{ row, day, isExpected }] : [])),
    ),
    ({ row: { code } }) => code,
  );
  const added = [...rows].flatMap(([code, given]) =>
    absentRows(known.get(code) ?? [], given, arrived.get(code) ?? []),
  );
  return added.length === 0 ? list : { ...list, codes: [...list.codes, ...added] };
}

interface ArrivedRow {
  readonly row: Code;
  readonly day: PlainDate;
  readonly isExpected: boolean;
}

function absentRows(
  known: readonly Code[],
  versions: readonly RowOfVersion[],
  arrived: readonly ArrivedRow[],
): readonly Code[] {
  const wordsOn = (day: PlainDate | undefined): Code | undefined => {
    const came = arrived.find((each) => each.day === day);
    if (came) return came.row;
    const isFor = ({ days: { from, until } }: RowOfVersion) =>
      day === undefined ? from === undefined : isWithin({ from, until }, day);
    return (versions.find(isFor) ?? earliest(versions))?.row;
  };
  const added: Code[] = [];
  for (const { from, until, before } of gapsBetween(known)) {
    let shown = before;
    for (const day of changesWithin({ from, until }, versions, arrived)) {
      const wanted = wordsOn(day);
      if (wanted === undefined || (shown && words(shown) === words(wanted))) continue;
      shown = wanted;
      const begins = day ?? FIRST_DAY;
      const { under: _, ...row } = wanted;
      added.push({ ...row, from: begins, to: addDays(begins, -1) });
    }
  }
  return withoutNeedless(known, added, earliest(versions)?.days.from);
}

/** A day before the earliest row has that one’s words already. */
function withoutNeedless(
  known: readonly Code[],
  added: readonly Code[],
  earliestDay: PlainDate | undefined,
): readonly Code[] {
  const [first, ...others] = added;
  if (first?.from !== FIRST_DAY) return added;
  const [next] = [...known, ...others].sort((one, other) =>
    compareText(one.from ?? '', other.from ?? ''),
  );
  if (next && words(next) === words(first)) return others;
  if (next || earliestDay === undefined) return added;
  return [{ ...first, from: earliestDay, to: addDays(earliestDay, -1) }];
}

interface Gap extends Days {
  /** The row that ends where it begins. */
  readonly before: Code | undefined;
}

/** The days on which none of the rows is in force. */
function gapsBetween(rows: readonly Code[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let before: Code | undefined;
  const inOrder = rows.toSorted(
    (one, other) =>
      compareText(one.from ?? '', other.from ?? '') ||
      compareText(one.to ?? '9999-12-31', other.to ?? '9999-12-31'),
  );
  for (const row of inOrder) {
    const until = row.from;
    const from = before && daysWritten(before).until;
    const isOpen = before === undefined || from !== undefined;
    if (isOpen && until !== undefined && (from === undefined || from < until))
      gaps.push({ from, until, before });
    before = row;
  }
  const from = before && daysWritten(before).until;
  if (before === undefined || from !== undefined) gaps.push({ from, until: undefined, before });
  return gaps;
}

/**
 * The days in a gap from which the words may be others; its first day keeps those of the day before, unless a list with
 * the code was expected for that day.
 */
function changesWithin(
  { from, until }: Days,
  versions: readonly RowOfVersion[],
  arrived: readonly ArrivedRow[],
): readonly (PlainDate | undefined)[] {
  const days = [
    ...(from === undefined ? [] : [addDays(from, 1)]),
    ...versions.flatMap(({ days: own }) => [own.from, own.until]),
    ...arrived.flatMap(({ day }) => [day, addDays(day, 1)]),
  ].filter(
    (day): day is PlainDate =>
      day !== undefined &&
      (from === undefined || day > from) &&
      (until === undefined || day < until),
  );
  const isExpected = arrived.some((each) => each.day === from && each.isExpected);
  const first = from === undefined || isExpected ? [from] : [];
  return [...first, ...new Set(days.sort())];
}

/** The version that began first: of several on one day that of the strongest issuer, and its first. */
function earliest(versions: readonly RowOfVersion[]): RowOfVersion | undefined {
  const [first] = versions.toSorted(
    (one, other) =>
      compareText(one.days.from ?? '', other.days.from ?? '') ||
      other.rank - one.rank ||
      one.version - other.version,
  );
  return first;
}

function words({ label, hint = '', verb = '', done = '' }: Code): string {
  return [label, hint, verb, done].join('\n');
}
