/** Packs of a real vault: kept through a lock, and in force for every save and every page. */
import { gatherCodeLists } from '@cyber-prevent/core';
import { buildAdvice, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { PACKS_KEY } from '../../app/work-keys.js';
import { newBench, openBench, setUp } from '../../testing/keeper-under-test.js';
import { day, instant, signedPack, testIssuer, written } from '../../testing/packs-under-test.js';
import type { KeeperConnection } from '../client/client.js';

const OWN = { code: 'own-reason', label: 'Our own reason' };

async function packOfReasons(): Promise<string> {
  const codes = [...(gatherCodeLists().get('reason')?.codes ?? []), OWN];
  const reasons = written('code-list', 'reason', { id: 'reason', title: 'Why', codes });
  return signedPack(await testIssuer('Wendingshire cyber unit'), [reasons], {
    madeAt: instant('2020-01-02T10:00:00.000Z'),
    from: day('2020-01-02'),
  });
}

async function packOfTopics(codes: readonly object[]): Promise<string> {
  const value = { id: 'advice-topic', title: 'Topics', codes };
  return signedPack(await testIssuer('A'), [written('code-list', 'advice-topic', value)]);
}

async function takesIn({ ask }: KeeperConnection, text: string): Promise<void> {
  const pin = { rank: 'force' } as const;
  const preview = await ask('pack-preview', [text, pin]);
  if (!preview.ok) throw new Error(preview.issues.map(({ message }) => message).join(' '));
  expect(await ask('pack-take', [text, pin, preview.value.shown])).toMatchObject({ ok: true });
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

  await takesIn(page, await packOfReasons());
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

it('counts the records that have a code which a pack would take away', async () => {
  const { bench, page } = await openBench();
  const advice = (topic: string) => newRecord('advice', buildAdvice({ topic }));
  await page.store.commit({
    changes: [advice('law'), advice('law'), advice('skills'), advice('other')],
    reason: 'case-work',
  });
  const text = await packOfTopics([{ code: 'other', label: 'Other' }]);
  const preview = await page.ask('pack-preview', [text, { rank: 'force' }]);
  expect(preview.ok && preview.value.changes[0]?.gone).toMatchObject({ records: 3 });
  await bench.clear();
});
