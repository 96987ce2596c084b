/** The computer's clock leaps up to two years either way between saves: the order is still that of the sequence. */
import { fromSource, type Removal } from './from-source.ts';
import { atLeast, atMost, exactly, type Measure } from './measure.ts';

const COMMITS = { full: 400, quick: 40 };

const CONTROL_COMMITS = 40;

/** Nothing watches the clock. */
const UNWATCHED: readonly Removal[] = [
  {
    file: 'packages/extension/src/keeper/watch-clock.ts',
    text: 'if (last === undefined) return;',
    by: 'return;',
  },
];

type Inside = typeof import('./inside/clock.ts');

export const clock: Measure = {
  name: 'clock',
  what: 'the clock leaps up to two years either way between saves',
  async run({ isQuick }) {
    const { leapingClock } = await fromSource<Inside>('inside/clock.ts');
    const found = await leapingClock(isQuick ? COMMITS.quick : COMMITS.full);
    const unwatched = await fromSource<Inside>('inside/clock.ts', UNWATCHED);
    const control = await unwatched.leapingClock(CONTROL_COMMITS);
    return [
      atLeast('times that the clock went back', found.wentBack, 5),
      exactly('saves in their order in the history', found.historyInOrder, found.commits),
      exactly('saves in their order in the audit', found.auditInOrder, found.commits),
      exactly('what stands is the last save', found.stands, found.wanted),
      exactly('leaps of which the officer was told', found.leapsTold, found.leaps),
      exactly('told without a leap', found.toldForNothing, 0),
      exactly('records disposed of, over all leaps', found.erasures, 0),
      exactly('records of a closed case there at the end', found.besideThere, found.beside),
      atLeast(
        'control, nobody looks at the clock: leaps not told',
        control.leaps - control.leapsTold,
        1,
      ),
      atMost(
        'control, put in order by time: in their order',
        found.inOrderByTime,
        found.commits - 5,
      ),
    ];
  },
};
