import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWN_LABEL_SETS, readLabelSets } from '../layouts/label-set.ts';
import { openMadeReader } from '../layouts/read-made.ts';
import { type MadeScore, scoreMade } from '../layouts/score-made.ts';
import { loadReader } from '../load-reader.ts';
import { summed } from '../rates.ts';
import { ARRANGEMENTS } from './arrangements.ts';
import { makePeoplePage } from './people-page.ts';

/** Label sets of trades whose forms ask for people in different words. */
const SETS = ['police-custody', 'school', 'camhs', 'social-care', 'youth-justice'];
/** Least share of the subject's own facts that are drafted, in whole per cent. */
const FEWEST_FOUND = 85;

const scores: MadeScore[] = [];

beforeAll(async () => {
  const sets = readLabelSets(OWN_LABEL_SETS).filter(({ name }) => SETS.includes(name));
  const pages = ARRANGEMENTS.flatMap((arrangement) =>
    sets.map((labels) => makePeoplePage({ arrangement, labels, seed: 20_261_130 })),
  );
  const reader = await openMadeReader(loadReader());
  try {
    await reader.readAll(pages, (read) => scores.push(scoreMade(read)));
  } finally {
    await reader.close();
  }
});
afterAll(() => scores.splice(0));

describe('pages about two to four people', () => {
  it('are sixty or more', () => {
    expect(scores.length).toBeGreaterThanOrEqual(60);
  });

  it('give the subject nothing of anybody else', () => {
    expect(
      scores.flatMap(({ layout, page, othersTaken }) =>
        othersTaken.map((row) => `${layout}, ${page}: ${row}`),
      ),
    ).toEqual([]);
  });

  it('give the subject’s own facts all the same', () => {
    const { wanted, right } = summed(scores.map(({ fields }) => fields));
    expect(Math.round((100 * right) / wanted)).toBeGreaterThanOrEqual(FEWEST_FOUND);
  });
});
