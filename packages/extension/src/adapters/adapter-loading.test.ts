/** Packs and proofs of adapter files, with a real key and the real steps. */
import type { Adapter, Draft } from '@cyber-prevent/core';
import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import { adapterFile, checkAdapterFile, recordFixture } from '@cyber-prevent/core/teach';
import { expect, it } from 'vitest';
import { type MemoryServices, memoryServices } from '../testing/memory-services.js';

const adapter: Adapter = {
  id: 'north/register',
  title: 'North register',
  version: '1.0.0',
  owner: 'Northmoor Police',
  engine: '>=0.0.1',
  match: { anchors: [{ label: 'Known as' }, { label: 'Our number' }] },
  screens: [
    {
      fields: {
        'subject.name': [{ label: 'Known as' }],
        'referral.reference': [{ label: 'Our number' }],
      },
    },
  ],
  fixtures: [],
};
const page = snapshotOfHtml(
  `<!doctype html><title>Register</title><dl><dt>Known as</dt><dd>Kit Wraxhollow</dd>
  <dt>Our number</dt><dd>ENQ-2291</dd></dl>`,
  { url: 'https://rms.example.org/1' },
);
const recorded = recordFixture(page, adapter, { name: 'register', seed: 1 });
const fixtures = recorded.ok ? [recorded.value.fixture] : [];
const file = adapterFile(adapter, fixtures);

const listedIn = async ({ adapters }: MemoryServices) => (await adapters.list()).listed;

it('runs the recorded pages of a file when it is loaded, and gives the same file out again', async () => {
  expect(fixtures).toHaveLength(1);
  const services = await memoryServices();
  expect(await services.adapters.load(file)).toMatchObject({ ok: true });
  const [listed] = await listedIn(services);
  expect(listed).toMatchObject({
    from: 'file',
    isInUse: true,
    file: { hasFile: true, proved: { isProved: true, message: 'Proved today: 2 of 2 fields.' } },
  });
  expect(listed && (await services.adapters.fileOf(listed))).toBe(file);
  await services.adapters.remove(adapter.id);
  expect(await services.work.keys()).toEqual(['adapters']);
});

it('says of a file whose own page speaks against it that it is not proved', async () => {
  const [fixture] = fixtures;
  if (!fixture) throw new Error('Nothing was recorded');
  const wrong = adapterFile(adapter, [{ ...fixture, fields: { 'subject.name': ['Somebody'] } }]);
  const opened = await (await memoryServices()).adapters.open(wrong);
  expect(opened.ok && opened.value.adapters).toMatchObject([{ isProved: false, pages: 1 }]);
});

it('signs a pack that a colleague loads once its signer is known, and knows them from then on', async () => {
  const services = await memoryServices();
  await services.adapters.load(file);
  const pack = await services.adapters.pack(await listedIn(services), 'North adapters');
  const text = pack.ok ? pack.value : '';
  const own = await services.adapters.open(text);
  expect(own.ok && own.value.by).toMatchObject({ isKnown: true, title: 'North adapters' });

  const colleague = await memoryServices();
  const opened = await colleague.adapters.open(text);
  if (!opened.ok) throw new Error(opened.issues.map(({ message }) => message).join(' '));
  const { card } = await services.vault.colleagueCard();
  const fingerprint = (await services.host.digest(card.signingKey)).match(/.{1,4}/g);
  expect(opened.value.by).toMatchObject({ isKnown: false, name: card.name, fingerprint });
  expect(await listedIn(colleague)).toEqual([]);
  expect(await colleague.adapters.take(opened.value)).toMatchObject({ ok: true });
  const [listed] = await listedIn(colleague);
  expect(listed).toMatchObject({ file: { by: { name: card.name }, hasFile: true } });
  const given = listed ? checkAdapterFile(await colleague.adapters.fileOf(listed)) : undefined;
  expect(given?.ok && given.value.fixtures).toHaveLength(1);
  const again = await colleague.adapters.open(text);
  expect(again.ok && again.value.by?.isKnown).toBe(true);
});

it('takes nothing of a pack that was changed by a letter', async () => {
  const services = await memoryServices();
  await services.adapters.load(file);
  const pack = await services.adapters.pack(await listedIn(services), 'North adapters');
  const changed = (pack.ok ? pack.value : '').replace('Known as', 'Known at');
  expect(await services.adapters.open(changed)).toMatchObject({
    ok: false,
    issues: [{ code: 'adapter-pack-unsigned' }],
  });
});

it('remembers how an adapter did at the last capture, of that version alone', async () => {
  const services = await memoryServices();
  await services.adapters.load(file);
  const at = '2026-11-24T09:00:00.000Z';
  const origin = (version: string) => ({
    adapter: { id: adapter.id, version },
    anchors: { found: 1, of: 2 },
    fellBack: ['referral.reference'],
    capturedAt: at,
  });
  const seen = async (version: string) => {
    await services.adapters.note({ origins: [origin(version)] } as unknown as Draft);
    return (await listedIn(services))[0]?.seen;
  };
  expect(await seen('1.0.0')).toEqual({
    version: '1.0.0',
    at,
    anchors: { found: 1, of: 2 },
    fellBack: 1,
  });
  expect(await seen('0.9.0')).toBeUndefined();
});
