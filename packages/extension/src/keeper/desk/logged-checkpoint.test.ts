import { auditFileLines, verifyAudit } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bench, newBench, setUp, until } from '../../testing/keeper-under-test.js';
import { verifier } from '../../vault/identity.js';
import type { KeeperConnection } from '../client/client.js';
import { browserHost } from '../host.js';

const { digest } = browserHost();
let bench: Bench;
let page: KeeperConnection;

beforeEach(async () => {
  bench = newBench();
  const recoveryKey = await setUp(bench.computer);
  await bench.keeper();
  page = bench.page();
  await until(page, 'locked');
  await page.vault.unlock('practice', { recoveryKey });
  await until(page, 'open');
  await page.store.commit({
    changes: [newRecord('subject', buildSubject())],
    reason: 'case-work',
  });
});
afterEach(() => bench.clear());

const asked = {
  of: 'file',
  reason: 'report',
  recipients: ['supervisor', 'DI Penhallow'],
} as const;

async function exported() {
  const checkpoint = await page.vault.checkpoint(asked);
  const { officer, signingKey } = (await page.vault.colleagueCard()).card;
  const headers = (await page.store.batchesSince(0)).map(({ header }) => header);
  return [...auditFileLines({ keys: [{ officer, signingKey }], checkpoint }, headers)].join('');
}

const judge = async (text: string) => {
  const read = await verifyAudit(text, {
    digest,
    verify: (key, signed, signature) => verifier({ its: key })('its', signed, signature),
  });
  return read.ok ? read.value : undefined;
};

it('signs where the chain stands once the disclosure is in it', async () => {
  const text = await exported();
  expect(await judge(text)).toMatchObject({
    isWhole: true,
    entries: 2,
    checkpoint: { seq: 2, team: 'practice' },
  });
  const [, disclosure] = await page.store.audit();
  expect(disclosure).toMatchObject({
    action: 'disclosure',
    records: [],
    fields: ['headers', 'checkpoint'],
    reason: 'report',
    recipients: ['supervisor', 'DI Penhallow'],
  });
});

it('gives a file in which an altered entry is found', async () => {
  const lines = (await exported()).split('\n');
  const altered = lines.with(2, (lines[2] ?? '').replace(/"at":"\d{4}/, '"at":"1999'));
  expect(await judge(altered.join('\n'))).toMatchObject({ isWhole: false, firstBad: 2 });
});

it('signs nothing when the disclosure is not logged', async () => {
  await expect(page.vault.checkpoint({ ...asked, reason: 'Not a code' })).rejects.toMatchObject({
    code: 'CP_RECORD_INVALID',
  });
  expect(await page.store.batchesSince(1)).toEqual([]);
});
