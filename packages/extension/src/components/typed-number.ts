/** A number as typed into a box. */

const GROUPED = /(?<=\d),(?=\d{3}(?!\d))/g;
const MINUS = /^[\u2212\u2013](?=\d)/;

/**
 * The whole number that was typed, `45`, `1,440` or `-5`, so that the field’s own limits say what is wrong with it. Any
 * other text stays as it is.
 */
export function typedNumber(text: string): number | string {
  const plain = text.trim().replace(GROUPED, '').replace(MINUS, '-');
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : text;
}
