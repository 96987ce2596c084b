/** Texts of a page that tell nothing of anybody: directions to the person who fills in a form, lists, and footers. */

/** A verb that tells the person at the screen what to do, at the beginning. */
const DIRECTION =
  /^(?:please\s+|you\s+(?:may|can|must|should|need to|will need to)\s+|if\s+you\s|use\s+this\s)?(?:also\s+)?(?:enter|type|select|choose|provide|include|tick|untick|upload|attach|click|press|drag|separate|fill|complete|do not|don[’']t|make sure|ensure|search)\b/iu;
const FOOTER =
  /\b(?:last (?:modified|updated|changed|edited)|all rights reserved|copyright|licen[cs]ed under|privacy (?:policy|notice)|cookies|powered by)\b|©/iu;
/** Words of a sentence, in one line. */
const SENTENCE = /(?:^|\n)[^\S\n]*(?:[^\s]+[^\S\n]+){5}[^\s]/u;
/** Letters at the beginning that are looked at. */
const LOOKED_AT = 2_000;

/** True for a text of a page that directs the person who fills in a form. */
export function isDirection(text: string): boolean {
  return DIRECTION.test(text.slice(0, LOOKED_AT).trimStart());
}

/** True if a text may be an account: it has a sentence, and is neither a direction nor a footer. */
export function mayTell(text: string): boolean {
  const head = text.slice(0, LOOKED_AT);
  return SENTENCE.test(head) && !isDirection(head) && !FOOTER.test(head);
}
