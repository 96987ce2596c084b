/** Tests of the judge of filling: whose box a value went to. */
import { expect, it } from 'vitest';
import type { FillRow } from '../../../packages/core/src/fill/index.ts';
import { type FilledBox, scoreFill } from './score-fill.ts';
import type { TruthValue } from './truth-values.ts';

const target = (selector: string) => ({
  frame: [],
  selector,
  tag: 'input',
  type: 'text',
  name: '',
});
const box = (selector: string, text: string): FilledBox => ({
  target: target(selector),
  label: selector,
  text,
  isShown: true,
});

function value(name: string, text: string, meaning: TruthValue['meaning']): TruthValue {
  const path = name === 'phone' ? 'subject.phones[]' : 'subject.name';
  const given = { id: path, path, text, sensitivity: 'personal' } as const;
  return { name, meaning, value: given, alternatives: [text] };
}

function row(of: TruthValue, selectors: readonly string[], texts: readonly string[]): FillRow {
  const steps = selectors.map((selector, nth) => ({
    id: `${of.value.id}/${nth}`,
    target: target(selector),
    act: { kind: 'type' as const, text: texts[nth] ?? '' },
    before: { value: '', isTicked: false },
  }));
  const { id, text } = of.value;
  return { id, value: of.value, state: 'can', text, steps, start: 'type' };
}

const NAME = value('subjectName', 'Tamsin Vael', 'name');

const countsOf = (
  rows: readonly FillRow[],
  values: readonly TruthValue[],
  boxes: readonly FilledBox[],
) => {
  const { asked, typed, right, wrong, unjudged } = scoreFill({ rows }, values, boxes);
  return { asked, typed, right, wrong, unjudged };
};

it('is right in a box that held the value, however it was written', () => {
  const boxes = [box('#a', 'VAEL, Tamsin')];
  expect(countsOf([row(NAME, ['#a'], ['Tamsin Vael'])], [NAME], boxes)).toEqual({
    asked: 1,
    typed: 1,
    right: 1,
    wrong: 0,
    unjudged: 0,
  });
});

it('is wrong in a box that held another value, and open in one that held none', () => {
  const boxes = [box('#a', 'Tamsin Vael'), box('#b', 'Dawn Vael'), box('#c', '')];
  const typedIn = (selector: string) =>
    countsOf([row(NAME, [selector], ['Tamsin Vael'])], [NAME], boxes);
  expect(typedIn('#b')).toMatchObject({ right: 0, wrong: 1, unjudged: 0 });
  expect(typedIn('#c')).toMatchObject({ right: 0, wrong: 0, unjudged: 1 });
});

it('is no more right in a narrative that tells the value than in any other box', () => {
  const story = `Tamsin Vael was seen with two friends. ${'They had been there before. '.repeat(9)}`;
  expect(countsOf([row(NAME, ['#a'], ['Tamsin Vael'])], [NAME], [box('#a', story)])).toMatchObject({
    right: 0,
    wrong: 1,
  });
});

it('compares a date in three boxes part by part', () => {
  const born: TruthValue = {
    ...value('dob', '4 March 2010', 'date'),
    alternatives: ['2010-03-04'],
  };
  const typed = row(born, ['#d', '#m', '#y'], ['4', '3', '2010']);
  const [d, m, y] = [box('#d', '04'), box('#m', '03'), box('#y', '2010')];
  expect(countsOf([typed], [born], [d, m, y])).toMatchObject({ right: 1, wrong: 0 });
  expect(countsOf([typed], [born], [{ ...d, text: '5' }, m, y])).toMatchObject({ wrong: 1 });
});

it('names what a box held and nobody typed, with the reason', () => {
  const { left, asked } = scoreFill({ rows: [] }, [NAME], [box('#a', 'Tamsin Vael')]);
  expect(asked).toBe(1);
  expect(left).toEqual(['subject.name: Tamsin Vael in #a (none)']);
});
