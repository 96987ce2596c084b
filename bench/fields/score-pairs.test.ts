import { describe, expect, it } from 'vitest';
import type { PageTruth } from './saved-pages.ts';
import { scorePairs } from './score-pairs.ts';

const TRUTH: PageTruth = {
  url: 'http://rms.example/1',
  labels: {
    Name: 'Harper Invented',
    Address: ['6 Storybook Close', 'Tale End'],
    'Date of birth': '3 April 2009',
  },
  distractors: [{ value: '01632 960380' }],
};

const pair = (label: string, value: string, visible = true) => ({ label, value, visible });

const ALL = [
  pair('Name:', 'Harper  Invented'),
  pair('address', '6 Storybook Close'),
  pair('Address', 'Tale End'),
  pair('Date of birth', '3 April 2009'),
];

/** Every permutation of a few items. */
function orders<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return [[...all]];
  return all.flatMap((first, at) =>
    orders(all.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
  );
}

describe('pairs held against the truth', () => {
  it('are all found when all were read, in whatever order', () => {
    for (const order of orders(ALL)) {
      const { wanted, found, read, right, conflicts, missed } = scorePairs(TRUTH, order);
      expect({ wanted, found, read, right, conflicts, missed }).toEqual({
        wanted: 4,
        found: 4,
        read: 4,
        right: 4,
        conflicts: 0,
        missed: [],
      });
    }
  });

  it('lose one found for each that is left out, and name it', () => {
    ALL.forEach((_, left) => {
      const score = scorePairs(
        TRUTH,
        ALL.filter((_each, nth) => nth !== left),
      );
      expect(score.found).toBe(3);
      expect(score.missed).toHaveLength(1);
      expect(score.right).toBe(score.read);
    });
  });

  it('find a list by one value that holds all of it, and by no part that stands elsewhere', () => {
    const [name, , , born] = ALL as [
      (typeof ALL)[0],
      (typeof ALL)[0],
      (typeof ALL)[0],
      (typeof ALL)[0],
    ];
    const whole = [name, pair('Address', '6 Storybook Close\nTale End'), born];
    expect(scorePairs(TRUTH, whole)).toMatchObject({ found: 4, read: 3, right: 3, conflicts: 0 });
    const turned = [name, pair('Address', 'Tale End, 6 Storybook Close'), born];
    expect(scorePairs(TRUTH, turned)).toMatchObject({ found: 2, right: 2, conflicts: 1 });
  });

  it('count a repeat of a right one neither for nor against, and a stranger against precision alone', () => {
    const repeated = scorePairs(TRUTH, [...ALL, pair('Name', 'Harper Invented', false)]);
    expect(repeated).toMatchObject({ found: 4, read: 4, right: 4 });
    const strange = scorePairs(TRUTH, [...ALL, pair('Status', 'open')]);
    expect(strange).toMatchObject({ found: 4, read: 5, right: 4, conflicts: 0 });
  });

  it('clash when a label of the record has another value, or a value is a distractor, on screen alone', () => {
    const wrong = scorePairs(TRUTH, [...ALL, pair('Name', 'Gwen Invented')]);
    expect(wrong).toMatchObject({ conflicts: 1, clashing: ['name: Gwen Invented'] });
    expect(scorePairs(TRUTH, [...ALL, pair('Name', 'Gwen Invented', false)]).conflicts).toBe(0);
    expect(scorePairs(TRUTH, [...ALL, pair('Switchboard', '01632 960380')]).conflicts).toBe(1);
  });

  it('take what is on screen before what is not, so that a hidden form does not use up the record', () => {
    const hidden = pair('Name', 'Harper Invented', false);
    const seen = pair('Name', 'Harper Invented');
    expect(scorePairs(TRUTH, [hidden, seen])).toMatchObject({ found: 1, read: 1, visible: 1 });
  });

  it('are not strictly judged on a page whose truth lists no label, and may clash there', () => {
    const bare: PageTruth = { url: '', distractors: [{ value: 'x' }] };
    expect(scorePairs(bare, [pair('Status', 'open'), pair('Ref', 'x')])).toMatchObject({
      wanted: 0,
      read: 0,
      right: 0,
      visible: 2,
      conflicts: 1,
    });
  });

  it('are none where there is no value', () => {
    expect(scorePairs(TRUTH, [pair('Name', ' ')])).toMatchObject({ read: 0, visible: 0 });
  });
});
