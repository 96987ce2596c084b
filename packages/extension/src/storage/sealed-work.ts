/** Unfinished work, sealed: drafts and half-filled forms, each under a name that says nothing, with a version. */
import { canonical, failed, passed, type Result } from '@cyber-prevent/core';
import * as v from 'valibot';
import { base64url, utf8 } from '../vault/bytes.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { openJson, type SealedPlace, sealJson } from '../vault/seal.js';
import type { MetaRow, VaultDatabase } from './database.js';
import { storageError } from './trouble.js';

export interface SealedWork {
  save(key: string, value: unknown, seen: number): Promise<Result<{ readonly version: number }>>;
  load(key: string): Promise<{ readonly value: unknown; readonly version: number } | undefined>;
  keys(): Promise<readonly string[]>;
  discard(key: string): Promise<void>;
}

/** Goes before every opaque name, to find these rows among the others. */
const PREFIX = 'w-';

const Inside = v.strictObject({ key: v.string(), value: v.unknown() });
type Inside = v.InferOutput<typeof Inside>;

export function sealedWork(
  database: VaultDatabase,
  keys: Pick<VaultKeys, 'vault' | 'purposes'>,
): SealedWork {
  const nameOf = async (key: string): Promise<string> => {
    const mac = await crypto.subtle.sign('HMAC', keys.purposes.workNames, utf8(key));
    return PREFIX + base64url(new Uint8Array(mac));
  };
  const place = (name: string, version: number): SealedPlace => ({
    vault: keys.vault,
    table: 'work',
    device: name,
    seq: version,
    schema: 1,
    key: 'work/1',
  });
  const openRow = async (row: MetaRow): Promise<Inside> => {
    const sealed = v.parse(v.instance(Uint8Array), row.value);
    const inside = await openJson(keys.purposes.work, place(row.key, row.version), sealed);
    return v.parse(Inside, inside);
  };

  return {
    async save(key, value, seen) {
      const name = await nameOf(key);
      const version = seen + 1;
      const inside: Inside = { key, value: value ?? null };
      const sealed = await sealJson(keys.purposes.work, place(name, version), inside);
      const row: MetaRow = { key: name, version, value: sealed };
      let held: MetaRow | undefined;
      try {
        held = await database.transaction('rw', database.meta, async () => {
          const found = await database.meta.get(name);
          if ((found?.version ?? 0) === seen) await database.meta.put(row);
          return found;
        });
      } catch (error) {
        throw storageError(error);
      }
      if ((held?.version ?? 0) === seen) return passed({ version });
      // The same save again, its answer lost on the way, is not another page's.
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
      const rows = await database.meta.where('key').startsWith(PREFIX).toArray();
      return (await Promise.all(rows.map(openRow))).map(({ key }) => key).sort();
    },

    async discard(key) {
      const name = await nameOf(key);
      try {
        await database.meta.delete(name);
      } catch (error) {
        throw storageError(error);
      }
    },
  };
}
