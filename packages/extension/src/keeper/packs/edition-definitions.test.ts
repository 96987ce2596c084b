/** Definitions of the plugins of an edition: they ship, packs stand over them, and a recall ends them. */
import { beforeEach, expect, it, vi } from 'vitest';
import { type MemoryWork, memoryWork } from '../../testing/memory-work.js';
import { AS_FORCE, hostOn, NO_PACKS, pack, takesInAt } from '../../testing/pack-bench.js';
import { day, written } from '../../testing/packs-under-test.js';
import { NO_POLICY } from '../policy.js';
import { packsInHand } from './packs-in-hand.js';

const { markdown, added } = vi.hoisted(() => {
  const text = (id: string) =>
    `---\nid: ${id}\ntitle: Our letter\nmarking: OFFICIAL-SENSITIVE\nneeds: [subject]\n---\n\nDear :value[subject.name]\n`;
  const head = (title: string) => ({
    version: '1.2.0',
    title,
    standing: 'proposed',
    source: 'Working paper 7',
    checkedOn: '2026-11-20',
  });
  const template = (id: string) => ({
    plugin: '@north/plugin',
    definition: { kind: 'template', id, ...head('Our letter'), value: { markdown: text(id) } },
  });
  const topics = (plugin: string, label: string) => ({
    plugin,
    definition: {
      kind: 'code-list',
      id: 'advice-topic',
      ...head('Topics of advice'),
      value: {
        id: 'advice-topic',
        title: 'Topics of advice',
        status: 'proposed',
        source: 'Working paper 7',
        checkedOn: '2026-11-20',
        codes: [{ code: 'mesh-club', label }],
      },
    },
  });
  return {
    markdown: text,
    added: [
      template('case-summary'),
      template('our-letter'),
      topics('@south/plugin', 'The mesh club'),
      topics('@north/plugin', 'The other mesh club'),
    ],
  };
});
vi.mock('../../edition-definitions.json', () => ({ default: added }));

let work: MemoryWork;
beforeEach(() => {
  work = memoryWork();
});

const hand = (policy = async () => NO_POLICY) =>
  packsInHand({ work, host: hostOn(() => day('2026-12-01')), policy });

it('are in force without any pack, each with its plugin, and in place of the toolkit’s own', async () => {
  const { templates } = (await hand().policy()).given ?? {};
  expect(templates).toMatchObject({
    inForce: [
      { id: 'case-summary', plugin: '@north/plugin', version: '1.2.0' },
      { id: 'our-letter', plugin: '@north/plugin', standing: 'proposed' },
    ],
    recalled: [],
  });
  const { inForce } = await (await hand().desk()).read();
  expect(inForce.filter(({ id }) => id === 'case-summary')).toMatchObject([
    { plugin: '@north/plugin' },
  ]);
});

it('have the words of the later of two plugins that add one list, and its codes to choose from', async () => {
  const { inForce } = await (await hand().desk()).read();
  expect(inForce.filter(({ id }) => id === 'advice-topic')).toMatchObject([
    { plugin: '@north/plugin', standing: 'proposed' },
  ]);
  const packs = hand();
  await packs.refresh();
  expect(packs.lists.get('advice-topic')?.codes.map(({ label }) => label)).toContain(
    'The other mesh club',
  );
});

it('give way to a pack, and to a recall by policy', async () => {
  const letter = written('template', 'our-letter', { markdown: markdown('our-letter') });
  const packs = {
    ...NO_PACKS,
    recalls: [
      {
        kind: 'template',
        id: 'case-summary',
        versions: '*',
        reason: 'It was a draft.',
        recalledOn: day('2026-12-01'),
      },
    ],
  };
  expect(await takesInAt(await hand().desk(), await pack([letter]), AS_FORCE)).toMatchObject({
    ok: true,
  });
  const given = (await hand(async () => ({ ...NO_POLICY, packs })).policy()).given;
  expect(given?.templates?.inForce).toMatchObject([
    { id: 'our-letter', issuer: { name: 'Wendingshire cyber unit' } },
  ]);
  expect(given?.templates?.recalled).toEqual([]);
});
