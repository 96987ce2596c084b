import { expect, it } from 'vitest';
import { isFieldPath } from './field-path.js';
import { labelWords } from './fold-label.js';
import { PERSON_FACTS } from './label-dictionary.js';
import dictionary from './label-dictionary.json' with { type: 'json' };
import vocabulary from './label-vocabulary.json' with { type: 'json' };

it('names exactly the facts that the data has words for', () => {
  expect([...PERSON_FACTS].sort()).toEqual(Object.keys(dictionary.facts).sort());
});

it('says one thing of each phrase, in the dictionary and the vocabulary together', () => {
  const said = new Map<string, string>();
  const clashes: string[] = [];
  for (const source of [dictionary, vocabulary])
    for (const [key, labels] of [...Object.entries(source.paths), ...Object.entries(source.facts)])
      for (const words of new Set(labels.map(labelWords))) {
        const before = said.get(words);
        if (before !== undefined && before !== key) clashes.push(`${words}: ${before} and ${key}`);
        said.set(words, key);
      }
  expect(clashes).toEqual([]);
});

it('has one owner for each phrase, in the dictionary and the vocabulary together', () => {
  const owners = new Map<string, string>();
  const clashes: string[] = [];
  for (const source of [dictionary, vocabulary])
    for (const [owner, labels] of Object.entries(source.owners))
      for (const words of new Set(labels.map(labelWords))) {
        const before = owners.get(words);
        if (before !== undefined && before !== owner)
          clashes.push(`${words}: ${before} and ${owner}`);
        owners.set(words, owner);
      }
  expect(clashes).toEqual([]);
});

it('names only paths, facts and owners that there are, in the vocabulary', () => {
  expect(Object.keys(vocabulary.paths).filter((path) => !isFieldPath(path))).toEqual([]);
  const facts: readonly string[] = PERSON_FACTS;
  expect(Object.keys(vocabulary.facts).filter((fact) => !facts.includes(fact))).toEqual([]);
  expect(Object.keys(vocabulary.owners).filter((owner) => !(owner in dictionary.owners))).toEqual(
    [],
  );
});
