/** Taught on one record, read on others: another record of the screen, one field short, and a system's next releases. */
import { type Machine, machine } from '../../machine.ts';
import { type SourceOptions, sourcesOf } from '../forms/sources.ts';
import { loadFormReader } from '../load-reader.ts';
import { mean, ratesOf, share } from '../rates.ts';
import { openSnapshots } from '../snapshots.ts';
import { aimLines, line, percent } from '../table.ts';
import { type Aim, atLeast, atMost } from '../targets.ts';
import type { TeachScore } from './score-teach.ts';

export interface TeachBenchOptions extends SourceOptions {
  readonly say: (line: string) => void;
}

export interface TeachFigures {
  readonly bench: 'fields --teach';
  readonly at: string;
  readonly machine: Machine;
  readonly browser: string;
  readonly targets: readonly Aim[];
  /** Mean over the screens of which something was taught. */
  readonly meanF1?: number;
  readonly screens: readonly (TeachScore & { readonly system: string; readonly page: string })[];
}

export async function benchTeach(options: TeachBenchOptions): Promise<TeachFigures> {
  const atStart = machine();
  const sources = sourcesOf(options);
  if (sources.length === 0) throw new Error(`No page with a truth in ${options.pages}`);
  const [snapshots, reader] = await Promise.all([openSnapshots(options.pages), loadFormReader()]);
  const screens: TeachFigures['screens'][number][] = [];
  try {
    for (const { system, page, truth, answers, second } of sources) {
      const snapshot = reader.snapshotOf(await answers(snapshots));
      const other = second
        ? { truth: second.truth, snapshot: reader.snapshotOf(await second.answers(snapshots)) }
        : reader.another(snapshot, truth);
      const score = reader.scoreTeach({ snapshot, truth }, [other]);
      if (!score) continue;
      options.say(`${system}/${page}`);
      screens.push({ system, page, ...score });
    }
  } finally {
    await snapshots.close();
  }
  const meanF1 = mean(screens.filter(({ taught }) => taught > 0).map(f1Of));
  return {
    bench: 'fields --teach',
    at: new Date().toISOString(),
    machine: atStart,
    browser: snapshots.browserVersion,
    targets: aimsOfTeach(screens, meanF1),
    ...(meanF1 === undefined ? {} : { meanF1 }),
    screens,
  };
}

export function f1Of({ wanted, found, drafted, right }: TeachScore): number | undefined {
  return ratesOf({ wanted, found, read: drafted, right }).f1;
}

export function aimsOfTeach(
  screens: readonly Pick<TeachScore, 'takenWrongly'>[],
  meanF1: number | undefined,
): readonly Aim[] {
  const taken = screens.reduce((sum, { takenWrongly }) => sum + takenWrongly.length, 0);
  return [
    atMost('values of another field taken under a taught name', taken, 0),
    atLeast('fields of the second record, F1', meanF1, 0.95),
  ];
}

export function teachTable({ browser, screens, targets, meanF1 }: TeachFigures): string {
  const head = ['pointed', 'taught', 'F1', 'taken wr.', 'off. wr.'];
  return [
    `${screens.length} screens, taught on one record and read on others; ${browser}`,
    '',
    line('screen', head),
    ...screens.map((screen) =>
      line(`${screen.system}/${screen.page}`.slice(0, 46).padEnd(46), [
        String(screen.pointed),
        String(screen.taught),
        percent(f1Of(screen)),
        String(screen.takenWrongly.length),
        String(screen.offeredWrongly.length),
      ]),
    ),
    ...screens.flatMap(({ system, page, takenWrongly }) =>
      takenWrongly.map((each) => `  taken wrongly: ${system}/${page}: ${each}`),
    ),
    line('mean', ['', percent(sharedTaught(screens)), percent(meanF1)]),
    ...aimLines(targets),
  ].join('\n');
}

/** Share of what was pointed at that was taught. */
function sharedTaught(screens: readonly TeachScore[]): number | undefined {
  const [pointed, taught] = (['pointed', 'taught'] as const).map((name) =>
    screens.reduce((sum, each) => sum + each[name], 0),
  );
  return share(taught ?? 0, pointed ?? 0);
}
