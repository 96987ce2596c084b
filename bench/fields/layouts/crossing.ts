/** Choice of the pages to make: a fixed sample of the crossing, or all of it. */
import type { LabelSet } from './label-set.ts';
import type { PageRecipe } from './make-page.ts';
import type { NotKnown } from './not-known.ts';
import { randomOf } from './random.ts';
import type { Layout } from './scene.ts';

export interface Crossed {
  readonly layouts: readonly Layout[];
  readonly labelSets: readonly LabelSet[];
  readonly notKnown: readonly NotKnown[];
  readonly seed: number;
}

/** Label sets for each layout, and the fewest layouts for each label set and each way of saying *not known*. */
const SETS_A_LAYOUT = 3;
const LAYOUTS_EACH = 6;

export function wholeCrossing({
  layouts,
  labelSets,
  notKnown,
  seed,
}: Crossed): readonly PageRecipe[] {
  return layouts.flatMap((layout) =>
    labelSets.flatMap((labels) =>
      notKnown.map((kind) => ({ layout, labels, notKnown: kind, seed })),
    ),
  );
}

/** Every layout with three label sets; every label set and every way of saying *not known* in six layouts or more. */
export function sampledCrossing(crossed: Crossed): readonly PageRecipe[] {
  const { seed, layouts } = crossed;
  const random = randomOf(seed, 'crossing');
  const labelSets = random.shuffled(crossed.labelSets);
  const kinds = random.shuffled(crossed.notKnown);
  const recipes: PageRecipe[] = [];
  let turn = 0;
  const add = (layout: Layout, labels: LabelSet | undefined, kind: NotKnown | undefined): void => {
    const asked = labels ?? labelSets[turn % labelSets.length];
    const notKnown = kind ?? kinds[turn % kinds.length];
    turn += 1;
    if (asked && notKnown) recipes.push({ layout, labels: asked, notKnown, seed });
  };
  for (const layout of layouts)
    for (let nth = 0; nth < SETS_A_LAYOUT; nth += 1) add(layout, undefined, undefined);
  for (const labels of labelSets)
    for (const layout of lacking(recipes.filter((each) => each.labels === labels)))
      add(layout, labels, undefined);
  for (const kind of kinds)
    for (const layout of lacking(recipes.filter((each) => each.notKnown === kind)))
      add(layout, undefined, kind);
  return recipes;

  function lacking(own: readonly PageRecipe[]): readonly Layout[] {
    const had = new Set(own.map(({ layout }) => layout));
    const others = random.shuffled(layouts.filter((layout) => !had.has(layout)));
    return others.slice(0, Math.max(0, LAYOUTS_EACH - had.size));
  }
}
