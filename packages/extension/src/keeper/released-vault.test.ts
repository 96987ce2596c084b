/**
 * The vault of every release, as that release wrote it: the present one opens it whole, and works on in it. A vault of
 * a later release is refused with a message and left unchanged. CONTRIBUTING.md says how a new version adds its own.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordId } from '@cyber-prevent/core';
import {
  buildAgencyContact,
  buildIntervention,
  buildOnlineIdentifier,
  buildReferral,
  buildReferrer,
  buildRelatedPerson,
  buildSource,
  buildSourceCapture,
  buildSubject,
  endCase,
  newRecord,
} from '@cyber-prevent/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bench, newBench, passphrase, setUp, until } from '../testing/keeper-under-test.js';
import {
  type FrozenVault,
  filesOf,
  freezeVault,
  heldBy,
  readDatabase,
  thawVault,
} from '../testing/released-under-test.js';
import { type Computer, newComputer } from '../testing/storage-under-test.js';
import type { KeeperConnection } from './client/client.js';
import { browserHost } from './host.js';

/** A version of the database that no release has reached. */
const LATER = 900;
const FOLDER = join(import.meta.dirname, 'released');
const KINDS = [
  'subject',
  'relatedPerson',
  'referral',
  'referrer',
  'onlineIdentifier',
  'sourceCapture',
  'intervention',
  'agencyContact',
] as const;
/** The version to freeze the present release's vault as, if any: `FREEZE_VAULT=3 vitest run …`. */
const FREEZE = process.env.FREEZE_VAULT;

const benches: Bench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.clear();
});

async function arrivesOn(computer: Computer): Promise<KeeperConnection> {
  const bench = newBench(computer);
  benches.push(bench);
  await bench.keeper();
  return bench.page();
}

async function keeps(page: KeeperConnection, ...changes: object[]): Promise<void> {
  await page.store.commit({ changes: changes as never, reason: 'case-work' });
}

/** A small vault with an example of everything that the present release stores. */
async function writtenNow(): Promise<FrozenVault> {
  const computer = newComputer();
  const recoveryKey = await setUp(computer);
  const page = await arrivesOn(computer);
  await page.vault.unlock('practice', { recoveryKey });
  const [rowan, quillon] = ['Rowan Ellingham', 'Quillon Featherby'].map((name) =>
    buildSubject({ name }),
  );
  if (!rowan || !quillon) throw new Error('There are two');
  const [school, capture] = [
    buildReferrer({ organisation: 'Larkmead Academy' }),
    buildSourceCapture({ way: 'typed' }),
  ];
  const referral = buildReferral({
    subjectId: rowan.id,
    referrerId: school.id,
    forceArea: '43',
    suspectedOffences: ['Computer Misuse Act 1990, section 1', 'booter'],
  });
  const sources = { asSeen: [buildSource({ capture: capture.id })] };
  await keeps(page, newRecord('subject', rowan));
  await keeps(page, newRecord('subject', quillon));
  await keeps(page, newRecord('referrer', school), newRecord('referral', referral));
  await keeps(
    page,
    newRecord('sourceCapture', capture),
    { ...newRecord('onlineIdentifier', buildOnlineIdentifier({ subjectId: rowan.id })), sources },
    newRecord('relatedPerson', buildRelatedPerson({ subjectId: rowan.id })),
    newRecord('agencyContact', buildAgencyContact({ subjectId: rowan.id })),
  );
  // A disposal gives its segment a fresh key, and compacts: heads are in pages from here on.
  const ended = await endCase(page.store, quillon.id, browserHost().clock.today());
  await page.store.dispose(ended, 'retention');
  const { heads } = (await page.store.get('subject', rowan.id)) ?? {};
  await keeps(page, {
    kind: 'subject',
    record: rowan.id,
    parents: heads,
    set: { name: 'Rowan Ellingham-Moss' },
  });
  await keeps(page, newRecord('intervention', buildIntervention({ subjectId: rowan.id })));
  await page.store.consult([rowan.id], 'case-work');
  await page.work.save('draft/1', { note: 'Half typed' }, 0);
  const holds = await heldBy(page, KINDS);
  await page.vault.lock();
  return freezeVault(computer, { passphrase, recoveryKey, holds });
}

if (FREEZE !== undefined)
  it(`keeps what the present release writes as version ${FREEZE}`, async () => {
    const file = join(FOLDER, `vault-${FREEZE}.json`);
    if (existsSync(file)) throw new Error(`${file} is there: what was released is never altered`);
    writeFileSync(file, `${JSON.stringify(await writtenNow())}\n`);
  });

const released = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name,
    frozen: JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as FrozenVault,
  }));

it('has a vault of the first release', () => {
  expect(released.map(({ name }) => name)).toContain('vault-1.json');
});

describe.each(released)('$name', ({ frozen }) => {
  it.each(['passphrase', 'recoveryKey'] as const)('opens whole by its %s', async (secret) => {
    const page = await arrivesOn(await thawVault(frozen));
    await until(page, 'locked');
    const given = { [secret]: frozen[secret] } as never;
    expect(await page.vault.unlock('practice', given)).toMatchObject({ ok: true });
    expect(await heldBy(page, KINDS)).toEqual(frozen.holds);
  });

  it('is worked on, and has it all at the next start', async () => {
    const computer = await thawVault(frozen);
    const { recoveryKey, holds } = frozen;
    const page = await arrivesOn(computer);
    await page.vault.unlock('practice', { recoveryKey });
    const id = crypto.randomUUID() as RecordId;
    const subject = buildSubject({ id, name: 'Marisol Thackenby' });
    await keeps(page, newRecord('subject', subject));
    await page.vault.lock();
    const again = await arrivesOn(computer);
    await again.vault.unlock('practice', { recoveryKey });
    const held = await heldBy(again, KINDS);
    expect(held.records.subject).toEqual({ ...holds.records.subject, [subject.id]: subject });
    expect(held.revisions).toMatchObject(holds.revisions);
    expect(held.batches).toBe(holds.batches + 1);
  });

  it('has every record when a later release began to change its database and was stopped', async () => {
    const computer = await thawVault(frozen);
    const { name, version } = frozen.database;
    const before = await readDatabase(computer, name);
    await new Promise<void>((stopped) => {
      const opening = computer.port.indexedDB.open(name, version + 10);
      opening.onupgradeneeded = () => {
        opening.result.deleteObjectStore('pages');
        opening.transaction?.objectStore('batches').clear();
        opening.transaction?.abort();
      };
      opening.onerror = () => stopped();
    });
    expect(await readDatabase(computer, name)).toEqual(before);
    const page = await arrivesOn(computer);
    await page.vault.unlock('practice', { recoveryKey: frozen.recoveryKey });
    expect(await heldBy(page, KINDS)).toEqual(frozen.holds);
  });
});

describe('what a later release wrote', () => {
  const later: readonly [string, (frozen: FrozenVault) => FrozenVault][] = [
    [
      'a database of a later version',
      ({ database, ...rest }) => ({ ...rest, database: { ...database, version: LATER } }),
    ],
    [
      'a database of a later version and settings of a later version everywhere',
      ({ database, area, ...rest }) => ({
        ...rest,
        database: { ...database, version: LATER },
        area: { ...area, 'cp-vault-practice': JSON.stringify({ version: 2 }) },
      }),
    ],
  ];

  it.each(later)('is refused in words and left as it is: %s', async (_, alter) => {
    const [first] = released;
    if (!first) throw new Error('No vault was released');
    const computer = await thawVault(alter(first.frozen));
    const stood = async () => [
      await readDatabase(computer, 'cp-practice'),
      filesOf(computer),
      Object.fromEntries(computer.area.held),
    ];
    const before = await stood();
    const page = await arrivesOn(computer);
    const { recoveryKey } = first.frozen;
    const refused = await page.vault.unlock('practice', { recoveryKey });
    expect(refused.ok).toBe(false);
    expect(refused.issues.map(({ message }) => message).join()).toContain('newer release');
    expect(page.vault.state()).toMatchObject({ name: 'unavailable' });
    const created = await page.vault.create({
      kind: 'practice',
      name: 'Morgan Ashdown',
      number: '4417',
      force: 'north-test',
      role: 'Regional Cyber Prevent officer',
      regime: 'dpa-part-3',
      passphrase,
    });
    expect(created.ok).toBe(false);
    expect(await stood()).toEqual(before);
  });
});
