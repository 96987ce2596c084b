import { expect, it } from 'vitest';
import type { PlainDate } from '../shared/primitives.js';
import { HANDMADE } from '../testing/instrument-under-test.js';
import { compareVersions, supersession } from './superseded.js';

const on = '2026-11-24' as PlainDate;
const held = new Map([[HANDMADE.id, HANDMADE]]);

it('says that a later version is in use, and which one', () => {
  expect(supersession({ ...HANDMADE, version: '2.0.9' }, held, on)).toEqual({
    code: 'instrument-superseded',
    severity: 'error',
    message: '“Handmade” 2.0.9 was superseded. Use version 2.1.0.',
    at: 'instrument',
  });
  for (const version of ['2.1.0', '2.1.1', '10.0.0'])
    expect(supersession({ ...HANDMADE, version }, held, on)).toBeUndefined();
});

it('says what the instrument says of itself, from that day on', () => {
  const other = { ...HANDMADE, id: 'other', title: 'Other' };
  const all = new Map([...held, ['other', other]]);
  const supersededBy = { id: 'other', version: '1.0.0', on: '2026-11-24' };
  expect(supersession({ ...HANDMADE, supersededBy }, all, on)?.message).toBe(
    '“Handmade” 2.1.0 was superseded on 24 November 2026. Use “Other” version 1.0.0.',
  );
  const later = { ...supersededBy, on: '2026-11-25' };
  expect(supersession({ ...HANDMADE, supersededBy: later }, all, on)).toBeUndefined();
});

it('compares versions as numbers', () => {
  expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0);
  expect(compareVersions('1.0.0', '1.0.0')).toBe(0);
  expect(compareVersions('0.9.0', '1.0.0')).toBeLessThan(0);
});
