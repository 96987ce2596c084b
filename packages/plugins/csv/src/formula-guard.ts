/**
 * Keeps a spreadsheet from taking somebody's words for a formula: an apostrophe goes before what could start one, and is
 * taken away again on the way in. Nothing else is changed, so a text comes back to the byte.
 */

/** Programs skip these before they look for a formula: blanks, control characters, marks that do not show. */
const SKIPPED = /^[\s\p{C}\p{Default_Ignorable_Code_Point}]*/u;
/** A tab or line end at the start can move what follows it into a cell of its own. */
const MOVES_ON = /[\t\r\n]/;
/** The semicolon parts cells where a comma is a decimal point. */
const SIGNS = /^[=+\-@;]/;

/** The text as it may stand in a cell. */
export function guard(text: string): string {
  return needsGuard(text) ? `'${text}` : text;
}

/** The text that {@link guard} was given. A leading apostrophe that guards nothing is the text's own. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell.slice(1)) ? cell.slice(1) : cell;
}

/** A text that already looks guarded needs one more, or taking one away would change it. */
function needsGuard(text: string): boolean {
  let start = 0;
  while (text[start] === "'") start += 1;
  const rest = start === 0 ? text : text.slice(start);
  const skipped = SKIPPED.exec(rest)?.[0] ?? '';
  if (MOVES_ON.test(skipped)) return true;
  const [first = ''] = rest.slice(skipped.length, skipped.length + 2);
  // Full-width and small forms are the same sign to some programs; alone, since a mark after it could join it.
  return SIGNS.test(first) || SIGNS.test(first.normalize('NFKC'));
}
