import { describe, expect, it } from 'vitest';
import { checkInstrument } from './check-instrument.js';
import type { Instrument, Item } from './instrument.js';
import { protectedWords } from './protected-words.js';
import { gatherInstruments } from './shipped.js';

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
});

it('ships no instrument with age, sex, ethnicity, religion, disability or neurodiversity as an item', () => {
  const instruments = [...gatherInstruments().values()];
  expect(instruments.length).toBeGreaterThan(0);
  for (const { items } of instruments)
    for (const each of items) expect(protectedWords(each)).toEqual([]);
});

it('ships instruments that say how far their evidence goes', () => {
  for (const { status, source, items } of gatherInstruments().values()) {
    expect(status).toBe('illustrative');
    for (const each of [source, ...items.map((one) => one.source)]) expect(each).not.toBe('');
  }
});

it('takes a later instrument of the same id, and refuses what is none', () => {
  expect(gatherInstruments([{ ...GOOD, id: 'demo-screen' }]).get('demo-screen')?.title).toBe(
    'Good',
  );
  expect(() => gatherInstruments([{ ...GOOD, version: '1' }])).toThrow('Use a version like 1.0.0');
});
