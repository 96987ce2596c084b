/** The targets of the casework figures. A missed one fails nothing: they are printed next to the measurements. */
import type { LongestTasks } from './casework-trace.ts';
import type { Spread } from './figures.ts';
import { againstTarget, type Held } from './targets.ts';

/** Milliseconds from the key to the first screen. */
const USABLE_MS = 500;
const LIST_MS = 100;
const TASK_MS = 16;
const KEYSTROKE_MS = 50;
/** The due entries, computed again. */
const TODAY_MS = 50;
/** The last saves divided by the first: flat, except for the noise of a machine. */
const GROWTH = 1.2;
/** The size with targets; larger ones are printed. */
const SUBJECTS = 2000;

/** The figures that have a target. */
interface CaseworkHeld {
  readonly sizes: readonly {
    readonly subjects: number;
    readonly firstScreen: string;
    readonly keyToFirstScreenMs: Pick<Spread, 'p50'>;
    readonly listFirstMs: readonly { readonly list: string; readonly ms: number }[];
    readonly listAgainMs: P95;
    readonly scrolling: LongestTasks;
    readonly keystrokeMs: P95;
    readonly longestKeystrokeMs: number;
    readonly todayAgainMs: P95;
    readonly saveGrowth: number;
  }[];
}
type P95 = Pick<Spread, 'p95'>;

export function caseworkHeldAgainst({ sizes }: CaseworkHeld): Held[] {
  return sizes
    .filter(({ subjects }) => subjects === SUBJECTS)
    .flatMap((size) => [
      againstTarget(`key to ${size.firstScreen}, ms`, size.keyToFirstScreenMs.p50, USABLE_MS),
      ...size.listFirstMs.map(({ list, ms }) =>
        againstTarget(`first paint of ${list}, ms`, ms, LIST_MS),
      ),
      againstTarget('the list again, p95, ms', size.listAgainMs.p95, LIST_MS),
      againstTarget('longest script while scrolling, ms', size.scrolling.scriptMs, TASK_MS),
      againstTarget(
        'longest task while scrolling, without garbage, ms',
        size.scrolling.ownMs,
        TASK_MS,
      ),
      againstTarget('keystroke to paint, p95, ms', size.keystrokeMs.p95, KEYSTROKE_MS),
      againstTarget(
        'longest of all keystrokes to paint, ms',
        size.longestKeystrokeMs,
        KEYSTROKE_MS,
      ),
      againstTarget('what is due, again after a save, p95, ms', size.todayAgainMs.p95, TODAY_MS),
      againstTarget('saves at the end over saves at the beginning', size.saveGrowth, GROWTH),
    ]);
}
