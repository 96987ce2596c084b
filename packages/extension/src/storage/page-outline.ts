/**
 * Which records a page has, found in its bytes: a tenth of the time that reading them all out takes. Each stands as a list that begins
 * with its kind, its id and its ordinal, and nothing within a text looks like that, since there each quote is escaped.
 */
import type { RecordKind } from '@cyber-prevent/core';
import { type Bytes, text, utf8, wipe } from '../vault/bytes.js';

/** What is known of a page beforehand. */
export interface PageExtent {
  readonly kind: RecordKind;
  readonly count: number;
}

export interface PageOutline {
  /** Ids of the records as they stand in the page, with a comma between them. */
  readonly ids: string;
  /** The highest ordinal. */
  readonly last: number;
}

const SIGN = { list: 0x5b, quote: 0x22, comma: 0x2c, zero: 0x30, nine: 0x39 } as const;
const ID_BYTES = 36;

/** Undefined where they are not found as they should be: then the page has to be read. */
export function outlineOf(page: Bytes, { kind, count }: PageExtent): PageOutline | undefined {
  if (count === 0) return undefined;
  const start = utf8(`["${kind}","`);
  const ids = new Uint8Array(count * (ID_BYTES + 1)).fill(SIGN.comma);
  let [found, last] = [0, 0];
  for (let at = page.indexOf(SIGN.list, 1); at >= 0; at = page.indexOf(SIGN.list, at + 1)) {
    if (!startsWith(page, at, start)) continue;
    const id = at + start.length;
    const ordinal = ordinalAt(page, id + ID_BYTES);
    if (ordinal === undefined) continue;
    if (found === count) return undefined;
    ids.set(page.subarray(id, id + ID_BYTES), found * (ID_BYTES + 1));
    found += 1;
    last = Math.max(last, ordinal);
  }
  if (found < count) return undefined;
  const joined = text(ids.subarray(0, -1));
  wipe(ids);
  return { ids: joined, last };
}

function startsWith(page: Bytes, at: number, start: Bytes): boolean {
  // From the end: most lists differ there.
  for (let index = start.length - 1; index >= 0; index -= 1)
    if (page[at + index] !== start[index]) return false;
  return true;
}

/** The number behind the end of an id. */
function ordinalAt(page: Bytes, end: number): number | undefined {
  if (page[end] !== SIGN.quote || page[end + 1] !== SIGN.comma) return undefined;
  let ordinal: number | undefined;
  for (let at = end + 2; ; at += 1) {
    const sign = page[at] ?? 0;
    if (sign < SIGN.zero || sign > SIGN.nine) return sign === SIGN.comma ? ordinal : undefined;
    ordinal = (ordinal ?? 0) * 10 + sign - SIGN.zero;
  }
}
