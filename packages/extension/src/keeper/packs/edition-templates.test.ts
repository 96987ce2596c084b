/** Templates of the plugins of an edition: they ship, packs stand over them, and a recall ends them. */
import { beforeEach, expect, it, vi } from 'vitest';
import { type MemoryWork, memoryWork } from '../../testing/memory-work.js';
import { day, signedPack, testIssuer, written } from '../../testing/packs-under-test.js';
import { browserHost } from '../host.js';
import { NO_POLICY } from '../policy.js';
import { packsInHand } from './packs-in-hand.js';

const markdown = (id: string) =>
  `---\nid: ${id}\ntitle: Our letter\nmarking: OFFICIAL-SENSITIVE\nneeds: [subject]\n---\n\nDear :value[subject.name]\n`;

vi.mock('../../edition-templates.json', () => ({
  default: ['case-summary', 'our-letter'].map((id) => ({
    plugin: '@north/plugin',
    definition: {
      kind: 'template',
      id,
      version: '1.2.0',
      title: 'Our letter',
      standing: 'proposed',
      source: 'Working paper 7',
      checkedOn: '2026-11-20',
      value: {
        markdown: `---\nid: ${id}\ntitle: Our letter\nmarking: OFFICIAL-SENSITIVE\nneeds: [subject]\n---\n\nDear :value[subject.name]\n`,
      },
    },
  })),
}));

const FORCE = await testIssuer('Wendingshire cyber unit');
let work: MemoryWork;
beforeEach(() => {
  work = memoryWork();
});

function hand(policy = async () => NO_POLICY) {
  const clock = {
    today: () => day('2026-12-01'),
    now: () => browserHost(() => new Date('2026-12-01T12:00:00Z')).clock.now(),
  };
  return packsInHand({ work, host: { digest: browserHost().digest, clock }, policy });
}

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

it('give way to a pack, and to a recall by policy', async () => {
  const letter = written('template', 'our-letter', { markdown: markdown('our-letter') });
  const text = await signedPack(FORCE, [letter]);
  const packs = {
    isOnly: false,
    issuers: [],
    files: [],
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
  const desk = await hand().desk();
  const preview = await desk.preview(text, { rank: 'force' });
  expect(preview.ok && (await desk.take(text, { rank: 'force' }, preview.value.shown)).ok).toBe(
    true,
  );
  const given = (await hand(async () => ({ ...NO_POLICY, packs })).policy()).given;
  expect(given?.templates?.inForce).toMatchObject([
    { id: 'our-letter', issuer: { name: 'Wendingshire cyber unit' } },
  ]);
  expect(given?.templates?.recalled).toEqual([]);
});
