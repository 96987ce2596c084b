import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../shared/primitives.js';
import { SeenAt } from './seen-at.js';
import { instantsOf, isOutOfSummer } from './zone.js';

const seen = (on: string, at: string, zone: string): SeenAt => ({ on: on as PlainDate, at, zone });

describe('the moment at which an address was used', () => {
  it.each([
    [seen('2026-07-11', '14:05', 'UTC'), '2026-07-11T14:05:00.000Z'],
    [seen('2026-07-11', '14:05:30', 'BST'), '2026-07-11T13:05:30.000Z'],
    [seen('2026-07-11', '14:05', 'GMT'), '2026-07-11T14:05:00.000Z'],
    [seen('2026-07-11', '00:30', '+01:00'), '2026-07-10T23:30:00.000Z'],
    [seen('2026-07-11', '14:05', '-0530'), '2026-07-11T19:35:00.000Z'],
    [seen('2026-07-11', '14:05', 'Europe/London'), '2026-07-11T13:05:00.000Z'],
    [seen('2026-12-01', '14:05', 'Europe/London'), '2026-12-01T14:05:00.000Z'],
    [seen('2026-12-01', '23:05', 'America/New_York'), '2026-12-02T04:05:00.000Z'],
  ])('is one instant: %o', (moment, instant) => expect(instantsOf(moment)).toEqual([instant]));

  it('is two in the hour that comes twice, and none in the hour that is left out', () => {
    expect(instantsOf(seen('2026-10-25', '01:30', 'Europe/London'))).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
    expect(instantsOf(seen('2026-03-29', '01:30', 'Europe/London'))).toEqual([]);
    expect(instantsOf(seen('2026-12-01', '14:05', 'Europe/Nowhere'))).toBeUndefined();
  });

  it('doubts British Summer Time in winter, and to the hour in which it ends', () => {
    expect(isOutOfSummer(seen('2026-12-01', '14:05', 'BST'))).toBe(true);
    expect(isOutOfSummer(seen('2026-07-11', '14:05', 'BST'))).toBe(false);
    expect(isOutOfSummer(seen('2026-10-25', '01:30', 'BST'))).toBe(false);
    expect(isOutOfSummer(seen('2026-10-25', '02:30', 'BST'))).toBe(true);
  });

  it('takes no short name that several zones have, and no time without a zone', () => {
    for (const zone of ['EST', 'CET', 'local', ''])
      expect(v.is(SeenAt, seen('2026-12-01', '14:05', zone))).toBe(false);
    expect(v.is(SeenAt, { on: '2026-12-01', at: '14:05' })).toBe(false);
    expect(v.is(SeenAt, seen('2026-12-01', '25:05', 'UTC'))).toBe(false);
  });
});
