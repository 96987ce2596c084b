import { expect, it } from 'vitest';
import { memoryServices, OPEN, TEST_OFFICER } from '../testing/memory-services.js';
import { makeRouter } from './router.js';
import { makeSession } from './session.js';

async function start() {
  const services = await memoryServices();
  const router = makeRouter({ name: 'subjects' });
  return { services, router, session: makeSession(services, router) };
}

it('keeps the screen through a lock, and forgets it when another vault is opened', async () => {
  const { services, router } = await start();
  router.go({ name: 'note' });
  services.setVault({ name: 'locked', kinds: ['practice', 'live'] });
  services.setVault(OPEN);
  expect(router.route.value.name).toBe('note');
  services.setVault({ name: 'locked', kinds: ['practice', 'live'] });
  services.setVault({ name: 'open', kind: 'live', officer: TEST_OFFICER });
  expect(router.route.value.name).toBe('subjects');
});

it('says what was done on the next screen, and not on the one after', async () => {
  const { router, session } = await start();
  session.say({ heading: 'Referral saved' });
  router.go({ name: 'note' });
  expect(session.said.value?.heading).toBe('Referral saved');
  router.go({ name: 'review' });
  expect(session.said.value).toBeUndefined();
});

it('says what was done on the screen where it was done, and not on the next', async () => {
  const { router, session } = await start();
  session.say({ heading: 'Summary exported' });
  await Promise.resolve();
  expect(session.said.value?.heading).toBe('Summary exported');
  router.go({ name: 'safeguarding' });
  expect(session.said.value).toBeUndefined();
});

it('says it no longer once something else is begun on the same screen', async () => {
  const { session } = await start();
  session.say({ heading: 'Referral saved' });
  session.unsay();
  expect(session.said.value).toBeUndefined();
});

it('shows one trouble once, until it is dismissed', async () => {
  const { services, session } = await start();
  const issue = { code: 'disk', severity: 'warning', message: 'Little room is left.' } as const;
  services.notice(issue);
  services.notice({ ...issue });
  expect(session.notices.value).toHaveLength(1);
  session.dismiss(issue);
  expect(session.notices.value).toHaveLength(0);
});

it('forgets at a lock what was just done, which names people', async () => {
  const { services, session } = await start();
  session.say({ heading: 'Saved on the record of Rowan Vael' });
  services.setVault({ name: 'locked', kinds: ['practice'] });
  expect(session.said.value).toBeUndefined();
});

it('knows the last save through screens and a lock, and not in another vault', async () => {
  const { services, router, session } = await start();
  session.lastSave.value = { what: 'referral', seq: 4, subject: undefined, records: [] };
  router.go({ name: 'safeguarding' });
  services.setVault({ name: 'locked', kinds: ['practice', 'live'] });
  services.setVault(OPEN);
  expect(session.lastSave.value).toMatchObject({ seq: 4 });
  services.setVault({ name: 'locked', kinds: ['practice', 'live'] });
  services.setVault({ name: 'open', kind: 'live', officer: TEST_OFFICER });
  expect(session.lastSave.value).toBeUndefined();
});
