import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../shared/index.js';
import { anyAnswers } from '../testing/instrument-under-test.js';
import { type Answers, type Instrument, MISSING_ANSWERS } from './instrument.js';
import { score } from './score.js';
import { sensitivity } from './sensitivity.js';
import { gatherInstruments } from './shipped.js';
import { summariseRisk } from './summary.js';

const item = (id: string, points: Record<string, number>) =>
  ({ id, prompt: id, bears: 'concern', source: 'Test', points }) as const;
const SMALL: Instrument = {
  id: 'small',
  title: 'Small',
  version: '1.0.0',
  status: 'illustrative',
  source: 'Test',
  items: [
    item('access', { absent: 0, partly: 2, present: 4 }),
    item('tools', { absent: 0, present: 4 }),
    { ...item('adult', { present: -2, absent: 0 }), bears: 'strength' },
  ],
  bands: [
    { id: 'low', label: 'Low', from: -2 },
    { id: 'medium', label: 'Medium', from: 2 },
    { id: 'high', label: 'High', from: 5 },
  ],
};
const demo = gatherInstruments().get('demo-screen') ?? SMALL;

describe('score', () => {
  it('settles on one band once every item is answered', () => {
    const full = { access: 'present', tools: 'absent', adult: 'present' };
    expect(score(SMALL, full)).toEqual({ range: [2, 2], bands: ['medium'], missing: [] });
  });

  it('keeps a missing answer open rather than scoring it as no', () => {
    expect(score(SMALL, { tools: 'present' }).bands).toEqual(['medium', 'high']);
    for (const missing of MISSING_ANSWERS)
      expect(score(SMALL, { tools: 'present', access: missing, adult: missing })).toEqual(
        score(SMALL, { tools: 'present' }),
      );
  });

  it('only ever narrows as answers arrive', () => {
    fc.assert(
      fc.property(anyAnswers(demo), fc.constantFrom(...demo.items), (given, { id, points }) => {
        const before = score(demo, given);
        if (!before.missing.includes(id)) return;
        for (const answer of Object.keys(points ?? {})) {
          const after = score(demo, { ...given, [id]: answer });
          expect(after.range[0]).toBeGreaterThanOrEqual(before.range[0]);
          expect(after.range[1]).toBeLessThanOrEqual(before.range[1]);
          expect(before.bands).toEqual(expect.arrayContaining([...after.bands]));
          expect(after.missing).toHaveLength(before.missing.length - 1);
        }
      }),
    );
  });

  it('never throws on unknown or not asked, whichever item it stands on', () => {
    fc.assert(
      fc.property(anyAnswers(demo), (given) => {
        expect(score(demo, given).bands.length).toBeGreaterThan(0);
      }),
    );
  });

  it('rejects an answer the item does not offer', () => {
    for (const answer of ['maybe', 'constructor', '__proto__'])
      expect(() => score(SMALL, { tools: answer })).toThrow(
        `small: "${answer}" is not an answer to tools`,
      );
  });
});

describe('sensitivity', () => {
  it('says how far each missing answer could move the level, the furthest first', () => {
    expect(sensitivity(SMALL, { access: 'present' })).toEqual([
      { item: 'tools', bands: 1 },
      { item: 'adult', bands: 0 },
    ]);
    expect(sensitivity(SMALL, { access: 'present', tools: 'present' })).toEqual([
      { item: 'adult', bands: 0 },
    ]);
  });

  it('agrees with trying every answer to everything', () => {
    fc.assert(
      fc.property(anyAnswers(SMALL), (given) => {
        for (const { item: id, bands } of sensitivity(SMALL, given))
          expect(bands).toBe(tried(SMALL, given, id));
      }),
    );
  });
});

/** The same by brute force: every completion of the other items, and every pair of answers to this one. */
function tried(instrument: Instrument, given: Answers, id: string): number {
  const missing = score(instrument, given).missing;
  let completions: Answers[] = [given];
  for (const { id: other, points } of instrument.items)
    if (missing.includes(other) && other !== id)
      completions = completions.flatMap((each) =>
        Object.keys(points ?? {}).map((answer) => ({ ...each, [other]: answer })),
      );
  const own = instrument.items.find((each) => each.id === id);
  const order = instrument.bands.map((band) => band.id);
  const spans = completions.map((each) => {
    const places = Object.keys(own?.points ?? {}).map((answer) =>
      order.indexOf(score(instrument, { ...each, [id]: answer }).bands[0] ?? ''),
    );
    return Math.max(...places) - Math.min(...places);
  });
  return Math.max(...spans);
}

describe('summariseRisk', () => {
  it('says the level in words with what is not known, and no points', () => {
    expect(summariseRisk(SMALL, { tools: 'present' }, '2026-11-24' as PlainDate)).toEqual({
      instrument: 'Small',
      version: '1.0.0',
      status: 'illustrative',
      bands: ['Medium', 'High'],
      assessedOn: '2026-11-24',
      itemCount: 3,
      unknownCount: 2,
      unknown: ['access', 'adult'],
    });
  });
});
