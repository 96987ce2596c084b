/** A value as JSON for a terminal. Anything beyond ASCII is escaped, so that a file from elsewhere cannot steer it. */
export function inJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(
    /[^\n\x20-\x7E]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
