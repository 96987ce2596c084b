/** Packs in backups of real vaults: they come back as they were, and are on the log. */
import { type BackupPart, gatherCodeLists } from '@cyber-prevent/core';
import { afterEach, describe, expect, it } from 'vitest';
import type { PackPin, PackPolicy } from '../../ports/packs.js';
import {
  backupByHand,
  type OfficerUnderTest,
  officersUnderTest,
  watched,
} from '../../testing/hostile-file-under-test.js';
import { type Bench, newBench, setUp, until } from '../../testing/keeper-under-test.js';
import { NO_PACKS, takesInBy } from '../../testing/pack-bench.js';
import {
  day,
  instant,
  signedPack,
  type TestIssuer,
  testIssuer,
  written,
} from '../../testing/packs-under-test.js';
import { type Computer, newComputer } from '../../testing/storage-under-test.js';
import type { KeeperConnection } from '../client/client.js';
import { browserHost } from '../host.js';
import type { KeeperPorts } from '../keeper.js';
import { NO_POLICY } from '../policy.js';

const ISSUER = await testIssuer('Wendingshire cyber unit');
const LONG_AGO = { madeAt: instant('2020-01-02T10:00:00.000Z'), from: day('2020-01-02') };
const limits = (words = 'Within 3 working days') =>
  written('time-limits', 'our-limits', [{ id: 'first-contact', workingDays: 3, words }]);
const pack = (version = 1, issuer: TestIssuer = ISSUER, words?: string) =>
  signedPack(issuer, [limits(words)], { ...LONG_AGO, version });
const AS_REGION: PackPin = { rank: 'region', compared: 'same' };

const benches: Bench[] = [];
const { officer, two, clear } = officersUnderTest();
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.clear();
  await clear();
});

async function keeperAt(computer: Computer, ports: Partial<KeeperPorts> = {}) {
  const bench = newBench(computer);
  benches.push(bench);
  await bench.keeper(ports);
  return bench.page();
}

/** A host whose clock says that day. */
const on = (today: string) => browserHost(() => new Date(`${today}T12:00:00Z`));

async function officerAt(computer = newComputer(), ports: Partial<KeeperPorts> = {}) {
  const recoveryKey = await setUp(computer);
  const page = await keeperAt(computer, ports);
  await page.vault.unlock('practice', { recoveryKey });
  return { page, recoveryKey };
}

type Page = Pick<KeeperConnection, 'ask' | 'backup' | 'store'>;

async function backupOf({ backup }: Pick<Page, 'backup'>): Promise<Blob> {
  const { content } = await backup.make(watched());
  return new Blob([new Uint8Array(content)]);
}

const held = ({ ask }: Pick<Page, 'ask'>) => ask('packs-held', []);
const acts = async ({ store }: Pick<Page, 'store'>) =>
  (await store.audit()).flatMap(({ pack: logged }) => (logged ? [logged] : []));
const actNames = async (page: Pick<Page, 'store'>) => (await acts(page)).map(({ act }) => act);

describe('the log', () => {
  it('has each act on a pack and its key once, with what it was and who decided it', async () => {
    const { page } = await officerAt();
    await takesInBy(page, await pack());
    const [row] = (await held(page)).packs;
    const digest = row?.digest ?? '';
    await page.ask('pack-change', ['set-aside', digest, 'The limit is\nnot agreed yet.']);
    await page.ask('pack-change', ['put-back', digest, '']);
    await page.ask('pack-change', ['distrust', ISSUER.signingKey, '']);
    await held(page);
    const fingerprint = await browserHost().digest(ISSUER.signingKey);
    const issuer = ISSUER.name;
    const title = 'Wendingshire force pack';
    const named = { fingerprint, issuer, digest, id: 'wendingshire', title, version: 1 };
    expect(await acts(page)).toMatchObject([
      { act: 'key-trusted', by: 'officer', rank: 'force', fingerprint, issuer },
      { act: 'taken-in', by: 'officer', rank: 'force', ...named },
      { act: 'set-aside', by: 'officer', reason: 'The limit is not agreed yet.', ...named },
      { act: 'put-back', by: 'officer', ...named },
      { act: 'key-distrusted', by: 'officer', fingerprint, issuer },
    ]);
    expect((await page.store.audit())[0]).toMatchObject({
      action: 'alteration',
      records: [],
      fields: ['definitions'],
      reason: 'definitions',
    });
  });

  it('has a pack of the policy once, and not again at each unlock', async () => {
    const fingerprint = await browserHost().digest(ISSUER.signingKey);
    const packs: PackPolicy = {
      ...NO_PACKS,
      issuers: [{ fingerprint, name: ISSUER.name, rank: 'force' }],
      files: [await pack()],
    };
    const policy = async () => ({ ...NO_POLICY, packs });
    const { page, recoveryKey } = await officerAt(newComputer(), { policy });
    await expect
      .poll(() => acts(page))
      .toMatchObject([
        { act: 'key-trusted', by: 'policy' },
        { act: 'taken-in', by: 'policy', id: 'wendingshire' },
      ]);
    await page.vault.lock();
    await page.vault.unlock('practice', { recoveryKey });
    await until(page, 'open');
    await held(page);
    expect(await actNames(page)).toEqual(['key-trusted', 'taken-in']);
  });

  it('has them even where a pack brings a list of reasons without one for it', async () => {
    const { page } = await officerAt(newComputer(), { lists: gatherCodeLists() });
    const codes = [{ code: 'case-work', label: 'Case work' }];
    const reasons = written('code-list', 'reason', { id: 'reason', title: 'Why', codes });
    await takesInBy(page, await signedPack(ISSUER, [reasons], LONG_AGO));
    expect(await actNames(page)).toEqual(['key-trusted', 'taken-in']);
  });

  it('takes no word of a page for an act that the keeper did not do', async () => {
    const { page } = await officerAt();
    const said = {
      act: 'key-distrusted',
      by: 'officer',
      doneAt: browserHost().clock.now(),
      fingerprint: '0'.repeat(64),
    } as const;
    const entry = { action: 'alteration', records: [], fields: [], reason: 'case-work' } as const;
    const audit = [{ ...entry, pack: said }];
    await expect(
      page.store.commit({ changes: [], reason: 'case-work', audit }),
    ).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
    expect(await acts(page)).toEqual([]);
  });
});

describe('a backup', () => {
  it('moves packs to another computer as they are: their days, who took them in, what was set aside', async () => {
    const computer = newComputer();
    const { page, recoveryKey } = await officerAt(computer, { host: on('2026-12-01') });
    await takesInBy(page, await pack(1));
    await takesInBy(
      page,
      await pack(2, await testIssuer('Another unit'), 'Within 4 days'),
      AS_REGION,
    );
    const [row] = (await held(page)).packs;
    await page.ask('pack-change', ['set-aside', row?.digest ?? '', 'Not agreed yet.']);
    const before = await held(page);
    const file = await backupOf(page);
    const list = await page.store.batchesSince(0);

    const there = await keeperAt(newComputer(), { host: on('2026-12-09') });
    await until(there, 'none');
    expect(await there.backup.drill(file, { recoveryKey }, watched())).toMatchObject({
      packs: { taken: 2, held: 0, refused: [] },
    });
    expect(await there.backup.moveHere(file, { recoveryKey }, '', watched())).toMatchObject({
      packs: { taken: 2, held: 0, refused: [] },
    });
    const after = await held(there);
    expect(after.packs).toEqual(before.packs);
    expect(after.issuers).toEqual(before.issuers);
    expect(after.inForce).toEqual(before.inForce);
    expect(await there.store.batchesSince(0)).toEqual(list);
    expect((await there.ask('rules-in-force', []))?.rules.timeLimits).toMatchObject([
      { id: 'first-contact', words: 'Within 4 days' },
    ]);
  });

  it('keeps the days of a pack that the policy of the other computer gives as well', async () => {
    const fingerprint = await browserHost().digest(ISSUER.signingKey);
    const packs: PackPolicy = {
      ...NO_PACKS,
      issuers: [{ fingerprint, name: ISSUER.name, rank: 'force' }],
      files: [await pack()],
    };
    const policy = async () => ({ ...NO_POLICY, packs });
    const { page, recoveryKey } = await officerAt(newComputer(), {
      policy,
      host: on('2026-12-01'),
    });
    await expect.poll(() => actNames(page)).toEqual(['key-trusted', 'taken-in']);
    const file = await backupOf(page);
    const there = await keeperAt(newComputer(), { policy, host: on('2026-12-09') });
    await until(there, 'none');
    await there.backup.moveHere(file, { recoveryKey }, '', watched());
    expect((await held(there)).packs).toMatchObject([{ takenInOn: '2026-12-01', by: 'policy' }]);
    expect(await actNames(there)).toEqual(['key-trusted', 'taken-in']);
  });

  it('that is older puts back nothing that was set aside since, and makes no key trusted again', async () => {
    const { page, recoveryKey } = await officerAt();
    await takesInBy(page, await pack());
    const file = await backupOf(page);
    const [row] = (await held(page)).packs;
    await page.ask('pack-change', ['set-aside', row?.digest ?? '', 'Not agreed yet.']);
    await page.ask('pack-change', ['distrust', ISSUER.signingKey, '']);
    const before = await held(page);
    const named = await actNames(page);
    expect(await page.backup.restore(file, { recoveryKey }, '', watched())).toMatchObject({
      packs: { taken: 0, held: 1, refused: [] },
    });
    const after = await held(page);
    expect(after.packs).toEqual(before.packs);
    expect(after.issuers).toEqual(before.issuers);
    expect(await actNames(page)).toEqual(named);
  });

  it('of before packs restores as ever, and takes none away', async () => {
    const { page, recoveryKey } = await officerAt();
    const file = await backupOf(page);
    await takesInBy(page, await pack());
    const seen = await page.backup.drill(file, { recoveryKey }, watched());
    expect(seen.packs).toBeUndefined();
    const count = await page.backup.restore(file, { recoveryKey }, '', watched());
    expect(count.packs).toBeUndefined();
    expect((await held(page)).packs).toHaveLength(1);
  });
});

const restores = (victim: OfficerUnderTest, from: OfficerUnderTest, file: Blob) =>
  victim.page.backup.restore(file, { recoveryKey: from.recoveryKey }, '', watched());

describe('a backup of another vault', () => {
  it('brings its packs from today on, with the key at the weaker rank of the two, and says so on the log', async () => {
    const [ines, wren] = await two();
    await takesInBy(wren.page, await pack(1));
    await takesInBy(
      ines.page,
      await signedPack(ISSUER, [limits()], { ...LONG_AGO, id: 'other' }),
      AS_REGION,
    );
    const file = await backupOf(wren.page);
    expect(await restores(ines, wren, file)).toMatchObject({
      packs: { taken: 1, held: 0, refused: [] },
    });
    const { packs, issuers, today } = await held(ines.page);
    expect(packs.map(({ id, takenInOn }) => [id, takenInOn])).toContainEqual([
      'wendingshire',
      today,
    ]);
    expect(issuers).toMatchObject([{ name: ISSUER.name, rank: 'region' }]);
    const brought = (await acts(ines.page)).filter(({ by }) => by === 'backup');
    expect(brought).toMatchObject([{ act: 'taken-in', id: 'wendingshire', rank: 'region' }]);
  });

  it('sets a pack aside that was set aside there, from today', async () => {
    const [ines, wren] = await two();
    const text = await pack();
    for (const { page } of [ines, wren]) await takesInBy(page, text);
    const [row] = (await held(wren.page)).packs;
    await wren.page.ask('pack-change', ['set-aside', row?.digest ?? '', 'Not agreed yet.']);
    await restores(ines, wren, await backupOf(wren.page));
    const { packs, today } = await held(ines.page);
    expect(packs).toMatchObject([{ setAside: { on: today, reason: 'Not agreed yet.' } }]);
    expect((await acts(ines.page)).at(-1)).toMatchObject({ act: 'set-aside', by: 'backup' });
  });
});

describe('a hostile or damaged pack in a backup', () => {
  /** The parts that the toolkit itself makes, for a test to spoil. */
  async function partsOf(from: OfficerUnderTest, text: string): Promise<readonly BackupPart[]> {
    await takesInBy(from.page, text);
    const [row] = (await held(from.page)).packs;
    if (!row) throw new Error('A pack was taken in');
    const { digest, signingKey, takenInOn } = row;
    const issuer = { signingKey, name: ISSUER.name, rank: 'national', pinnedOn: '2026-11-01' };
    const packs = [
      { digest, signingKey, takenInOn, takenInAt: '2026-11-01T10:00:00.000Z', by: 'officer' },
    ];
    const value = { issuers: [issuer], pins: [issuer], packs, isOnly: false, recalls: [] };
    return [
      { part: 'packs', value },
      { part: 'pack-text', value: { digest, text } },
    ];
  }
  const changed = (parts: readonly BackupPart[], nth: number, more: object) =>
    parts.map((each, at) =>
      at === nth ? { ...each, value: { ...(each.value as object), ...more } } : each,
    );

  it('is left out and named, and the rest is restored', async () => {
    const text = await pack();
    const other = await officer('Omar Fenn');
    const parts = await partsOf(other, text);
    const [ines, wren] = await two();
    const altered = changed(parts, 1, { text: text.replace('3 working', '9 working') });
    const noText = parts.slice(0, 1);
    const otherForm = changed(parts, 0, { packs: 'of another form' });
    const noKey = 'A'.repeat(43);
    const ofNoKey = changed(parts, 1, { text: text.replaceAll(ISSUER.signingKey, noKey) });
    for (const [given, code] of [
      [ofNoKey, 'pack-not-brought'],
      [altered, 'pack-not-brought'],
      [noText, 'pack-not-brought'],
      [otherForm, 'packs-not-brought'],
      [parts.slice(1), 'packs-not-brought'],
    ] as const) {
      const file = await backupByHand(wren, [], {}, undefined, given);
      const expected = { taken: 0, held: 0, refused: [{ code }] };
      const { recoveryKey } = wren;
      expect(await ines.page.backup.drill(file, { recoveryKey }, watched())).toMatchObject({
        packs: expected,
      });
      expect(await restores(ines, wren, file)).toMatchObject({ packs: expected });
      expect((await held(ines.page)).packs).toEqual([]);
    }
    expect(await acts(ines.page)).not.toContainEqual(expect.objectContaining({ act: 'taken-in' }));
  });

  it('cannot be another text of a version that is held, act in the past, or be official', async () => {
    const other = await officer('Omar Fenn');
    const [ines, wren] = await two();
    const forged = await partsOf(other, await pack(1, ISSUER, 'Within 9 working days'));
    const early = changed(forged, 0, {
      packs: [
        {
          ...(Object(forged[0]?.value).packs as readonly object[])[0],
          takenInOn: '2020-01-03',
        },
      ],
    });
    await restores(ines, wren, await backupByHand(wren, [], {}, undefined, early));
    const { packs, today } = await held(ines.page);
    expect(packs).toMatchObject([{ takenInOn: today, actsFrom: today }]);

    const third = await officer('Petra Voss');
    await takesInBy(third.page, await pack(1));
    const file = await backupByHand(wren, [], {}, undefined, forged);
    expect(await restores(third, wren, file)).toMatchObject({
      packs: { taken: 0, held: 0, refused: [{ code: 'pack-other-of-version' }] },
    });
    expect((await held(third.page)).packs).toHaveLength(1);
    expect((await held(third.page)).issuers).toMatchObject([{ rank: 'force' }]);
  });
});
