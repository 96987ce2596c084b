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

it('says until when a period runs that ends at an age, and why it is not known', () => {
  const period = {
    group: 'group-1',
    clearYears: 10,
    untilAge: 100,
    status: 'found',
    source: 'Schedule 4',
  } as const;
  const until = (bornOn?: string) =>
    retentionRows({ ...standing, period, bornOn: bornOn as PlainDate }, lists, on).find(
      ({ label }) => label === 'The schedule keeps it until',
    )?.value;
  expect(until('2012-03-14')).toBe('14 March 2112, when the person would be 100');
  expect(until()).toMatch(/^The person would be 100\. The day is not known/);
  expect(retentionRows(standing, lists, on).map(({ label }) => label)).not.toContain(
    'The schedule keeps it until',
  );
});
