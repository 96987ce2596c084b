import { describe, expect, it } from 'vitest';
import { LAYOUTS } from './all-layouts.ts';
import { sampledCrossing, wholeCrossing } from './crossing.ts';
import { OWN_LABEL_SETS, readLabelSets } from './label-set.ts';
import { NOT_KNOWN } from './not-known.ts';

const crossed = {
  layouts: LAYOUTS,
  labelSets: readLabelSets(OWN_LABEL_SETS),
  notKnown: NOT_KNOWN,
  seed: 7,
};

function distinct<T>(all: readonly T[]): number {
  return new Set(all).size;
}

describe('the crossing', () => {
  it('is of sixty layouts, twenty-five label sets and twelve ways of saying not known, or more', () => {
    expect(distinct(LAYOUTS.map(({ name }) => name))).toBe(LAYOUTS.length);
    expect(LAYOUTS.length).toBeGreaterThanOrEqual(60);
    expect(distinct(crossed.labelSets.map(({ name }) => name))).toBeGreaterThanOrEqual(25);
    expect(distinct(NOT_KNOWN.map(({ text }) => text))).toBeGreaterThanOrEqual(12);
  });

  it('is all of them with all of them when the whole is asked for', () => {
    const few = { ...crossed, layouts: LAYOUTS.slice(0, 2) };
    expect(wholeCrossing(few)).toHaveLength(2 * crossed.labelSets.length * NOT_KNOWN.length);
  });

  it.each([LAYOUTS, LAYOUTS.slice(0, 7), LAYOUTS.slice(0, 2)])(
    'samples enough of each',
    (...layouts) => {
      const sample = sampledCrossing({ ...crossed, layouts });
      const enough = Math.min(6, layouts.length);
      for (const layout of layouts)
        expect(
          distinct(sample.filter((each) => each.layout === layout).map(({ labels }) => labels)),
        ).toBeGreaterThanOrEqual(3);
      for (const labels of crossed.labelSets)
        expect(
          distinct(sample.filter((each) => each.labels === labels).map(({ layout }) => layout)),
          labels.name,
        ).toBeGreaterThanOrEqual(enough);
      for (const kind of NOT_KNOWN)
        expect(
          distinct(sample.filter((each) => each.notKnown === kind).map(({ layout }) => layout)),
          kind.name,
        ).toBeGreaterThanOrEqual(enough);
    },
  );

  it('is the same for the same seed, and has no page twice', () => {
    const names = (seed: number, layouts = LAYOUTS): readonly string[] =>
      sampledCrossing({ ...crossed, layouts, seed }).map(
        ({ layout, labels, notKnown }) => `${layout.name} ${labels.name} ${notKnown.name}`,
      );
    expect(names(7)).toEqual(names(7));
    expect(names(8)).not.toEqual(names(7));
    for (const layouts of [LAYOUTS, LAYOUTS.slice(0, 2), LAYOUTS.slice(0, 1)]) {
      const all = [1, 2, 3, 4].map((seed) => names(seed, layouts));
      for (const each of all) expect(distinct(each)).toBe(each.length);
    }
  });
});
