import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PlainDate } from '../shared/primitives.js';
import { CodeList, codeDone, codeInForce, codeLabel, codeList, codesInForce } from './code-list.js';

const day = (text: string) => v.parse(PlainDate, text);
const list = v.parse(CodeList, {
  id: 'colour',
  title: 'Colours',
  status: 'proposed',
  source: 'A test',
  checkedOn: '2026-11-24',
  codes: [
    { code: 'red', label: 'Red' },
    { code: 'blue', label: 'Blue', from: '2026-04-01', to: '2027-03-31' },
    { code: 'blue', label: 'Blue, new', from: '2027-04-01' },
  ],
});
const lists = new Map([[list.id, list]]);

describe('a dated list', () => {
  it.each([
    ['2026-03-31', ['Red']],
    ['2026-04-01', ['Red', 'Blue']],
    ['2027-03-31', ['Red', 'Blue']],
    ['2027-04-01', ['Red', 'Blue, new']],
  ])('offers on %s the codes of that day, first and last day included', (on, labels) => {
    expect(codesInForce(lists, 'colour', day(on)).map(({ label }) => label)).toEqual(labels);
  });

  it('finds the row of a code that may be used on a day', () => {
    expect(codeInForce(lists, 'colour', 'blue', day('2027-04-01'))?.label).toBe('Blue, new');
    expect(codeInForce(lists, 'colour', 'blue', day('2026-03-31'))).toBeUndefined();
    expect(codeInForce(lists, 'shape', 'blue', day('2026-03-31'))).toBeUndefined();
  });

  it('shows a stored code in the words of the day of its record', () => {
    expect(codeLabel(lists, 'colour', 'blue', day('2026-06-01'))).toBe('Blue');
    expect(codeLabel(lists, 'colour', 'blue', day('2027-06-01'))).toBe('Blue, new');
    expect(codeLabel(lists, 'colour', 'blue', day('2020-01-01'))).toBe('Blue');
  });

  it('says what has happened in the words of the day of the record', () => {
    const [red, blue, later] = list.codes;
    if (!red || !blue || !later) throw new Error('no codes');
    const codes = [red, { ...blue, done: 'Blued' }, { ...later, done: 'Blued anew' }];
    const done = new Map([[list.id, { ...list, codes }]]);
    expect(codeDone(done, 'colour', 'blue', day('2026-06-01'))).toBe('Blued');
    expect(codeDone(done, 'colour', 'blue', day('2027-06-01'))).toBe('Blued anew');
    expect(codeDone(done, 'colour', 'red', day('2027-06-01'))).toBe('Red');
  });

  it('shows a stored code on any day, and one it does not know as it is', () => {
    expect(codeLabel(lists, 'colour', 'red')).toBe('Red');
    expect(codeLabel(lists, 'colour', 'toString')).toBe('toString');
    expect(codeLabel(lists, 'shape', 'red')).toBe('red');
  });
});

it('takes codes and never words in a field that draws from a list', () => {
  const schema = codeList('colour');
  expect(v.is(schema, 'OFFICIAL-SENSITIVE')).toBe(true);
  for (const text of ['', 'bright red', '-red', '<b>']) expect(v.is(schema, text)).toBe(false);
});
