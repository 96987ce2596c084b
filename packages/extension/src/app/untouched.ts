/**
 * Compares typed values with the start of their form. White space alone, an empty list and an unticked box count as
 * nothing typed; a start value that was emptied counts as typed.
 */
export function isUntouched(value: unknown, start: unknown): boolean {
  return JSON.stringify(filled(value)) === JSON.stringify(filled(start));
}

/** The value without its empty parts; undefined if nothing is left. */
function filled(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() ? value : undefined;
  if (typeof value !== 'object') return value || value === 0 ? value : undefined;
  const parts = Object.entries(value ?? {})
    .map(([name, part]) => [name, filled(part)])
    .filter(([, part]) => part !== undefined)
    .sort();
  return parts.length > 0 ? parts : undefined;
}
