/** Online identifiers in running text: `Discord: x`, `“x” on GitHub`, `TikTok @x`, `Forum handle "x"`. */
import onlinePlatform from '../../codes/data/online-platform.json' with { type: 'json' };
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { platformOf } from '../read/read-handle.js';
import type { TextFact } from './text-fact.js';
import { everyMatch } from './text-match.js';

/** Words that are both platforms and plain English; they count only next to an unmistakable handle. */
const PLAIN = new Set([
  'x',
  'signal',
  'steam',
  'forum',
  'epic',
  'session',
  'snap',
  'matrix',
  'element',
  'other',
  'email',
]);

const PLATFORM = [
  ...onlinePlatform.codes.flatMap(({ code, label }) => [code, label.toLowerCase()]),
  ...Object.values(dictionary.platforms).flat(),
]
  .filter((word) => word !== 'other' && word !== 'email' && /^[\w /]+$/.test(word))
  .sort((a, b) => b.length - a.length)
  .join('|');

const QUOTED = '["“‘\']([\\w.@#-]{2,40})["”’\']';
const BARE = '(@?[\\w.#/-]{2,60}[\\w])';
const WORDS = '(?: (?:username|user name|user|handle|id|tag|gamertag|account|name|nickname))?';

/** The platform first, then the handle. */
const FIRST = new RegExp(
  `\\b(${PLATFORM})${WORDS}(\\s*[:=]\\s*|\\s+(?:is\\s+|as\\s+)?)(?:${QUOTED}|${BARE})`,
  'gi',
);
const LAST = new RegExp(`(?:${QUOTED}|(?<![\\w@.-])${BARE})\\s*(?: on |\\()(${PLATFORM})\\b`, 'gi');
/** The handle in brackets after the account that it is the name of: `a Discord account (kv_99)`. */
const BRACKETED = new RegExp(
  `\\b(${PLATFORM}) (?:account|username|user|handle|profile|name|id)\\s*\\((?:${QUOTED}|${BARE})\\)`,
  'gi',
);
/** `using the account kv_99`: letters with a figure or a sign among them, so that it is neither a word nor a bank's. */
const ACCOUNT = new RegExp(
  `\\b(?:us(?:e|es|ed|ing)|via|through|behind|runs?|running) (?:an?|the|his|her|their|another) (?:account|profile) (?:called |named )?(?:${QUOTED}|(?=[\\d_#.@-]*[a-z])(@?\\w+[\\d_#.-]\\w+(?:[.-]\\w+)*))`,
  'gi',
);
/** Quick test for the mark before the platform in `LAST`. */
const PLACED = / on |\(/i;
/** Words for an online name without a platform. */
const CALLED = new RegExp(
  `\\b(?:goes by|known(?: online)? as|online as|calls (?:himself|herself|themselves|themself)|uses the (?:handle|name|username)|under the (?:handle|name|username)|username|handle|screen name|gamertag)\\s*:?\\s+(?:is\\s+)?(?:${QUOTED}|(@?\\w+[\\d_#.-]\\w+(?:[.-]\\w+)*))`,
  'gi',
);

export function handlesInText(text: string): readonly TextFact[] {
  const facts: TextFact[] = [];
  const add = (found: RegExpExecArray, handle: string, word?: string): void => {
    const raw = handle.replace(/[.,;:]+$/, '');
    const platform = platformOf(word);
    facts.push({
      path: 'subject.onlineIdentifiers[].asSeen',
      raw,
      at: found.index + found[0].lastIndexOf(raw),
      ...(platform === undefined ? {} : { platform }),
    });
  };
  for (const found of PLACED.test(text) ? everyMatch(text, LAST) : []) {
    const [, quoted, bare = '', platform = ''] = found;
    if (quoted === undefined && !isUnmistakable(bare, platform)) continue;
    if (quoted !== undefined && isWare(quoted, text.slice(0, found.index))) continue;
    const raw = quoted ?? bare;
    const code = platformOf(platform);
    facts.push({
      path: 'subject.onlineIdentifiers[].asSeen',
      raw,
      at: found.index + found[0].indexOf(raw),
      ...(code === undefined ? {} : { platform: code }),
    });
  }
  for (const found of everyMatch(text, FIRST)) {
    const [, platform = '', sign = '', quoted, bare = ''] = found;
    const isSigned = /[:=]/.test(sign);
    const isPlain = PLAIN.has(platform.toLowerCase());
    if (quoted === undefined && !(isSigned && !isPlain) && !isUnmistakable(bare, platform))
      continue;
    add(found, quoted ?? bare, platform);
  }
  for (const found of text.includes('(') ? everyMatch(text, BRACKETED) : []) {
    const [, platform = '', quoted, bare = ''] = found;
    if (quoted !== undefined || isUnmistakable(bare, platform))
      add(found, quoted ?? bare, platform);
  }
  for (const found of everyMatch(text, ACCOUNT)) add(found, found[1] ?? found[2] ?? '');
  for (const found of everyMatch(text, CALLED)) add(found, found[1] ?? found[2] ?? '');
  return facts;
}

/** Words before something that is sold or sent. */
const DEALS =
  /\b(?:sell|sells|selling|sold|buy|buys|buying|bought|trad(?:es?|ing|ed)|offer(?:s|ing|ed)?|shar(?:es?|ing|ed)|post(?:s|ing|ed)?|send|sends|sending|sent|doing|making|about|for)\s+$/i;

/** True for a plain word in quotation marks that somebody deals in: `selling “boosts” on Discord`. */
function isWare(quoted: string, before: string): boolean {
  return /^\p{Ll}+$/u.test(quoted) && DEALS.test(before.slice(-20));
}

const LOOKS_LIKE_A_DATE = /^\d{1,4}[./-](?:\d{1,2}|\p{L}{3,9})[./-]\d{2,4}$/u;

/** True if a handle is not an English word: it has a digit, a sign, or small and capital letters mixed. */
function isUnmistakable(handle: string, platform: string): boolean {
  if (handle.startsWith('@')) return true;
  if (LOOKS_LIKE_A_DATE.test(handle)) return false;
  if (PLAIN.has(platform.toLowerCase())) return false;
  return /[\d_#]/.test(handle) || /\w[.-]\w/.test(handle) || /\p{Ll}\p{Lu}/u.test(handle);
}
