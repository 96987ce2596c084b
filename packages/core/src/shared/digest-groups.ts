/** A digest in groups of four, 16 of them for SHA-256: to read aloud, to compare or to print. */
export function digestGroups(digest: string): readonly string[] {
  return digest.match(/.{1,4}/g) ?? [];
}
