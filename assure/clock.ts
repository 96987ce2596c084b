/** The computer's clock leaps up to two years either way between saves: the order is that of the sequence all the same. */
import { fromSource } from './from-source.ts';
import { atLeast, atMost, exactly, type Measure } from './measure.ts';

const COMMITS = { full: 400, quick: 40 };

export const clock: Measure = {
  name: 'clock',
  what: 'the clock leaps up to two years either way between saves',
  async run({ isQuick }) {
    const { leapingClock } =
      await fromSource<typeof import('./inside/clock.ts')>('inside/clock.ts');
    const found = await leapingClock(isQuick ? COMMITS.quick : COMMITS.full);
    return [
      atLeast('times that the clock went back', found.wentBack, 5),
      exactly('saves in their order in the history', found.historyInOrder, found.commits),
      exactly('saves in their order in the audit', found.auditInOrder, found.commits),
      exactly('what stands is the last save', found.stands, found.wanted),
      atMost(
        'control, put in order by time: in their order',
        found.inOrderByTime,
        found.commits - 5,
      ),
    ];
  },
};
