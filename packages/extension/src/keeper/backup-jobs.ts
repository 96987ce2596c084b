/** Backups under way: one that is being made, one that is being read. A new one ends the one before. */
import { type Host, PreventError, type RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { BackupSeen, LastBackup, RestoreCount, VaultSecret } from '../app/services.js';
import type { Derive } from '../vault/derivation.js';
import {
  DisposalList,
  disposedIn,
  type MadeBackup,
  makeBackup,
  openBackup,
  seenIn,
  takeIn,
} from './backup-file.js';
import type { BackupRead } from './backup-reads.js';
import type { Desk } from './desk.js';
import { type Incoming, incoming, type Taken } from './incoming.js';
import { type Outgoing, outgoing, outOfOrder, type Piece } from './outgoing.js';
import type { Session } from './session.js';

export type BackupOutcome =
  | { readonly name: 'seen'; readonly seen: BackupSeen }
  | { readonly name: 'restored'; readonly count: RestoreCount };

export interface BackupJobs {
  last(session: Session): Promise<LastBackup | undefined>;
  make(session: Session): Promise<{ job: string; device: string; total: number }>;
  piece(job: string, index: number): Promise<Piece>;
  /** @param disposed - ids that are not to come back */
  read(what: BackupRead, secret: VaultSecret, disposed: readonly RecordId[]): string;
  push(job: string, index: number, bytes: Uint8Array): Promise<Taken<BackupOutcome>>;
  end(job: string): Promise<Taken<BackupOutcome>>;
  stop(job: string): void;
  /** The vault locks: nothing of it may stay. A move to this computer goes on, since it is of another vault. */
  forget(): void;
  disposalList(session: Session): Promise<string>;
}

/** The key, in sealed work, of when the last backup was made. */
const LAST = 'kept/last-backup';
const Last = v.strictObject({ at: v.string(), seq: v.number() });

export function backupJobs(options: {
  readonly desk: Pick<Desk, 'session' | 'adopt'>;
  readonly host: Host;
  readonly derive: Derive;
  /** Told when a backup was made whole. */
  readonly onMade: () => void;
}): BackupJobs {
  const { desk, host, derive, onMade } = options;
  let making: { job: string; session: Session; made: MadeBackup; out: Outgoing } | undefined;
  let reading: { job: string; what: BackupRead; file: Incoming<BackupOutcome> } | undefined;

  const fileOf = (job: string): Incoming<BackupOutcome> => {
    if (reading?.job !== job) throw outOfOrder();
    return reading.file;
  };
  const noteMade = async ({ work }: Session, seq: number): Promise<void> => {
    const seen = await work.load(LAST);
    await work.save(LAST, { at: host.clock.now(), seq }, seen?.version ?? 0);
    onMade();
  };

  return {
    last: (session) => lastBackup(session),
    async make(session) {
      const made = await makeBackup(session, host);
      const job = host.random.id();
      making = { job, session, made, out: outgoing(made.file, made.done) };
      return { job, device: made.device, total: made.total };
    },
    async piece(job, index) {
      if (making?.job !== job || desk.session() !== making.session) throw outOfOrder();
      const { session, made, out } = making;
      const piece = await out.piece(index);
      if (piece.bytes === undefined) {
        making = undefined;
        await noteMade(session, made.seq);
      }
      return piece;
    },
    read(what, secret, disposed) {
      reading?.file.stop();
      let done = 0;
      const onBatch = (read: number): void => {
        done = read;
      };
      const read = async (pieces: AsyncIterable<Uint8Array>): Promise<BackupOutcome> => {
        const backup = await openBackup(pieces, secret, derive);
        if (what === 'drill') {
          const seen = await seenIn(backup, host, desk.session(), onBatch);
          return { name: 'seen', seen };
        }
        if (what === 'move') {
          const made = await desk.adopt(backup.header, backup.keys);
          if (!made.ok)
            throw new PreventError(
              'CP_STORE_CLOSED',
              made.issues.map(({ message }) => message).join(' '),
            );
        }
        const session = desk.session();
        if (!session) throw outOfOrder();
        return { name: 'restored', count: await takeIn(backup, session, disposed, onBatch) };
      };
      const job = host.random.id();
      reading = { job, what, file: incoming(read, () => done) };
      return job;
    },
    push: async (job, index, bytes) => fileOf(job).push(index, bytes),
    end: async (job) => fileOf(job).end(),
    stop(job) {
      if (making?.job === job) making = undefined;
      if (reading?.job !== job) return;
      reading.file.stop();
      reading = undefined;
    },
    forget() {
      making = undefined;
      if (reading?.what === 'move') return;
      reading?.file.stop();
      reading = undefined;
    },
    async disposalList(session) {
      const { device } = session.keys.identity;
      const disposed = disposedIn(await session.store.batchesSince(0));
      return `${JSON.stringify({ format: 'cyber-prevent-disposals', version: 1, device, disposed } satisfies v.InferOutput<typeof DisposalList>)}\n`;
    },
  };
}

/** When the last backup was made, and how many saves there were since; undefined when there was none. */
export async function lastBackup({
  work,
  shelf,
}: Pick<Session, 'work' | 'shelf'>): Promise<LastBackup | undefined> {
  const held = v.safeParse(Last, (await work.load(LAST))?.value);
  if (!held.success) return undefined;
  return { at: held.output.at, saves: Math.max(0, shelf.journal.lastSeq - held.output.seq) };
}

/** The ids of a disposal list. @throws {PreventError} when the text is none */
export function readDisposalList(text: string): readonly RecordId[] {
  if (text.trim() === '') return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const list = v.safeParse(DisposalList, value);
  if (!list.success)
    throw new PreventError(
      'CP_ENVELOPE_UNREADABLE',
      'This is not a disposal list, or it was altered. Choose the file that was saved from Backup on the other computer.',
    );
  return list.output.disposed;
}
