/** Pages that the benches of filling and of teaching read: saved ones, or made ones of every layout. */
import { LAYOUTS } from '../layouts/all-layouts.ts';
import { OWN_LABEL_SETS, readLabelSets } from '../layouts/label-set.ts';
import { makePage } from '../layouts/make-page.ts';
import { NOT_KNOWN } from '../layouts/not-known.ts';
import { randomOf } from '../layouts/random.ts';
import { type PageTruth, savedPages } from '../saved-pages.ts';
import type { Snapshots } from '../snapshots.ts';

export interface SourceOptions {
  readonly pages: string;
  /** True for made pages instead of saved ones. */
  readonly isMade: boolean;
  /** One system, or layouts whose name begins so. */
  readonly only?: string;
  readonly seed: number;
}

/** A page to read; `second` is another record of the same screen, if there is one. */
export interface Source {
  readonly system: string;
  readonly page: string;
  readonly truth: PageTruth;
  answers(from: Snapshots): Promise<readonly string[]>;
  readonly second?: {
    readonly truth: PageTruth;
    answers(from: Snapshots): Promise<readonly string[]>;
  };
}

/** Label sets for each layout. */
const SETS_A_LAYOUT = 2;

export function sourcesOf({ pages, isMade, only, seed }: SourceOptions): readonly Source[] {
  if (!isMade)
    return savedPages(pages, only).map((saved) => ({
      system: saved.system,
      page: saved.page,
      truth: saved.truth,
      answers: (from) => from.ofSaved(saved),
    }));
  const labelSets = readLabelSets(OWN_LABEL_SETS);
  return LAYOUTS.filter(({ name }) => name.startsWith(only ?? '')).flatMap((layout) => {
    const random = randomOf(seed, layout.name, 'sources');
    return random
      .shuffled(labelSets)
      .slice(0, SETS_A_LAYOUT)
      .map((labels): Source => {
        const recipe = { layout, labels, notKnown: random.pick(NOT_KNOWN), seed };
        const [first, other] = [1, 2].map((record) => makePage({ ...recipe, record }));
        if (!first || !other) throw new RangeError('No page was made');
        return {
          system: layout.name,
          page: first.name,
          truth: first.truth,
          answers: (from) => from.ofHtml(first.html),
          second: { truth: other.truth, answers: (from) => from.ofHtml(other.html) },
        };
      });
  });
}
