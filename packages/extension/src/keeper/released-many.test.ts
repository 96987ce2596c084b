/**
 * A large vault that one release writes and a later one opens. By itself it does both with a few people;
 * `scripts/carry-over.mjs` has the release before write it with two thousand, and the present one open it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonical, RECORD_KINDS, type RecordId } from '@cyber-prevent/core';
import {
  buildAgencyContact,
  buildIntervention,
  buildOnlineIdentifier,
  buildReferral,
  buildReferrer,
  buildRelatedPerson,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { afterEach, expect, it } from 'vitest';
import { type Bench, newBench, passphrase, setUp } from '../testing/keeper-under-test.js';
import {
  type FrozenVault,
  filesOf,
  readDatabase,
  thawVault,
} from '../testing/released-under-test.js';
import { type Computer, newComputer } from '../testing/storage-under-test.js';
import type { KeeperConnection } from './client/client.js';

/** Folder of the vault and of what each release exports of it. */
const PLACE = process.env.CARRIED_VAULT;
/** `write` as the earlier release, or `open` as the later one. */
const STEP = process.env.CARRIED_STEP;
const MANY = 2000;

const benches: Bench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.clear();
});

async function opened(computer: Computer, recoveryKey: string): Promise<KeeperConnection> {
  const bench = newBench(computer);
  benches.push(bench);
  await bench.keeper();
  const page = bench.page();
  expect(await page.vault.unlock('practice', { recoveryKey })).toMatchObject({ ok: true });
  return page;
}

/** A day of its own for each person: no two of the first two thousand are born on the same one. */
function dayOf(nth: number): string {
  return new Date(Date.UTC(2006, 0, 1 + nth)).toISOString().slice(0, 10);
}

/** Records about a person that each differ from those about everybody else. */
function personNamed(nth: number) {
  const given = (name: string, at: number) => `${name}${(nth * 7 + at).toString(36)}`;
  const id = crypto.randomUUID() as RecordId;
  const about = { subjectId: id };
  const own = () => ({ id: crypto.randomUUID() as RecordId, ...about });
  const bornOn = dayOf(nth) as never;
  const referrer = buildReferrer({
    id: crypto.randomUUID() as RecordId,
    organisation: given('Larkmead Academy ', 1),
  });
  const phone = `+447700900${String(nth % 1000).padStart(3, '0')}`;
  const subject = buildSubject({
    id,
    name: `Person ${given('Q', 2)}`,
    bornOn,
    phones: [phone],
    emails: [`${given('mail', 3)}@example.org`],
    schools: [{ name: given('Larkmead Academy ', 1), notedOn: '2026-03-02' as never }],
  });
  const handles = Array.from({ length: nth % 4 }, (_, at) =>
    newRecord(
      'onlineIdentifier',
      buildOnlineIdentifier({ ...own(), asSeen: given('_h', 10 + at) }),
    ),
  );
  return [
    newRecord('subject', subject),
    newRecord('referrer', referrer),
    newRecord('referral', buildReferral({ ...own(), referrerId: referrer.id })),
    newRecord('relatedPerson', buildRelatedPerson(own())),
    newRecord('intervention', buildIntervention(own())),
    newRecord('agencyContact', buildAgencyContact(own())),
    ...handles,
  ];
}

async function fill(page: KeeperConnection, people: number): Promise<void> {
  for (let nth = 0; nth < people; nth += 1)
    await page.store.commit({ changes: personNamed(nth), reason: 'case-work' });
}

/** Every record, one to a line, in an order that does not depend on the store. */
async function exportOf({ store }: KeeperConnection): Promise<string> {
  const lines: string[] = [];
  for (const kind of RECORD_KINDS)
    for (const { id, value } of await store.query(kind)) lines.push(canonical({ kind, id, value }));
  return lines.toSorted().join('\n');
}

type Carried = Omit<FrozenVault, 'holds'>;

async function written(people: number): Promise<{ vault: Carried; exported: string }> {
  const computer = newComputer();
  const recoveryKey = await setUp(computer);
  const page = await opened(computer, recoveryKey);
  await fill(page, people);
  const exported = await exportOf(page);
  await page.vault.lock();
  const vault = {
    passphrase,
    recoveryKey,
    database: await readDatabase(computer, 'cp-practice'),
    files: filesOf(computer),
    area: Object.fromEntries(computer.area.held),
  };
  return { vault, exported };
}

async function exportedFrom(vault: Carried): Promise<string> {
  const holds = { records: {}, revisions: {}, actions: [], work: {}, batches: 0 };
  return exportOf(await opened(await thawVault({ ...vault, holds }), vault.recoveryKey));
}

if (PLACE === undefined)
  it('opens a vault with several people that was closed, with all that it had', async () => {
    const { vault, exported } = await written(8);
    expect(exported.split('\n').length).toBeGreaterThan(50);
    expect(await exportedFrom(vault)).toBe(exported);
  });
else if (STEP === 'write')
  it('writes a vault with two thousand people', async () => {
    const { vault, exported } = await written(MANY);
    writeFileSync(join(PLACE, 'vault.json'), JSON.stringify(vault));
    writeFileSync(join(PLACE, 'before.jsonl'), exported);
  });
else
  it('opens what the release before wrote', async () => {
    const vault = JSON.parse(readFileSync(join(PLACE, 'vault.json'), 'utf8')) as Carried;
    writeFileSync(join(PLACE, 'after.jsonl'), await exportedFrom(vault));
  });
