import { describe, expect, it } from 'vitest';
import { BARS, limitsOf } from './bars.ts';
import { type Counts, countWords } from './counts.ts';
import { deskTable } from './desk-table.ts';
import type { JobFigures } from './desk-targets.ts';
import { heldToBars } from './desk-targets.ts';
import { JOBS } from './jobs.ts';

const counts: Counts = { clicks: 0, boxes: 0, keys: 0, scrolled: 0, screens: 1 };
const job = (more: Partial<JobFigures>): JobFigures => ({
  id: 'refuse-and-destroy',
  job: 'refuse and destroy',
  before: { clicks: 7 },
  atMost: { clicks: 5, scrolled: 0 },
  ...more,
});
const held = (more: Partial<JobFigures>) =>
  heldToBars([job(more)]).map(({ figure, isMet }) => [figure, isMet]);

describe('the bars of the desk', () => {
  it('are met by what is at them, and missed by what is beyond', () => {
    expect(held({ now: { ...counts, clicks: 5 } })).toEqual([
      [5, true],
      [0, true],
    ]);
    expect(held({ now: { ...counts, clicks: 6, scrolled: 0.1 } })).toEqual([
      [6, false],
      [0.1, false],
    ]);
  });

  it('are missed by a job that could not be done, and the table says why', () => {
    const failed = 'Nothing says “Refuse”';
    expect(held({ failed })).toEqual([
      [undefined, false],
      [undefined, false],
    ]);
    const jobs = [job({ failed })];
    const figures = { browser: 'Chromium', jobs, targets: heldToBars(jobs) };
    const table = deskTable(figures);
    expect(table).toContain(`could not be done: ${failed}`);
    expect(table).toContain('missed  refuse and destroy: clicks: not done, at most 5');
  });

  it('have a job each, and each limits something', () => {
    expect([...JOBS.map(({ id }) => id), 'set-up'].toSorted()).toEqual(
      BARS.map(({ id }) => id).toSorted(),
    );
    expect(BARS.filter((bar) => limitsOf(bar).length === 0)).toEqual([]);
  });
});

it('says counts in words, and leaves out what nothing was counted of', () => {
  expect(countWords({ ...counts, clicks: 1, boxes: 2, scrolled: 6.8 })).toBe(
    '1 click, 2 boxes, 6.8 screens scrolled, 1 screen',
  );
  expect(countWords({ clicks: 0 })).toBe('nothing');
});
