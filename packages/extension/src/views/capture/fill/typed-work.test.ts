import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FillWork, NO_WORK } from './fill-work.js';
import { givenAway, noteLeft, noteTyped, standingLabels } from './typed-work.js';

const PAGE = { system: 'Redmine', url: 'https://redmine.example.org/issues/7' };
const OTHER = { system: 'Trac', url: 'https://trac.example.org/ticket/3' };

it('counts what was being typed when typing was cut short', () => {
  const { typed } = noteTyped(NO_WORK, PAGE, ['Place'], ['What happened']);
  expect(typed && standingLabels(typed)).toEqual(['Place', 'What happened']);
  const whole = noteTyped(NO_WORK, PAGE, ['Place']).typed;
  expect(whole && standingLabels(whole)).toEqual(['Place']);
});

it('keeps nothing of a form in which nothing stands', () => {
  expect(noteTyped(NO_WORK, PAGE, [])).toEqual(NO_WORK);
  expect(noteLeft(NO_WORK, PAGE, [])).toEqual(NO_WORK);
});

it('names what the officer sent with what the page had sent of it, and other pages apart', () => {
  const work = noteLeft(noteLeft(NO_WORK, OTHER, ['Place']), PAGE, ['Place']);
  expect(givenAway(work, { ...PAGE, labels: ['What happened'] })).toEqual([
    { ...OTHER, labels: ['Place'] },
    { ...PAGE, labels: ['What happened', 'Place'] },
  ]);
});

const label = fc.constantFrom('Place', 'Outcome', 'What happened', 'Name');
const page = fc.constantFrom(PAGE, OTHER);
const act = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), page, labels: fc.array(label) }),
  fc.record({ kind: fc.constant('leave' as const), page, labels: fc.array(label) }),
  fc.record({ kind: fc.constant('undo' as const), page, labels: fc.constant([]) }),
);

it('what left a page is given away, whatever is typed, put back or said of it since', () => {
  fc.assert(
    fc.property(fc.array(act), fc.boolean(), (acts, isSent) => {
      let work: FillWork = NO_WORK;
      const left = new Map<string, Set<string>>();
      for (const { kind, page: at, labels } of acts) {
        if (kind !== 'leave') work = noteTyped(work, at, labels);
        else {
          work = noteLeft(work, at, labels);
          for (const each of labels) left.set(at.url, (left.get(at.url) ?? new Set()).add(each));
        }
      }
      const sent = isSent ? { ...PAGE, labels: ['Name'] } : undefined;
      const given = new Map(givenAway(work, sent).map(({ url, labels }) => [url, labels]));
      if (isSent) left.set(PAGE.url, (left.get(PAGE.url) ?? new Set()).add('Name'));
      expect([...given.keys()].sort()).toEqual([...left.keys()].sort());
      for (const [url, labels] of left)
        expect([...(given.get(url) ?? [])].sort()).toEqual([...labels].sort());
    }),
  );
});
