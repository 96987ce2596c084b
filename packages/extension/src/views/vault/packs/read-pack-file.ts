/** The text of a chosen file, bounded: of one that is larger than any pack only so much that the core says so. */
import { LONGEST_PACK_TEXT } from '../../../ports/verbs/pack-verbs.js';

/** Bytes of the longest UTF-16 unit in UTF-8. */
const BYTES = 3;

export async function readPackFile(file: Blob): Promise<string> {
  const text = await file.slice(0, BYTES * LONGEST_PACK_TEXT).text();
  return text.slice(0, LONGEST_PACK_TEXT);
}
