/**
 * Brings together the packs of this vault with those of a backup. Where the two differ, the weaker state is kept: no pack
 * acts sooner, no key ranks higher, and nothing that was set aside or distrusted comes back. The order of several
 * backups makes no difference.
 */
import { canonical, type Instant, type PlainDate } from '@cyber-prevent/core';
import { ISSUER_RANKS, issuersByKey, type PinnedIssuer } from '@cyber-prevent/core/pack';
import type { KeptRow, PacksKept } from './pack-shelf.js';

/** Two states of one vault: each has all that the vault did until then. */
export function mergeOwn(here: PacksKept, there: PacksKept): PacksKept {
  const distrusts = joined(here.distrusts, there.distrusts);
  const recalls = [...here.recalls, ...there.recalls].map(
    (each) => [canonical(each), each] as const,
  );
  return {
    ...here,
    packs: rowsOf(here.packs, there.packs, ownRow),
    issuers: keysOf(here.issuers, there.issuers),
    pins: withoutKeys(keysOf(here.pins, there.pins), distrusts),
    distrusts,
    isOnly: here.isOnly || there.isOnly,
    recalls: [...new Map(recalls).values()].sort((one, other) =>
      compare(canonical(one), canonical(other)),
    ),
  };
}

/**
 * Another vault’s packs, as if they were taken in here today: they never act on what was recorded before. Its policy is
 * not this vault’s, so a key that only that policy trusted comes without trust.
 */
export function mergeOther(
  here: PacksKept,
  there: PacksKept,
  { today, now }: { readonly today: PlainDate; readonly now: Instant },
): PacksKept {
  const distrusts = joined(here.distrusts, there.distrusts);
  const fresh = there.packs.map(
    ({ setAside, ...row }): KeptRow => ({
      ...row,
      takenInOn: today,
      takenInAt: now,
      by: 'officer',
      ...(setAside ? { setAside: { ...setAside, on: today } } : {}),
    }),
  );
  // What the policy here says about a key is not for another vault’s officer to weaken.
  const theirPins = there.pins
    .filter(({ signingKey }) => !isOfPolicy(here, signingKey))
    .map(
      ({ official: _, succeeds: __, recalledOn: ___, ...pin }): PinnedIssuer => ({
        ...pin,
        pinnedOn: today,
      }),
    );
  const pins = withoutKeys(keysOf(here.pins, theirPins), distrusts);
  const pinned = new Map(pins.map((pin) => [pin.signingKey, pin]));
  const held = new Set(here.issuers.map(({ signingKey }) => signingKey));
  const unknown = there.issuers
    .filter(({ signingKey }) => !held.has(signingKey))
    .map(
      ({ succeeds: _, ...each }): PinnedIssuer => ({ ...each, pinnedOn: today, recalledOn: today }),
    );
  const issuers = keysOf(here.issuers, unknown).map((each): PinnedIssuer => {
    const pin = pinned.get(each.signingKey);
    const isTrusted = each.recalledOn === undefined;
    if (pin && (!held.has(each.signingKey) || !isTrusted)) return pin;
    if (pin) return stricter([each, pin]);
    return distrusts.includes(each.signingKey) && isTrusted ? { ...each, recalledOn: today } : each;
  });
  return {
    ...here,
    packs: rowsOf(here.packs, fresh, (own, theirs) => otherRow(own, theirs, today)),
    issuers,
    pins,
    distrusts,
  };
}

/** True if the key is trusted here, and no officer pinned it. */
function isOfPolicy({ issuers, pins }: PacksKept, key: string): boolean {
  return (
    issuers.some(({ signingKey, recalledOn }) => signingKey === key && recalledOn === undefined) &&
    !pins.some(({ signingKey }) => signingKey === key)
  );
}

function rowsOf(
  here: readonly KeptRow[],
  there: readonly KeptRow[],
  join: (own: KeptRow, theirs: KeptRow) => KeptRow,
): KeptRow[] {
  const rows = new Map(here.map((row) => [row.digest, row]));
  for (const row of there) {
    const own = rows.get(row.digest);
    rows.set(row.digest, own ? join(own, row) : row);
  }
  return [...rows.values()];
}

/** One pack in two states of this vault: it acts from the later day on. */
function ownRow(one: KeptRow, other: KeptRow): KeptRow {
  const [later] = [one, other].sort(
    (a, b) =>
      compare(b.takenInOn, a.takenInOn) || compare(b.takenInAt, a.takenInAt) || compare(a.by, b.by),
  );
  return withState(later ?? one, one.isHistory === true || other.isHistory === true, [one, other]);
}

/** One pack here and in another vault: the days here stay, and nothing about it changes before today. */
function otherRow(own: KeptRow, theirs: KeptRow, today: PlainDate): KeptRow {
  const isHistory = own.isHistory === true || (own.takenInOn >= today && theirs.isHistory === true);
  return withState(own, isHistory, [own, theirs]);
}

function withState(
  { isHistory: _, setAside: __, ...row }: KeptRow,
  isHistory: boolean,
  states: readonly KeptRow[],
): KeptRow {
  const [setAside] = states
    .flatMap((each) => each.setAside ?? [])
    .sort(
      (one, other) =>
        compare(one.on, other.on) || compare(one.at, other.at) || compare(one.reason, other.reason),
    );
  return { ...row, ...(isHistory ? { isHistory } : {}), ...(setAside ? { setAside } : {}) };
}

/** One issuer for each key. */
function keysOf(here: readonly PinnedIssuer[], there: readonly PinnedIssuer[]): PinnedIssuer[] {
  const byKey = new Map<string, PinnedIssuer[]>();
  for (const each of [...here, ...there])
    byKey.set(each.signingKey, [...(byKey.get(each.signingKey) ?? []), each]);
  return [...byKey.values()].map((both) =>
    both.length === 1 && both[0] ? both[0] : stricter(both),
  );
}

/** The stricter of several, as the core gives it, written in one way whatever came first. */
function stricter(issuers: readonly PinnedIssuer[]): PinnedIssuer {
  const sorted = [...issuers].sort(
    (one, other) =>
      ISSUER_RANKS.indexOf(one.rank) - ISSUER_RANKS.indexOf(other.rank) ||
      compare(one.pinnedOn, other.pinnedOn) ||
      compare(one.name, other.name),
  );
  const [each] = issuersByKey(sorted).values();
  if (each === undefined) throw new RangeError('No issuer was given');
  const { official = [], ...issuer } = each;
  const kinds = new Map<string, Set<string>>();
  for (const { kind, ids } of official) {
    const known = kinds.get(kind) ?? new Set();
    for (const id of ids) known.add(id);
    kinds.set(kind, known);
  }
  const written = [...kinds]
    .sort(([one], [other]) => compare(one, other))
    .map(([kind, ids]) => ({ kind, ids: ids.has('*') ? ['*'] : [...ids].sort() }));
  return { ...issuer, ...(written.length > 0 ? { official: written } : {}) };
}

function withoutKeys(issuers: readonly PinnedIssuer[], keys: readonly string[]): PinnedIssuer[] {
  return issuers.filter(({ signingKey }) => !keys.includes(signingKey));
}

function joined(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].sort();
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
