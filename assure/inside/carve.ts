/**
 * Opens everything that an attacker with the recovery key could open in the files of a profile: every key that the
 * vault still has is tried at every place where sealed bytes could begin, in files as they are, in LevelDB's compressed
 * blocks, and in slack. The cipher's stream is undone without the tag, so that neither a cut value nor one of unknown
 * place is missed. Keys come from the vault's own code.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { constants, inflateRawSync } from 'node:zlib';
import { logRecords, tableEntries } from '../../packages/extension/e2e/leveldb.js';
import { filesOf, type WalkedFile } from '../../packages/extension/e2e/profile-walk.js';
import { unsnappy } from '../../packages/extension/e2e/snappy.js';
import { readHalves } from '../../packages/extension/src/storage/journal/journal-header.js';
import {
  keyIn,
  purposeOf,
  SLOT_BYTES,
  stateOf,
} from '../../packages/extension/src/storage/keyring/keyring-slots.js';
import { deriveHere } from '../../packages/extension/src/vault/derive.js';
import type { VaultHeader } from '../../packages/extension/src/vault/header.js';
import { openVault, type VaultKeys } from '../../packages/extension/src/vault/open-vault.js';

export interface Carved {
  /** Every opened text. */
  readonly text: string;
  readonly opened: number;
  /** Places at which keys were tried. */
  readonly tried: number;
  readonly slotKeys: number;
  /** Nonces of each slot found anywhere, and of each value that opened, to look for them later. */
  readonly nonces: ReadonlySet<string>;
}

const PACKED = Buffer.from('deflate-raw:');
const NONCE_BYTES = 12;
const MOST_SLOTS = 512;
const LARGEST = 64 * 1024 * 1024;

/** @param watched - nonces of an earlier carving. @returns also the number of those still in the files */
export async function carve(
  profile: string,
  recoveryKey: string,
  watched: ReadonlySet<string> = new Set(),
): Promise<Carved & { readonly stillThere: number }> {
  exportable();
  const files = [...filesOf(profile)].filter(({ content }) => content.length > 0);
  const keys = await keysOf(files, recoveryKey);
  const raw = await Promise.all(Object.values(keys.purposes).filter(isCipherKey).map(bytesOf));
  const slots = await slotKeys(files, keys);
  raw.push(...slots);
  const openers = raw.map((key) => ({ key, block: createCipheriv('aes-256-ecb', key, null) }));
  const texts = new Set<string>();
  const nonces = new Set<string>();
  const still = new Set<string>();
  let tried = 0;
  for (const view of viewsOf(files)) {
    for (let at = view.indexOf(1); at >= 0; at = view.indexOf(1, at + 1)) {
      if (at + 1 + NONCE_BYTES + 16 > view.length) break;
      tried += 1;
      const nonce = view.subarray(at + 1, at + 1 + NONCE_BYTES);
      const name = nonce.toString('latin1');
      if (watched.has(name)) still.add(name);
      const counter = Buffer.concat([nonce, Buffer.from([0, 0, 0, 2])]);
      const content = view.subarray(at + 1 + NONCE_BYTES);
      for (const { key, block } of openers) {
        const start = xored(block.update(counter), content);
        const length = start.readUInt32BE(0);
        if (length === 0 || length > LARGEST || !isText(start)) continue;
        const stream = createDecipheriv('aes-256-ctr', key, counter);
        const plain = stream.update(content.subarray(0, length + 4)).subarray(4);
        const text = unpackedOf(plain).toString('utf8');
        texts.add(text);
        nonces.add(name);
      }
    }
  }
  return {
    text: [...texts].join('\n'),
    opened: texts.size,
    tried,
    slotKeys: slots.length,
    nonces,
    stillThere: still.size,
  };
}

/**
 * True for the start of a text, as in everything sealed here. Of bytes decrypted with a wrong key, one in a million
 * passes.
 */
function isText(start: Buffer): boolean {
  return start.subarray(4).every((byte) => byte >= 0x20 && byte < 0x7f);
}

/** The unpacked blob, as far as possible: it may be torn. */
function unpackedOf(plain: Buffer): Buffer {
  if (!plain.subarray(0, PACKED.length).equals(PACKED)) return plain;
  const few = plain.subarray(PACKED.length);
  return attempt(() => inflateRawSync(few, { finishFlush: constants.Z_SYNC_FLUSH })) ?? plain;
}

function xored(stream: Buffer, content: Buffer): Buffer {
  const start = Buffer.alloc(16);
  for (let at = 0; at < 16; at += 1) start[at] = (stream[at] ?? 0) ^ (content[at] ?? 0);
  return start;
}

/** Makes keys exportable from now on: the attacker's own build of the code has no reason to forbid it. */
function exportable(): void {
  const { subtle } = crypto;
  const [derive, take] = [subtle.deriveKey.bind(subtle), subtle.importKey.bind(subtle)];
  Object.assign(subtle, {
    deriveKey: (...[how, base, type, , uses]: Parameters<typeof derive>) =>
      derive(how, base, type, true, uses),
    importKey: (format: 'raw', data: BufferSource, how: string, _: boolean, uses: KeyUsage[]) =>
      take(format, data, how, how !== 'HKDF', uses),
  });
}

function isCipherKey(key: CryptoKey): boolean {
  return key.algorithm.name === 'AES-GCM';
}

async function bytesOf(key: CryptoKey): Promise<Buffer> {
  return Buffer.from(await crypto.subtle.exportKey('raw', key));
}

/** The header is in the journal's files, in clear. */
async function keysOf(files: readonly WalkedFile[], recoveryKey: string): Promise<VaultKeys> {
  for (const { content } of files) {
    const start = content.indexOf(Buffer.from('cpj\x01'));
    if (start < 0) continue;
    for (const half of readHalves(new Uint8Array(content.subarray(start)))) {
      if (typeof half !== 'object' || half.json === undefined) continue;
      const keys = await openVault(half.json as VaultHeader, { recoveryKey }, deriveHere);
      if (keys) return keys;
    }
  }
  throw new Error('No header in the profile opens with the recovery key');
}

/** Every slot that opens, wherever its bytes are, with the number it was sealed for. */
async function slotKeys(
  files: readonly WalkedFile[],
  { vault, purposes }: VaultKeys,
): Promise<Buffer[]> {
  const found = new Map<string, Buffer>();
  const seen = new Set<string>();
  for (const { content } of files) {
    for (let at = content.indexOf(1); at >= 0; at = content.indexOf(1, at + 1)) {
      const slot = content.subarray(at, at + SLOT_BYTES);
      const purpose = slot.length === SLOT_BYTES ? purposeOf(slot) : undefined;
      if (purpose === undefined || stateOf(slot) !== 'held') continue;
      const name = slot.toString('latin1');
      if (seen.has(name)) continue;
      seen.add(name);
      for (let number = 0; number < MOST_SLOTS; number += 1) {
        const key = await keyIn(purposes.slots, { vault, slot: number, purpose }, slot).catch(
          () => undefined,
        );
        if (!key) continue;
        const raw = await bytesOf(key);
        found.set(raw.toString('hex'), raw);
        break;
      }
    }
  }
  return [...found.values()];
}

/** Each file as it is, and its contents as encoded by LevelDB, Blink and JSON. */
function* viewsOf(files: readonly WalkedFile[]): Generator<Buffer> {
  for (const { name, content } of files) {
    yield content;
    const inside = insideOf(name, content);
    if (inside) yield inside;
    const whole = inside ?? content;
    const packed = Buffer.from('ff1102', 'hex');
    for (let at = whole.indexOf(packed); at >= 0; at = whole.indexOf(packed, at + 1)) {
      const plain = attempt(() => unsnappy(whole.subarray(at + packed.length), true));
      if (plain?.length) yield plain;
    }
    for (const [run] of whole.toString('latin1').matchAll(/[\w-]{300,}/g))
      for (let skip = 0; skip < 4; skip += 1) yield Buffer.from(run.slice(skip), 'base64url');
  }
}

function insideOf(name: string, content: Buffer): Buffer | undefined {
  if (/\.(ldb|sst)$/.test(name)) return attempt(() => tableEntries(content));
  if (/(^|\/)(\d+\.log|MANIFEST-\d+)$/.test(name)) return logRecords(content);
  return undefined;
}

function attempt<T>(unpack: () => T): T | undefined {
  try {
    return unpack();
  } catch {
    // The bytes only resembled packed data.
    return undefined;
  }
}
