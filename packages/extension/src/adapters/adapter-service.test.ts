import type { Adapter } from '@cyber-prevent/core';
import { adapterPack } from '@cyber-prevent/core/teach';
import { expect, it } from 'vitest';
import { memoryServices, OPEN } from '../testing/memory-services.js';
import { adapterService } from './adapter-service.js';

const adapter = (id: string, version = '1.0.0'): Adapter => ({
  id,
  title: 'A screen',
  version,
  owner: 'A force',
  engine: '>=0.0.1',
  match: { anchors: [{ label: 'Ref No' }] },
  screens: [{ fields: { 'subject.name': [{ label: 'Who' }] } }],
  fixtures: [],
});
const text = (...of: Parameters<typeof adapter>): string => JSON.stringify(adapter(...of));

async function start(managed: unknown = {}) {
  const services = await memoryServices();
  const make = () =>
    adapterService({
      ...services,
      shipped: async () => [adapter('a/shipped')],
      managed: async () => managed,
      prove: async (file) => services.teaching.ask({ kind: 'prove', file }),
    });
  const service = make();
  const ids = async () => (await service.inUse()).map(({ id, version }) => `${id} ${version}`);
  return { services, service, ids, make };
}

it('reads with nothing that the policy switched off, from the first page on', async () => {
  const { ids } = await start({ adaptersOff: [{ id: 'a/shipped', versions: '*' }] });
  expect(await ids()).toEqual([]);
});

it('keeps a file with the sealed work, finds it again, and takes it out', async () => {
  const { services, service, ids, make } = await start();
  expect(await service.load(text('b/file'))).toMatchObject({ ok: true });
  expect(await ids()).toEqual(['a/shipped 1.0.0', 'b/file 1.0.0']);
  expect(services.work.held('adapters')).toEqual([text('b/file')]);
  const next = make();
  expect((await next.inUse()).map(({ id }) => id)).toContain('b/file');
  await service.remove('b/file');
  expect(await ids()).toEqual(['a/shipped 1.0.0']);
  expect(services.work.held('adapters')).toEqual([]);
});

it('puts a file in the place of one with the same id, unless that is of a higher version', async () => {
  const { service, ids } = await start();
  await service.load(text('b/file', '1.0.0'));
  await service.load(text('b/file', '1.1.0'));
  expect(await ids()).toEqual(['a/shipped 1.0.0', 'b/file 1.1.0']);
  expect(await service.load(text('b/file', '1.0.0'))).toMatchObject({
    issues: [{ message: expect.stringContaining('Version 1.1.0 of “A screen” is loaded') }],
  });
  expect(await ids()).toEqual(['a/shipped 1.0.0', 'b/file 1.1.0']);
});

it('takes another adapter of the same version for what it is', async () => {
  const { service, ids } = await start();
  await service.load(text('b/file'));
  expect(await service.load(text('b/file'))).toMatchObject({ ok: true });
  const other = JSON.stringify({ ...adapter('b/file'), title: 'Another screen' });
  expect(await service.load(other)).toMatchObject({ issues: [{ code: 'adapter-not-newer' }] });
  expect(await ids()).toEqual(['a/shipped 1.0.0', 'b/file 1.0.0']);
});

it('switches one version off, and on again', async () => {
  const { service, ids } = await start();
  await service.load(text('b/file'));
  await service.switchOff({ id: 'b/file', version: '1.0.0' }, true);
  expect(await ids()).toEqual(['a/shipped 1.0.0']);
  await service.load(text('b/file', '1.1.0'));
  expect(await ids()).toEqual(['a/shipped 1.0.0', 'b/file 1.1.0']);
  await service.switchOff({ id: 'b/file', version: '1.0.0' }, false);
  expect((await service.list()).listed.map(({ isOffHere }) => isOffHere)).toEqual([false, false]);
});

it('keeps nothing of a file that is wrong, and names the line', async () => {
  const { services, service } = await start();
  const wrong = text('b/file').replace('"subject.name"', '\n"subject.nme"');
  expect(await service.load(wrong)).toMatchObject({
    ok: false,
    issues: [{ at: 'line 2, column 1' }],
  });
  expect(services.work.held('adapters')).toBeUndefined();
});

it('forgets what was loaded when the vault locks, and has it again when it opens', async () => {
  const { services, service, ids } = await start();
  await service.load(text('b/file'));
  await services.vault.lock();
  expect(await ids()).toEqual(['a/shipped 1.0.0']);
  services.setVault(OPEN);
  expect(await ids()).toEqual(['a/shipped 1.0.0', 'b/file 1.0.0']);
});

it('hears of a file that another window loaded', async () => {
  const { services, ids } = await start();
  services.work.fromElsewhere('adapters', [text('b/file')]);
  expect(await ids()).toEqual(['a/shipped 1.0.0', 'b/file 1.0.0']);
});

it('reads with what ships when nobody answers', async () => {
  const services = await memoryServices();
  const service = adapterService({
    ...services,
    work: { ...services.work, load: () => Promise.reject(new Error('gone')) },
    shipped: async () => [adapter('a/shipped')],
    managed: async () => ({}),
    prove: async (file) => services.teaching.ask({ kind: 'prove', file }),
  });
  expect(await service.inUse()).toHaveLength(1);
});

it('knows a key only under the name that was compared with it', async () => {
  const { services, service } = await start();
  const { card } = await services.vault.colleagueCard();
  const { officer, name, force, signingKey } = card;
  const packed = (as: string) =>
    adapterPack(
      [{ adapter: adapter('b/file'), fixtures: [] }],
      { officer, sign: (signed) => services.vault.signPack(signed) },
      { title: 'A pack', name: as, force, signingKey, madeAt: services.host.clock.now() },
    );
  const opened = async (as: string) => service.open(await packed(as));
  expect(await opened(name)).toMatchObject({ value: { by: { isKnown: true } } });
  expect(await opened('Somebody Else')).toMatchObject({ value: { by: { isKnown: false } } });
});
