/**
 * Online identifiers as seen, with the platform if the text or its label gives one. No character of a handle is lost.
 */
import onlinePlatform from '../../codes/data/online-platform.json' with { type: 'json' };
import { failed, passed } from '../../shared/issue.js';
import { withPlatformsJoined } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { readTyped } from './read-identifier.js';
import { tidyLine } from './read-text.js';
import type { Reader } from './reader-type.js';

/** Words that are not platforms here: `other: x` says nothing, and an email address has a separate field. */
const NOT_NAMED = new Set(['other', 'email']);

const PLATFORMS: ReadonlyMap<string, string> = new Map([
  ...onlinePlatform.codes
    .filter(({ code }) => !NOT_NAMED.has(code))
    .flatMap(({ code, label }) => [code, label].map((word) => [word.toLowerCase(), code] as const)),
  ...Object.entries(dictionary.platforms).flatMap(([code, words]) =>
    words.map((word) => [word, code] as const),
  ),
]);

/** `Discord: x`, `Discord=x`, `Steam - z`, `Discord username: x`. */
const PLATFORM_FIRST =
  /^([\p{L}\p{N}/ ()]{1,30}?)(?: (?:username|user ?name|user|handle|id|tag|gamertag|account|name|channel))?(?:\s*[:=]\s*| [-–—] )(\S.*)$/u;
/** `Telegram @x`, `TikTok @x`: without a mark in between, only a handle or an address by its shape may follow. */
const PLATFORM_THEN_AT = /^([\p{L}\p{N}/]{1,30}) (@\S+|u\/\S+|[\w.-]+\.[a-z]{2,}\/\S+)$/u;
/** `DISCORD r00stann`, `Tik Tok taz_9`: a platform, and one word that is not English. */
const PLATFORM_THEN_HANDLE = /^([\p{L}/]{2,30}(?: \p{L}{2,10})?) ((?=\S*[\d_.])[\w.#-]{3,40})$/u;
/** `@y (Telegram)`, `x on Discord`, `x - Steam`. */
const PLATFORM_LAST =
  /^(\S.*?)(?:\s*[([]([^()[\]]{1,30})[)\]]| on ([^()]{1,30})| [-–—] ([^()]{1,30}))$/;
/** Note of a record system after a handle: it says when it was seen, not what it is. */
const SEEN =
  /(?:\s*[([]([^()[\]]{0,30}?)| on ([^()]{1,30}?))?[,;]?\s*[([]?(?:first|last) seen\b.*$/i;
/** A quick test: few texts have the word, and only in those is the pattern worth trying. */
const MAY_BE_SEEN = /seen/i;
const ADDRESS = /^(?:https?:\/\/)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)\/\S+$/i;

/** Most words of a handle: it may have spaces, as gamertags do, but a sentence about handles is not one. */
const MOST_WORDS = 4;

/** Marks of quotation around a whole handle, which are the writer's. */
const MARKED = /^(?:["“”]([^"“”]+)["”]|‘([^‘’]+)’|'([^']+)')$/;

export const readHandle: Reader = (text, { label = '' }) => {
  const line = tidyLine(text);
  const tidy = withoutSeen(line);
  const [, inBrackets, afterOn] = (MAY_BE_SEEN.test(line) && SEEN.exec(line)) || [];
  const remarked = platformOf(inBrackets ?? afterOn);
  const split = remarked ? { value: tidy, platform: remarked } : splitHandle(tidy);
  const platform = split.platform ?? platformOfLabel(label);
  const typed = platform === undefined ? readTyped(tidy) : undefined;
  if (typed) return typed.ok ? passed({ value: tidy }) : failed(...typed.issues);
  if (split.value === '' || (split.platform === undefined && tidy.split(' ').length > MOST_WORDS))
    return failed({
      code: 'handle-unreadable',
      message: 'This does not read as an online identifier. Enter it as it was seen.',
      severity: 'warning',
    });
  return passed({
    value: split.value.replace(MARKED, '$1$2$3'),
    ...(platform === undefined ? {} : { platform }),
  });
};

/** The text without the time, and the place next to it, at which the handle was seen. */
export function withoutSeen(text: string): string {
  return (MAY_BE_SEEN.test(text) ? text.replace(SEEN, '') : text).trim();
}

function splitHandle(text: string): { value: string; platform?: string } {
  const [, before, handle] = PLATFORM_THEN_HANDLE.exec(text) ?? [];
  const named = platformOf(before);
  if (handle && named) return { value: handle, platform: named };
  for (const pattern of [PLATFORM_FIRST, PLATFORM_THEN_AT]) {
    const [, word, value] = pattern.exec(text) ?? [];
    const platform = platformOf(word);
    if (value && platform) return { value, platform };
  }
  const [, value, ...words] = PLATFORM_LAST.exec(text) ?? [];
  const platform = platformOf(words.find((word) => word !== undefined));
  if (value && platform) return { value, platform };
  const host = ADDRESS.exec(text)?.[1]?.toLowerCase();
  const code = Object.entries(dictionary.platformHosts).find(([domain]) => host === domain)?.[1];
  return { value: text, ...(code === undefined ? {} : { platform: code }) };
}

/** The code of a platform named in full, as in a cell of a table; undefined if the list does not have it. */
export function platformOf(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const words = tidyLine(word).toLowerCase();
  return PLATFORMS.get(words) ?? PLATFORMS.get(withPlatformsJoined(words));
}

/** The platform that a label names: "Discord", "Steam ID", "Xbox gamertag"; none if it names several. */
export function platformOfLabel(label: string): string | undefined {
  const words = withPlatformsJoined(label.toLowerCase()).split(/[^\p{L}\p{N}]+/u);
  const found = new Set(
    words.map((word) => (word.length > 1 ? PLATFORMS.get(word) : undefined)).filter(Boolean),
  );
  const [first] = found;
  // "Discord / online handles" is a list of many platforms that starts with one of them.
  return found.size === 1 && !words.some((word) => dictionary.manyPlatforms.includes(word))
    ? first
    : undefined;
}
