import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeAnswers } from './answers-meanwhile.js';

describe('answers that were saved in two windows', () => {
  it('meet question by question: what was typed stays, what was answered there comes in', () => {
    expect(
      mergeAnswers({
        mine: { interests: 'Games', help: 'Mine', school: 'Oak' },
        before: { interests: 'Games', help: '', school: 'Oak' },
        now: { interests: 'Games and music', help: 'Theirs', school: 'Oak' },
      }),
    ).toEqual({
      answers: { interests: 'Games and music', help: 'Mine', school: 'Oak' },
      others: { help: 'Theirs' },
    });
  });

  it('takes out what was taken away there, and says so where it was changed here', () => {
    expect(
      mergeAnswers({ mine: { a: 'x', b: 'mine' }, before: { a: 'x', b: 'y' }, now: {} }),
    ).toEqual({
      answers: { a: '', b: 'mine' },
      others: { b: '' },
    });
  });

  it('loses no word of either, whatever was typed where', () => {
    const words = fc.constantFrom('', 'one', 'two', 'three');
    const answers = fc.record({ a: words, b: words, c: words });
    fc.assert(
      fc.property(answers, answers, answers, (mine, before, now) => {
        const met = mergeAnswers({ mine, before, now });
        if (!met) expect(now).toEqual(before);
        else
          for (const code of ['a', 'b', 'c'] as const) {
            const shown = [met.answers[code], met.others[code]];
            if (mine[code] !== before[code]) expect(met.answers[code]).toBe(mine[code]);
            if (now[code] !== before[code]) expect(shown).toContain(now[code]);
          }
      }),
    );
  });
});
