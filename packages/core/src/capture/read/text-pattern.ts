/** Patterns of things people write in running text, shared by the finders of facts. All are linear in the text. */

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';

export const DATE = `(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{1,2}(?:st|nd|rd|th)?[\\s-]${MONTH}[\\s-]\\d{4}|\\d{4}-\\d\\d-\\d\\d)`;

/** A telephone number of this country as officers and schools write it: nothing that may be a reference. */
export const PHONE = String.raw`(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d{2,5}\)?(?:[ -]?\d){5,8}`;

export const EMAIL = String.raw`(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}`;

const RANK =
  '(?:PCSO|PC|T?DC|DS|PS|D?Sgt|Sergeant|D?CI|DI|D?Insp|Inspector|Supt|Constable|Detective (?:Constable|Sergeant|Inspector)|Police Constable)';
const STYLE = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sir)';
/**
 * A bounded word, as is the place where a name may begin: a text all in capitals would be searched again from each of
 * them.
 */
const WORD = String.raw`(?:(?:al|el|d)[-’'])?\p{Lu}(?:[\p{L}\p{M}’'-]{0,40}[\p{L}\p{M}])?`;
/** Small words within a family name: `van der Vael`, `ap Rhys`, `bint Khalid`. */
const PARTICLE =
  '(?:(?:de|la|le|du|da|di|dos|del|van|den|der|ter|von|bin|ibn|bint|binti|al|el|abu|ap|ab|ferch) ){0,2}';

/**
 * `DC 0912 Piers Amory`, `Mr Dev Sampleton`, `Tessa Notreal`, `J. Okafor`: at least two words, the last not an initial.
 */
export const NAME = `(?:(?:${RANK}\\.? (?:\\d{2,6} )?|${STYLE}\\.? )${WORD}\\.?(?: ${PARTICLE}${WORD}\\.?){0,3}|(?<![\\p{L}\\p{M}])${WORD}\\.?(?: ${PARTICLE}${WORD}\\.?){1,3})`;

/** End of the clause: at most a sentence or a line, the amount said of one person together. */
export function clauseEnd(text: string, from: number, most = 240): number {
  const rest = text.slice(from, from + most);
  const end = /\n\s*\n|[.!?]["”’)]?(?=\s+\p{Lu}|\s*$)/u.exec(rest);
  return from + (end ? end.index + (end[0].startsWith('\n') ? 0 : 1) : rest.length);
}
