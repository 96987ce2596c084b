/** Forms emptied and filled again: each value in the box that held it. */
import { type Machine, machine } from '../../machine.ts';
import { loadFormReader } from '../load-reader.ts';
import { share, summed } from '../rates.ts';
import { openSnapshots } from '../snapshots.ts';
import { aimLines, line, percent } from '../table.ts';
import { type Aim, atLeast, atMost } from '../targets.ts';
import type { FillCounts, FillScore } from './score-fill.ts';
import { type SourceOptions, sourcesOf } from './sources.ts';

export interface FillBenchOptions extends SourceOptions {
  readonly say: (line: string) => void;
}

export interface FillFigures {
  readonly bench: 'fields --fill';
  readonly at: string;
  readonly machine: Machine;
  readonly browser: string;
  /** Number of pages read, forms or not. */
  readonly pageCount: number;
  readonly sum: FillCounts;
  readonly targets: readonly Aim[];
  readonly forms: readonly (FillScore & { readonly system: string; readonly page: string })[];
}

export async function benchFill(options: FillBenchOptions): Promise<FillFigures> {
  const atStart = machine();
  const sources = sourcesOf(options);
  if (sources.length === 0) throw new Error(`No page with a truth in ${options.pages}`);
  const [snapshots, reader] = await Promise.all([openSnapshots(options.pages), loadFormReader()]);
  const forms: FillFigures['forms'][number][] = [];
  try {
    for (const { system, page, truth, answers } of sources) {
      const score = reader.fillScore(reader.snapshotOf(await answers(snapshots)), truth);
      // A page that shows its record is no form.
      if (score.asked + score.typed === 0) continue;
      options.say(`${system}/${page}`);
      forms.push({ system, page, ...score });
    }
  } finally {
    await snapshots.close();
  }
  return {
    bench: 'fields --fill',
    at: new Date().toISOString(),
    machine: atStart,
    browser: snapshots.browserVersion,
    pageCount: sources.length,
    sum: sumOf(forms),
    targets: aimsOfFill(forms),
    forms,
  };
}

function sumOf(forms: readonly FillCounts[]): FillCounts {
  const sums: Partial<FillCounts> = summed(forms);
  const { asked = 0, typed = 0, right = 0, wrong = 0, unjudged = 0 } = sums;
  const { offeredRight = 0, offeredWrong = 0 } = sums;
  return { asked, typed, right, wrong, unjudged, offeredRight, offeredWrong };
}

/** The targets; none without a form, because there is nothing to judge. */
export function aimsOfFill(forms: readonly FillCounts[]): readonly Aim[] {
  if (forms.length === 0) return [];
  const { typed, right, wrong } = sumOf(forms);
  return [
    atLeast('right box, of what is typed', share(right, typed), 0.95),
    atMost('wrong box', wrong, 0),
  ];
}

export function fillTable({ browser, pageCount, forms, sum, targets }: FillFigures): string {
  if (forms.length === 0)
    return `No form to fill: no box on the ${pageCount} ${pageCount === 1 ? 'page' : 'pages'} read holds a value of the record; ${browser}`;
  const head = ['asked', 'typed', 'right', 'wrong', 'nobody', 'offered', 'off. wr.', 'reached'];
  return [
    `${forms.length} forms, emptied and filled again; ${browser}`,
    '',
    line('form', head),
    ...forms.map((form) => countLine(`${form.system}/${form.page}`, form)),
    countLine('sum', sum),
    ...forms.flatMap(({ system, page, wrongly }) =>
      wrongly.map((each) => `  wrong box: ${system}/${page}: ${each}`),
    ),
    ...aimLines(targets),
  ].join('\n');
}

function countLine(name: string, counts: FillCounts): string {
  const { asked, typed, right, wrong, unjudged, offeredRight, offeredWrong } = counts;
  const numbers = [asked, typed, right, wrong, unjudged, offeredRight, offeredWrong].map(String);
  return line(name.slice(0, 46).padEnd(46), [
    ...numbers,
    percent(share(right + offeredRight, asked)),
  ]);
}
