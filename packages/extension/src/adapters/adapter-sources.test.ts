import { type Adapter, defineAdapter } from '@cyber-prevent/core';
import { adapterFile } from '@cyber-prevent/core/teach';
import { expect, it } from 'vitest';
import { gatherAdapters } from './adapter-sources.js';

const adapter = (id: string, version = '1.0.0'): Adapter =>
  defineAdapter({
    id,
    title: `The screen ${id}`,
    version,
    owner: 'A force',
    engine: '>=0.0.1',
    match: { anchors: [{ label: 'Ref No' }] },
    screens: [{ fields: { 'subject.name': [{ label: 'Who' }] } }],
    fixtures: [],
  });
const text = (...of: Parameters<typeof adapter>): string => JSON.stringify(adapter(...of));
const ids = (adapters: readonly Adapter[]) => adapters.map(({ id, version }) => `${id} ${version}`);

it('gathers what ships, what the policy hands out and what the officer loaded', () => {
  const { listed, inUse, issues } = gatherAdapters({
    shipped: [adapter('a/shipped')],
    managed: { adapters: [text('b/policy')] },
    files: [text('c/file')],
  });
  expect(listed.map(({ from, adapter: { id } }) => `${from} ${id}`)).toEqual([
    'shipped a/shipped',
    'policy b/policy',
    'file c/file',
  ]);
  expect(ids(inUse)).toEqual(['a/shipped 1.0.0', 'b/policy 1.0.0', 'c/file 1.0.0']);
  expect(issues).toEqual([]);
});

it('gathers those of definition packs beside them, and uses the newest version of each', () => {
  const { listed, inUse } = gatherAdapters({
    shipped: [adapter('a/one')],
    packed: [adapter('a/one', '1.1.0'), adapter('b/two')],
    managed: { adapters: [text('b/two', '2.0.0')] },
    files: [],
  });
  expect(listed.map(({ from, isInUse }) => [from, isInUse])).toEqual([
    ['shipped', false],
    ['pack', true],
    ['pack', false],
    ['policy', true],
  ]);
  expect(ids(inUse)).toEqual(['a/one 1.1.0', 'b/two 2.0.0']);
});

it('takes an adapter from the policy as it was exported, with its recorded pages', () => {
  const exported = adapterFile(adapter('b/exported'), []);
  const { inUse, issues } = gatherAdapters({
    shipped: [],
    managed: { adapters: [exported] },
    files: [],
  });
  expect(ids(inUse)).toEqual(['b/exported 1.0.0']);
  expect(issues).toEqual([]);
});

it('names what is wrong with an exported file of another form', () => {
  const later = adapterFile(adapter('b/exported'), []).replace('"version":1', '"version":2');
  const { inUse, issues } = gatherAdapters({
    shipped: [],
    managed: { adapters: [later] },
    files: [],
  });
  expect(inUse).toEqual([]);
  expect(issues.map(({ code }) => code)).toEqual(['adapter-file-version']);
});

it('names a fault in an exported file by its line, and takes no key that hides another', () => {
  const exported = adapterFile(adapter('b/exported'), []);
  const issuesOf = (file: string) =>
    gatherAdapters({ shipped: [], managed: { adapters: [file] }, files: [] }).issues;
  const [misspelt] = issuesOf(exported.replace('"subject.name"', '"subject.nme"'));
  expect(misspelt?.at).toMatch(/^line \d\d?, column \d+$/);
  const [twice] = issuesOf(exported.replace('"adapter":', '"adapter": {}, "adapter":'));
  expect(twice?.message).toContain('The same key is here twice');
});

it('uses the newest of one id', () => {
  const shipped = [adapter('a/b', '1.1.0')];
  expect(
    ids(gatherAdapters({ shipped, managed: {}, files: [text('a/b', '1.2.0')] }).inUse),
  ).toEqual(['a/b 1.2.0']);
  expect(
    ids(gatherAdapters({ shipped, managed: {}, files: [text('a/b', '1.0.0')] }).inUse),
  ).toEqual(['a/b 1.1.0']);
});

it('leaves out what the policy switched off, wherever it came from, and says so', () => {
  const { listed, inUse } = gatherAdapters({
    shipped: [adapter('a/b', '1.1.0')],
    managed: { adaptersOff: [{ id: 'a/b', versions: '<1.2' }] },
    files: [text('a/b', '1.1.5'), text('a/c')],
  });
  expect(ids(inUse)).toEqual(['a/c 1.0.0']);
  expect(listed.map(({ isOff }) => isOff)).toEqual([true, true, false]);
});

it.each([undefined, 'x', [], { adapters: 'x', adaptersOff: [{ id: 'a/b' }, 7] }])(
  'takes no policy that is none: %o',
  (managed) => {
    const shipped = [adapter('a/b')];
    expect(gatherAdapters({ shipped, managed, files: [] })).toMatchObject({
      inUse: shipped,
      issues: [],
    });
  },
);

it('says what is wrong in the policy by line, and uses the rest', () => {
  const wrong = text('a/wrong').replace('"subject.name"', '\n"subject.nme"');
  const { inUse, issues } = gatherAdapters({
    shipped: [],
    managed: { adapters: [wrong, 7, text('a/right')] },
    files: [],
  });
  expect(ids(inUse)).toEqual(['a/right 1.0.0']);
  expect(issues.map(({ at }) => at)).toEqual(['line 2, column 1', 'line 1, column 1']);
});
