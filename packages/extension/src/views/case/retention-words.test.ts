/** A reason for a review is one for now only from its day on. */
import { gatherCodeLists, type PlainDate, type RetentionStanding } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { retentionRows } from './retention-words.js';

const lists = gatherCodeLists();
const on = '2029-09-02' as PlainDate;
const why = 'The person turns 18: 2 September 2029.';
const standing: RetentionStanding = { isDefault: false, called: [{ on, why }] };
const labelOn = (today: string) =>
  retentionRows(standing, lists, today as PlainDate).find(({ value }) => value === why)?.label;

it('names a day to come as when a review is due, not as a reason for now', () => {
  expect(labelOn('2026-11-30')).toBe('A review is due when');
});

it('names it as the reason for now from that day on', () => {
  expect(labelOn('2029-09-02')).toBe('Why a review is due now');
});
