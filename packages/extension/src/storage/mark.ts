/**
 * The mark: the number of batches and the digest of the last header, sealed. One is in the database, written with the
 * batch; one is outside it, so that a database that was emptied or restored from yesterday is reported at start. A
 * vault has both from its first day: if both are gone, nothing shows that the newest entries are still there.
 */
import { CHAIN_START, PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { VaultKind } from '../ports/services.js';
import type { StorageArea } from '../vault/area.js';
import { base64url, fromBase64url } from '../vault/bytes.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { openJson, type SealedPlace, sealJson } from '../vault/seal.js';
import type { VaultDatabase } from './place/database.js';

export const Mark = v.strictObject({
  seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
  head: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type Mark = v.InferOutput<typeof Mark>;

export const MARK_ROW = 'mark';
const outsideKey = (kind: VaultKind): string => `cp-mark-${kind}`;

type MarkKeys = Pick<VaultKeys, 'vault' | 'kind' | 'identity' | 'purposes'>;

export async function sealMark(keys: MarkKeys, mark: Mark): Promise<string> {
  return base64url(await sealJson(keys.purposes.mark, placeOf(keys), mark));
}

/** Puts the mark of an empty vault into both places. */
export async function placeFirstMark(
  keys: MarkKeys,
  database: VaultDatabase,
  area: StorageArea,
): Promise<void> {
  const value = await sealMark(keys, CHAIN_START);
  await database.meta.put({ key: MARK_ROW, version: 0, value });
  await area.set(outsideKey(keys.kind), value);
}

/** Keeps the mark outside. Late writes are merged into the newest, in order; `onTrouble` is called on a failure. */
export function outsideMark(
  area: StorageArea,
  kind: VaultKind,
  onTrouble: () => void,
): { write(sealed: string): void; settled(): Promise<void> } {
  let newest: string | undefined;
  let writing: Promise<void> | undefined;
  const drain = async (): Promise<void> => {
    while (newest !== undefined) {
      const sealed = newest;
      newest = undefined;
      await area.set(outsideKey(kind), sealed).catch(onTrouble);
    }
    writing = undefined;
  };
  return {
    write(sealed) {
      newest = sealed;
      writing ??= drain();
    },
    async settled() {
      await writing;
    },
  };
}

/**
 * The later of the two marks, which the chain must pass through; undefined when neither is there.
 *
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when a mark was altered; `CP_STORE_CHAIN_BROKEN` when the two are of
 * different chains
 */
export async function latestMark(
  keys: MarkKeys,
  database: VaultDatabase | undefined,
  area: StorageArea,
): Promise<{ readonly expect: Mark | undefined; readonly isOutside: boolean }> {
  const inside = await readMark(keys, (await database?.meta.get(MARK_ROW))?.value);
  const outside = await readMark(keys, await area.get(outsideKey(keys.kind)));
  if (inside && outside && inside.seq === outside.seq && inside.head !== outside.head)
    throw new PreventError(
      'CP_STORE_CHAIN_BROKEN',
      'The records on this computer are not the ones that were last worked with. Do not carry on with them.',
    );
  const expect = outside && (!inside || outside.seq > inside.seq) ? outside : inside;
  return { expect, isOutside: outside !== undefined };
}

async function readMark(keys: MarkKeys, sealed: unknown): Promise<Mark | undefined> {
  if (typeof sealed !== 'string') return undefined;
  const opened = await openJson(keys.purposes.mark, placeOf(keys), bytesOf(sealed));
  return v.parse(Mark, opened);
}

function bytesOf(sealed: string): Uint8Array {
  try {
    return fromBase64url(sealed);
  } catch {
    // The text is not even base64url: an empty seal is refused as altered.
    return new Uint8Array();
  }
}

function placeOf({ vault, identity }: MarkKeys): SealedPlace {
  return { vault, table: 'mark', device: identity.device, seq: 0, schema: 1, key: 'mark/1' };
}
