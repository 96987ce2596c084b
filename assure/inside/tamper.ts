/**
 * An attacker with the disk but no key alters sealed bytes, moves them, restores old ones, or makes the passphrase
 * cheap to try.
 */
import { canonical } from '../../packages/core/src/index.js';
import { frameOf } from '../../packages/extension/src/storage/journal/batch-frame.js';
import { openJournal } from '../../packages/extension/src/storage/journal/journal.js';
import { HEAD_BYTES } from '../../packages/extension/src/storage/journal/journal-frame.js';
import type { BatchRow } from '../../packages/extension/src/storage/place/database.js';
import { newBench, setUp } from '../../packages/extension/src/testing/keeper-under-test.js';
import { newComputer } from '../../packages/extension/src/testing/storage-under-test.js';
import { utf8 } from '../../packages/extension/src/vault/bytes.js';
import { openChunks, sealChunks } from '../../packages/extension/src/vault/chunk-seal.js';
import { deriveHere } from '../../packages/extension/src/vault/derive.js';
import type { VaultHeader } from '../../packages/extension/src/vault/header.js';
import { open, type SealedPlace, seal } from '../../packages/extension/src/vault/seal.js';
import {
  commitSubjects,
  flipped,
  inDatabase,
  newVault,
  putBack,
  refusal,
  type Vault,
  whatStands,
} from './vault.ts';

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `Subject ${index + 1}`);

export interface Flips {
  readonly tried: number;
  /** One copy altered: the content read is the one kept, and the copy is right again. */
  readonly repaired: number;
  /** Both copies altered: not read. */
  readonly refused: number;
  /** Times that a neighbouring batch did not open. */
  readonly othersLost: number;
}

/**
 * Flips a bit of each byte of one sealed batch: in the database, then there and in the journal, with a corrected
 * checksum.
 */
export async function flipBatch(step: number): Promise<Flips> {
  const vault = await newVault();
  await filled(vault, 6);
  const { log, shelf } = await vault.openLog();
  const seq = 3;
  const row = await rowAt(shelf.database.batches.get(seq));
  const [kept] = await log.read([seq]);
  const count = { tried: 0, repaired: 0, refused: 0, othersLost: 0 };
  for (let at = 0; at < row.sealed.length; at += step) {
    const altered = { ...row, sealed: flipped(row.sealed, at) };
    count.tried += 1;
    await shelf.database.batches.put(altered);
    const [read] = await log.read([seq]).catch(() => []);
    const again = await shelf.database.batches.get(seq);
    const isRight = again !== undefined && Buffer.compare(again.sealed, row.sealed) === 0;
    if (isRight && read && canonical(read) === canonical(kept)) count.repaired += 1;

    await shelf.database.batches.put(altered);
    await shelf.journal.append([frameOf(altered)]);
    if ((await refusal(log.read([seq]))) === 'CP_VAULT_UNREADABLE') count.refused += 1;
    if (at % 32 === 0 && (await refusal(log.read([1, 2, 4, 5, 6]))) !== 'opened')
      count.othersLost += 1;
    await shelf.database.batches.put(row);
    await shelf.journal.append([frameOf(row)]);
  }
  await log.close();
  return count;
}

/**
 * Flips a bit of each byte of a frame in the journal's file while the vault is closed, in the head and in the content.
 */
export async function flipFrame(step: number): Promise<{ tried: number; mended: number }> {
  const vault = await newVault();
  await filled(vault, 4);
  const stood = await whatStands(vault);
  const name = (stood.files.get('journal-a')?.length ?? 0) > 0 ? 'journal-a' : 'journal-b';
  const file = stood.files.get(name) ?? new Uint8Array();
  const sealed = await sealedAt(vault, 2);
  const from = Buffer.from(file).indexOf(sealed) - HEAD_BYTES;
  if (from < 0) throw new Error('The journal does not hold the batch');
  const count = { tried: 0, mended: 0 };
  for (let at = from; at < from + HEAD_BYTES + sealed.length; at += step) {
    count.tried += 1;
    vault.computer.disks.get(vault.keys.kind)?.damage(name, () => flipped(file, at));
    const { log, shelf } = await vault.openLog();
    await log.scrub([1, 2, 3, 4]);
    const frame = (await shelf.journal.read([2])).get(2);
    if (frame && Buffer.compare(frame.sealed, sealed) === 0) count.mended += 1;
    await log.close();
  }
  return count;
}

/** Exchanges sealed batches, in both copies. @param pairs - most exchanges, spread over all */
export async function swapBatches(
  batches: number,
  pairs: number,
): Promise<{ tried: number; detected: number }> {
  const vault = await newVault();
  await filled(vault, batches);
  const { log, shelf } = await vault.openLog();
  const rows = await shelf.database.batches.toArray();
  const all = rows.flatMap((one, index) => rows.slice(index + 1).map((other) => [one, other]));
  const stride = Math.max(1, Math.floor(all.length / pairs));
  const count = { tried: 0, detected: 0 };
  const put = async (...wanted: BatchRow[]): Promise<void> => {
    await shelf.database.batches.bulkPut(wanted);
    await shelf.journal.append(wanted.map(frameOf));
  };
  for (const [one, other] of all.filter((_, index) => index % stride === 0)) {
    if (!one || !other) continue;
    count.tried += 1;
    await put({ ...other, seq: one.seq }, { ...one, seq: other.seq });
    const answers = await Promise.all([one, other].map(({ seq }) => refusal(log.read([seq]))));
    if (answers.every((answer) => answer === 'CP_VAULT_UNREADABLE')) count.detected += 1;
    await put(one, other);
  }
  await log.close();
  return count;
}

export interface Elsewhere {
  readonly tried: number;
  readonly refused: number;
}

/**
 * Opens sealed bytes with their own key for a place that differs in one part, and a sealed file behind another clear
 * head: only the authenticated data next to the bytes exposes it.
 */
export async function openElsewhere(): Promise<Elsewhere> {
  const aes = { name: 'AES-GCM', length: 256 };
  const key = await crypto.subtle.generateKey(aes, false, ['encrypt', 'decrypt']);
  const place: SealedPlace = {
    vault: crypto.randomUUID(),
    table: 'batches',
    device: crypto.randomUUID(),
    seq: 7,
    schema: 1,
    key: 'batches/1',
  };
  const sealed = await seal(key, place, utf8('Subject 1'));
  const changes: readonly Partial<SealedPlace>[] = [
    { vault: crypto.randomUUID() },
    { table: 'work' },
    { device: crypto.randomUUID() },
    { seq: 8 },
    { schema: 2 },
    { key: 'batches/2' },
  ];
  const count = { tried: 0, refused: 0 };
  const trying = async (opening: Promise<unknown>): Promise<void> => {
    count.tried += 1;
    if ((await refusal(opening)) !== 'opened') count.refused += 1;
  };
  for (const change of changes) await trying(open(key, { ...place, ...change }, sealed));

  const clear = utf8('{"vault":"one"}\n');
  const chunkBytes = 64;
  const pieces = (async function* () {
    yield 'Subject 1\n';
  })();
  const chunks: Uint8Array[] = [];
  for await (const chunk of sealChunks(pieces, { key, clear, chunkBytes })) chunks.push(chunk);
  const other = { key, clear: utf8('{"vault":"two"}\n'), chunkBytes };
  await trying(readThrough(openChunks(inTurn(chunks), other)));
  return count;
}

async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function readThrough(texts: AsyncIterable<string>): Promise<void> {
  for await (const _ of texts);
}

/** Exchanges keys of the keyring between slots, in both files. */
export async function swapSlots(): Promise<string> {
  const vault = await newVault();
  await filled(vault, 70);
  for (const name of ['keys-a', 'keys-b'] as const)
    vault.computer.disks.get(vault.keys.kind)?.damage(name, (bytes) => {
      const swapped = new Uint8Array(bytes);
      swapped.set(bytes.subarray(64, 128), 0);
      swapped.set(bytes.subarray(0, 64), 64);
      return swapped;
    });
  return refusal(vault.open());
}

export interface PutBack {
  /** Both stores of yesterday, the mark outside of today. */
  readonly both: string;
  /** Both stores of yesterday, and neither mark. */
  readonly unmarked: string;
  /** Number of records after one store alone was restored. */
  readonly databaseAlone: number | string;
  readonly journalAlone: number | string;
  readonly wanted: number;
  /** Control: with the mark outside restored too, nothing on the computer exposes it. */
  readonly withTheMark: number | string;
  readonly yesterday: number;
}

export async function putYesterdayBack(): Promise<PutBack> {
  const vault = await newVault();
  await filled(vault, 20);
  const yesterday = await whatStands(vault);
  await filled(vault, 15);
  const today = await whatStands(vault);
  const journals = ['journal-a', 'journal-b'] as const;
  const allFiles = [...journals, 'keys-a', 'keys-b'] as const;
  const asToday = async (): Promise<void> => {
    await putBack.database(vault, today);
    putBack.files(vault, today, allFiles);
    putBack.outside(vault, today);
  };
  const held = async (): Promise<number | string> => {
    try {
      const session = await vault.open();
      const { length } = await session.store.query('subject');
      await session.close();
      return length;
    } catch (error) {
      return String(error);
    }
  };

  await putBack.database(vault, yesterday);
  putBack.files(vault, yesterday, allFiles);
  const both = await refusal(vault.open());
  vault.computer.area.held.delete(`cp-mark-${vault.keys.kind}`);
  await inDatabase(vault.computer, vault.keys, async ({ meta }) => {
    await meta.delete('mark');
  });
  const unmarked = await refusal(vault.open());
  await asToday();
  await putBack.database(vault, yesterday);
  const databaseAlone = await held();
  await asToday();
  putBack.files(vault, yesterday, journals);
  const journalAlone = await held();
  await asToday();
  await putBack.database(vault, yesterday);
  putBack.files(vault, yesterday, allFiles);
  putBack.outside(vault, yesterday);
  const withTheMark = await held();
  return { both, unmarked, databaseAlone, journalAlone, wanted: 35, withTheMark, yesterday: 20 };
}

export interface Floor {
  readonly what: string;
  readonly state: string;
  readonly derivations: number;
}

/** A header with a lowered cost of trying passphrases, in all three places; the last is the original header. */
export async function lowerFloor(): Promise<readonly Floor[]> {
  const found: Floor[] = [];
  for (const [what, derivation] of LOWERED) {
    const computer = newComputer();
    await setUp(computer);
    if (derivation) await alterHeader(computer, derivation);
    const bench = newBench(computer);
    let derivations = 0;
    await bench.keeper({
      derive: (request) => {
        derivations += 1;
        return deriveHere(request);
      },
    });
    const page = bench.page();
    const state = await known(page);
    const opened = await page.vault.unlock('practice', { passphrase: 'not the passphrase at all' });
    found.push({ what, state: opened.ok ? 'opened' : state, derivations });
    await bench.clear();
  }
  return found;
}

const LOWERED: readonly (readonly [string, object | undefined])[] = [
  ['memory 64 MiB to 1 MiB', { name: 'argon2id', memoryKiB: 1024, iterations: 3, parallelism: 4 }],
  ['memory one below', { name: 'argon2id', memoryKiB: 65_535, iterations: 3, parallelism: 4 }],
  ['iterations 3 to 1', { name: 'argon2id', memoryKiB: 65_536, iterations: 1, parallelism: 4 }],
  ['lanes 4 to 1', { name: 'argon2id', memoryKiB: 65_536, iterations: 3, parallelism: 1 }],
  ['PBKDF2 of 1,000 rounds', { name: 'pbkdf2-sha-256', iterations: 1000 }],
  ['an algorithm of no name', { name: 'none' }],
  ['control: as it was', undefined],
];

/** The vault's state, once the keeper has looked. */
function known({ vault }: ReturnType<ReturnType<typeof newBench>['page']>): Promise<string> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (vault.state().name === 'checking') return;
      stop();
      resolve(vault.state().name);
    };
    const stop = vault.subscribe(look);
    look();
  });
}

async function alterHeader(
  computer: ReturnType<typeof newComputer>,
  derivation: object,
): Promise<void> {
  const kind = 'practice';
  const files = await computer.files.open(kind, { make: false });
  const journal = await openJournal(files);
  const header = journal.header as VaultHeader;
  const altered = { ...header, passphrase: { ...header.passphrase, derivation } };
  await journal.setHeader(altered);
  await files.close();
  await inDatabase(computer, { kind }, async ({ meta }) => {
    await meta.put({ key: 'header', version: 0, value: altered });
  });
  await computer.area.set(`cp-vault-${kind}`, altered);
}

async function filled(vault: Vault, count: number): Promise<void> {
  const session = await vault.open();
  await commitSubjects(session, numbered(count));
  await session.close();
}

async function sealedAt(vault: Vault, seq: number): Promise<Uint8Array> {
  let sealed = new Uint8Array();
  await inDatabase(vault.computer, vault.keys, async ({ batches }) => {
    sealed = new Uint8Array((await rowAt(batches.get(seq))).sealed);
  });
  return sealed;
}

async function rowAt(found: PromiseLike<BatchRow | undefined>): Promise<BatchRow> {
  const row = await found;
  if (!row) throw new Error('There is no such batch');
  return row;
}
