/** Another record of the same screen: the same page with other people, days and numbers, and the truth about it. */
import type { Found, PageSnapshot } from '../../../packages/core/src/index.ts';
import { folded, type Meaning, meansSame } from '../meaning.ts';
import type { PageTruth } from '../saved-pages.ts';
import { FIELDS } from '../score-fields.ts';
import { listOf } from '../score-pairs.ts';

type Element = Found['element'];
type Named = Readonly<Record<string, string | readonly string[]>>;

export interface AnotherRecord {
  readonly snapshot: PageSnapshot;
  readonly truth: PageTruth;
}

/** Meanings whose words a system may have in a list: they stay. */
const KEPT: ReadonlySet<Meaning> = new Set(['law', 'prose']);
const KEPT_NAMES = new Set(['risk', 'referrerRole', 'offence']);

/** @param read - values as the page shows them, which may write a fact in another way than its truth does */
export function anotherRecord(
  snapshot: PageSnapshot,
  truth: PageTruth,
  read: readonly string[] = [],
): AnotherRecord {
  const shown = new Set(Object.values({ ...truth.canonical, ...truth.hidden }).flatMap(listOf));
  const texts = textsOf(snapshot);
  const said = Object.entries({ ...truth.canonical, ...truth.hidden }).flatMap(([name, values]) => {
    const meaning = FIELDS[name]?.meaning;
    if (!meaning || KEPT.has(meaning) || KEPT_NAMES.has(name)) return [];
    const known = [...listOf(values), ...listOf(truth.normalised?.[name] ?? [])];
    const isWritten = (text: string) => known.some((each) => meansSame('date', each, text));
    const shownToo = meaning === 'date' ? read.filter(isWritten) : [];
    return [...new Set([...listOf(values), ...shownToo])].map(
      (value) => [value, altered(meaning, value)] as const,
    );
  });
  // A value in several pieces stays as it is, on the page and in its truth.
  const swaps = new Map(
    said.filter(([value]) => value.length > 2 && texts.some((text) => text.includes(value))),
  );
  if (swaps.size === 0) return { snapshot, truth };
  const wanted = [...swaps.keys()].toSorted((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(wanted.join('|'), 'g');
  const swap = (text: string): string => text.replace(pattern, (each) => swaps.get(each) ?? each);
  const copy = structuredClone(snapshot);
  for (const { tree } of copy.frames) swapIn(tree as unknown as Element, swap);
  const others = (values: Named | undefined, isNormal: boolean): Named =>
    Object.fromEntries(
      Object.entries(values ?? {}).map(([name, value]) => {
        const first = listOf(truth.canonical?.[name] ?? [])[0] ?? '';
        const meaning = FIELDS[name]?.meaning;
        const isSwapped = meaning !== undefined && (!isNormal || swaps.has(first));
        const change = (each: string): string =>
          isNormal && isSwapped && !swaps.has(each) && !shown.has(each)
            ? altered(meaning, each)
            : swap(each);
        const all = listOf(value).map(change);
        return [name, Array.isArray(value) ? all : (all[0] ?? '')];
      }),
    );
  return {
    snapshot: {
      ...copy,
      frames: copy.frames.map((frame) => ({ ...frame, title: swap(frame.title) })),
    },
    truth: {
      ...truth,
      canonical: others(truth.canonical, false),
      normalised: others(truth.normalised, true),
      hidden: others(truth.hidden, false),
      labels: others(truth.labels, false),
      distractors: (truth.distractors ?? []).map((each) => ({ ...each, value: swap(each.value) })),
    },
  };
}

/** A value of the same form; what is written in two ways stays one value in both. */
function altered(meaning: Meaning, value: string): string {
  if (meaning === 'date')
    return value.replace(/\b(?:19|20)\d\d\b|(?<=\b(?:19|20)\d)\d(?=\d{4}\b)/, (year) =>
      year.length === 4 ? String(Number(year) - 1) : String((Number(year) + 9) % 10),
    );
  if (meaning === 'phone')
    return value.replace(
      /((?:900|960)\s?\d)(\d\d)/,
      (_, start: string, end: string) =>
        `${start}${String((Number(end) + 7) % 100).padStart(2, '0')}`,
    );
  const digits = value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 3) % 10));
  if (meaning === 'code') return digits;
  return digits.replace(/\p{L}{4,}/gu, (word) => word.replace(/[aeiou]/gi, otherVowel));
}

/** In the case of the other: a name in capitals is the same name. */
function otherVowel(vowel: string): string {
  const other = 'eioua'['aeiou'.indexOf(vowel.toLowerCase())] ?? vowel;
  return vowel === vowel.toLowerCase() ? other : other.toUpperCase();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function textsOf(snapshot: PageSnapshot): readonly string[] {
  const found: string[] = [];
  const visit = (parent: Pick<Element, 'children'>): void => {
    for (const child of parent.children) {
      if (child.type === 'text') found.push(child.value);
      if (child.type !== 'element') continue;
      found.push(child.data?.value ?? '', String(child.properties.value ?? ''));
      visit(child);
    }
  };
  for (const { tree } of snapshot.frames) visit(tree as unknown as Element);
  return found.filter((text) => folded(text) !== '');
}

function swapIn(parent: Pick<Element, 'children'>, swap: (text: string) => string): void {
  for (const child of parent.children) {
    if (child.type === 'text') child.value = swap(child.value);
    if (child.type !== 'element') continue;
    const { properties, data } = child;
    for (const name of ['value', 'title', 'ariaLabel', 'href'] as const)
      if (typeof properties[name] === 'string') properties[name] = swap(properties[name]);
    if (data?.value !== undefined) child.data = { ...data, value: swap(data.value) };
    swapIn(child, swap);
  }
}
