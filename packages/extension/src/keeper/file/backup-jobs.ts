/** File jobs, backups and exchange: one being made, one being read. A new one ends the last. */
import { type Host, PreventError, type RecordId, type TakeBlob } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { BackupOutcome, BackupRead, ExchangeRead, Taken } from '../../ports/file-reads.js';
import type { ExchangeAsked, LastBackup, VaultSecret } from '../../ports/services.js';
import type { Derive } from '../../vault/derivation.js';
import type { Desk } from '../desk/desk.js';
import { blobTaker } from '../desk/named-blobs.js';
import type { Session } from '../session.js';
import { bringPacks, DisposalList, makeBackup, openBackup, seenIn, takeIn } from './backup-file.js';
import { disposedIn } from './disposed-in.js';
import {
  makeExchange,
  openExchange,
  seenInExchange,
  type TakeAsked,
  takeExchange,
} from './exchange-file.js';
import { type Incoming, incoming } from './incoming.js';
import { noteUnconfirmed } from './known-keys.js';
import { type Outgoing, outgoing, outOfOrder, type Piece } from './outgoing.js';

export interface BackupJobs {
  last(session: Session): Promise<LastBackup | undefined>;
  make(session: Session): Promise<{ job: string; device: string; total: number }>;
  piece(job: string, index: number): Promise<Piece>;
  /** @param disposed - ids that must not come back */
  read(what: BackupRead, secret: VaultSecret, disposed: readonly RecordId[]): string;
  makeExchange(
    session: Session,
    asked: ExchangeAsked,
  ): Promise<{ job: string; device: string; total: number }>;
  readExchange(what: ExchangeRead, asked: TakeAsked): string;
  push(job: string, index: number, bytes: Uint8Array): Promise<Taken<BackupOutcome>>;
  end(job: string): Promise<Taken<BackupOutcome>>;
  stop(job: string): void;
  /** Removes everything of the vault when it locks. A move to this computer continues, since it is of another vault. */
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
  /** Called when a backup was made whole. */
  readonly onMade: () => void;
}): BackupJobs {
  const { desk, host, derive, onMade } = options;
  let making:
    | { job: string; session: Session; out: Outgoing; onEnd: () => Promise<void> }
    | undefined;
  let reading: { job: string; isMove: boolean; file: Incoming<BackupOutcome> } | undefined;

  const fileOf = (job: string): Incoming<BackupOutcome> => {
    if (reading?.job !== job) throw outOfOrder();
    return reading.file;
  };
  const noteMade = async ({ work }: Session, seq: number): Promise<void> => {
    const seen = await work.load(LAST);
    await work.save(LAST, { at: host.clock.now(), seq }, seen?.version ?? 0);
    onMade();
  };

  const begin = (file: Incoming<BackupOutcome>, isMove: boolean): string => {
    reading?.file.stop();
    const job = host.random.id();
    reading = { job, isMove, file };
    return job;
  };

  return {
    last: (session) => lastBackup(session),
    async make(session) {
      const made = await makeBackup(session, host);
      const job = host.random.id();
      making = {
        job,
        session,
        out: outgoing(made.file, made.done),
        onEnd: () => noteMade(session, made.seq),
      };
      return { job, device: made.device, total: made.total };
    },
    async piece(job, index) {
      if (making?.job !== job || desk.session() !== making.session) throw outOfOrder();
      const { out, onEnd } = making;
      const piece = await out.piece(index);
      if (piece.bytes === undefined) {
        making = undefined;
        await onEnd();
      }
      return piece;
    },
    read(what, secret, disposed) {
      let done = 0;
      const onBatch = (read: number): void => {
        done = read;
      };
      const read = async (pieces: AsyncIterable<Uint8Array>): Promise<BackupOutcome> => {
        let into: ReturnType<typeof blobTaker> | undefined;
        let [copies, left] = [0, 0];
        const leave = (): void => {
          left += 1;
        };
        const take: TakeBlob = async (name, text) => {
          copies += 1;
          await into?.take(name, text);
        };
        const open = desk.session();
        // A move starts a vault, and no officer is known in it.
        const known = what === 'move' ? undefined : open;
        const blobs = { digest: host.digest, take, leave };
        const backup = await openBackup(pieces, secret, derive, known, blobs);
        if (what === 'drill') {
          const seen = await seenIn(backup, host, open, onBatch);
          return { name: 'seen', seen: { ...seen, copies, left } };
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
        const taker = blobTaker(session);
        into = taker;
        const seqBefore = session.shelf.journal.lastSeq;
        const count = await taker.settleAfter(session, () =>
          takeIn(backup, session, disposed, onBatch),
        );
        await noteUnconfirmed(session, backup.unconfirmed);
        const packs = await bringPacks(backup, session, seqBefore);
        return { name: 'restored', count: packs ? { ...count, packs } : count };
      };
      return begin(
        incoming(read, () => done),
        what === 'move',
      );
    },
    async makeExchange(session, asked) {
      const { id, total, file } = await makeExchange(session, asked, host);
      const job = host.random.id();
      making = { job, session, out: outgoing(file, () => total), onEnd: async () => undefined };
      return { job, device: id, total };
    },
    readExchange(what, asked) {
      const read = async (pieces: AsyncIterable<Uint8Array>): Promise<BackupOutcome> => {
        const session = desk.session();
        if (!session) throw outOfOrder();
        if (what !== 'look')
          return { name: 'restored', count: await takeExchange(pieces, session, asked, host) };
        const opened = await openExchange(pieces, session.keys, host);
        return { name: 'exchange', seen: await seenInExchange(opened, session) };
      };
      return begin(
        incoming(read, () => 0),
        false,
      );
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
      if (reading?.isMove) return;
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

/** The time of the last backup, and the number of saves since; undefined when there was none. */
export async function lastBackup({
  work,
  shelf,
}: Pick<Session, 'work' | 'shelf'>): Promise<LastBackup | undefined> {
  const held = v.safeParse(Last, (await work.load(LAST))?.value);
  if (!held.success) return undefined;
  return { at: held.output.at, saves: Math.max(0, shelf.journal.lastSeq - held.output.seq) };
}

/** The ids of a disposal list. @throws {PreventError} when the text is not one */
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
