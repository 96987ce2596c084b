/** Compares bytes with the letters of a file format’s marks. */
export function asciiAt(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, nth) => bytes[at + nth] === letter.charCodeAt(0));
}
