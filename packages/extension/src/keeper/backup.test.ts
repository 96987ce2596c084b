import type { RecordId } from '@cyber-prevent/core';
import {
  buildSnapshot,
  buildSource,
  buildSourceCapture,
  buildSubject,
  endCase,
  newRecord,
} from '@cyber-prevent/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bench, newBench, setUp, until } from '../testing/keeper-under-test.js';
import { newComputer } from '../testing/storage-under-test.js';
import type { KeeperConnection } from './client/client.js';
import { browserHost } from './host.js';

const benches: Bench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.clear();
});

interface Desk {
  readonly page: KeeperConnection;
  readonly recoveryKey: string;
  readonly bench: Bench;
}

/** A computer with the open vault that all these tests share. */
async function officerAt(computer = newComputer()): Promise<Desk> {
  const recoveryKey = await setUp(computer);
  const bench = newBench(computer);
  benches.push(bench);
  await bench.keeper();
  const page = bench.page();
  await page.vault.unlock('practice', { recoveryKey });
  return { page, recoveryKey, bench };
}

/** A computer without a vault. */
async function newPage(): Promise<KeeperConnection> {
  const bench = newBench();
  benches.push(bench);
  await bench.keeper();
  const page = bench.page();
  await until(page, 'none');
  return page;
}

const disposes = async ({ page }: Desk, subject: RecordId, ...more: readonly RecordId[]) => {
  const ids = await endCase(page.store, subject, browserHost().clock.today());
  await page.store.dispose([...ids, ...more], 'retention');
};

const watched = () => ({ onProgress: () => undefined, signal: new AbortController().signal });

async function keep({ page }: Desk, name: string): Promise<RecordId> {
  const subject = buildSubject({ name });
  await page.store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  return subject.id;
}

async function backupOf({ page }: Desk): Promise<Blob> {
  const { content } = await page.backup.make(watched());
  return new Blob([new Uint8Array(content)]);
}

const namesAt = async (page: KeeperConnection) =>
  (await page.store.query('subject')).map(({ value }) => value.name);

describe('a backup', () => {
  it('is logged as leaving, shows nothing, and says when it was made', async () => {
    const desk = await officerAt();
    await keep(desk, 'Petra Lindqvist');
    expect(await desk.page.backup.last()).toBeUndefined();
    const file = await backupOf(desk);
    expect(await file.text()).not.toContain('Petra');
    expect(await desk.page.backup.last()).toMatchObject({ saves: 0 });
    expect((await desk.page.store.audit()).at(-1)).toMatchObject({
      action: 'disclosure',
      fields: ['backup'],
      recipients: ['self', 'backup'],
    });
    await keep(desk, 'Later');
    expect(await desk.page.backup.last()).toMatchObject({ saves: 1 });
  });

  it('is proved by a drill that changes nothing', async () => {
    const desk = await officerAt();
    const { page, recoveryKey } = desk;
    const gone = await keep(desk, 'Quillon Ashgrove');
    await keep(desk, 'Petra Lindqvist');
    const file = await backupOf(desk);
    await disposes(desk, gone);
    const before = await page.store.batchesSince(0);
    expect(await page.backup.drill(file, { recoveryKey }, watched())).toMatchObject({
      kind: 'practice',
      isThisVault: true,
      batches: 3,
      records: 2,
      disposedSince: 1,
    });
    expect(await page.store.batchesSince(0)).toEqual(before);
  });

  it('says in words what is wrong with a file', async () => {
    const desk = await officerAt();
    const { page, recoveryKey } = desk;
    await keep(desk, 'Petra Lindqvist');
    const bytes = new Uint8Array(await (await backupOf(desk)).arrayBuffer());
    const drill = (given: Uint8Array<ArrayBuffer>, secret = { recoveryKey }) =>
      page.backup.drill(new Blob([given]), secret, watched());
    const altered = bytes.slice();
    altered[bytes.length - 40] = (altered[bytes.length - 40] ?? 0) ^ 1;
    await expect(drill(altered)).rejects.toThrow('altered or damaged');
    await expect(drill(bytes.slice(0, -1000))).rejects.toMatchObject({
      code: 'CP_ENVELOPE_UNREADABLE',
    });
    await expect(drill(bytes.slice(0, 50))).rejects.toThrow('ends too early');
    await expect(drill(new Uint8Array([1, 2, 3]))).rejects.toThrow('not a file of that kind');
    const other = { recoveryKey: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG-HHHHH' };
    await expect(drill(bytes, other)).rejects.toThrow('did not open the backup');
  });

  it('stops when it is told to', async () => {
    const desk = await officerAt();
    const { page, recoveryKey } = desk;
    await keep(desk, 'Petra Lindqvist');
    const stop = new AbortController();
    stop.abort(new Error('Stopped'));
    const stopped = { onProgress: () => undefined, signal: stop.signal };
    await expect(page.backup.make(stopped)).rejects.toThrow('Stopped');
    const file = await backupOf(desk);
    await expect(page.backup.restore(file, { recoveryKey }, '', stopped)).rejects.toThrow(
      'Stopped',
    );
    expect(await page.backup.drill(file, { recoveryKey }, watched())).toMatchObject({ records: 1 });
  });

  it('is there in a vault that went on: nothing is lost, nothing comes twice, nothing disposed of comes back', async () => {
    const desk = await officerAt();
    const { page, recoveryKey } = desk;
    const gone = await keep(desk, 'Quillon Ashgrove');
    await keep(desk, 'Petra Lindqvist');
    const file = await backupOf(desk);
    await disposes(desk, gone);
    await keep(desk, 'Later');
    const count = await page.backup.restore(file, { recoveryKey }, '', watched());
    expect(count).toMatchObject({ taken: 0, held: 3, conflicts: [], leftOut: 1 });
    expect(await namesAt(page)).toEqual(['Petra Lindqvist', 'Later']);
  });

  it('carries an older copy of the same vault on', async () => {
    const [desk, older] = [await officerAt(), await officerAt()];
    await keep(desk, 'Petra Lindqvist');
    const first = await backupOf(desk);
    const { recoveryKey } = desk;
    await older.page.backup.restore(first, { recoveryKey }, '', watched());
    await keep(desk, 'Later');
    const second = await backupOf(desk);
    const count = await older.page.backup.restore(second, { recoveryKey }, '', watched());
    expect(count).toMatchObject({ held: 2, taken: 2 });
    expect(await namesAt(older.page)).toEqual(['Petra Lindqvist', 'Later']);
  });
});

describe('a move to another computer', () => {
  it('brings the vault with its officer, its secrets, every record and the whole chain', async () => {
    const desk = await officerAt();
    const { page: old, recoveryKey } = desk;
    const id = await keep(desk, 'Petra Lindqvist');
    await keep(desk, 'Later');
    const file = await backupOf(desk);
    const page = await newPage();
    const count = await page.backup.moveHere(file, { recoveryKey }, '', watched());
    expect(count).toMatchObject({ taken: 3, records: 2 });
    expect(page.vault.state()).toEqual(old.vault.state());
    expect(await page.store.batchesSince(0)).toEqual(await old.store.batchesSince(0));
    expect(await page.store.history(id)).toEqual(await old.store.history(id));
    expect((await page.vault.colleagueCard()).card).toEqual((await old.vault.colleagueCard()).card);
    await page.vault.lock();
    await until(page, 'locked');
    expect((await page.vault.unlock('practice', { recoveryKey })).ok).toBe(true);
    expect(await namesAt(page)).toEqual(['Petra Lindqvist', 'Later']);
  });

  it('keeps out what the disposal list names, and brings it back without', async () => {
    const desk = await officerAt();
    const { page: old, recoveryKey } = desk;
    const gone = await keep(desk, 'Quillon Ashgrove');
    await keep(desk, 'Petra Lindqvist');
    const file = await backupOf(desk);
    await disposes(desk, gone);
    const { content } = await old.backup.disposalList();
    expect(content).not.toContain('Quillon');

    const without = await newPage();
    await without.backup.moveHere(file, { recoveryKey }, '', watched());
    expect(await namesAt(without)).toEqual(['Quillon Ashgrove', 'Petra Lindqvist']);

    const page = await newPage();
    await expect(
      page.backup.moveHere(file, { recoveryKey }, 'not a list', watched()),
    ).rejects.toThrow('not a disposal list');
    const count = await page.backup.moveHere(file, { recoveryKey }, content, watched());
    expect(count).toMatchObject({ leftOut: 1 });
    expect(await namesAt(page)).toEqual(['Petra Lindqvist']);
    expect(JSON.stringify(await page.store.batchesSince(0))).not.toContain('Quillon');
    await expect(
      page.store.commit({
        changes: [newRecord('subject', buildSubject({ id: gone }))],
        reason: 'case-work',
      }),
    ).rejects.toMatchObject({ code: 'CP_STORE_CONFLICT' });
  });

  it('is refused where there is a vault of that kind', async () => {
    const desk = await officerAt();
    await keep(desk, 'Petra Lindqvist');
    const file = await backupOf(desk);
    const { recoveryKey } = desk;
    await expect(desk.page.backup.moveHere(file, { recoveryKey }, '', watched())).rejects.toThrow(
      'already a vault',
    );
  });
});

describe('the reminder', () => {
  const noticesOf = (page: KeeperConnection): string[] => {
    const codes: string[] = [];
    page.notices.subscribe(({ code }) => codes.push(code));
    return codes;
  };

  it('comes after fifty saves, and no longer once a backup was made', async () => {
    const desk = await officerAt();
    const codes = noticesOf(desk.page);
    const words: string[] = [];
    desk.page.notices.subscribe(({ message }) => words.push(message));
    for (let save = 0; save < 49; save += 1) await keep(desk, `Subject ${save}`);
    expect(codes).not.toContain('backup-due');
    await keep(desk, 'The fiftieth');
    await expect.poll(() => codes).toContain('backup-due');
    expect(words).toContain('There is no backup of this vault yet');
    await backupOf(desk);
    expect(noticesOf(desk.bench.page())).not.toContain('backup-due');
  });

  it('comes after a week', async () => {
    const computer = newComputer();
    const desk = await officerAt(computer);
    await keep(desk, 'Petra Lindqvist');
    await backupOf(desk);
    await keep(desk, 'Somebody after the backup');
    await desk.bench.clear();
    const later = newBench(computer);
    benches.push(later);
    const host = browserHost(() => new Date(Date.now() + 7 * 86_400_000));
    await later.keeper({ host });
    const page = later.page();
    const words: string[] = [];
    page.notices.subscribe(({ message }) => words.push(message));
    await page.vault.unlock('practice', { recoveryKey: desk.recoveryKey });
    await expect.poll(() => words).toContain('The last backup is a week old');
  });

  it('takes the copies of pages along, gives back one that was lost here, and lets none in without its record', async () => {
    const desk = await officerAt();
    const { page, recoveryKey, bench } = desk;
    const held = await keepCopy(desk, 'a page '.repeat(300));
    const doomed = await keepCopy(desk, 'another page '.repeat(300));
    const file = await backupOf(desk);
    expect(await file.text()).not.toContain('another page');
    expect(await page.backup.drill(file, { recoveryKey }, watched())).toMatchObject({ copies: 2 });

    await disposes(desk, doomed.subject, doomed.id);
    await page.vault.lock();
    // A byte in the middle of the remaining blob is damaged.
    bench.computer.disks.get('practice')?.damage('blobs-a', (bytes) => {
      const at = 64 + 36 + 285 + 60;
      return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
    });
    await page.vault.unlock('practice', { recoveryKey });
    await until(page, 'open');
    await expect(page.blobs.consult(held.id, held.blob, 'case-work')).rejects.toThrow('damaged');

    await page.backup.restore(file, { recoveryKey }, '', watched());
    const found = await page.blobs.consult(held.id, held.blob, 'case-work');
    expect(new TextDecoder().decode(found)).toBe('a page '.repeat(300));
    expect([...(await page.store.blobs())]).toEqual([held.blob]);

    const other = await newPage();
    await other.backup.moveHere(file, { recoveryKey }, '', watched());
    await until(other, 'open');
    const moved = await other.blobs.consult(doomed.id, doomed.blob, 'case-work');
    expect(new TextDecoder().decode(moved)).toBe('another page '.repeat(300));
  });
});

/** A capture with a copy of its page; the subject's name was taken from it. */
async function keepCopy({ page }: Desk, text: string) {
  const { digest } = browserHost();
  const { salt } = buildSnapshot();
  const blob = await page.blobs.put(new TextEncoder().encode(text));
  const snapshots = [{ ...buildSnapshot(), blob, digest: await digest(`${salt}\n${text}`) }];
  const capture = buildSourceCapture({ snapshots });
  const subject = buildSubject();
  const sources = { name: [buildSource({ capture: capture.id })] };
  await page.store.commit({
    changes: [newRecord('sourceCapture', capture), { ...newRecord('subject', subject), sources }],
    reason: 'case-work',
  });
  return { id: capture.id, subject: subject.id, blob };
}
