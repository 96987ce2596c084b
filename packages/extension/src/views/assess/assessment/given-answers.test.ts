import { gatherInstruments } from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  answeredRest,
  answerTo,
  keptAnswers,
  mergedAnswers,
  openItems,
  withAnswer,
} from './given-answers.js';

const demo = gatherInstruments().get('demo-screen');
if (!demo) throw new Error('no demo');

it('keeps answers in the order of the instrument, and an item with a comment alone as not asked', () => {
  const given = [
    { item: 'gain', answer: 'unknown', comment: '  ' },
    { item: 'tools', answer: '', comment: 'Ask his aunt.' },
    { item: 'forums', answer: '' },
  ];
  expect(keptAnswers(demo, given)).toEqual([
    { item: 'tools', answer: 'not-asked', comment: 'Ask his aunt.' },
    { item: 'gain', answer: 'unknown' },
  ]);
});

it('answers one item anew and leaves the rest', () => {
  const before = [{ item: 'tools', answer: 'absent' }];
  expect(withAnswer(before, { item: 'tools', answer: 'present' })).toEqual([
    { item: 'tools', answer: 'present' },
  ]);
  expect(withAnswer(before, { item: 'gain', answer: 'present' })).toHaveLength(2);
});

it('puts two windows together item by item, and names what both changed', () => {
  const answer = (item: string, of: string) => ({ item, answer: of });
  const was = [answer('tools', 'absent'), answer('gain', 'absent'), answer('forums', 'absent')];
  const is = [answer('tools', 'partly'), answer('gain', 'present'), answer('forums', 'absent')];
  const typed = [answer('tools', 'present'), answer('gain', 'absent'), answer('forums', 'partly')];
  expect(mergedAnswers(was, is, typed)).toEqual({
    answers: [answer('tools', 'present'), answer('gain', 'present'), answer('forums', 'partly')],
    clashes: ['tools'],
  });
});

it('answers the rest with not known, and changes no answer and no comment that was given', () => {
  const given = fc.uniqueArray(
    fc.record({
      item: fc.constantFrom(...demo.items.map(({ id }) => id)),
      answer: fc.constantFrom('present', 'absent', 'not-asked', 'unknown', ''),
      comment: fc.constantFrom('', 'Said so herself.'),
    }),
    { selector: ({ item }) => item },
  );
  fc.assert(
    fc.property(given, (before) => {
      const after = answeredRest(demo, before);
      expect(openItems(demo, after)).toEqual([]);
      for (const { id } of demo.items) {
        const was = answerTo(before, id);
        expect(answerTo(after, id)).toMatchObject({
          answer: was?.answer || 'unknown',
          ...(was ? { comment: was.comment } : {}),
        });
      }
    }),
  );
});
