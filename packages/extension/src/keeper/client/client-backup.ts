/**
 * Backups from a page's side: the file goes to and from the keeper in pieces, so that its progress can be shown and it
 * can be stopped.
 */
import type { BackupOutcome, BackupRead, Taken } from '../../ports/file-reads.js';
import type {
  BackupMade,
  BackupService,
  ExchangeService,
  VaultSecret,
  Watched,
} from '../../ports/services.js';
import { joinBytes } from '../../vault/bytes.js';
import type { Line } from './line.js';

const PIECE_BYTES = 1_048_576;

export function clientBackup(line: Line): BackupService {
  const read = async (
    what: BackupRead,
    file: Blob,
    secret: VaultSecret,
    disposed: string,
    watched: Watched,
  ): Promise<BackupOutcome> =>
    handIn(line, await line.ask('backup-read', [what, secret, disposed]), file, watched);
  const restored = async (...args: Parameters<typeof read>) => {
    const outcome = await read(...args);
    if (outcome.name !== 'restored') throw new TypeError('Not what was asked for');
    return outcome.count;
  };

  return {
    last: () => line.ask('backup-last', []),
    async make(watched) {
      return fetchFile(line, await line.ask('backup-make', []), watched);
    },
    async drill(file, secret, watched) {
      const outcome = await read('drill', file, secret, '', watched);
      if (outcome.name !== 'seen') throw new TypeError('Not what was asked for');
      return outcome.seen;
    },
    restore: (file, secret, disposed, watched) =>
      restored('restore', file, secret, disposed, watched),
    moveHere: (file, secret, disposed, watched) =>
      restored('move', file, secret, disposed, watched),
    async disposalList() {
      const { device, text } = await line.ask('disposal-list', []);
      return { device, content: text };
    },
  };
}

/** Exchange files from a page's side. */
export function clientExchange(line: Line): ExchangeService {
  return {
    readCard: (text) => line.ask('read-card', [text]),
    async make({ recipients, others = [], ...asked }, watched) {
      const lists = { recipients: [...recipients], others: [...others] };
      const job = await line.ask('exchange-make', [{ ...asked, ...lists }]);
      return fetchFile(line, job, watched);
    },
    async look(file, watched) {
      const outcome = await handIn(
        line,
        await line.ask('exchange-read', ['look', { left: [], ended: [] }]),
        file,
        watched,
      );
      if (outcome.name !== 'exchange') throw new TypeError('Not what was asked for');
      return outcome.seen;
    },
    async takeIn(file, watched, left = [], ended = []) {
      const asked = { left: [...left], ended: [...ended] };
      const job = await line.ask('exchange-read', ['take', asked]);
      const outcome = await handIn(line, job, file, watched);
      if (outcome.name !== 'restored') throw new TypeError('Not what was asked for');
      return outcome.count;
    },
  };
}

/** Hands the file to the keeper, piece by piece. @returns the outcome */
async function handIn(
  line: Line,
  job: string,
  file: Blob,
  { onProgress, signal }: Watched,
): Promise<BackupOutcome> {
  let isEnded = false;
  try {
    for (let index = 0; ; index += 1) {
      signal.throwIfAborted();
      const from = index * PIECE_BYTES;
      const taken: Taken<BackupOutcome> =
        from < file.size
          ? await line.ask('backup-push', [job, index, await bytesOf(file, from)])
          : await line.ask('backup-end', [job]);
      if (taken.name === 'ended') {
        isEnded = true;
        return taken.outcome;
      }
      onProgress(taken.done);
    }
  } finally {
    if (!isEnded) await line.ask('backup-stop', [job]).catch(() => undefined);
  }
}

/** Fetches the file from the keeper, piece by piece. */
async function fetchFile(
  line: Line,
  { job, device, total }: { readonly job: string; readonly device: string; readonly total: number },
  { onProgress, signal }: Watched,
): Promise<BackupMade> {
  const parts: Uint8Array[] = [];
  try {
    for (let index = 0; ; index += 1) {
      signal.throwIfAborted();
      const { bytes, done } = await line.ask('backup-piece', [job, index]);
      onProgress(done, total);
      if (bytes === undefined) break;
      parts.push(bytes);
    }
  } catch (error) {
    await line.ask('backup-stop', [job]).catch(() => undefined);
    throw error;
  }
  return { device, content: joinBytes(parts) };
}

async function bytesOf(file: Blob, from: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(from, from + PIECE_BYTES).arrayBuffer());
}
