/** Made pages: many layouts, label sets and ways of saying *not known*, crossed, read and compared with their truth. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Machine, machine } from '../../machine.ts';
import type { DumpedPage } from '../dump.ts';
import { loadReader } from '../load-reader.ts';
import { ARRANGEMENTS } from '../people/arrangements.ts';
import { makePeoplePage } from '../people/people-page.ts';
import { grouped } from '../rates.ts';
import type { Aim } from '../targets.ts';
import { LAYOUTS } from './all-layouts.ts';
import { sampledCrossing, wholeCrossing } from './crossing.ts';
import { OWN_LABEL_SETS, readLabelSets } from './label-set.ts';
import { aimsOfMade, type MadeSummary, summaryOfMade } from './made-summary.ts';
import { type MadePage, makePage } from './make-page.ts';
import { NOT_KNOWN } from './not-known.ts';
import { openMadeReader } from './read-made.ts';
import { dumpedMade, type MadeScore, scoreMade } from './score-made.ts';

/** Begins the names of pages about several people, which only a run for them reads. */
const PEOPLE = 'people';

export interface LayoutsOptions {
  /** File of label sets instead of the bench's own. */
  readonly labelSets?: string;
  /** Layouts whose name begins so; `people` for pages about two people and more. */
  readonly only?: string;
  /** True for the whole crossing. */
  readonly isWhole: boolean;
  readonly seed: number;
  /** Folder for the pages with their truth, as saved pages. */
  readonly write?: string;
  readonly dump?: string;
  readonly say: (line: string) => void;
}

export interface LayoutsFigures extends MadeSummary {
  readonly bench: 'fields --layouts';
  readonly at: string;
  readonly machine: Machine;
  readonly browser: string;
  readonly seed: number;
  readonly pagesASecond: number;
  readonly targets: readonly Aim[];
  readonly pages: readonly MadeScore[];
}

export async function benchLayouts(options: LayoutsOptions): Promise<LayoutsFigures> {
  const { only = '', seed, say } = options;
  const atStart = machine();
  const crossed = {
    layouts: LAYOUTS.filter(({ name }) => name.startsWith(only)),
    labelSets: readLabelSets(options.labelSets ?? OWN_LABEL_SETS),
    notKnown: NOT_KNOWN,
    seed,
  };
  const makers = only.startsWith(PEOPLE) ? ofPeople() : ofLayouts();
  if (makers.length === 0) throw new Error('No such layout, or no label set');
  say(`${makers.length} pages`);
  if (options.write)
    writePages(
      options.write,
      makers.map((make) => make()),
    );
  const reader = await openMadeReader(loadReader());
  const begun = performance.now();
  const pages: MadeScore[] = [];
  const dumped: DumpedPage[] = [];
  try {
    await reader.readAll(made(), (read) => {
      pages.push(scoreMade(read));
      if (options.dump) dumped.push(dumpedMade(read));
      if (pages.length % 200 === 0) say(`${pages.length} read`);
    });
  } finally {
    await reader.close();
  }
  const seconds = (performance.now() - begun) / 1000;
  if (options.dump) writeFileSync(options.dump, `${JSON.stringify(dumped, undefined, 1)}\n`);
  const summary = summaryOfMade(pages);
  return {
    bench: 'fields --layouts',
    at: new Date().toISOString(),
    machine: atStart,
    browser: reader.browserVersion,
    seed,
    pagesASecond: Math.round((10 * pages.length) / seconds) / 10,
    ...summary,
    targets: aimsOfMade(summary),
    pages,
  };

  function* made(): Generator<MadePage> {
    for (const make of makers) yield make();
  }

  function ofLayouts(): readonly (() => MadePage)[] {
    const recipes = options.isWhole ? wholeCrossing(crossed) : sampledCrossing(crossed);
    return recipes.map((recipe) => () => makePage(recipe));
  }

  function ofPeople(): readonly (() => MadePage)[] {
    return ARRANGEMENTS.filter(({ name }) => `${PEOPLE}-${name}`.startsWith(only)).flatMap(
      (arrangement) =>
        crossed.labelSets.map(
          (labels) => () => makePeoplePage({ arrangement, labels, seed: crossed.seed }),
        ),
    );
  }
}

/** `LAYOUT/NAME.html` and `LAYOUT/truth.json`, for any reader of saved pages. */
function writePages(folder: string, pages: readonly MadePage[]): void {
  for (const [layout, own] of grouped(pages, (page) => page.layout)) {
    const at = join(folder, layout);
    mkdirSync(at, { recursive: true });
    for (const { name, html } of own) writeFileSync(join(at, `${name}.html`), html);
    const truths = Object.fromEntries(own.map(({ name, truth }) => [name, truth]));
    const text = JSON.stringify({ system: layout, version: 'made', pages: truths }, undefined, 1);
    writeFileSync(join(at, 'truth.json'), `${text}\n`);
  }
}
