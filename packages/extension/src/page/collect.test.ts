import { parseSnapshot } from '@cyber-prevent/core/page';
import { describe, expect, it } from 'vitest';
import { collectFrames, type FrameAnswer, readAnswer } from './collect.js';
import type { ChildFrame } from './frame-head.js';

const BODY = '"url":"https://rms.example/","title":"","tree":{"type":"root","children":[]}}';

function answer(path: readonly number[], children: readonly ChildFrame[] = []): FrameAnswer {
  const head = {
    token: 't',
    path,
    children,
    nodeCount: 1,
    pieceCount: 2,
    size: BODY.length,
    readMs: 1,
    longestMs: 1,
  };
  return { head, pieces: [BODY.slice(0, 20), BODY.slice(20)] };
}

const child = (index: number, more: Partial<ChildFrame> = {}): ChildFrame => ({
  index,
  origin: 'https://other.example',
  why: 'other-origin',
  ...more,
});

function snapshotOf(answers: readonly FrameAnswer[]) {
  const parsed = parseSnapshot(collectFrames(answers).pieces.join(''));
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return parsed.value;
}

describe('collect', () => {
  it('puts the page first and parents before children, however they came', () => {
    const { frames, unread } = snapshotOf([
      answer([1, 0]),
      answer([10]),
      answer([2]),
      answer([], [child(1), child(2), child(10)]),
      answer([1], [child(0)]),
    ]);
    expect(frames.map(({ path }) => path)).toEqual([[], [1], [2], [10], [1, 0]]);
    expect(unread).toEqual([]);
  });

  it('lists the frames that did not answer', () => {
    const { unread } = snapshotOf([answer([], [child(0), child(1)]), answer([1], [child(3)])]);
    expect(unread).toEqual([
      { path: [0], origin: 'https://other.example', why: 'other-origin' },
      { path: [1, 3], origin: 'https://other.example', why: 'other-origin' },
    ]);
  });

  it('gives a frame in a shadow tree the place that its parent keeps for it', () => {
    const shadow = { shadow: true } as const;
    const page = answer([], [child(0), child(4, shadow), child(5, shadow)]);
    const { frames, unread } = snapshotOf([answer([-1, 0]), answer([-1]), answer([-1]), page]);
    expect(frames.map(({ path }) => path)).toEqual([[], [4], [5], [5, 0]]);
    expect(unread.map(({ path }) => path)).toEqual([[0]]);
  });

  it('counts one place once, and leaves out a frame whose place nobody keeps', () => {
    const second = { ...answer([]), pieces: [BODY.replace('rms', 'second')] };
    const { frames } = snapshotOf([answer([]), second, answer([-1])]);
    expect(frames.map(({ url }) => url)).toEqual(['https://rms.example/']);
  });
});

describe('the answer of a frame', () => {
  it('is a head and the first piece, and nothing else', () => {
    const { head, pieces } = answer([0]);
    const read = readAnswer(`${JSON.stringify(head)}\n${pieces[0]}`);
    expect(read).toEqual({ head, pieces: [pieces[0]] });
    const lies = [undefined, null, {}, '', '{}\n', `${JSON.stringify({ ...head, path: [0.5] })}\n`];
    for (const lie of lies) expect(readAnswer(lie)).toBeUndefined();
  });
});
