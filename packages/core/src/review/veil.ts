/**
 * What the officer left or masked must not come back in the words around what was taken: a page's title, its address
 * or a heading often repeats a name. Those words are kept with the value blotted out.
 */
import type { Draft, DraftRow } from '../capture/draft.js';
import { decidedValue } from '../capture/draft.js';

export interface Veil {
  /** Blots the left and masked values out of a title, label or heading. */
  text(text: string): string;
  /** The address, or only its origin when the rest repeats a left or masked value. */
  address(url: string): string;
}

/** Shorter texts stand in too many innocent words to be blotted out. */
const SHORTEST = 3;
const BLOT = '…';

/** The veil over one draft: what is taken may be said again, unless the same text was also masked. */
export function veilOf(draft: Draft): Veil {
  const texts = (rows: readonly DraftRow[]) =>
    rows.flatMap((row) => [row.raw, row.value]).map((text) => text.trim());
  const taken = draft.rows.filter((row) => decidedValue(row) !== undefined);
  const said = new Set(texts(taken).map((text) => text.toLowerCase()));
  const masked = texts(draft.rows.filter((row) => row.decision.kind === 'mask'));
  const left = texts(draft.rows.filter((row) => row.decision.kind === 'leave'));
  const withheld = [...masked, ...left.filter((text) => !said.has(text.toLowerCase()))]
    .filter((text) => text.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  const text = (whole: string): string =>
    [...new Set(withheld)].reduce((rest, each) => blot(rest, each), whole);
  return {
    text,
    address(url) {
      const says = (words: string) => text(words) !== words;
      if (![url, ...readings(url)].some(says)) return url;
      const origin = URL.canParse(url) ? new URL(url).origin : '';
      return says(origin) ? '' : origin;
    },
  };
}

function blot(text: string, each: string): string {
  // A literal search, case-folded: the text is hostile, so it never becomes a pattern.
  const [folded, sought] = [text.toLowerCase(), each.toLowerCase()];
  // Where folding changes a length, positions no longer agree: then only the exact text is sought.
  if (folded.length !== text.length) return text.split(each).join(BLOT);
  let rest = '';
  let from = 0;
  for (let at = folded.indexOf(sought); at !== -1; at = folded.indexOf(sought, from)) {
    rest += text.slice(from, at) + BLOT;
    from = at + sought.length;
  }
  return rest + text.slice(from);
}

/** The address with its escapes undone, and with its word joiners too: `/jorin-vael` reads as “jorin vael”. */
function readings(url: string): readonly string[] {
  try {
    const plain = decodeURIComponent(url);
    return [plain, plain.replace(/[-_+]/g, ' ')];
  } catch {
    return [];
  }
}
