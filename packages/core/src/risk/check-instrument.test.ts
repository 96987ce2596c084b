import { describe, expect, it } from 'vitest';
import { HANDMADE } from '../testing/instrument-under-test.js';
import { checkInstrument } from './check-instrument.js';
import type { Instrument, Item } from './instrument.js';

const item: Item = {
  id: 'tools',
  prompt: 'Makes tools for misuse',
  bears: 'concern',
  source: 'Computer Misuse Act 1990, section 3A',
  points: { present: 2, absent: 0 },
};
const GOOD: Instrument = {
  id: 'good',
  title: 'Good',
  version: '1.0.0',
  status: 'professional-judgement',
  source: 'Test',
  items: [item],
  bands: [{ id: 'low', label: 'Low', from: 0 }],
};
const issuesOf = (more: object) =>
  checkInstrument({ ...GOOD, ...more }).issues.map(({ code, at }) => `${code} ${at}`);

describe('checkInstrument', () => {
  it('accepts an instrument as it is written', () => {
    expect(checkInstrument(GOOD)).toEqual({ ok: true, value: GOOD, issues: [] });
  });

  it('says what is wrong and where', () => {
    expect(issuesOf({ version: '1' })).toEqual(['instrument-invalid version']);
    expect(issuesOf({ status: 'proven' })).toEqual(['instrument-invalid status']);
    expect(issuesOf({ items: [] })).toEqual(['instrument-invalid items']);
    expect(issuesOf({ items: [item, item] })).toEqual(['instrument-invalid items.1.id']);
    expect(issuesOf({ items: [{ ...item, points: { present: 1 } }] })).toEqual([
      'instrument-invalid items.0.points',
    ]);
    expect(issuesOf({ items: [{ ...item, points: { present: 1, unknown: 0 } }] })).toEqual([
      'instrument-invalid items.0.points',
    ]);
    expect(issuesOf({ items: [{ ...item, bears: 'strength' }] })).toEqual([
      'instrument-invalid items.0.points',
    ]);
    const [band] = GOOD.bands;
    expect(issuesOf({ bands: [band, { ...band, from: 0 }] })).toEqual([
      'instrument-invalid bands.1.from',
      'instrument-invalid bands.1.id',
    ]);
  });

  it('names the list in which a row is wrong, not its place alone', () => {
    const { issues } = checkInstrument({ ...GOOD, items: [7] });
    expect(issues.map(({ message, at }) => [message, at])).toEqual([
      ['“items” is not what belongs here: it must be members in braces.', 'items.0'],
    ]);
  });

  it.each([null, 'x', 7, [], {}])('refuses %j without throwing', (value) => {
    expect(checkInstrument(value).ok).toBe(false);
  });

  it.each([
    'Age at the first contact',
    'Is under-18',
    'Male or female',
    'Ethnic origin',
    'Attends a mosque',
    'Has a disability',
    'Is autistic or has ADHD',
  ])('refuses “%s” as an item', (prompt) => {
    expect(issuesOf({ items: [{ ...item, prompt }] })[0]).toBe('instrument-protected items.0');
  });

  it('takes rules, weights, minimum answers and an age, as text and as data', () => {
    expect(checkInstrument(HANDMADE)).toEqual({ ok: true, value: HANDMADE, issues: [] });
    const text = JSON.stringify(HANDMADE, null, 2);
    expect(checkInstrument(text)).toEqual({ ok: true, value: HANDMADE, issues: [] });
  });

  it('names the line and the reason in a file', () => {
    const text = JSON.stringify(HANDMADE, null, 2);
    const lineOf = (word: string) =>
      `line ${text.split('\n').findIndex((line) => line.includes(word)) + 1}`;
    const said = (from: string, to: string) =>
      checkInstrument(text.replace(from, to)).issues.map(({ at, message }) => `${at}: ${message}`);
    expect(said('"weight": 2', '"wieght": 2')).toEqual([
      `${lineOf('"weight": 2')}, column 7: “wieght” is not part of an instrument. Check its spelling, or remove it.`,
    ]);
    expect(said('"atLeast": "high"', '"atLeast": "hihg"')).toEqual([
      `${lineOf('"atLeast": "high"')}, column 7: There is no band “hihg”`,
    ]);
    expect(said('"from": 6', '"from": 3')).toEqual([
      `${lineOf('"from": 6')}, column 7: Put the bands in ascending order of their lowest score`,
    ]);
    expect(said('"version": "2.1.0",', '"version": "2.1.0"')[0]).toMatch(
      /^line [45], column \d+: The file is not JSON/,
    );
    expect(said('"title": "Handmade"', '"title": "Handmade", "title": "Other"')[0]).toMatch(
      /The same key is here twice/,
    );
  });

  const broken = (more: object) =>
    checkInstrument({ ...HANDMADE, ...more }).issues.map(({ message, at }) => `${at}: ${message}`);
  const [hurt] = HANDMADE.rules ?? [];
  const clause = (more: object) => ({
    rules: [{ ...hurt, when: [{ items: ['hurt'], answers: ['present'], ...more }] }],
  });

  it.each<[string, object, RegExp]>([
    ['an unknown item', clause({ items: ['hrut'] }), /when\.0\.items\.0: There is no item “hrut”/],
    ['an item twice', clause({ items: ['hurt', 'hurt'] }), /“hurt” is named here twice/],
    ['more than there are', clause({ count: 2 }), /names 1 items, so 2 can never be met/],
    [
      'an answer that is missing',
      clause({ answers: ['unknown'] }),
      /what is missing cannot meet a rule/,
    ],
    ['an answer nobody offers', clause({ answers: ['daily'] }), /offers none of the answers/],
    ['context', clause({ items: ['notes'] }), /does not affect the level/],
    ['both ways at once', { rules: [{ ...hurt, atMost: 'low' }] }, /“atLeast” or “atMost”/],
    ['a rule twice', { rules: [hurt, hurt] }, /Another rule has the id “hurt” too/],
    ['a rule without a reason', { rules: [{ ...hurt, reason: undefined }] }, /reason/],
    ['no lowest score', { bands: [{ id: 'low', label: 'Low' }] }, /give the lowest score of “low”/],
    [
      'a name that every object has',
      { items: [{ ...item, points: { present: 1, absent: 0, constructor: 2 } }] },
      /items\.0\.points\.constructor: “constructor” cannot be the name/,
    ],
    ['no scale', { scale: undefined }, /scale/],
    ['a scale below 0', { scale: { present: -2, partly: 1, absent: 0 } }, /Use 0 or more/],
    [
      'too much to be answered',
      { minimum: [{ ...HANDMADE.minimum?.[0], answered: 6 }] },
      /only 5 items/,
    ],
    [
      'an age from more to less',
      { applies: [{ ...HANDMADE.applies?.[0], atLeast: 20 }] },
      /Make “atLeast” no more than “atMost”/,
    ],
    [
      'nothing that must hold',
      { applies: [{ ...HANDMADE.applies?.[0], atLeast: undefined, atMost: undefined }] },
      /applies/,
    ],
    ['a domain that is not there', { items: [{ ...item, domain: 'deeds' }] }, /no domain “deeds”/],
  ])('refuses %s', (_, more, said) => {
    expect(broken(more).join(' ')).toMatch(said);
  });

  it('lets age alone say for whom an instrument is, and nothing protected', () => {
    const reason = { kind: 'judgement', text: 'Test' } as const;
    for (const fact of ['sex', 'ethnicity', 'is-under-18', 'neurodiversity'])
      expect(issuesOf({ applies: [{ fact, oneOf: ['yes'], reason }] })).toContain(
        'instrument-protected applies.0.fact',
      );
    expect(issuesOf({ applies: [{ fact: 'age', atLeast: 10, reason }] })).toEqual([]);
  });
});
