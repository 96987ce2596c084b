/** Marks in the place of a value, which a system writes where a field is empty: `–`, `…`, `(no value)`, `[none]`. */

const LONGEST = 60;
const MARK = /^[-‐-―−_.…?\s]+$/;
/** Words in brackets; without them they may be somebody's. */
const IN_BRACKETS =
  /^[[(<](?:no|not|none|nil|null|n\/[ak]|unknown|empty|blank|dim|ddim|heb)(?:[\s'’][^()[\]<>]*)?[\])>]\.?$/i;

/** True for a text that is such a mark and nothing else. They are part of the record: nothing is known there. */
export function isEmptyMark(text: string): boolean {
  if (text.length > LONGEST * 4) return false;
  const bare = text.trim();
  return bare !== '' && bare.length <= LONGEST && (MARK.test(bare) || IN_BRACKETS.test(bare));
}
