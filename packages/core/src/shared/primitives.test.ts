import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Instant, Line, Narrative, PlainDate, RecordId } from './primitives.js';

describe('PlainDate', () => {
  it.each(['2028-02-29', '2026-12-31', '1999-01-01'])('takes %s', (date) => {
    expect(v.is(PlainDate, date)).toBe(true);
  });
  it.each([
    '2026-02-29',
    '2026-02-31',
    '2026-13-01',
    '24/11/2026',
    '2026-1-1',
    '',
    '2026-11-24T00:00',
  ])('refuses %j', (date) => {
    expect(v.is(PlainDate, date)).toBe(false);
  });
});

describe('Instant', () => {
  it.each([
    ['2026-11-24T09:30:00.000Z', true],
    ['2026-11-24T09:30:00Z', true],
    ['2026-11-24T09:30:00+01:00', false],
    ['2026-11-24T25:30:00.000Z', false],
    ['2026-02-31T09:30:00.000Z', false],
    ['2026-11-24', false],
  ])('%s: %s', (at, is) => {
    expect(v.is(Instant, at)).toBe(is);
  });
});

describe('RecordId', () => {
  it('is a UUID and never a force’s reference', () => {
    expect(v.is(RecordId, crypto.randomUUID())).toBe(true);
    expect(v.is(RecordId, '42/0001/26')).toBe(false);
  });
});

describe('text', () => {
  it('drops the space around a line, and refuses an empty or an endless one', () => {
    expect(v.parse(Line, '  Rowan Vael\t')).toBe('Rowan Vael');
    expect(v.is(Line, ' \u00a0 ')).toBe(false);
    expect(v.is(Line, 'x'.repeat(500))).toBe(true);
    expect(v.is(Line, 'x'.repeat(501))).toBe(false);
  });

  it('keeps a narrative verbatim', () => {
    expect(v.parse(Narrative, '  First\n\n  second  ')).toBe('  First\n\n  second  ');
    expect(v.is(Narrative, '\n \n')).toBe(false);
    expect(v.is(Narrative, 'x'.repeat(200_001))).toBe(false);
  });
});
