/** Finds somebody’s name in a label or heading, even if it is nowhere else on the page. */
import { attribute } from '../../page/tree/attribute.js';
import { foldLabel } from '../field/fold-label.js';
import { elementsOf } from '../proof/proof-leak.js';
import type { TaughtPage } from './taught.js';

const BEFORE_SOMEBODY = /^(?:about|against|between|by|for|from|of|on|re|to|towards|with|and)$/i;
const PIECE = /[\p{L}\p{M}]+|[()[\]]|['‘’ʼ`´]s?(?!\p{L})/gu;
/** Longest word of the kind `RMS`, `PNC`: a force's names for its systems. */
const MOST_LETTERS = 4;

/**
 * True if words that no known system uses are in the place of a name: “Zvarek’s mother”, “Risk to Zvarek”, “Contact
 * (Zvarek)”, “Ilo Zvarek record”.
 */
export function namesSomebody(label: string, unknown: ReadonlySet<string>): boolean {
  const pieces =
    label
      .normalize('NFC')
      .replace(/\p{Cf}/gu, '')
      .match(PIECE) ?? [];
  const isShouted = label === label.toUpperCase();
  const isUnknown = (piece: string | undefined): piece is string =>
    piece !== undefined && unknown.has(piece);
  const isName = (piece: string | undefined): boolean =>
    isUnknown(piece) &&
    /^\p{Lu}/u.test(piece) &&
    (isShouted || piece.length > MOST_LETTERS || piece !== piece.toUpperCase());
  return pieces.some((piece, at) => {
    if (/^['‘’ʼ`´]/.test(piece)) return isUnknown(pieces[at - 1]);
    if (!isName(piece)) return false;
    const before = pieces[at - 1] ?? '';
    return isName(before) || BEFORE_SOMEBODY.test(before) || /^[([]$/.test(before);
  });
}

/** Tests if a word is in a title, a heading, an address or a tooltip that is not about the label itself. */
export function wordsElsewhere({
  reading,
  snapshot,
}: TaughtPage): (word: string, label: string) => boolean {
  let texts: readonly string[] | undefined;
  return (word, label) => {
    texts ??= textsBeside({ reading, snapshot });
    const plain = word.toLowerCase();
    const whole = foldLabel(label);
    return texts.some((text) => text.includes(plain) && !text.includes(whole));
  };
}

function textsBeside({ reading, snapshot }: TaughtPage): readonly string[] {
  const tips: string[] = [];
  for (const element of elementsOf(snapshot))
    tips.push(
      ...[attribute(element, 'title'), attribute(element, 'aria-label'), element.properties.alt]
        .filter((text) => typeof text === 'string')
        .map(String),
    );
  const titles = snapshot.frames.flatMap(({ title, url }) => [title, withoutHost(url)]);
  const texts = new Set([...reading.headings, ...titles, ...tips].map(foldLabel));
  texts.delete('');
  return [...texts];
}

function withoutHost(url: string): string {
  const path = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
