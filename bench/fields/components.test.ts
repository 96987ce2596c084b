import { expect, it } from 'vitest';
import { isRightState } from './components.ts';

const read = (
  label: string,
  value: string,
  kind: 'control' | 'choice' | 'text' | 'prose' = 'control',
) => ({ label, value, kind, method: 'label-for' as const });

it('takes the state of a control for right when each value was read, and nothing beside it', () => {
  expect(
    isRightState({ values: ['Email', 'Post'] }, [
      read('', 'Post', 'choice'),
      read('', 'Email', 'choice'),
    ]),
  ).toBe(true);
  expect(isRightState({ values: ['Email'] }, [])).toBe(false);
  expect(isRightState({ values: [] }, [read('Name', 'Sarah')])).toBe(false);
  expect(isRightState({ values: [] }, [read('Hint', 'text', 'text')])).toBe(true);
});

it('reads a date in any notation, its parts beside it, and a choice that says yes by its label', () => {
  const parts = { ...read('Day', '31'), partOf: 'f0-1' };
  expect(isRightState({ values: ['31 3 1980'] }, [read('Born', '31/3/1980'), parts])).toBe(true);
  expect(isRightState({ values: ['Email'] }, [read('Email', 'Yes', 'choice')])).toBe(true);
});

it('lets the first option of a list that nobody chose be read or not', () => {
  const state = { values: [], byDefault: 'Choose' };
  expect(isRightState(state, [read('Sort by', 'Choose', 'choice')])).toBe(true);
  expect(isRightState(state, [])).toBe(true);
  expect(isRightState(state, [read('Sort by', 'One', 'choice')])).toBe(false);
});

it('tells long text in a box from the prose of the page', () => {
  const inBox = read('More detail', 'A long story', 'prose');
  expect(isRightState({ values: ['A long story'] }, [inBox])).toBe(true);
  expect(isRightState({ values: [] }, [{ ...inBox, method: 'adjacent' }])).toBe(true);
});
