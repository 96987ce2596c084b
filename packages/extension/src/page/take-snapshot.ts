/** Takes a snapshot of the page in a tab: injects the reader, fetches the answer of each frame, and combines them. */
import type { UnreadFrame } from '@cyber-prevent/core/page';
import { collectFrames, type FrameAnswer, readAnswer } from './collect.js';
import type { FrameHead } from './frame-head.js';
import { askReader, NO_READER } from './kept-reader.js';
import { failure, failureOf, type SnapshotFailure } from './snapshot-failure.js';

export type Scripting = Pick<typeof chrome.scripting, 'executeScript'>;

export interface SnapshotParts {
  readonly ok: true;
  /**
   * Combined, they are the JSON of a `PageSnapshot`. Each is a megabyte at most: pass them on, do not parse them here.
   */
  readonly pieces: readonly string[];
  readonly frameCount: number;
  readonly unread: readonly UnreadFrame[];
  readonly nodeCount: number;
  /** Bounds that a frame exceeded; the rest is not in the snapshot. */
  readonly cut: readonly NonNullable<FrameHead['cut']>[];
  /** Milliseconds: reading summed over frames, the longest stretch in the page, and from press to the last piece. */
  readonly readMs: number;
  readonly longestMs: number;
  readonly totalMs: number;
}

/** A page that does not answer in this time after the press is busy, or shows a dialog. */
const PATIENCE_MS = 10_000;
/** The share of that for all frames together, before the page itself is asked alone. */
const SHARE_OF_ALL = 0.6;
const LATE = new Error('No answer in time');

export interface SnapshotOptions {
  /** The injected script, from the extension's root. */
  readonly file?: string;
  /** Version of the reader that an earlier press has probably left in the page: it is tried first. */
  readonly reader?: string;
  readonly patienceMs?: number;
}

type Where = { readonly allFrames: true } | { readonly frameIds: number[] };
type Results = readonly chrome.scripting.InjectionResult<unknown>[];

/** Needs the officer's press on this tab. Never rejects: a failure is returned as a reason and a sentence. */
export async function takeSnapshot(
  target: { readonly tabId: number; readonly url?: string },
  scripting: Scripting,
  { file = '/snapshot.js', reader, patienceMs = PATIENCE_MS }: SnapshotOptions = {},
): Promise<SnapshotParts | SnapshotFailure> {
  const begun = performance.now();
  const left = (): number => Math.max(0, begun + patienceMs - performance.now());
  try {
    const { tabId } = target;
    const inject = (where: Where): Promise<Results> =>
      scripting.executeScript({ target: { tabId, ...where }, files: [file] });
    const all = (): Promise<Results> => inject({ allFrames: true });
    const asked = reader === undefined ? all() : askKept(tabId, reader, scripting, inject);
    // One busy frame delays every answer: then the page itself is asked alone.
    const results = await inTime(asked, patienceMs * SHARE_OF_ALL).catch((error: unknown) => {
      if (error === LATE) return inTime(inject({ frameIds: [0] }), left());
      throw error;
    });
    const answers = await Promise.all(
      results.map((result) =>
        inTime(wholeAnswer(tabId, result, scripting), left()).catch(() => undefined),
      ),
    );
    return assemble(
      answers.filter((answer) => answer !== undefined),
      begun,
    );
  } catch (error) {
    return failureOf(error, target.url);
  }
}

/** Asks the kept reader; newer frames have none yet, nor has a page that replaced the last. */
async function askKept(
  tabId: number,
  reader: string,
  scripting: Scripting,
  inject: (where: Where) => Promise<Results>,
): Promise<Results> {
  const results: Results = await scripting.executeScript({
    target: { tabId, allFrames: true },
    func: askReader,
    args: [reader],
  });
  const without = results.filter(({ result }) => result === NO_READER);
  if (without.length === 0) return results;
  const frameIds = without.map(({ frameId }) => frameId);
  // A frame that is gone in the meantime makes the whole injection fail.
  const others = await inject({ frameIds }).catch(() => inject({ allFrames: true }));
  const anew = new Set(others.map(({ frameId }) => frameId));
  return [...results.filter(({ frameId }) => !anew.has(frameId)), ...others];
}

function assemble(answers: readonly FrameAnswer[], begun: number): SnapshotParts | SnapshotFailure {
  const page = answers.find(({ head }) => head.path.length === 0);
  if (!page) return failure('nothing');
  if (page.head.viewer) return failure('cannot-read');
  const heads = answers.map(({ head }) => head);
  return {
    ok: true,
    ...collectFrames(answers),
    frameCount: answers.length,
    nodeCount: heads.reduce((sum, head) => sum + head.nodeCount, 0),
    cut: heads.flatMap(({ cut }) => cut ?? []),
    readMs: heads.reduce((sum, head) => sum + head.readMs, 0),
    longestMs: Math.max(...heads.map(({ longestMs }) => longestMs)),
    totalMs: performance.now() - begun,
  };
}

/** Fetches the pieces after the first. Undefined when the frame loaded another page in the meantime. */
async function wholeAnswer(
  tabId: number,
  result: chrome.scripting.InjectionResult<unknown>,
  scripting: Scripting,
): Promise<FrameAnswer | undefined> {
  const answer = readAnswer(result.result);
  // The browser knows which frame is the page; a frame that claims to be the page is lying.
  if (!answer || (answer.head.path.length === 0) !== (result.frameId === 0)) return undefined;
  const pieces = [...answer.pieces];
  // Addressed by document if the browser can, so that the pieces cannot come from the frame's next page.
  const at = result.documentId
    ? { tabId, documentIds: [result.documentId] }
    : { tabId, frameIds: [result.frameId] };
  for (let index = 1; index < answer.head.pieceCount; index += 1) {
    try {
      const [piece] = await scripting.executeScript({
        target: at,
        func: fetchPiece,
        args: [answer.head.token, index],
      });
      if (typeof piece?.result !== 'string') return undefined;
      pieces.push(piece.result);
    } catch {
      return undefined;
    }
  }
  return { head: answer.head, pieces };
}

/** Runs in the page's isolated world, where `installSnapshot` left the rest. */
function fetchPiece(token: string, index: number): string | null {
  return globalThis.__cpSnapshot?.piece(token, index) ?? null;
}

function inTime<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(LATE), patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
