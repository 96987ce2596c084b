/**
 * Left and masked values must not come back in the words around the taken ones: a page's title, its address or a
 * heading often repeats a name. Those words are kept with the value blotted out.
 */
import { type Draft, type DraftRow, decidedValue } from '../capture/draft.js';

export interface Veil {
  /** Blots the left and masked values out of a title, label or heading. */
  text(text: string): string;
  /** The address, or only its origin if the rest repeats a left or masked value. */
  address(url: string): string;
}

/** Shorter texts occur in too many innocent words to be blotted out. */
const SHORTEST = 3;
const BLOT = '…';
const WORD = /[\p{L}\p{N}]/u;

interface Withheld {
  readonly text: string;
  readonly folded: string;
  /** A masked value is blotted out inside other words too; a left one only as whole words. */
  readonly isMasked: boolean;
}

/**
 * The veil over one draft. A taken text may be repeated, unless the same text was also masked. A left row without a
 * path is skipped: it is as likely to be a button or a state, and would remove the words from every label.
 */
export function veilOf(draft: Draft): Veil {
  const taken = draft.rows.filter((row) => decidedValue(row) !== undefined);
  const said = new Set(taken.flatMap(textsOf).map((text) => text.toLowerCase()));
  const masked = draft.rows.filter(({ decision }) => decision.kind === 'mask').flatMap(textsOf);
  const left = draft.rows
    .filter(({ decision, path }) => decision.kind === 'leave' && path !== undefined)
    .flatMap(textsOf)
    .filter((text) => !said.has(text.toLowerCase()) && !masked.includes(text));
  const of = (texts: readonly string[], isMasked: boolean): readonly Withheld[] =>
    [...new Set(texts)]
      .filter((text) => text.length >= SHORTEST)
      .map((text) => ({ text, folded: text.toLowerCase(), isMasked }));
  const withheld = [...of(masked, true), ...of(left, false)].sort(
    (a, b) => b.text.length - a.text.length,
  );

  const done = new Map<string, string>();
  const text = (whole: string): string => {
    const before = done.get(whole);
    if (before !== undefined) return before;
    const after = withheld.reduce(blot, whole);
    done.set(whole, after);
    return after;
  };
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

function textsOf({ raw, value, alsoAt = [] }: DraftRow): readonly string[] {
  return [raw, value, ...alsoAt.map((sighting) => sighting.raw)].map((text) => text.trim());
}

/** A literal search, case-folded: the text is hostile, so it never becomes a pattern. */
function blot(text: string, { text: exact, folded: sought, isMasked }: Withheld): string {
  if (exact.length > text.length) return text;
  const folded = text.toLowerCase();
  // If folding changes a length, positions no longer agree, so only the exact text is replaced.
  if (folded.length !== text.length) return text.split(exact).join(BLOT);
  let rest = '';
  let from = 0;
  for (let at = folded.indexOf(sought); at !== -1; at = folded.indexOf(sought, from)) {
    const end = at + sought.length;
    const isWords = !WORD.test(text.charAt(at - 1)) && !WORD.test(text.charAt(end));
    rest += text.slice(from, at) + (isMasked || isWords ? BLOT : text.slice(at, end));
    from = end;
  }
  return rest + text.slice(from);
}

/**
 * The address with its escapes undone, and also with its word joiners replaced: `/jorin-vael` reads as “jorin vael”.
 */
function readings(url: string): readonly string[] {
  try {
    const plain = decodeURIComponent(url);
    return [plain, plain.replace(/[-_+]/g, ' ')];
  } catch {
    return [];
  }
}
