/** Finds which of the journal's two files counts, reads it through, and reports damage. */
import type { VaultFile, VaultFiles } from '../place/files.js';
import {
  type FrameHead,
  type FrameType,
  firstGeneration,
  LARGEST_CONTENT,
} from './journal-frame.js';
import { HALF_BYTES, type Half, HEADER_BYTES, readHalves } from './journal-header.js';
import { Places } from './journal-places.js';
import { scan } from './journal-scan.js';
import { type Content, walk } from './journal-walk.js';

export type JournalFile = 'journal-a' | 'journal-b';
const JOURNAL_FILES = ['journal-a', 'journal-b'] as const;
/** The farthest that a frame is looked for in a file without a header. */
const SEARCHED = 2 * LARGEST_CONTENT;

export interface JournalDamage {
  /**
   * - `missing`: the file was not there. At set-up this is reported for both.
   * - `header`: one half of the header, or both if `length` is that of both, cannot be used.
   * - `frame`: a frame, or bytes in the middle that are not a frame.
   * - `tail`: bytes after the last whole frame, as left by a stop during a write. They are set aside in the file.
   */
  readonly kind: 'missing' | 'header' | 'frame' | 'tail';
  readonly file: VaultFile;
  readonly at: number;
  /** Bytes. */
  readonly length: number;
  /** Present if the head could be read. */
  readonly type?: FrameType;
  readonly seq?: number;
}

/** The current state of the journal. */
export interface Found extends Half {
  file: JournalFile;
  places: Places;
  /** End of the last whole frame. */
  end: number;
  /** Number of bytes after it. */
  tail: number;
  /** True if the tail is from before, and worth keeping. */
  isTailToKeep: boolean;
  /** For each half of the header: true if its content is right. */
  isLevel: [boolean, boolean];
  /** True if a stop left something in the other file. */
  isOtherToClear: boolean;
  /** True if there are damaged bytes between the frames. */
  hasDamage?: boolean;
  /** Contents still to be checked against their heads. */
  unproved?: readonly Content[];
}

interface Candidate {
  readonly file: JournalFile;
  readonly size: number;
  readonly halves: ReturnType<typeof readHalves>;
  /** The half that counts. */
  readonly half: Half | undefined;
}

/** @param isEarly - leaves the contents unproved if every head is in its place; only reading them could prove them */
export async function findJournal(
  files: VaultFiles,
  damage: JournalDamage[],
  isEarly: boolean,
): Promise<Found> {
  const candidates = await Promise.all(JOURNAL_FILES.map((file) => readHeader(files, file)));
  for (const { file } of candidates)
    if (files.missing.includes(file)) damage.push({ kind: 'missing', file, at: 0, length: 0 });

  const [best] = candidates
    .filter(({ half }) => half !== undefined)
    .sort((one, two) => (two.half?.generation ?? 0) - (one.half?.generation ?? 0));
  const { file, halves, half } = best?.half
    ? { ...best, half: best.half }
    : await withoutHeader(files, candidates);
  const { generation, edition, json } = half;
  const other = candidates.find((one) => one.file !== file);
  damage.push(...headerDamage(files, file, halves, (other?.size ?? 0) > 0));

  const walked = isEarly ? await walkThrough(files, file, generation) : undefined;
  const frames = walked ?? (await scanThrough(files, file, generation, damage));
  const isLevel = (which: 0 | 1): boolean => {
    const one = halves[which];
    return typeof one === 'object' && one.generation === generation && one.edition === edition;
  };
  return {
    file,
    generation,
    edition,
    json,
    ...frames,
    isTailToKeep: true,
    isLevel: [isLevel(0), isLevel(1)],
    isOtherToClear: best !== undefined && (other?.size ?? 0) > 0,
  };
}

type Frames = Pick<Found, 'places' | 'end' | 'tail' | 'hasDamage' | 'unproved'>;

/** Reads all of it, and reports damage. */
export async function scanThrough(
  files: VaultFiles,
  file: JournalFile,
  generation: number,
  damage: JournalDamage[],
): Promise<Frames> {
  const places = new Places();
  let hasDamage = false;
  const { end, tail } = await scan(files, file, generation, {
    frame: (head, at) => place(places, head, at),
    damaged(at, length, head) {
      hasDamage = true;
      const { type, seq } = head ?? {};
      damage.push({
        kind: 'frame',
        file,
        at,
        length,
        ...(type !== undefined && type !== 'aside' && seq !== undefined ? { type, seq } : {}),
      });
    },
  });
  if (tail > 0) damage.push({ kind: 'tail', file, at: end, length: tail });
  return { places, end, tail, hasDamage };
}

/** @returns undefined when something in it is wrong */
async function walkThrough(
  files: VaultFiles,
  file: JournalFile,
  generation: number,
): Promise<Frames | undefined> {
  const places = new Places();
  const walked = await walk(files, file, generation, (head, at) => place(places, head, at));
  return walked && { places, end: walked.end, tail: 0, unproved: walked.contents };
}

function place(places: Places, { type, seq, length }: FrameHead, at: number): void {
  if (type !== undefined && type !== 'aside') places.add({ type, seq, at, length });
}

async function readHeader(files: VaultFiles, file: JournalFile): Promise<Candidate> {
  const halves = readHalves(await files.read(file, 0, HEADER_BYTES));
  const [half] = halves
    .filter((one) => typeof one === 'object')
    .sort((one, two) => two.edition - one.edition);
  return { file, size: await files.size(file), halves, half };
}

/**
 * Reads the generation from the frames when no header is left. Of two, the lower is the whole one: the change to the
 * higher was not completed.
 */
async function withoutHeader(
  files: VaultFiles,
  candidates: readonly Candidate[],
): Promise<Candidate & { readonly half: Half }> {
  const found: (Candidate & { readonly half: Half })[] = [];
  for (const candidate of candidates) {
    const start = await files.read(candidate.file, HEADER_BYTES, SEARCHED);
    const generation = firstGeneration(start);
    const half = { generation: generation ?? 1, edition: 0, json: undefined };
    if (generation !== undefined) found.push({ ...candidate, half });
  }
  const [lowest] = found.sort((one, two) => one.half.generation - two.half.generation);
  const [first] = candidates;
  if (first === undefined) throw new RangeError('No files of a journal');
  return lowest ?? { ...first, half: { generation: 1, edition: 0, json: undefined } };
}

/** @param isChanging - a stop came during the change from the other file: the second half is written after that */
function headerDamage(
  files: VaultFiles,
  file: JournalFile,
  halves: Candidate['halves'],
  isChanging: boolean,
): JournalDamage[] {
  const lost = [0, 1].filter((which) => typeof halves[which] !== 'object');
  if (isChanging && lost.length === 1 && halves[1] === 'blank') return [];
  // A vault has no header yet at set-up.
  if (lost.length === 2)
    return JOURNAL_FILES.every((name) => files.missing.includes(name))
      ? []
      : [{ kind: 'header', file, at: 0, length: HEADER_BYTES }];
  return lost.map((which) => ({
    kind: 'header',
    file,
    at: which * HALF_BYTES,
    length: HALF_BYTES,
  }));
}
