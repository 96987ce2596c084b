/** The words around what was found, as written. */
import { markForms, writtenWords } from './words.js';

/** Characters on each side. */
const AROUND = 60;
/** The most words that one number or reference is written in. */
const MOST_WORDS = 8;

/**
 * @param said - the word or the mark that was found, in the form that is compared
 * @returns the whole text if it is short
 */
export function excerptOf(text: string, said?: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  if (flat.length <= 2 * AROUND) return flat;
  const { from, to } = placeOf(flat, said) ?? { from: 0, to: 0 };
  const [least, most] = [Math.max(0, from - AROUND), Math.min(flat.length, to + AROUND)];
  const start = least === 0 ? 0 : (after(flat.indexOf(' ', least), from) ?? least);
  const end = most === flat.length ? most : (within(flat.lastIndexOf(' ', most), to) ?? most);
  const cut = withoutHalves(flat.slice(start, end));
  return `${start > 0 ? '…' : ''}${cut}${end < flat.length ? '…' : ''}`;
}

function placeOf(
  text: string,
  said: string | undefined,
): { readonly from: number; readonly to: number } | undefined {
  if (said === undefined) return undefined;
  const words = writtenWords(text);
  for (const [nth, first] of words.entries()) {
    let joined = '';
    for (const { word, to } of words.slice(nth, nth + MOST_WORDS)) {
      joined += word;
      if (markForms(joined).some((form) => form.includes(said))) {
        const alone = words.find((each) => each.word === said);
        return alone ?? { from: first.from, to };
      }
    }
  }
  return undefined;
}

/** The place behind a space, if that is not behind what was found. */
function after(space: number, from: number): number | undefined {
  return space >= 0 && space < from ? space + 1 : undefined;
}

function within(space: number, to: number): number | undefined {
  return space >= to ? space : undefined;
}

/** A cut in text without spaces may have split a character. */
function withoutHalves(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
