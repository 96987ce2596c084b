/**
 * The blobs of a vault: copies of pages, attachments. Each is sealed under its own key, so that destroying the key
 * destroys the blob wherever its bytes are. Its name is inside the seal: anyone with the root key could test guesses
 * against a name outside it. The shelf opens at the first call: unlocking does not wait for it.
 */
import { BlobName, type BlobStore, PreventError, refuseTooLarge } from '@cyber-prevent/core';
import * as v from 'valibot';
import { base64url, wipe } from '../vault/bytes.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { open, openJson, type SealedPlace, seal, sealJson } from '../vault/seal.js';
import { type BlobFile, type BlobFrame, openBlobFile } from './journal/blob-file.js';
import type { Keyring } from './keyring/keyring.js';
import { packBytes, unpackBytes } from './packing.js';
import type { VaultFiles } from './place/files.js';
import { storageError } from './place/trouble.js';
import { takeTurns } from './place/turns.js';

export interface BlobShelf extends BlobStore {
  /** Finds the blobs there are. Every other call does so first. */
  open(): Promise<void>;
  /** Those of these names that nothing readable is stored under. Reads every one of them. */
  unreadable(names: Iterable<BlobName>): Promise<readonly BlobName[]>;
  /** Rewrites the file when most of it is dead. */
  shrink(): Promise<void>;
  /** Bytes of the file in use, and the part of them that is live. */
  size(): Promise<{ readonly bytes: number; readonly live: number }>;
}

export interface BlobShelfParts {
  readonly files: VaultFiles;
  readonly keyring: Keyring;
  readonly keys: Pick<VaultKeys, 'vault' | 'purposes'>;
}

const Head = v.strictObject({ name: BlobName });
type Head = v.InferOutput<typeof Head>;

/** A file smaller than this is not worth rewriting. */
const SMALL_BYTES = 1_000_000;
/** The head is sealed before the blob, at the smallest sealed size. */
const HEAD_BYTES = 1 + 12 + 256 + 16;
/** Number of heads opened in parallel. */
const WINDOW = 64;

export function blobShelf({ files, keyring, keys }: BlobShelfParts): BlobShelf {
  let opening: Promise<BlobFile> | undefined;
  const stands = new Map<BlobName, BlobFrame>();
  /** Frames with a damaged head, under keys that still exist. */
  let nameless: readonly BlobFrame[] = [];
  const waiting = new Set<BlobName>();
  const inTurn = takeTurns();

  const place = (slot: number, name: string): SealedPlace => ({
    vault: keys.vault,
    table: 'blobs',
    device: name,
    seq: slot,
    schema: 1,
    key: `blob/${slot}`,
  });
  const heldSlots = (): Set<number> =>
    new Set(keyring.slots().flatMap(({ slot, purpose }) => (purpose === 'blob' ? slot : [])));
  const nameOf = async (bytes: Uint8Array): Promise<BlobName> => {
    const mac = await crypto.subtle.sign('HMAC', keys.purposes.blobNames, bytes.slice());
    return v.parse(BlobName, base64url(new Uint8Array(mac)));
  };
  const headOf = async (file: BlobFile, frame: BlobFrame): Promise<Head | undefined> => {
    const sealed = await file.read(frame, HEAD_BYTES);
    const key = await keyring.get(frame.slot);
    return openJson(key, place(frame.slot, 'head'), sealed).then(
      (inside) => v.parse(Head, inside),
      () => undefined,
    );
  };
  const look = async (): Promise<BlobFile> => {
    const file = await openBlobFile(files);
    const held = heldSlots();
    const candidates = file.frames.filter(({ slot }) => held.has(slot));
    const claimed = new Set<number>();
    const unnamed: BlobFrame[] = [];
    for (let from = 0; from < candidates.length; from += WINDOW) {
      const some = candidates.slice(from, from + WINDOW);
      const heads = await Promise.all(some.map((frame) => headOf(file, frame)));
      for (const [index, frame] of some.entries()) {
        const head = heads[index];
        if (head) stands.set(head.name, frame);
        if (head) claimed.add(frame.slot);
        else unnamed.push(frame);
      }
    }
    // A slot can be reused. An older frame does not open under the new key, which is not damage.
    nameless = unnamed.filter(({ slot }) => !claimed.has(slot));
    return file;
  };
  const opened = (): Promise<BlobFile> => {
    opening ??= look();
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };
  const asked = <T>(work: (file: BlobFile) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      try {
        return await work(await opened());
      } catch (error) {
        throw storageError(error);
      }
    });
  /** @throws {PreventError} `CP_VAULT_UNREADABLE` when it is not the whole blob of that name */
  const bodyOf = async (file: BlobFile, frame: BlobFrame, name: BlobName): Promise<Uint8Array> => {
    const content = await file.read(frame);
    const key = await keyring.get(frame.slot);
    const plain = await open(key, place(frame.slot, name), content.subarray(HEAD_BYTES));
    const bytes = await unpackBytes(plain);
    wipe(plain);
    return bytes;
  };
  const isReadable = async (file: BlobFile, name: BlobName): Promise<boolean> => {
    const frame = stands.get(name);
    if (frame === undefined) return false;
    try {
      await bodyOf(file, frame, name);
      return true;
    } catch (error) {
      if (isUnreadable(error)) return false;
      throw error;
    }
  };
  const keep = async (file: BlobFile, name: BlobName, bytes: Uint8Array): Promise<void> => {
    waiting.add(name);
    if (await isReadable(file, name)) return;
    const damaged = stands.get(name);
    const [slot] = await keyring.make('blob');
    if (slot === undefined) throw new RangeError('No slot was made');
    try {
      const key = await keyring.get(slot);
      const few = await packBytes(bytes);
      const head = await sealJson(key, place(slot, 'head'), { name } satisfies Head);
      const body = await seal(key, place(slot, name), few);
      wipe(few);
      const content = new Uint8Array(head.length + body.length);
      content.set(head);
      content.set(body, head.length);
      stands.set(name, await file.append(slot, content));
    } catch (error) {
      waiting.delete(name);
      await keyring.destroy([slot]).catch(() => undefined);
      throw error;
    }
    if (damaged) await keyring.destroy([damaged.slot]);
  };
  /** Finds the name of a frame with a damaged head: its content may be whole, and opens for its own name only. */
  const identify = async (file: BlobFile, names: Iterable<BlobName>): Promise<void> => {
    const known = new Set<BlobFrame>();
    for (const frame of nameless)
      for (const name of names) {
        if (stands.has(name) || known.has(frame)) continue;
        const isIt = await bodyOf(file, frame, name).then(
          () => true,
          () => false,
        );
        if (!isIt) continue;
        stands.set(name, frame);
        known.add(frame);
      }
    nameless = nameless.filter((frame) => !known.has(frame));
  };

  return {
    open: () => asked(async () => undefined),
    async put(bytes) {
      refuseTooLarge(bytes);
      const name = await nameOf(bytes);
      await asked((file) => keep(file, name, bytes));
      return name;
    },
    async take(name, bytes) {
      refuseTooLarge(bytes);
      await asked((file) => keep(file, name, bytes));
    },
    get: (name) =>
      asked(async (file) => {
        if (!stands.has(name)) await identify(file, [name]);
        const frame = stands.get(name);
        return frame && bodyOf(file, frame, name).catch(toldDamaged);
      }),
    named(names) {
      for (const name of names) waiting.delete(name);
    },
    collect: (inUse) =>
      asked(async (file) => {
        if (nameless.length > 0) await identify(file, inUse);
        const idle = [...stands.keys()].filter((name) => !inUse.has(name) && !waiting.has(name));
        for (const name of idle) stands.delete(name);
        const needed = new Set([...stands.values()].map(({ slot }) => slot));
        await keyring.destroy([...heldSlots()].filter((slot) => !needed.has(slot)));
        nameless = [];
        await file.cut(new Set(stands.values()));
        return idle.length;
      }),
    async unreadable(names) {
      const lost: BlobName[] = [];
      for (const name of names)
        await asked(async (file) => {
          if (!(await isReadable(file, name))) lost.push(name);
        });
      return lost;
    },
    shrink: () =>
      asked(async (file) => {
        if (file.bytes < SMALL_BYTES || liveBytes(stands) * 2 > file.bytes) return;
        const entries = [...stands].sort(([, one], [, two]) => one.at - two.at);
        const moved = await file.rewrite(entries.map(([, frame]) => frame));
        for (const [name, frame] of entries) {
          const now = moved.get(frame);
          if (now) stands.set(name, now);
        }
      }),
    size: () => asked(async ({ bytes }) => ({ bytes, live: liveBytes(stands) })),
  };
}

function liveBytes(stands: ReadonlyMap<BlobName, BlobFrame>): number {
  return [...stands.values()].reduce((sum, { length }) => sum + length, 0);
}

function isUnreadable(error: unknown): boolean {
  return error instanceof PreventError && error.code === 'CP_VAULT_UNREADABLE';
}

function toldDamaged(cause: unknown): never {
  if (!isUnreadable(cause)) throw cause;
  throw new PreventError(
    'CP_VAULT_UNREADABLE',
    'This copy of a page, or part of a file, is damaged and can no longer be opened. What was taken from a page is not affected. Restoring a backup brings it back.',
    { cause },
  );
}
