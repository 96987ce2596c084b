/**
 * Unfinished work, sealed: drafts and half-filled forms, each with a version, under a name that reveals nothing. All of
 * it is under one key of the keyring, renewed when the vault opens and at each disposal: earlier discarded work cannot
 * be opened again, wherever its bytes are.
 */
import { canonical, failed, passed, type Result } from '@cyber-prevent/core';
import * as v from 'valibot';
import { pageKey } from '../app/work-keys.js';
import { base64url, utf8 } from '../vault/bytes.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { openJson, type SealedPlace, sealJson } from '../vault/seal.js';
import type { Keyring } from './keyring/keyring.js';
import type { MetaRow, VaultDatabase } from './place/database.js';
import { storageError } from './place/trouble.js';
import { isWorkAbout } from './work-about.js';

export interface SealedWork {
  save(key: string, value: unknown, seen: number): Promise<Result<{ readonly version: number }>>;
  load(key: string): Promise<{ readonly value: unknown; readonly version: number } | undefined>;
  keys(): Promise<readonly string[]>;
  discard(key: string): Promise<void>;
  /** Discards all that names one of the records, but for the spared. */
  forget(ids: ReadonlySet<string>, isSpared: (key: string) => boolean): Promise<void>;
  /** Seals all of it under a fresh key and destroys the old one. */
  renew(): Promise<void>;
  /** Slots of the keyring that work is sealed under. */
  slots(): Promise<readonly number[]>;
}

/** Prefix of every opaque name, to find these rows among the others. */
const PREFIX = 'w-';

const Held = v.strictObject({
  slot: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sealed: v.instance(Uint8Array),
});
type Held = v.InferOutput<typeof Held>;

const Inside = v.strictObject({ key: v.string(), value: v.unknown() });
type Inside = v.InferOutput<typeof Inside>;

export function sealedWork(
  database: VaultDatabase,
  keyring: Keyring,
  keys: Pick<VaultKeys, 'vault' | 'purposes'>,
): SealedWork {
  let current: Promise<number> | undefined;
  const slotNow = (): Promise<number> => {
    current ??= keyring.make('work').then(([slot]) => {
      if (slot === undefined) throw new RangeError('No slot was made');
      return slot;
    });
    current.catch(() => {
      current = undefined;
    });
    return current;
  };
  /** A save must not be sealed under a key that is being destroyed: writes run one after the other. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(write: () => Promise<T>): Promise<T> => {
    const done = turn.then(write).catch((error: unknown) => {
      throw storageError(error);
    });
    turn = done.catch(() => undefined);
    return done;
  };
  const nameOf = async (key: string): Promise<string> => {
    const mac = await crypto.subtle.sign('HMAC', keys.purposes.workNames, utf8(key));
    return PREFIX + base64url(new Uint8Array(mac));
  };
  const place = (name: string, version: number, slot: number): SealedPlace => ({
    vault: keys.vault,
    table: 'work',
    device: name,
    seq: version,
    schema: 1,
    key: `work/${slot}`,
  });
  const sealRow = async (name: string, version: number, inside: Inside): Promise<MetaRow> => {
    const slot = await slotNow();
    const sealed = await sealJson(await keyring.get(slot), place(name, version, slot), inside);
    return { key: name, version, value: { slot, sealed } satisfies Held };
  };
  const openRow = async (row: MetaRow): Promise<Inside> => {
    const { slot, sealed } = v.parse(Held, row.value);
    const inside = await openJson(
      await keyring.get(slot),
      place(row.key, row.version, slot),
      sealed,
    );
    return v.parse(Inside, inside);
  };
  const rows = (): Promise<MetaRow[]> => database.meta.where('key').startsWith(PREFIX).toArray();
  const slotsOf = (held: readonly MetaRow[]): number[] => [
    ...new Set(held.map(({ value }) => v.parse(Held, value).slot)),
  ];

  return {
    async save(key, value, seen) {
      const name = await nameOf(key);
      const version = seen + 1;
      const inside: Inside = { key, value: value ?? null };
      const held = await inTurn(async () => {
        const row = await sealRow(name, version, inside);
        return database.transaction('rw', database.meta, async () => {
          const found = await database.meta.get(name);
          if ((found?.version ?? 0) === seen) await database.meta.put(row);
          return found;
        });
      });
      if ((held?.version ?? 0) === seen) return passed({ version });
      // A repeat of the same save, after a lost answer, is not another page's.
      if (held?.version === version && canonical(await openRow(held)) === canonical(inside))
        return passed({ version });
      return failed({
        code: 'work-changed',
        message:
          'This was changed in another window. What you typed is still here: copy what you need, then load the other version.',
        severity: 'error',
      });
    },

    async load(key) {
      const row = await database.meta.get(await nameOf(key));
      return row && { value: (await openRow(row)).value, version: row.version };
    },

    async keys() {
      return (await Promise.all((await rows()).map(openRow))).map(({ key }) => key).sort();
    },

    async discard(key) {
      const name = await nameOf(key);
      await inTurn(() => database.meta.delete(name));
    },

    forget: (ids, isSpared) =>
      inTurn(async () => {
        const held = await Promise.all(
          (await rows()).map(async (row) => ({ name: row.key, ...(await openRow(row)) })),
        );
        const named = held.filter(
          ({ key, value }) => !isSpared(key) && isWorkAbout(key, value, ids),
        );
        // The pages that a draft was read from name none of our records: they go with their draft.
        const pages = new Set(named.flatMap(({ value }) => pagesOf(value)));
        const gone = [...named, ...held.filter(({ key }) => pages.has(key))];
        await database.meta.bulkDelete(gone.map(({ name }) => name));
      }),

    renew: () =>
      inTurn(async () => {
        const held = await rows();
        const old = slotsOf(held);
        const last = await current?.catch(() => undefined);
        if (last !== undefined && !old.includes(last)) old.push(last);
        current = undefined;
        await slotNow();
        const again: MetaRow[] = [];
        for (const row of held) again.push(await sealRow(row.key, row.version, await openRow(row)));
        await database.transaction('rw', database.meta, () => database.meta.bulkPut(again));
        await keyring.destroy(old);
      }),

    slots: async () => [...slotsOf(await rows()), ...(current ? [await current] : [])],
  };
}

const Read = v.object({ origins: v.array(v.object({ id: v.string() })) });

/** Keys of the pages that a draft of a capture was read from; none for any other work. */
function pagesOf(value: unknown): readonly string[] {
  const read = v.safeParse(Read, value);
  return read.success ? read.output.origins.map(({ id }) => pageKey(id)) : [];
}
