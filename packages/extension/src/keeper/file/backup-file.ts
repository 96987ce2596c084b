/** The contents of a backup of the open vault, and of a backup that is read. */
import {
  type BackupPart,
  type Batch,
  type BlobTaker,
  backupBody,
  envelopeError,
  type Host,
  type OpenedBackup,
  PreventError,
  provedBackup,
  type Received,
  type ReceiveOptions,
  RecordId,
  readBackup,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import type { PacksBrought } from '../../ports/backup-services.js';
import type { BackupSeen, RestoreCount, VaultSecret } from '../../ports/services.js';
import { readSealedBackup, sealBackup } from '../../vault/backup-seal.js';
import type { Derive } from '../../vault/derivation.js';
import { VaultHeader } from '../../vault/header.js';
import { openVault, type VaultKeys } from '../../vault/open-vault.js';
import { WRONG } from '../desk/desk-issue.js';
import { blobTextOf } from '../desk/named-blobs.js';
import type { Session } from '../session.js';
import { disposedIn } from './disposed-in.js';
import { firstKeys, keysForBackup, knownKeys, type TrustedKeys } from './known-keys.js';
import { refuseReceivedFiles } from './received-files.js';

/** Batches given to the store at once: enough to be quick, few enough to stop between. */
const LOT = 128;

export const BACKUP_FIELDS = ['backup'] as const;
/** The recipient in the log: the officer, as a backup. */
const RECIPIENTS = ['self', 'backup'];
const REASON = 'disclosure';

export interface MadeBackup {
  /** First eight characters of the device's id, for the name of the file. */
  readonly device: string;
  readonly total: number;
  readonly file: AsyncIterator<Uint8Array>;
  readonly done: () => number;
  /** Sequence of the chain's last batch. */
  readonly seq: number;
}

/** Logs that a backup leaves, then makes it of everything that is kept, including that entry. */
export async function makeBackup(
  session: Session,
  { clock, digest }: Pick<Host, 'clock' | 'digest'>,
): Promise<MadeBackup> {
  const { keys, shelf } = session;
  const parts = await session.packs.carried();
  const header = v.parse(VaultHeader, shelf.journal.header);
  const { batches, end } = await session.write(undefined, async (store) => {
    const receipt = await store.commit({
      changes: [],
      reason: REASON,
      audit: [
        {
          action: 'disclosure',
          records: [],
          fields: BACKUP_FIELDS,
          reason: REASON,
          recipients: RECIPIENTS,
        },
      ],
    });
    const { seq, head } = receipt;
    return { batches: await store.batchesSince(0), end: { seq, head } };
  });
  let done = 0;
  const counted = function* (): Generator<Batch> {
    for (const batch of batches) {
      yield batch;
      done += 1;
    }
  };
  const { officer, device, signingKey } = keys.identity;
  const body = backupBody(
    {
      team: keys.kind,
      device,
      officer: officer.id,
      madeAt: clock.now(),
      end,
      disposed: disposedIn(batches),
      keys: [
        { officer: officer.id, signingKey },
        ...Object.entries((await knownKeys(session)).confirmed).map(([id, key]) => ({
          officer: v.parse(RecordId, id),
          signingKey: key,
        })),
      ],
    },
    counted(),
    { blobText: blobTextOf(session), digest },
    parts,
  );
  return {
    device: device.slice(0, 8),
    total: batches.length,
    file: sealBackup(header, keys.purposes.backup, body)[Symbol.asyncIterator](),
    done: () => done,
    seq: end.seq,
  };
}

export interface OpenBackup extends OpenedBackup, TrustedKeys {
  readonly header: VaultHeader;
  readonly keys: VaultKeys;
  /** Everything beside the records; complete once all batches were read. */
  readonly parts: readonly BackupPart[];
}

/**
 * Opens a backup with the passphrase or the recovery key of the day it was made. Even so, it is proved by the keys that
 * are known here.
 *
 * @param known - the vault whose keys are known; absent when there is none yet
 * @param blobs - receives each blob before its batch, as the batches are read
 * @throws {PreventError} `CP_ENVELOPE_UNREADABLE`, or with `WRONG` as cause when the secret does not open it
 */
export async function openBackup(
  pieces: AsyncIterable<Uint8Array>,
  secret: VaultSecret,
  derive: Derive,
  known: Pick<Session, 'keys' | 'work'> | undefined,
  blobs: BlobTaker,
): Promise<OpenBackup> {
  const sealed = await readSealedBackup(pieces);
  const keys = await openVault(sealed.vault, secret, derive).catch((cause: unknown) => {
    throw envelopeError('altered', cause);
  });
  if (keys === undefined)
    throw new PreventError('CP_ENVELOPE_UNREADABLE', WRONG_FOR_BACKUP, { cause: [WRONG] });
  const parts: BackupPart[] = [];
  const opened = await readBackup(sealed.open(keys.purposes.backup), blobs, (part) => {
    parts.push(part);
  });
  const { officer, device, signingKey } = keys.identity;
  const { head } = opened;
  if (head.device !== device || head.team !== keys.kind) throw envelopeError('altered');
  const own = { officer: officer.id, signingKey };
  const trusted = keysForBackup(known ? await knownKeys(known) : firstKeys(own), [
    own,
    ...head.keys,
  ]);
  return { ...opened, ...trusted, header: sealed.vault, keys, parts };
}

/** Proves all of a backup, and counts its contents and the changes it would make here; nothing is kept. */
export async function seenIn(
  backup: OpenBackup,
  { digest }: Pick<Host, 'digest'>,
  held: Session | undefined,
  onBatch: (read: number) => void,
): Promise<Omit<BackupSeen, 'copies' | 'left'>> {
  const { head, keys, verify, unconfirmed } = backup;
  const isThisVault = held?.keys.identity.device === head.device;
  // A dry run of the restore: anything it would refuse is refused now, in the same words.
  const all =
    held && !isThisVault && held.keys.kind === keys.kind ? await collected(backup.batches) : [];
  const touched =
    all.length > 0 ? ((await held?.store.foresee(all, verify, fromElsewhere(head))) ?? []) : [];
  if (held) await refuseReceivedFiles(all, held, { disposed: [] });
  const whole = all.length > 0 ? inTurn(all) : backup.batches;
  const proving = { head, batches: whole };
  const { batches, records } = await provedBackup(proving, { digest, verify }, onBatch);
  const packs = await packsSeen(backup.parts, digest, held);
  const gone = new Set(held ? disposedIn(await held.store.batchesSince(0)) : []);
  const { officer } = keys.identity;
  return {
    madeAt: head.madeAt,
    kind: keys.kind,
    officer: officer.name,
    isThisVault,
    batches,
    records: records.length,
    disposedSince: records.filter((id) => gone.has(id)).length,
    changed: touched.filter(({ isHeld, wouldEnd }) => isHeld && !wouldEnd).length,
    unconfirmed: unconfirmed.map((key) =>
      key.officer === officer.id
        ? { officer: officer.id, name: officer.name }
        : { officer: key.officer },
    ),
    ...(packs ? { packs } : {}),
  };
}

/** The definition packs that a restore would bring; undefined if there are none in the file. */
async function packsSeen(
  parts: readonly BackupPart[],
  digest: Host['digest'],
  held: Pick<Session, 'packs'> | undefined,
): Promise<PacksBrought | undefined> {
  if (parts.length === 0) return undefined;
  if (held) return held.packs.weigh(parts);
  const { readCarried } = await import('../packs/carried-packs.js');
  const { packs, refused } = await readCarried(parts, digest);
  return { taken: packs.length, held: 0, refused };
}

/** Brings the definition packs of a backup once its records are in; undefined if there are none in the file. */
export async function bringPacks(
  { head, parts }: OpenBackup,
  { keys, packs }: Pick<Session, 'keys' | 'packs'>,
  seqBefore: number,
): Promise<PacksBrought | undefined> {
  const isOwn = head.device === keys.identity.device;
  const brought = await packs.bring(parts, { isOwn, isAhead: head.end.seq > seqBefore });
  return parts.length > 0 ? brought : undefined;
}

async function collected(batches: AsyncIterable<Batch>): Promise<readonly Batch[]> {
  const all: Batch[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}

async function* inTurn(batches: readonly Batch[]): AsyncGenerator<Batch> {
  yield* batches;
}

/** The options for batches of another vault, which follow the rules for a colleague's. */
function fromElsewhere({ madeAt }: OpenBackup['head']): ReceiveOptions {
  return { from: 'colleague', madeAt };
}

/**
 * Restores a backup into the store. One of this vault is taken in several batches at a time, and those taken stay when
 * it is stopped; one of another vault is taken whole or not at all, and its files by the law of a colleague's.
 */
export async function takeIn(
  { batches, verify, head }: OpenBackup,
  session: Pick<Session, 'keys' | 'write' | 'blobs'>,
  disposed: readonly RecordId[],
  onBatch: (read: number) => void,
): Promise<RestoreCount> {
  const sum = { taken: 0, held: 0, records: new Set<string>(), conflicts: new Set<string>() };
  const leftOut = new Set<string>();
  const unended = new Set<string>();
  const isOwn = head.device === session.keys.identity.device;
  // Disposals are logged after the last batch: an entry between two would break this device's own log.
  const most = isOwn && disposed.length === 0 ? LOT : Number.POSITIVE_INFINITY;
  const options = isOwn ? { disposed } : { ...fromElsewhere(head), disposed };
  let lot: Batch[] = [];
  let read = 0;
  const take = async (): Promise<void> => {
    if (lot.length === 0) return;
    const received: Received = await session.write(undefined, async (store) => {
      if (!isOwn) await refuseReceivedFiles(lot, { store, blobs: session.blobs }, { disposed });
      return store.receive(lot, verify, 'restore', options);
    });
    sum.taken += received.takenCount;
    sum.held += received.heldCount;
    for (const id of received.records) sum.records.add(id);
    for (const id of received.conflicts) sum.conflicts.add(id);
    for (const id of received.leftOut) leftOut.add(id);
    for (const id of received.unended) unended.add(id);
    read += lot.length;
    lot = [];
    onBatch(read);
  };
  for await (const batch of batches) {
    lot.push(batch);
    if (lot.length >= most) await take();
  }
  await take();
  return {
    taken: sum.taken,
    held: sum.held,
    records: sum.records.size,
    conflicts: [...sum.conflicts] as RecordId[],
    leftOut: leftOut.size,
    unended: unended.size,
  };
}

const WRONG_FOR_BACKUP =
  'That did not open the backup. A backup opens with the passphrase or the recovery key that the vault had on the day it was made.';

/** The content-free list of disposed records, as a file. */
export const DisposalList = v.strictObject({
  format: v.literal('cyber-prevent-disposals'),
  version: v.literal(1),
  device: RecordId,
  disposed: v.array(RecordId),
});
