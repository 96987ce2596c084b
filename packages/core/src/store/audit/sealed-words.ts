/**
 * The form of the words of a search that are sealed to an auditor’s key. A host seals them, the command `open-searches`
 * opens them. Each text has one length, whatever was typed.
 *
 * The bytes, in base64url after the mark: the public point that was made for this search (65, uncompressed, P-256), a
 * nonce (12), and AES-256-GCM over the padded words with its tag (16). The key is HKDF-SHA-256 of the ECDH secret, with
 * that point as salt and the context, a line end and the auditor’s own point as info.
 */

/** Bytes of the padded words: two of their length, the words in UTF-8, zeros. */
export const SEALED_WORDS_BYTES = 768;
/** Prefix of the info of the key. */
export const SEALED_WORDS_CONTEXT = 'cyber-prevent/1/searched-words';
export const SEALED_WORDS_MARK = 'searched-words-1.';
export const POINT_BYTES = 65;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

const LETTERS = Math.ceil(((POINT_BYTES + NONCE_BYTES + SEALED_WORDS_BYTES + TAG_BYTES) * 8) / 6);

/** Matches the sealed words anywhere in a text. */
export const SEALED_WORDS_IN_TEXT = new RegExp(
  `searched-words-1\\.[A-Za-z0-9_-]{${LETTERS}}(?![A-Za-z0-9_-])`,
  'g',
);
/** Matches nothing but sealed words. */
export const SEALED_WORDS = new RegExp(`^searched-words-1\\.[A-Za-z0-9_-]{${LETTERS}}$`);

const LENGTH_BYTES = 2;

/**
 * The words as they are sealed: always {@link SEALED_WORDS_BYTES}. Words that do not fit are cut at a whole letter, far
 * beyond what a search looks for.
 */
export function paddedWords(words: string): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(SEALED_WORDS_BYTES);
  const bytes = new TextEncoder().encode(words);
  let length = Math.min(bytes.length, SEALED_WORDS_BYTES - LENGTH_BYTES);
  while (length < bytes.length && isWithinLetter(bytes[length])) length -= 1;
  padded[0] = length >> 8;
  padded[1] = length & 255;
  padded.set(bytes.subarray(0, length), LENGTH_BYTES);
  return padded;
}

function isWithinLetter(byte = 0): boolean {
  return (byte & 0xc0) === 0x80;
}

/** The words again; undefined if the bytes are not padded words. */
export function wordsOfPadded(padded: Uint8Array): string | undefined {
  if (padded.length !== SEALED_WORDS_BYTES) return undefined;
  const length = ((padded[0] ?? 0) << 8) | (padded[1] ?? 0);
  if (length > SEALED_WORDS_BYTES - LENGTH_BYTES) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length),
    );
  } catch {
    return undefined;
  }
}
