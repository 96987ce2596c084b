import { expect, it } from 'vitest';
import { PERSON_FACTS } from './label-dictionary.js';
import dictionary from './label-dictionary.json' with { type: 'json' };

it('names exactly the facts that the data has words for', () => {
  expect([...PERSON_FACTS].sort()).toEqual(Object.keys(dictionary.facts).sort());
});
