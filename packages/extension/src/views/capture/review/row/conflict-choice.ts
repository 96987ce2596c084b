/** Id of the first choice about a path with two values, for an error summary. */
export function conflictChoice(path: string): string {
  return `stands-${path.replace(/\W+/g, '-')}`;
}
