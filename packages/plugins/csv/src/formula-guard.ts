/**
 * Keeps a spreadsheet from reading a person's words as a formula: an apostrophe goes before any text that could start
 * one, and is removed again on import. Nothing else is changed, so a text comes back to the byte.
 */

/** Characters that programs skip before they look for a formula: blanks, control characters, invisible marks. */
const SKIPPED = /^[\s\p{C}\p{Default_Ignorable_Code_Point}]*/u;
/** A tab or line end at the start can move the rest into another cell. */
const MOVES_ON = /[\t\r\n]/;
/** Includes the semicolon, which separates cells where a comma is the decimal point. */
const SIGNS = /^[=+\-@;]/;

/** The text in a form that is safe in a cell. */
export function guard(text: string): string {
  return needsGuard(text) ? `'${text}` : text;
}

/** The original text before {@link guard}. A leading apostrophe that guards nothing belongs to the text. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell.slice(1)) ? cell.slice(1) : cell;
}

/** A text that already looks guarded needs one more, or removing one would change it. */
function needsGuard(text: string): boolean {
  let start = 0;
  while (text[start] === "'") start += 1;
  const rest = start === 0 ? text : text.slice(start);
  const skipped = SKIPPED.exec(rest)?.[0] ?? '';
  if (MOVES_ON.test(skipped)) return true;
  const [first = ''] = rest.slice(skipped.length, skipped.length + 2);
  // Full-width and small forms, which are the same sign to some programs; alone, since a mark after it could join it.
  return SIGNS.test(first) || SIGNS.test(first.normalize('NFKC'));
}
