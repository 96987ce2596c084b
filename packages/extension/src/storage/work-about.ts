/** Finds the records that a piece of unfinished work names: in its key, in a form, or in a save under way. */

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** True if the work names one of the records anywhere: a person may be chosen in a form that began without one. */
export function isWorkAbout(key: string, value: unknown, ids: ReadonlySet<string>): boolean {
  if (ids.size === 0) return false;
  return [...`${key} ${JSON.stringify(value)}`.matchAll(ID)].some(([id]) => ids.has(id));
}
