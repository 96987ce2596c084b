import { expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/shipped.js';
import { gatherInstruments } from '../risk/shipped.js';
import { DEFINITION_KINDS, entriesOfDefinition } from './definition-kinds.js';
import { shippedDefinitions } from './shipped-definitions.js';

const shipped = shippedDefinitions();

it('calls nothing that ships official, and names a source and a day for each', () => {
  expect(shipped.length).toBeGreaterThan(80);
  for (const { standing, source, checkedOn } of shipped) {
    expect(standing).not.toBe('official');
    expect(source).not.toBe('');
    expect(checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

it('says official in none of their words but to deny it', () => {
  const said = shipped.flatMap(({ kind, id, title, source, value }) =>
    // The marking is in capitals.
    [...JSON.stringify([title, source, value]).matchAll(/.{0,20}\b[Oo]fficial\b.{0,12}/g)].map(
      ([words]) => `${kind}/${id}: ${words}`,
    ),
  );
  // A term of Article 10 of the UK GDPR.
  const isSound = (words: string) =>
    /\b(not (an )?|none is )official|official.authority/i.test(words);
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter((words) => !isSound(words))).toEqual([]);
});

it('has a definition of every kind but those that only others make, each with entries', () => {
  const kinds = new Set(shipped.map(({ kind }) => kind));
  const own = Object.keys(DEFINITION_KINDS).filter((kind) => !kinds.has(kind as never));
  expect(own).toEqual(['adapter', 'letterhead', 'postcode-area']);
  for (const { kind, id, value } of shipped)
    expect([id, entriesOfDefinition(kind, value).size > 0]).toEqual([id, true]);
});

it('has every code list and every instrument', () => {
  const ids = (kind: string) => shipped.filter((each) => each.kind === kind).map(({ id }) => id);
  expect(ids('code-list')).toEqual([...gatherCodeLists().keys()]);
  expect(ids('instrument')).toEqual([...gatherInstruments().keys()]);
});
