/**
 * An append-only journal of sealed frames over two files used in turn. A frame is kept once `append` resolves. Opening
 * the journal reports the effects of a stop or a damaged disk, and still gives every whole frame. Opening writes
 * nothing: the effects of a stop are repaired before the next write.
 */
import { PreventError } from '@cyber-prevent/core';
import type { Bytes } from '../../vault/bytes.js';
import type { VaultFile, VaultFiles } from '../place/files.js';
import { takeTurns } from '../place/turns.js';
import {
  type Frame,
  type FrameType,
  frameIn,
  framesBytes,
  HEAD_BYTES,
  type HeadType,
  type UnprovedFrame,
  unprovedFrameIn,
} from './journal-frame.js';
import { HALF_BYTES, type Half, HEADER_BYTES, halfBytes } from './journal-header.js';
import { type Found, findJournal, type JournalDamage, scanThrough } from './journal-open.js';
import { Places } from './journal-places.js';
import { areSound } from './journal-walk.js';

export type { Frame, FrameType } from './journal-frame.js';
export type { JournalDamage } from './journal-open.js';

export interface Journal {
  /** The clear header; undefined when none was ever set or it is lost. */
  readonly header: unknown;
  /**
   * Replaces the header. After a stop the older or the newer one is there, whole; once it resolves nothing of the older
   * is left.
   *
   * @param json - not longer than 16 KiB
   */
  setHeader(json: unknown): Promise<void>;
  /** Damage found when the journal was opened, and since. */
  readonly damage: readonly JournalDamage[];
  /**
   * Checks the contents that an early opening accepted unread. A write waits for it.
   *
   * @returns whether all were sound; a damaged one no longer counts, and is in `damage`
   */
  prove(): Promise<boolean>;
  /** Makes at once the repairs that the next write would: of a bad half of the header, of the effects of a stop. */
  mend(): Promise<void>;
  /**
   * Appends frames; on disk when it resolves. When it rejects, or after a stop, each of the frames is there whole or
   * not at all.
   *
   * @throws {PreventError} `CP_STORE_FULL`, `CP_STORE_CLOSED`
   */
  append(frames: readonly Frame[]): Promise<void>;
  /** The frames that count, in file order: for each type and sequence only the last. */
  frames(): AsyncIterable<Frame>;
  /** @param type - `batch` when not given */
  read(seqs: readonly number[], type?: FrameType): Promise<Map<number, Frame>>;
  /** Batches whose contents are not checked against their heads: for a caller that proves them in another way. */
  readUnproved(seqs: readonly number[]): Promise<Map<number, UnprovedFrame>>;
  /** Sequences of the batches that count, in no order. */
  seqs(): Iterable<number>;
  /** Highest sequence of a batch, 0 for none. */
  readonly lastSeq: number;
  /** Number of frames that count. */
  readonly count: number;
  /** Bytes of the file in use. */
  readonly bytes: number;
  /** Bytes that `rewrite` would free: frames replaced since, and damaged parts. */
  readonly deadBytes: number;
  /** True if there are damaged bytes between the frames: until `rewrite`, each opening reads every byte. */
  readonly hasDamage: boolean;
  /**
   * Writes the frames from `keep` to the other file and changes over to it; the old one is overwritten. A stop before
   * the change leaves everything as it was. Appends made in the meantime wait and come after.
   */
  rewrite(keep: AsyncIterable<Frame>): Promise<void>;
}

const CHUNK = 1024 * 1024;
/** Bytes set aside in one frame. */
const ASIDE_CHUNK = 16 * CHUNK;

/** @throws {PreventError} `CP_VAULT_UNREADABLE` when a newer release wrote it */
export function openJournal(files: VaultFiles): Promise<Journal> {
  return opened(files, false);
}

/** Like `openJournal`, but if every head is in its place the contents are checked later, by `prove`. */
export function openJournalEarly(files: VaultFiles): Promise<Journal> {
  return opened(files, true);
}

async function opened(files: VaultFiles, isEarly: boolean): Promise<Journal> {
  const damage: JournalDamage[] = [];
  let now: Found = await findJournal(files, damage, isEarly);
  const inTurn = takeTurns();
  let proving: Promise<boolean> | undefined;

  const proved = async (): Promise<boolean> => {
    const { unproved, ...found } = now;
    const isSound = unproved === undefined || (await areSound(files, now.file, unproved));
    now = isSound
      ? found
      : { ...found, ...(await scanThrough(files, now.file, now.generation, damage)) };
    return isSound;
  };
  const prove = (): Promise<boolean> => {
    if (proving === undefined) {
      proving = proved();
      proving.catch(() => {
        proving = undefined;
      });
    }
    return proving;
  };

  const writeHalf = (which: 0 | 1, half: Half, file = now.file): Promise<void> =>
    files.write([{ name: file, at: which * HALF_BYTES, bytes: halfBytes(half) }]);
  const level = async (): Promise<void> => {
    for (const which of [0, 1] as const) {
      if (now.isLevel[which]) continue;
      await writeHalf(which, now);
      now.isLevel[which] = true;
    }
  };
  const wipe = async (name: VaultFile): Promise<void> => {
    const size = await files.size(name);
    if (size === 0) return;
    for (let at = 0; at < size; at += CHUNK)
      await files.write([{ name, at, bytes: new Uint8Array(Math.min(CHUNK, size - at)) }]);
    await files.truncate(name, 0);
  };
  const clearOther = async (): Promise<void> => {
    if (!now.isOtherToClear) return;
    await wipe(other(now.file));
    now.isOtherToClear = false;
  };
  const cutTail = async (): Promise<void> => {
    if (now.tail === 0) return;
    now.tail = (await files.size(now.file)) - now.end;
    if (now.isTailToKeep) await setAside();
    else await files.truncate(now.file, now.end);
    now.tail = 0;
  };
  /** Puts the bytes after the last whole frame into their own frames, at the same place. */
  const setAside = async (): Promise<void> => {
    const frames: AnyFrame[] = [];
    let hasContent = false;
    for (let at = now.end; at < now.end + now.tail; at += ASIDE_CHUNK) {
      const length = Math.min(ASIDE_CHUNK, now.end + now.tail - at);
      const sealed = await files.read(now.file, at, length);
      hasContent ||= sealed.some((byte) => byte !== 0);
      frames.push({ type: 'aside', seq: 0, slot: 0, sealed });
    }
    if (hasContent) await put(frames);
    else await files.truncate(now.file, now.end);
    now.isTailToKeep = false;
  };
  /** Repairs the effects of a stop, once they are known. */
  const mend = async (): Promise<void> => {
    await prove();
    await level();
    await clearOther();
    await cutTail();
  };
  const put = async (frames: readonly AnyFrame[]): Promise<void> => {
    const bytes = framesBytes(frames, now.generation);
    const { length } = bytes;
    await files.write([{ name: now.file, at: now.end, bytes }]);
    now.end += addPlaces(now.places, frames, now.end);
    now.tail = Math.max(0, now.tail - length);
  };

  return {
    get header() {
      return now.json;
    },
    setHeader: (json) =>
      inTurn(async () => {
        await prove();
        // The bad half goes first, so that one is always good.
        const first = now.isLevel[0] && !now.isLevel[1] ? 1 : 0;
        const next = { ...now, json, edition: now.edition + 1 };
        const writing = writeHalf(first, next);
        now.isLevel[first] = false;
        await writing;
        now = { ...next, isLevel: [first === 0, first === 1] };
        await level();
      }),
    damage,
    prove,
    mend: () => inTurn(mend),
    append: (frames) =>
      inTurn(async () => {
        await mend();
        try {
          await put(frames);
        } catch (error) {
          // Part of it may be on the disk, and must not count. If this cut fails too, the next append makes it first.
          now.tail = Math.max(0, (await files.size(now.file).catch(() => now.end)) - now.end);
          now.isTailToKeep = false;
          await cutTail().catch(() => undefined);
          throw error;
        }
      }),
    frames: () => readAll(files, () => now, damage),
    async read(seqs, type = 'batch') {
      const { file, generation, places } = now;
      const found = new Map<number, Frame>();
      // All reads are requested at once, before a rewrite could come between.
      await Promise.all(
        seqs.map(async (seq) => {
          const place = places.find(type, seq);
          if (place === undefined) return;
          const bytes = await files.read(file, place.at, place.length);
          const frame = frameIn(bytes, 0, generation);
          if (frame) found.set(seq, frame);
          else damage.push({ kind: 'frame', file, ...place, type, seq });
        }),
      );
      return found;
    },
    async readUnproved(seqs) {
      const { file, generation, places } = now;
      const found = new Map<number, UnprovedFrame>();
      await Promise.all(
        seqs.map(async (seq) => {
          const place = places.find('batch', seq);
          if (place === undefined) return;
          const bytes = await files.read(file, place.at, place.length);
          const frame = unprovedFrameIn(bytes, 0, generation);
          if (frame) found.set(seq, frame);
        }),
      );
      return found;
    },
    seqs: () => now.places.seqs('batch'),
    get lastSeq() {
      return now.places.lastSeq;
    },
    get count() {
      return now.places.count;
    },
    get bytes() {
      return now.end + now.tail;
    },
    get deadBytes() {
      return now.end + now.tail - HEADER_BYTES - now.places.bytes;
    },
    get hasDamage() {
      return now.hasDamage === true;
    },
    rewrite: (keep) =>
      inTurn(async () => {
        await mend();
        const file = other(now.file);
        const generation = now.generation + 1;
        const places = new Places();
        let end = HEADER_BYTES;
        const write = async (frames: readonly Frame[]): Promise<void> => {
          await files.write([{ name: file, at: end, bytes: framesBytes(frames, generation) }]);
          end += addPlaces(places, frames, end);
        };
        await wipe(file);
        now.isOtherToClear = true;
        try {
          let waiting: Frame[] = [];
          let size = 0;
          for await (const frame of keep) {
            waiting.push(frame);
            size += HEAD_BYTES + frame.sealed.length;
            if (size < CHUNK) continue;
            await write(waiting);
            waiting = [];
            size = 0;
          }
          if (waiting.length > 0) await write(waiting);
          const next = { ...now, file, generation, places, end, tail: 0, hasDamage: false };
          await writeHalf(0, next, file);
          now = { ...next, isLevel: [true, false] };
        } catch (error) {
          await clearOther().catch(() => undefined);
          throw error;
        }
        await level();
        await clearOther();
      }),
  };
}

type AnyFrame = Omit<Frame, 'type'> & { readonly type: HeadType };

/** @returns number of bytes the frames take */
function addPlaces(places: Places, frames: readonly AnyFrame[], from: number): number {
  let at = from;
  for (const { type, seq, sealed } of frames) {
    const length = HEAD_BYTES + sealed.length;
    if (type !== 'aside') places.add({ type, seq, at, length });
    at += length;
  }
  return at - from;
}

async function* readAll(
  files: VaultFiles,
  current: () => Found,
  damage: JournalDamage[],
): AsyncGenerator<Frame> {
  const { file, generation, places } = current();
  for (let row = 0; ; ) {
    const run = places.run(row, CHUNK);
    if (run === undefined) return;
    const bytes: Bytes = await files.read(file, run.at, run.end - run.at);
    if (current().generation !== generation) throw rewritten();
    for (const at of run.starts) {
      const frame = frameIn(bytes, at - run.at, generation);
      if (frame) yield frame;
      else damage.push({ kind: 'frame', file, at, length: 0 });
    }
    row = run.next;
  }
}

function other(file: VaultFile): 'journal-a' | 'journal-b' {
  return file === 'journal-a' ? 'journal-b' : 'journal-a';
}

function rewritten(): PreventError {
  return new PreventError(
    'CP_STORE_CLOSED',
    'The records were put in order while they were read. Try again.',
  );
}
