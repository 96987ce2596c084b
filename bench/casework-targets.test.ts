import { expect, it } from 'vitest';
import type { CaseworkSize } from './casework.ts';
import { caseworkHeldAgainst } from './casework-targets.ts';

const none = { p50: 0, p95: 0 };
const size: CaseworkSize = {
  subjects: 2000,
  interventions: 40_000,
  load: 1,
  firstScreen: 'Today',
  keyToFirstScreenMs: { p50: 500, p95: 700 },
  keyBeforeCompactionMs: 0,
  listFirstMs: [
    { list: 'Subjects', ms: 100 },
    { list: 'Referrals', ms: 100.1 },
  ],
  listAtOnceMs: [{ list: 'Subjects', ms: 400 }],
  listAgainMs: { p50: 90, p95: 101 },
  listSortMs: { p50: 40, p95: 60 },
  listFilterMs: { p50: 20, p95: 30 },
  keystrokeMs: { p50: 5, p95: 50 },
  longestKeystrokeMs: 50.1,
  scrolling: {
    scriptMs: 16,
    ownMs: 16.1,
    garbageMs: 20,
    taskMs: 30,
    overFrame: 1,
    ownOverFrame: 0,
    tasks: 100,
    longest: [],
  },
  todayAgainMs: { p50: 1, p95: 50.1 },
  saveFirstMs: none,
  saveLastMs: none,
  saveGrowth: 1.2,
  savePuts: 3,
  rawPutMs: none,
  rawPutAndAppendMs: none,
  saveRatio: 1,
  askMs: none,
  bytes: 1,
  parseAllMs: 1,
  parseRowsMs: 1,
  keyParses: 1,
};
const heldOf = (more: Partial<CaseworkSize>) =>
  caseworkHeldAgainst({
    // Larger sizes have no targets.
    sizes: [
      { ...size, ...more },
      { ...size, subjects: 10_000 },
    ],
  }).map(({ figure, isMet }) => [figure, isMet]);

it('holds a caseload to its targets: what is at one is met, what is beyond it missed', () => {
  expect(heldOf({})).toEqual([
    [500, true],
    [100, true],
    [100.1, false],
    [101, false],
    [16, true],
    [16.1, false],
    [50, true],
    [50.1, false],
    [50.1, false],
    [1.2, true],
  ]);
});

it('holds any keystroke to what nineteen of twenty are held to', () => {
  expect(heldOf({ longestKeystrokeMs: 50 })).toContainEqual([50, true]);
  expect(heldOf({ keystrokeMs: none, longestKeystrokeMs: 88.9 })).toContainEqual([88.9, false]);
});
