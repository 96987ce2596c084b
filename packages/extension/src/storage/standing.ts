/**
 * The vault in use of each kind. A vault that was set aside stays in place, byte for byte, and the next is made next to
 * it under other names. The vaults present on the computer show which one is in use: a separate note could be lost.
 */
import * as v from 'valibot';
import type { VaultKind } from '../ports/services.js';
import type { StorageArea } from '../vault/area.js';
import { databaseNames, type IndexedDbPort } from './place/database.js';
import type { Places } from './place/places.js';
import { numberSuffix, numbersIn } from './place/vault-names.js';

/** A vault that was set aside. */
const Aside = v.strictObject({
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Instant of setting aside. */
  at: v.string(),
});
export type Aside = v.InferOutput<typeof Aside>;

const asideKey = (kind: VaultKind): string => `cp-aside-${kind}`;

/** The places of the vault in use, even if there is none yet. Rejects when the browser gives no storage. */
export async function standingPlaces(
  kind: VaultKind,
  base: Places,
): Promise<Places & { readonly number: number }> {
  const [aside, folders, names] = await Promise.all([
    setAsideBefore(kind, base.area),
    base.files.numbers(kind),
    databaseNames(base.port),
  ]);
  const number = Math.max(
    1,
    ...aside.map((one) => one.number + 1),
    ...folders,
    ...numbersIn(names, kind),
  );
  return numberedPlaces(base, number);
}

/**
 * Leaves the vault in use unchanged, and lets the next one be made next to it. Nothing of it is moved, altered or
 * deleted.
 *
 * @param at - an instant
 */
export async function setVaultAside(kind: VaultKind, base: Places, at: string): Promise<void> {
  const { number } = await standingPlaces(kind, base);
  const before = await setAsideBefore(kind, base.area);
  await base.area.set(asideKey(kind), [...before, { number, at }]);
}

/** Vaults of the kind that were set aside, oldest first. */
export async function setAsideBefore(
  kind: VaultKind,
  area: StorageArea,
): Promise<readonly Aside[]> {
  const read = v.safeParse(v.array(Aside), await area.get(asideKey(kind)));
  return read.success ? read.output : [];
}

function numberedPlaces(base: Places, number: number): Places & { readonly number: number } {
  if (number === 1) return { ...base, number };
  return {
    ...base,
    number,
    port: numberedPort(base.port, numberSuffix(number)),
    area: numberedArea(base.area, numberSuffix(number)),
    files: base.files.numbered(number),
  };
}

function numberedPort(port: IndexedDbPort, suffix: string): IndexedDbPort {
  const { indexedDB: factory } = port;
  return {
    ...port,
    indexedDB: {
      open: (name, version) => factory.open(name + suffix, version),
      deleteDatabase: (name) => factory.deleteDatabase(name + suffix),
      databases: async () =>
        (await factory.databases()).flatMap(({ name = '', ...rest }) =>
          name.endsWith(suffix) ? [{ ...rest, name: name.slice(0, -suffix.length) }] : [],
        ),
      cmp: (first, second) => factory.cmp(first, second),
    },
  };
}

function numberedArea(area: StorageArea, suffix: string): StorageArea {
  return {
    get: (key) => area.get(key + suffix),
    set: (key, value) => area.set(key + suffix, value),
    remove: (key) => area.remove(key + suffix),
  };
}
