/** Frames to put into a journal, and the contents of one, in a form to compare. */
import type { Frame, Journal } from '../storage/journal/journal.js';

/** Content that differs between any two frames. */
export function frameOf(
  seq: number,
  length = 100,
  mark = seq,
  type: Frame['type'] = 'batch',
): Frame {
  const sealed = new Uint8Array(length);
  let state = mark + 1;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    sealed[at] = state >>> 24;
  }
  return { type, seq, slot: mark, sealed };
}

export function nameOf({ type, seq }: Pick<Frame, 'type' | 'seq'>): string {
  return `${type} ${seq}`;
}

export function contentOf({ slot, sealed }: Frame): string {
  return `${slot} ${Buffer.from(sealed).toString('base64')}`;
}

/** Content by type and sequence, in file order. */
export async function standsIn(journal: Journal): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const frame of journal.frames()) found.set(nameOf(frame), contentOf(frame));
  return found;
}

export function asMap(frames: readonly Frame[]): Map<string, string> {
  return new Map(frames.map((frame) => [nameOf(frame), contentOf(frame)]));
}

export async function* only(
  journal: Journal,
  keeps: (frame: Frame) => boolean,
): AsyncGenerator<Frame> {
  for await (const frame of journal.frames()) if (keeps(frame)) yield frame;
}
