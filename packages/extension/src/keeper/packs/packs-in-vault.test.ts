/** Packs of a real vault: kept through a lock, and in force for every save and every page. */
import { addDays, gatherCodeLists, gatherTimeLimits, type TimeLimit } from '@cyber-prevent/core';
import { buildAdvice, buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { PACKS_KEY } from '../../app/work-keys.js';
import type { Policy } from '../../ports/services.js';
import { newBench, openBench, setUp } from '../../testing/keeper-under-test.js';
import { takesInBy } from '../../testing/pack-bench.js';
import {
  day,
  instant,
  signedPack,
  type TestIssuer,
  testIssuer,
  written,
} from '../../testing/packs-under-test.js';
import { browserHost } from '../host.js';
import { NO_POLICY } from '../policy.js';
import { tellPolicyChanged } from '../policy-changed.js';

const OWN = { code: 'own-reason', label: 'Our own reason' };

async function packOfReasons(issuer?: TestIssuer): Promise<string> {
  const codes = [...(gatherCodeLists().get('reason')?.codes ?? []), OWN];
  const reasons = written('code-list', 'reason', { id: 'reason', title: 'Why', codes });
  return signedPack(issuer ?? (await testIssuer('Wendingshire cyber unit')), [reasons], {
    madeAt: instant('2020-01-02T10:00:00.000Z'),
    from: day('2020-01-02'),
  });
}

async function packOfTopics(codes: readonly object[]): Promise<string> {
  const value = { id: 'advice-topic', title: 'Topics', codes };
  return signedPack(await testIssuer('A'), [written('code-list', 'advice-topic', value)]);
}

it('takes a reason that a pack gives from its taking in on, and after a lock, and tells every page', async () => {
  const bench = newBench();
  const recoveryKey = await setUp(bench.computer);
  await bench.keeper({ lists: gatherCodeLists() });
  const [page, other] = [bench.page(), bench.page()];
  await page.vault.unlock('practice', { recoveryKey });
  const told: string[] = [];
  other.work.subscribe((key) => told.push(key));
  const save = () =>
    page.store.commit({ changes: [newRecord('subject', buildSubject())], reason: OWN.code });
  await expect(save()).rejects.toThrow();
  expect(await page.ask('rules-in-force', [])).toBeUndefined();

  await takesInBy(page, await packOfReasons());
  // The key and the pack were logged, one entry each.
  await expect(save()).resolves.toMatchObject({ seq: 3 });
  expect(told).toContain(PACKS_KEY);

  await page.vault.lock();
  await page.vault.unlock('practice', { recoveryKey });
  await expect(save()).resolves.toMatchObject({ seq: 4 });
  const rules = await page.ask('rules-in-force', []);
  expect(rules?.lists.find(({ id }) => id === 'reason')?.codes).toContainEqual(
    expect.objectContaining(OWN),
  );
  // No page may have what the keeper keeps for itself.
  await expect(page.work.load(PACKS_KEY)).rejects.toThrow();
  await bench.clear();
});

it('lets a changed policy act in an open vault: on saves, in the diary and on every page', async () => {
  const bench = newBench();
  const recoveryKey = await setUp(bench.computer);
  let given: Policy = NO_POLICY;
  let count: number | undefined;
  await bench.keeper({
    lists: gatherCodeLists(),
    policy: async () => given,
    onCount(next) {
      count = next;
    },
  });
  const [page, other] = [bench.page(), bench.page()];
  await page.vault.unlock('practice', { recoveryKey });
  const person = buildSubject();
  const receivedOn = addDays(browserHost().clock.today(), -30);
  const referral = buildReferral({ subjectId: person.id, receivedOn });
  await page.store.commit({
    changes: [newRecord('subject', person), newRecord('referral', referral)],
    reason: 'case-work',
  });
  const reasons = async () => {
    const { entries } = await page.ask('diary', [day('2030-01-01')]);
    return entries.map(({ why }) => why).join(' ');
  };
  const save = () =>
    page.store.commit({ changes: [newRecord('subject', buildSubject())], reason: OWN.code });
  await expect(save()).rejects.toThrow();
  const becomes = async (policy: Policy): Promise<void> => {
    given = policy;
    const told = new Promise<void>((resolve) => {
      const stop = other.work.subscribe((key) => {
        if (key !== PACKS_KEY) return;
        stop();
        resolve();
      });
    });
    tellPolicyChanged(bench.channel);
    await told;
  };

  const words = 'Our force decides within 250 working days';
  const limit = { ...gatherTimeLimits()['referral-decision'], workingDays: 250, words };
  await expect.poll(() => count).toBe(1);
  expect(await reasons()).not.toContain(words);
  await becomes({ ...NO_POLICY, timeLimits: [limit as TimeLimit] });
  expect(await reasons()).toContain(words);
  await expect.poll(() => count).toBe(0);

  const issuer = await testIssuer('Wendingshire cyber unit');
  const fingerprint = await browserHost().digest(issuer.signingKey);
  const issuers = [{ fingerprint, name: issuer.name, rank: 'force' as const }];
  const packs = { isOnly: true, issuers, files: [await packOfReasons(issuer)], recalls: [] };
  await becomes({ ...NO_POLICY, packs });
  expect(await reasons()).not.toContain(words);
  await expect(save()).resolves.toMatchObject({ seq: 2 });
  expect((await page.ask('packs-held', [])).isOnly).toBe(true);

  await becomes({ ...NO_POLICY, packs: { ...packs, issuers: [] } });
  await expect(save()).rejects.toThrow();
  await bench.clear();
});

it('counts the records that have a code which a pack would take away', async () => {
  const { bench, page } = await openBench();
  const advice = (topic: string) => newRecord('advice', buildAdvice({ topic }));
  await page.store.commit({
    changes: [advice('law'), advice('law'), advice('skills'), advice('other')],
    reason: 'case-work',
  });
  const text = await packOfTopics([{ code: 'other', label: 'Other' }]);
  const preview = await page.ask('pack-preview', [text, { rank: 'force', compared: 'same' }]);
  expect(preview.ok && preview.value.changes[0]?.gone).toMatchObject({ records: 3 });
  await bench.clear();
});
