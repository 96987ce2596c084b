/** The text of a chosen file, bounded: of one that is larger than any pack only so much that the core says so. */
import { LARGEST_PACK } from '@cyber-prevent/core/pack';

/** Bytes of the longest UTF-16 unit in UTF-8. */
const BYTES = 3;

export async function readPackFile(file: Blob): Promise<string> {
  const longest = LARGEST_PACK + 1;
  const text = await file.slice(0, BYTES * longest).text();
  return text.slice(0, longest);
}
