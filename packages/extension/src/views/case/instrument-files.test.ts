import { checkInstrument } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { memoryServices } from '../../testing/memory-services.js';
import { heldInstruments, loadInstrument, removeInstrument } from './instrument-files.js';

const file = (over: object = {}) =>
  JSON.stringify({
    id: 'club',
    title: 'Club',
    version: '1.0.0',
    status: 'professional-judgement',
    source: 'Judgement',
    items: [{ id: 'one', prompt: 'One', bears: 'concern', source: 'Judgement' }],
    bands: [],
    ...over,
  });
const codesOf = (result: { readonly issues: readonly { readonly code: string }[] }) =>
  result.issues.map(({ code }) => code);

it('keeps every version, uses the latest, and finds the one that an assessment was made by', async () => {
  const { work } = await memoryServices({});
  for (const version of ['1.10.0', '1.2.0']) await loadInstrument(work, file({ version }));
  const held = await heldInstruments(work);
  expect(held.inUse.get('club')?.version).toBe('1.10.0');
  expect(held.loaded.map(({ version }) => version)).toEqual(['1.10.0', '1.2.0']);
  expect(held.exact('club', '1.2.0')?.title).toBe('Club');
  expect(held.exact('club', '3.0.0')).toBeUndefined();
  await removeInstrument(work, { id: 'club', version: '1.10.0' });
  expect((await heldInstruments(work)).inUse.get('club')?.version).toBe('1.2.0');
});

it('refuses another file of the same version, one that stands for a shipped one, and what is none', async () => {
  const { work } = await memoryServices({});
  expect((await loadInstrument(work, file())).ok).toBe(true);
  expect((await loadInstrument(work, file())).ok).toBe(true);
  expect((await heldInstruments(work)).loaded).toHaveLength(1);
  for (const text of [file({ title: 'Other' }), file({ id: 'impact-scale' }), '{'])
    expect(codesOf(await loadInstrument(work, text))).toEqual(['instrument-invalid']);
  const wrong = await loadInstrument(work, file({ status: 'official' }));
  expect(wrong.issues[0]?.at).toMatch(/^line 1, column/);
});

it('takes those of the policy beside the files, and uses the latest of both', async () => {
  const { work } = await memoryServices({});
  await loadInstrument(work, file({ version: '1.1.0' }));
  const held = await heldInstruments(work, [file(), file({ version: '1.2.0' }), file()]);
  expect(held.given.map(({ version }) => version)).toEqual(['1.0.0', '1.2.0']);
  expect(held.loaded.map(({ version }) => version)).toEqual(['1.1.0']);
  expect(held.inUse.get('club')?.version).toBe('1.2.0');
  for (const version of ['1.0.0', '1.1.0', '1.2.0'])
    expect(held.exact('club', version)?.version).toBe(version);
  expect(held.policyIssues).toEqual([]);
});

it('lists a file once that the policy gives too', async () => {
  const { work } = await memoryServices({});
  await loadInstrument(work, file());
  const held = await heldInstruments(work, [file()]);
  expect([held.given.length, held.loaded.length]).toEqual([1, 0]);
});

it('keeps reading by the file that was loaded when the policy gives another of its version', async () => {
  const { work } = await memoryServices({});
  await loadInstrument(work, file());
  const held = await heldInstruments(work, [file({ title: 'Other' })]);
  expect(held.exact('club', '1.0.0')?.title).toBe('Club');
  expect(held.given).toEqual([]);
  expect(held.policyIssues.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Another file of “Other” version 1\.0\.0 is loaded/),
  ]);
});

it('refuses of the policy what it refuses of a file, and a file that differs from the policy', async () => {
  const { work } = await memoryServices({});
  const policy = ['{', file({ id: 'impact-scale' }), file(), file({ title: 'Other' })];
  const held = await heldInstruments(work, policy);
  expect(held.policyIssues.map(({ code }) => code)).toEqual(Array(3).fill('instrument-invalid'));
  expect(held.given.map(({ title }) => title)).toEqual(['Club']);
  expect(codesOf(await loadInstrument(work, file({ title: 'Other' }), [file()]))).toEqual([
    'instrument-invalid',
  ]);
  expect((await heldInstruments(work)).loaded).toEqual([]);
});

it('uses those of packs in place of any other of their id, and reads by every version that was held', async () => {
  const { work } = await memoryServices({});
  const of = (over: object = {}) => {
    const checked = checkInstrument(file(over));
    if (!checked.ok) throw new Error('no instrument');
    return checked.value;
  };
  await loadInstrument(work, file({ version: '3.0.0' }));
  const [now, before] = [of({ version: '2.0.0' }), of({ version: '1.5.0' })];
  const held = await heldInstruments(work, [], { inForce: [now], ever: [before, now] });
  expect(held.inUse.get('club')?.version).toBe('2.0.0');
  expect(held.packed).toEqual([now]);
  for (const version of ['1.5.0', '2.0.0', '3.0.0'])
    expect(held.exact('club', version)?.version).toBe(version);
});

it('reads nothing by one of a pack that says something else under a version that is here', async () => {
  const { work } = await memoryServices({});
  await loadInstrument(work, file());
  const other = checkInstrument(file({ title: 'Another club' }));
  if (!other.ok) throw new Error('no instrument');
  const held = await heldInstruments(work, [], { inForce: [other.value], ever: [other.value] });
  expect(held.packed).toEqual([]);
  expect(held.exact('club', '1.0.0')?.title).toBe('Club');
});
