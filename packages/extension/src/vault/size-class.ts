/** What is sealed is padded, so that its size on the disk says little of its content. */
import type { Bytes } from './bytes.js';

/** Content after its length, then zeros up to a size class. */
export interface Padded {
  readonly bytes: Bytes;
  /** Of the content. */
  readonly length: number;
}

export const LENGTH_BYTES = 4;
export const SMALLEST_CLASS = 256;
const LARGEST_DOUBLING = 65_536;

/** Lengths are hidden within their class: doublings up to 64 KiB, then steps of 64 KiB. */
export function sizeClass(length: number): number {
  let size = SMALLEST_CLASS;
  while (size < length && size < LARGEST_DOUBLING) size *= 2;
  return size >= length ? size : Math.ceil(length / LARGEST_DOUBLING) * LARGEST_DOUBLING;
}
