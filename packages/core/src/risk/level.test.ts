import { describe, expect, it } from 'vitest';
import { HANDMADE } from '../testing/instrument-under-test.js';
import { applicability, levelOf } from './level.js';
import { score } from './score.js';
import { levelMoves, sensitivity } from './sensitivity.js';

const AGE = { age: 15 };
const done = { access: 'partly', forums: 'weekly', adult: 'absent', hurt: 'absent' };

describe('levelOf', () => {
  // Points by hand: access counts twice (4, 2, 0), forums 4, 2, 0, the adult -2, -1, 0; medium from 3, high from 6.
  it.each([
    [done, [4, 4], 'medium'],
    [{ ...done, adult: 'present' }, [2, 2], 'low'],
    [{ ...done, access: 'present' }, [6, 6], 'high'],
    [{ ...done, hurt: 'present' }, [4, 4], 'high'],
    // 0 + 4: medium by points; with nothing done, the rule allows medium at most, which it is.
    [{ ...done, access: 'absent', forums: 'daily' }, [4, 4], 'medium'],
    // A rule that keeps a level up takes precedence over one that keeps it down.
    [{ ...done, access: 'absent', hurt: 'present' }, [2, 2], 'high'],
  ])('comes with %j to what a table written by hand says', (answers, range, level) => {
    expect(levelOf(HANDMADE, answers, AGE)).toMatchObject({ range, level, bands: [level] });
  });

  it('gives no level before enough is answered, though one band alone is within reach', () => {
    const reading = levelOf(HANDMADE, { hurt: 'present' }, AGE);
    expect(reading).toMatchObject({
      bands: ['high'],
      noLevel: 'too-few-answers',
      tooFew: [{ answered: 1, needed: 2 }],
    });
    expect(reading).not.toHaveProperty('level');
    expect(levelOf(HANDMADE, { hurt: 'present', adult: 'partly' }, AGE).level).toBe('high');
  });

  it('does not count unknown and not asked as answered', () => {
    const answers = { hurt: 'present', adult: 'unknown', access: 'not-asked' };
    expect(levelOf(HANDMADE, answers, AGE).noLevel).toBe('too-few-answers');
  });

  it('gives no level to whom it is not for, and says why; an unknown age is not a wrong one', () => {
    expect(levelOf(HANDMADE, done, { age: 18 })).toMatchObject({
      applies: 'no',
      noLevel: 'not-applicable',
      notApplying: [{ fact: 'age', reason: { text: 'Only 10 to 17' } }],
    });
    expect(levelOf(HANDMADE, done)).toMatchObject({
      applies: 'unknown',
      noLevel: 'applicability-unknown',
      bands: ['medium'],
    });
    for (const [age, applies] of [
      [9, 'no'],
      [10, 'yes'],
      [17, 'yes'],
    ] as const)
      expect(applicability(HANDMADE, { age }).applies).toBe(applies);
  });

  it('says which answers are still missing between the levels', () => {
    expect(levelOf(HANDMADE, { access: 'present', adult: 'absent' }, AGE)).toMatchObject({
      range: [4, 8],
      bands: ['medium', 'high'],
      missing: ['forums', 'hurt', 'notes'],
      noLevel: 'answers-missing',
    });
  });

  it('puts strengths beside concerns, leaves out what is absent, and gives its reasons', () => {
    const reading = levelOf(
      HANDMADE,
      { ...done, adult: 'partly', forums: 'never', notes: 'present', hurt: 'present' },
      AGE,
    );
    expect(reading.concerns).toEqual([
      { item: 'access', answer: 'partly' },
      { item: 'hurt', answer: 'present' },
    ]);
    expect(reading.strengths).toEqual([{ item: 'adult', answer: 'partly' }]);
    expect(reading.context).toEqual([{ item: 'notes', answer: 'present' }]);
    expect(reading.reasons).toEqual([
      {
        of: 'rule',
        id: 'hurt',
        reason: { kind: 'law', text: 'Somebody was hurt' },
        isSettled: true,
      },
      { of: 'band', id: 'high', reason: { kind: 'guidance', text: 'Much of it' }, isSettled: true },
    ]);
  });

  it('keeps a rule open while its answer is missing', () => {
    const { hurt: _, ...open } = done;
    expect(score(HANDMADE, open).bands).toEqual(['medium', 'high']);
    expect(levelOf(HANDMADE, open, AGE).reasons).toContainEqual(
      expect.objectContaining({ id: 'hurt', isSettled: false }),
    );
  });
});

describe('levelMoves', () => {
  it('says that if one item were answered, one level could become another', () => {
    const { hurt: _hurt, ...noHurt } = done;
    expect(levelMoves(HANDMADE, noHurt)).toEqual([
      {
        item: 'hurt',
        prompt: 'Somebody was hurt',
        rise: { answer: 'present', from: 'medium', to: 'high' },
        fall: { answer: 'partly', from: 'high', to: 'medium' },
      },
    ]);
    const { forums: _forums, ...noForums } = { ...done, access: 'present' };
    expect(levelMoves(HANDMADE, noForums)).toEqual([
      {
        item: 'forums',
        prompt: 'Forums',
        rise: { answer: 'daily', from: 'medium', to: 'high' },
        fall: { answer: 'never', from: 'high', to: 'medium' },
      },
    ]);
  });

  it('leaves out what could do nothing, and is empty once all is answered', () => {
    expect(levelMoves(HANDMADE, { ...done, notes: 'present' })).toEqual([]);
    expect(sensitivity(HANDMADE, done)).toEqual([{ item: 'notes', bands: 0 }]);
  });
});
