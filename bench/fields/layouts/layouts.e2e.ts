import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReader } from '../load-reader.ts';
import { pairRates } from '../summary.ts';
import { LAYOUTS } from './all-layouts.ts';
import { OWN_LABEL_SETS, readLabelSets } from './label-set.ts';
import { makePage } from './make-page.ts';
import { NOT_KNOWN } from './not-known.ts';
import { randomOf } from './random.ts';
import { openMadeReader } from './read-made.ts';
import { type MadeScore, scoreMade } from './score-made.ts';

/** Least pair recall of each layout, in whole per cent: what was measured, and never less. */
const FLOORS: Readonly<Record<string, number>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8'),
);
/** Under their words nothing of another person is taken today. Add each set of which that has become true. */
const SETS = ['lettered', 'probation', 'snake-case'];

const scores: MadeScore[] = [];

beforeAll(async () => {
  const labelSets = readLabelSets(OWN_LABEL_SETS).filter(({ name }) => SETS.includes(name));
  const layouts = LAYOUTS.filter(({ name }) => name in FLOORS);
  const recipes = layouts.flatMap((layout) =>
    labelSets.map((labels) => {
      const notKnown = randomOf(layout.name, labels.name).pick(NOT_KNOWN);
      return { layout, labels, notKnown, seed: 20_261_130 };
    }),
  );
  const reader = await openMadeReader(loadReader());
  try {
    await reader.readAll(recipes.map(makePage), (read) => scores.push(scoreMade(read)));
  } finally {
    await reader.close();
  }
});
afterAll(() => scores.splice(0));

function told(of: (score: MadeScore) => readonly string[]): readonly string[] {
  return scores.flatMap((score) =>
    of(score).map((row) => `${score.layout}, ${score.page}: ${row}`),
  );
}

describe('made pages, whatever the rules of reading', () => {
  it('are read, three of each layout', () => {
    expect(scores).toHaveLength(SETS.length * Object.keys(FLOORS).length);
  });

  it('give the subject nothing of another person', () => {
    expect(told(({ othersTaken }) => othersTaken)).toEqual([]);
  });

  it('give the subject nothing of the page’s own', () => {
    expect(told(({ distractorsTaken }) => distractorsTaken)).toEqual([]);
  });

  it('give nothing that is not on screen', () => {
    expect(told(({ hiddenTaken }) => hiddenTaken)).toEqual([]);
  });

  it.each(Object.entries(FLOORS))('%s is read to %i in a hundred pairs or more', (name, floor) => {
    const own = scores.filter(({ layout }) => layout === name).map(({ pairs }) => pairs);
    const { recall = 0 } = pairRates(own);
    expect(Math.round(100 * recall)).toBeGreaterThanOrEqual(floor);
  });
});
