/** Numbers and codes that forms put before a label: `3.2`, `Q4.`, `B7)`, `A –`, `0010,0030 (…)`, `PID-7`. */

/** A number, a letter, or a word with a number, each with what separates it from the label. */
const MARKS: readonly RegExp[] = [
  /^[([]?[0-9a-f]{4},\s?[0-9a-f]{4}[)\]]?[\s:–—-]*/i,
  /^(?:section|part|step|page|box|question|item|field|row|line|qu?|no|№|#|§)\s*\.?\s*\d{1,3}(?:\.\d{1,2})*[a-z]?\s*[.:)\]–—-]*\s+/i,
  /^(?:section|part|step|page|box|question|item)\s+[a-z]\s*[.:)\]–—-]+\s+/i,
  /^[A-Z]{2,4}[-.]\d{1,3}(?:\.\d{1,2})*\s+/,
  /^[{<][A-Z]{0,4}[-. ]?\d{1,6}(?:\.\d{1,2}){0,2}[a-z]?[}>]\s*/i,
  /^[([]?\d{1,3}(?:\.\d{1,3})*\s?[a-z]?[.)\]:/]*\s*[–—-]?\s+/i,
  /^[A-Z]\d{1,2}\s+(?=\p{L})/u,
  /^[([]?\d{1,3}(?:\.\d{1,3})*[a-z]?[.)\]:]+/i,
  /^[([]?[A-Z]{1,2}\d{0,3}(?:\.\d{1,2})*[.)\]:]+\s*(?=\S{2})/,
  /^[A-Z]\d{0,2}\s[–—-]\s/,
  /^[([]?(?:[ivx]{1,5}|[a-z])[.)\]]\s+/i,
  /^[-–—•·▪►*>]+\s+/,
];
/** Most marks before one label: `1 (a) Surname`. */
const MOST_MARKS = 3;
/** A label that stands in brackets once its code is gone: `(PatientBirthDate)`. */
const IN_BRACKETS = /^[([]([^()[\]]+)[)\]]$/;
/** Signs of which every mark has one, and the letters within which it has it. */
const SIGNS = /[\d.)\]:#§№•·▪►*>–—-]/;
const LONGEST_MARK = 24;
/** Letters between full stops: `D.O.B.` is a word, and its first letter is not a mark. */
const INITIALS = /^(?:[A-Z]\.\s?){2,}/i;

/** The label without what stands before it; the label itself if there is nothing, or nothing else. */
export function withoutMarks(label: string): string {
  let bare = label.trim();
  if (!SIGNS.test(bare.slice(0, LONGEST_MARK))) return bare;
  for (let nth = 0; nth < MOST_MARKS; nth += 1) {
    const mark = INITIALS.test(bare) ? undefined : MARKS.find((each) => each.test(bare));
    const rest = mark === undefined ? bare : bare.replace(mark, '');
    if (mark === undefined || !/\p{L}.*\p{L}/u.test(rest)) break;
    bare = rest;
  }
  return IN_BRACKETS.exec(bare)?.[1]?.trim() ?? bare;
}
