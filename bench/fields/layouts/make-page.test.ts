import { describe, expect, it } from 'vitest';
import { listOf } from '../score-pairs.ts';
import { LAYOUTS } from './all-layouts.ts';
import { OWN_LABEL_SETS, readLabelSets } from './label-set.ts';
import { type MadePage, makePage, type PageRecipe } from './make-page.ts';
import { NOT_KNOWN } from './not-known.ts';

const SETS = readLabelSets(OWN_LABEL_SETS);

function recipe(nth: number, layout = LAYOUTS[0], seed = 1): PageRecipe {
  const labels = SETS[nth % SETS.length];
  const notKnown = NOT_KNOWN[nth % NOT_KNOWN.length];
  if (!layout || !labels || !notKnown) throw new Error('Nothing to make a page of');
  return { layout, labels, notKnown, seed };
}

/** Three pages of each layout. */
const PAGES = LAYOUTS.flatMap((layout, nth) =>
  [0, 1, 2].map((turn) => makePage(recipe(3 * nth + turn, layout))),
);

/** Letters and digits of everything a page holds: texts, attributes and styles. */
function inkOf({ html }: MadePage): string {
  const plain = html.replace(/<!--[\s\S]*?-->/g, '');
  const texts = plain.replace(/<[^>]*>/g, '');
  const attributes = [...plain.matchAll(/="([^"]*)"/g)].map(([, value]) => value).join(' ');
  return ink(`${texts} ${attributes}`);
}

function ink(text: string): string {
  const decoded = text
    .replace(/&(?:amp|lt|gt|quot|nbsp);/g, ' ')
    .normalize('NFC')
    .toLowerCase();
  return decoded.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Its days stand in boxes, part by part. */
const IN_PARTS = 'form-date-in-three-boxes';
const DAYS = ['dob', 'dateOfReferral', 'incidentDates'];

describe('a made page', () => {
  it('is the same for the same seed, and another for another', () => {
    const first = makePage(recipe(5));
    expect(makePage(recipe(5))).toEqual(first);
    expect(makePage(recipe(5, LAYOUTS[0], 2)).html).not.toBe(first.html);
  });

  it('holds every label and value that its truth lists', () => {
    for (const page of PAGES) {
      const all = inkOf(page);
      const missing = Object.entries(page.truth.labels ?? {}).flatMap(([label, values]) =>
        [label, ...listOf(values)].filter((text) => !all.includes(ink(text))),
      );
      expect(missing, `${page.layout}, ${page.name}`).toEqual([]);
    }
  });

  it('shows every field that its truth lists', () => {
    for (const page of PAGES) {
      const all = inkOf(page);
      const missing = Object.entries(page.truth.canonical ?? {})
        .filter(([name]) => page.layout !== IN_PARTS || !DAYS.includes(name))
        .flatMap(([name, values]) =>
          listOf(values)
            .filter((value) => !all.includes(ink(value)))
            .map((value) => `${name}: ${value}`),
        );
      expect(missing, `${page.layout}, ${page.name}`).toEqual([]);
    }
  });

  it('says of the subject at least who they are and when they were born', () => {
    for (const { layout, name, truth } of PAGES) {
      const { subjectName, subjectSurname, dob } = truth.canonical ?? {};
      expect([subjectName ?? subjectSurname, dob], `${layout}, ${name}`).not.toContain(undefined);
    }
  });

  it('shows what is not known, and its truth does not list it', () => {
    for (const page of PAGES) {
      expect(page.notKnown.length, `${page.layout}, ${page.name}`).toBeGreaterThan(0);
      const all = inkOf(page);
      for (const { label, value } of page.notKnown) {
        expect(all, `${page.layout}, ${page.name}`).toContain(ink(label));
        expect(all, `${page.layout}, ${page.name}`).toContain(ink(value));
        const listed = listOf(page.truth.labels?.[label] ?? []);
        expect(listed, `${page.layout}, ${page.name}`).not.toContain(value);
      }
    }
  });

  it('has nothing among its distractors that is the subject’s', () => {
    for (const { layout, name, truth } of PAGES) {
      const own = ['subjectName', 'dob', 'phone', 'email', 'handles', 'school', 'alias'].flatMap(
        (field) => listOf(truth.canonical?.[field] ?? []),
      );
      const shared = truth.distractors.filter(({ value }) => own.includes(value));
      expect(shared, `${layout}, ${name}`).toEqual([]);
    }
  });

  it('has telephone numbers kept for drama alone, and postcodes of nowhere', () => {
    for (const { layout, name, html } of PAGES) {
      const text = html.replace(/<[^>]*>/g, ' ');
      const numbers = text.match(/(?:\+44 |(?<![\w/-])0)[17]\d{3} ?\d{3} ?\d{3}(?!\d)/g) ?? [];
      const real = numbers.filter(
        (number) => !/(?:07700 ?9\s?00|01632 ?9\s?60|44 7700 900|44 1632 960)/.test(number),
      );
      expect(real, `${layout}, ${name}`).toEqual([]);
      const postcodes = text.match(/\b[A-Z]{1,2}\d{1,2} \d[A-Z]{2}\b/g) ?? [];
      expect(
        postcodes.filter((code) => !code.startsWith('ZZ')),
        `${layout}, ${name}`,
      ).toEqual([]);
    }
  });
});
