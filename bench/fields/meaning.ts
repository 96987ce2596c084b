/** Equality of meaning between two texts, by their kind. A key is a text: equal keys mean the same. */

export const MEANINGS = [
  'text',
  'name',
  'date',
  'phone',
  'email',
  'code',
  'address',
  'handle',
  'law',
  'prose',
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** The text in one line, with plain quotes and dashes. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\ufeff\p{Regional_Indicator}]/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A label in lower case, without the punctuation around it: `* Name:` is `name`. */
export function foldedLabel(label: string): string {
  return folded(label)
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

export function meansSame(meaning: Meaning, truth: string, read: string): boolean {
  if (meaning === 'prose') return isSameProse(truth, read);
  return keyOf(meaning, truth) === keyOf(meaning, read);
}

/** Not for prose, which is compared by the share of its words. */
export function keyOf(meaning: Exclude<Meaning, 'prose'>, text: string): string {
  const plain = folded(text).toLowerCase();
  switch (meaning) {
    case 'text':
    case 'email':
      return plain;
    case 'code':
      return plain.replaceAll(' ', '');
    case 'phone':
      return plain.replace(/^(?:\+|00)44\s*(?:\(0\)\s*)?/, '0').replace(/\D/g, '');
    case 'date':
      return isoOf(plain) ?? plain;
    case 'name':
      return nameOf(plain);
    case 'address':
      return wordsOf(plain.replace(POSTCODE, ' ')).join(' ');
    case 'handle':
      return plain
        .replace(new RegExp(`^(?:${PLATFORM})\\s*[:=-]?\\s+|\\s+\\((?:${PLATFORM})\\)$`, 'g'), '')
        .replace(/^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}\/(?:u\/|user\/)?/, '')
        .replace(/^[@"]+|"+$/g, '');
    case 'law':
      return sectionsOf(plain) ?? plain;
  }
}

const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/g;
const PLATFORM =
  'bluesky|discord|forum(?: handle)?|github|gitlab|instagram|reddit|roblox|snapchat|steam|telegram|tiktok|twitch|twitter|x|xmpp|youtube';
const TITLES = new Set(
  'constable dc dci det detective di dr ds insp inspector miss mr mrs ms mx pc pcso prof ps rev sergeant sgt sir supt'.split(
    ' ',
  ),
);
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Reads dates; the day is before the month if there are only digits. */
function isoOf(text: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})-(\d\d)-(\d\d)(?:t.*)?$/.exec(text) ?? reordered(text, [3, 2, 1]) ?? [];
  if (!year || !month || !day) return undefined;
  const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3)) + 1;
  if (number < 1) return undefined;
  return [year, String(number).padStart(2, '0'), day.padStart(2, '0')].join('-');
}

function reordered(
  text: string,
  [y, m, d]: readonly [number, number, number],
): string[] | undefined {
  const bare = text.replace(/^[a-z]+day,? /, '').replace(/(\d)(?:st|nd|rd|th)\b/, '$1');
  const dayFirst = /^(\d{1,2})[/. -]+(\d{1,2}|[a-z]{3,9}),?[/. -]+(\d{4})$/.exec(bare);
  if (dayFirst) return [text, dayFirst[y] ?? '', dayFirst[m] ?? '', dayFirst[d] ?? ''];
  const [, month = '', day = '', year = ''] = /^([a-z]{3,9}) (\d{1,2}),? (\d{4})$/.exec(bare) ?? [];
  return month === '' ? undefined : [text, year, month, day];
}

/** Without rank or title, and without the number of an officer that follows one. `SURNAME, Forename` reads forwards. */
function nameOf(text: string): string {
  const [, last, first] = /^([^,]+), ([^,]+)$/.exec(text) ?? [];
  const words = (last && first ? `${first} ${last}` : text)
    .replaceAll('.', ' ')
    .split(' ')
    .filter(Boolean);
  let hadTitle = false;
  while (TITLES.has(words[0] ?? '')) {
    words.shift();
    hadTitle = true;
  }
  if (hadTitle && /^\d+$/.test(words[0] ?? '')) words.shift();
  return words.join(' ');
}

/** The sections named in a text, in order: "ss. 1 and 3A" is "1 3a". */
function sectionsOf(text: string): string | undefined {
  const runs = text.matchAll(
    /\b(?:sections?|ss?)\.? ?((?:\d{1,2}[a-z]{0,2}\b(?:(?: ?[,&] ?| and )(?:s\.? ?)?)?)+)/g,
  );
  const found = [...runs].flatMap(([, run = '']) => run.match(/\d{1,2}[a-z]{0,2}\b/g) ?? []);
  return found.length === 0 ? undefined : [...new Set(found)].sort().join(' ');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** True if nine words in ten of it are there in order, with no more than half as many others. */
function isSameProse(truth: string, read: string): boolean {
  const wanted = wordsOf(folded(truth));
  const found = wordsOf(folded(read));
  return found.length <= 1.5 * wanted.length && inOrder(wanted, found) >= 0.9 * wanted.length;
}

/** Length of the longest run of words, with gaps, that both contain. */
function inOrder(some: readonly string[], others: readonly string[]): number {
  let lengths = new Uint32Array(others.length + 1);
  for (const word of some) {
    const next = new Uint32Array(others.length + 1);
    others.forEach((other, at) => {
      next[at + 1] =
        other === word ? (lengths[at] ?? 0) + 1 : Math.max(lengths[at + 1] ?? 0, next[at] ?? 0);
    });
    lengths = next;
  }
  return lengths[others.length] ?? 0;
}
