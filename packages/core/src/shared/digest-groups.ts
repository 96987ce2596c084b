/** A digest in groups of four characters, 16 groups for SHA-256: to read aloud, compare or print. */
export function digestGroups(digest: string): readonly string[] {
  return digest.match(/.{1,4}/g) ?? [];
}
