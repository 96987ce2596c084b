/**
 * Files as made by a malicious officer with their own vault and another officer's card: built by hand, and really
 * sealed.
 */
import {
  type BackupPart,
  type BackupSays,
  type Batch,
  type BlobText,
  backupBody,
  CHAIN_START,
  type ChainHead,
  type Commit,
  composeBatch,
  type ExchangeSays,
  exchangeBody,
  headerDigest,
  type Instant,
  type RecordId,
  type Signer,
} from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { expect } from 'vitest';
import type { KeeperConnection } from '../keeper/client/client.js';
import { browserHost } from '../keeper/host.js';
import { signerOf } from '../keeper/signer.js';
import type { ExchangeAsked } from '../ports/services.js';
import { placeNewVault } from '../storage/new-vault.js';
import { sealBackup } from '../vault/backup-seal.js';
import { cardOf } from '../vault/card.js';
import { deriveHere } from '../vault/derive.js';
import { sealExchange } from '../vault/exchange-seal.js';
import type { VaultHeader } from '../vault/header.js';
import { makeVault, type VaultKeys } from '../vault/open-vault.js';
import { type Bench, newBench } from './keeper-under-test.js';
import { newComputer, testOfficer } from './storage-under-test.js';

const host = browserHost();

export const watched = () => ({
  onProgress: () => undefined,
  signal: new AbortController().signal,
});

export interface OfficerUnderTest {
  readonly page: KeeperConnection;
  readonly keys: VaultKeys;
  readonly header: VaultHeader;
  readonly recoveryKey: string;
  readonly id: RecordId;
}

/** Vaults by officer: deriving a passphrase is slow, so they are reused, but each is placed on a new computer. */
const vaults = new Map<string, ReturnType<typeof makeVault>>();

function vaultOf(name: string, id: RecordId | undefined): ReturnType<typeof makeVault> {
  const called = `${name} ${id ?? ''}`;
  const who = { ...testOfficer, id: id ?? host.random.id(), name };
  const making =
    vaults.get(called) ?? makeVault('practice', who, 'copper kettle mossy lantern', deriveHere);
  vaults.set(called, making);
  return making;
}

/** Officers, each with their own open vault; `clear` ends them all. */
export function officersUnderTest() {
  const benches: Bench[] = [];
  /** @param id - another officer's id, for an impostor who claims it */
  const officer = async (name: string, id?: RecordId): Promise<OfficerUnderTest> => {
    const { header, recoveryKey, keys } = await vaultOf(name, id);
    const computer = newComputer();
    await placeNewVault({ header, keys }, computer);
    const bench = newBench(computer);
    benches.push(bench);
    await bench.keeper();
    const page = bench.page();
    await page.vault.unlock('practice', { recoveryKey });
    return { page, keys, header, recoveryKey, id: keys.identity.officer.id };
  };
  return {
    officer,
    /** One who opens files, and one who makes them. */
    two: async () => [await officer('Ines Marlow'), await officer('Wren Halloway')] as const,
    async clear() {
      for (const bench of benches.splice(0)) await bench.clear();
    },
  };
}

export async function keepSubject({ page }: OfficerUnderTest, name: string): Promise<RecordId> {
  const subject = buildSubject({ name });
  await page.store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  return subject.id;
}

export async function nameOf({ page }: OfficerUnderTest, id: RecordId) {
  return (await page.store.get('subject', id))?.value.name;
}

/** The file that the toolkit itself makes. */
export async function sends(
  from: OfficerUnderTest,
  to: OfficerUnderTest,
  subject: RecordId,
  more: Partial<ExchangeAsked> = {},
): Promise<Blob> {
  const { card } = await to.page.vault.colleagueCard();
  const asked = { card, purpose: 'share' as const, subject, note: '', reason: 'case-work' };
  const recipients = ['rocu', card.name];
  const { content } = await from.page.exchange.make({ ...asked, recipients, ...more }, watched());
  return new Blob([new Uint8Array(content)]);
}

/** The parts of a batch made by hand: by default it is the first of the officer's device. */
export interface ByHand {
  readonly after?: ChainHead;
  /** Another officer or device to claim; the maker's key still signs. */
  readonly as?: Partial<Pick<Signer, 'officer' | 'device'>>;
  readonly at?: Instant;
  readonly audit?: Commit['audit'];
}

export function batchOf(
  { keys }: OfficerUnderTest,
  changes: Commit['changes'],
  { after = CHAIN_START, as = {}, at = host.clock.now(), audit = [] }: ByHand = {},
): Promise<Batch> {
  const signer = { ...signerOf(keys), ...as };
  const place = { signer, host, at, seq: after.seq + 1, prev: after.head };
  return composeBatch({ changes, reason: 'case-work', audit }, place);
}

export async function endOf({ header }: Batch): Promise<ChainHead> {
  return { seq: header.seq, head: await headerDigest(header, host.digest) };
}

/**
 * A backup of the maker's vault, with any given content.
 *
 * @param blobText - absent: no blob is in it
 */
export async function backupByHand(
  from: OfficerUnderTest,
  batches: readonly Batch[],
  says: Partial<BackupSays> = {},
  blobText?: BlobText,
  parts: readonly BackupPart[] = [],
): Promise<Blob> {
  const last = batches.at(-1);
  const { device } = from.keys.identity;
  const head = {
    team: 'practice',
    device,
    officer: from.id,
    madeAt: host.clock.now(),
    end: { ...(last ? await endOf(last) : CHAIN_START), seq: batches.length },
    disposed: [],
    keys: [],
    ...says,
  };
  const blobs = blobText && { blobText, digest: host.digest };
  const body = backupBody(head, batches, blobs, parts);
  return blobOf(sealBackup(from.header, from.keys.purposes.backup, body));
}

/**
 * @param sealedFrom - the exchange key named in the seal; by default the maker's
 * @param blobText - absent: no blob is in it
 */
export async function exchangeByHand(
  from: OfficerUnderTest,
  to: OfficerUnderTest,
  batches: readonly Batch[],
  says: Partial<ExchangeSays> & Pick<ExchangeSays, 'subject'>,
  {
    sealedFrom = from.keys.identity.exchangeKey,
    blobText,
  }: { readonly sealedFrom?: string; readonly blobText?: BlobText } = {},
): Promise<Blob> {
  const head: ExchangeSays = {
    id: host.random.id(),
    team: 'practice',
    purpose: 'share',
    madeAt: host.clock.now(),
    from: cardOf(from.keys.identity),
    to: to.id,
    toKey: to.keys.identity.exchangeKey,
    keys: [],
    ...says,
  };
  const body = exchangeBody(head, batches, {
    signer: signerOf(from.keys),
    digest: host.digest,
    ...(blobText ? { blobText } : {}),
  });
  return blobOf(sealExchange({ from: sealedFrom, to: to.keys.identity.exchangeKey }, body));
}

export async function blobOf(file: AsyncIterable<Uint8Array>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of file) parts.push(new Uint8Array(part));
  return new Blob(parts);
}

/** Everything that an officer's vault gives: equal before and after a file that changed nothing. */
export async function heldBy({ page }: OfficerUnderTest) {
  return { batches: await page.store.batchesSince(0), log: await page.store.audit() };
}

/** Neither a look at an exchange file nor taking it in yields anything; each gives that sentence, and nothing is changed. */
export async function expectFileRefused(
  victim: OfficerUnderTest,
  file: Blob,
  said: string,
): Promise<void> {
  const before = await heldBy(victim);
  await expect(victim.page.exchange.look(file, watched())).rejects.toThrow(said);
  await expect(victim.page.exchange.takeIn(file, watched())).rejects.toThrow(said);
  expect(await heldBy(victim)).toEqual(before);
}
