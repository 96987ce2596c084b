/** Plain text as a file holds it: UTF-8, or the letters of older Windows programs. */

/** No text has these; the other controls are white space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/;

/** Undefined if the bytes are no text. */
export function attachedText(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes);
  return CONTROL.test(text) ? undefined : text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
