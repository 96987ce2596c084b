import { expect, it } from 'vitest';
import { givenHandling, givenIssues } from './given-handling.js';

const WHOLE = {
  handlingCode: 'C',
  handlingAction: 'A1',
  handlingSanitisation: 'S1',
  handlingInstructions: 'Ask first',
};
const asked = (input: object) => givenIssues(input).map(({ at }) => at);

it('asks for the code first, for every condition under C, and for none under P', () => {
  expect(asked({ handlingAction: 'A1' })).toEqual(['handlingCode']);
  expect(givenIssues({ handlingInstructions: 'Ask first' })).toMatchObject([
    { at: 'handlingCode', message: 'Select the handling code' },
  ]);
  expect(asked({ handlingCode: 'C' })).toEqual([
    'handlingAction',
    'handlingSanitisation',
    'handlingInstructions',
  ]);
  for (const name of ['handlingAction', 'handlingSanitisation', 'handlingInstructions'])
    expect(asked({ ...WHOLE, [name]: ' ' })).toEqual([name]);
  expect(asked({ ...WHOLE, handlingCode: 'P' })).toEqual(['handlingCode']);
  expect(asked({ handlingCode: 'P' })).toEqual([]);
  expect(asked(WHOLE)).toEqual([]);
});

it('asks nothing of conditions in words, and holds nothing of an empty answer', () => {
  const words = { conditions: ' Not to the family ', packageReference: ' ', handlingCode: '' };
  expect(asked(words)).toEqual([]);
  expect(givenHandling(words)).toEqual({ conditions: 'Not to the family' });
  expect(givenHandling({ ...WHOLE, packageReference: ' NP/1 ' })).toEqual({
    packageReference: 'NP/1',
    handling: WHOLE,
  });
});
