/**
 * Combines the answers of the frames into one snapshot of the page, still as text in pieces: the panel never parses a
 * page, the worker joins and parses it.
 */
import type { UnreadFrame } from '@cyber-prevent/core/page';
import * as v from 'valibot';
import { type ChildFrame, DEEPEST_FRAME, type FrameHead } from './frame-head.js';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Millis = v.pipe(v.number(), v.minValue(0));

const Child = v.object({
  index: Count,
  origin: v.pipe(v.string(), v.maxLength(4096)),
  why: v.picklist(['other-origin', 'no-answer']),
  shadow: v.exactOptional(v.literal(true)),
});

const Head = v.object({
  token: v.pipe(v.string(), v.maxLength(64)),
  path: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(-1))),
    v.maxLength(DEEPEST_FRAME),
  ),
  children: v.pipe(v.array(Child), v.maxLength(1000)),
  nodeCount: Count,
  pieceCount: Count,
  size: Count,
  cut: v.exactOptional(v.picklist(['nodes', 'size', 'depth'])),
  viewer: v.exactOptional(v.literal(true)),
  readMs: Millis,
  longestMs: Millis,
});

export interface FrameAnswer {
  readonly head: FrameHead;
  readonly pieces: readonly string[];
}

/** The head of a frame's answer, and its first piece; undefined for anything that is not such an answer. */
export function readAnswer(answer: unknown): FrameAnswer | undefined {
  if (typeof answer !== 'string') return undefined;
  const end = answer.indexOf('\n');
  try {
    const head = v.parse(Head, JSON.parse(answer.slice(0, end)));
    return { head, pieces: [answer.slice(end + 1)] };
  } catch {
    return undefined;
  }
}

export interface Collected {
  /** Combined, they are the JSON of a `PageSnapshot`. */
  readonly pieces: readonly string[];
  readonly unread: readonly UnreadFrame[];
}

/** @param answers - whole answers, in any order; a second answer from the same place is ignored */
export function collectFrames(answers: readonly FrameAnswer[]): Collected {
  const frames = placed(answers);
  const unread = missing(frames);
  const pieces = [`{"version":1,"unread":${JSON.stringify(unread)},"frames":[`];
  for (const [path, { pieces: text }] of frames) {
    const isFirst = pieces.length === 1;
    pieces.push(`${isFirst ? '' : ','}{"path":[${path}],`, ...text);
  }
  pieces.push(']}');
  return { pieces, unread };
}

/** The answers by place, parents before children. A frame in a shadow tree gets the place its parent keeps for it. */
function placed(answers: readonly FrameAnswer[]): ReadonlyMap<string, FrameAnswer> {
  const frames = new Map<string, FrameAnswer>();
  const actual = new Map<string, readonly number[]>();
  for (const answer of answers.toSorted((a, b) => compare(a.head.path, b.head.path))) {
    const { path } = answer.head;
    const up = actual.get(path.slice(0, -1).join()) ?? path.slice(0, -1);
    const own = path.at(-1);
    const index = own === -1 ? shadowPlace(frames, up) : own;
    const at = index === undefined ? up : [...up, index];
    // Without its ancestor's answer, the frame's index there is unknown.
    if (at.includes(-1) || frames.has(at.join())) continue;
    frames.set(at.join(), answer);
    actual.set(path.join(), at);
  }
  const steps = (at: string): number[] => (at === '' ? [] : at.split(',').map(Number));
  return new Map([...frames].sort(([a], [b]) => compare(steps(a), steps(b))));
}

function shadowPlace(frames: ReadonlyMap<string, FrameAnswer>, up: readonly number[]): number {
  const kept = frames.get(up.join())?.head.children.filter(({ shadow }) => shadow) ?? [];
  return kept.find(({ index }) => !frames.has([...up, index].join()))?.index ?? -1;
}

function missing(frames: ReadonlyMap<string, FrameAnswer>): UnreadFrame[] {
  return [...frames].flatMap(([at, { head }]) =>
    head.children
      .map(({ index, origin, why }: ChildFrame) => {
        const path = [...(at === '' ? [] : at.split(',').map(Number)), index];
        return { path, origin, why };
      })
      .filter(({ path }) => !frames.has(path.join())),
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((index, level) => index !== b[level]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
