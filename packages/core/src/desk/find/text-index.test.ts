/** Whom the index says to look at, among more people than can be looked at. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '../../shared/primitives.js';
import { partIndex } from './part-index.js';
import { readQuery } from './query.js';
import type { FoundText } from './record-texts.js';
import { type TextIndex, textIndex } from './text-index.js';

const COUNT = 2500;
const NOBODY: ReadonlySet<RecordId> = new Set();
const idOf = (nth: number) => `person-${nth}` as RecordId;
const text = (sort: FoundText['sort'], words: string, nth: number): FoundText => ({
  kind: 'referral',
  record: idOf(nth),
  path: 'reference',
  label: 'Reference',
  sort,
  text: words,
});

describe('among people whose references begin alike', () => {
  let index: TextIndex;
  beforeAll(() => {
    index = textIndex();
    for (let nth = 0; nth < COUNT; nth += 1)
      index.put(idOf(nth), [
        text('line', `NCCU/2026/${nth}`, nth),
        text('prose', 'a referral', nth),
      ]);
  });
  const reach = (typed: string) => index.reach(readQuery(typed), 40, NOBODY);

  it('says to look at the one with the rest of it first, and at few others', () => {
    const { owners, count } = reach('nccu/2026/1999 referral');
    expect(owners[0]).toBe(idOf(1999));
    expect(count).toBeLessThan(100);
  });

  it('reaches everybody where all that was typed is common', () => {
    expect(reach('nccu').count).toBe(COUNT);
    expect(reach('nccu referral').count).toBe(COUNT);
    expect(reach('nccu').owners).toHaveLength(40);
  });

  it('holds a common word to be less rare than one that a single person has', () => {
    const [common, own] = reach('referral 1999').words;
    expect(common?.rarity).toBeLessThan(own?.rarity ?? 0);
  });
});

describe('parts of marks', () => {
  it('are found from anywhere within them, and not across two of them', () => {
    const parts = partIndex<string>();
    parts.put('ada', ['zephyr99', '07700900101']);
    expect(parts.withPart('phyr9')).toEqual(['ada']);
    expect(parts.withPart('00101')).toEqual(['ada']);
    expect(parts.withPart('r99077')).toEqual([]);
    expect([parts.isHeld('phyr'), parts.has('ada', 'phyr'), parts.isHeld('zzz')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('are those that somebody has now', () => {
    const parts = partIndex<string>();
    for (let nth = 0; nth < 300; nth += 1) parts.put('ada', [`handle${nth}`]);
    parts.put('ivo', ['handle5']);
    parts.drop('ivo');
    expect(parts.withPart('handle299')).toEqual(['ada']);
    expect(parts.withPart('handle5')).toEqual([]);
  });

  it('are alike where half of their letters in a row are the same', () => {
    const parts = partIndex<string>();
    parts.put('ada', ['zephyr99']);
    parts.put('ivo', ['wrenegade']);
    expect(parts.withAlike('zephyr98')).toEqual(['ada']);
  });
});
