import {
  FILE_RULES,
  gatherCodeLists,
  keepFile,
  type RecordId,
  withdrawAttachment,
} from '@cyber-prevent/core';
import {
  buildAttachment,
  buildOffice,
  buildPdf,
  buildPng,
  buildSubject,
  endCase,
  newRecord,
} from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attach, attachedFile } from '../../testing/attached-under-test.js';
import { type Bench, newBench, setUp, until } from '../../testing/keeper-under-test.js';
import type { KeeperConnection } from '../client/client.js';
import { browserHost } from '../host.js';

const reason = 'case-work';
const FILES = ['blobs-a', 'blobs-b', 'keys-a', 'keys-b', 'journal-a', 'journal-b'] as const;
/** Of two pieces. */
const long = new TextEncoder().encode('Dear Marisol, thank you. '.repeat(150_000));

describe('attached files by way of the keeper', () => {
  let bench: Bench;
  let tab: KeeperConnection;
  let recoveryKey: string;
  let subject: RecordId;
  const unlock = async (): Promise<void> => {
    expect(await tab.vault.unlock('practice', { recoveryKey })).toMatchObject({ ok: true });
    await until(tab, 'open');
  };
  beforeEach(async () => {
    bench = newBench();
    recoveryKey = await setUp(bench.computer);
    await bench.keeper();
    tab = bench.page();
    await unlock();
    const person = buildSubject();
    await tab.store.commit({ changes: [newRecord('subject', person)], reason });
    subject = person.id;
  });
  afterEach(() => bench.clear());

  it('are given as they were after a lock, in one logged look however many pieces they have', async () => {
    const id = await attach(tab, subject, { name: 'letter.txt', bytes: long });
    expect((await tab.store.get('attachment', id))?.value.pieces).toHaveLength(2);
    await tab.vault.lock();
    await unlock();
    const before = (await tab.store.audit()).length;
    const given = await tab.blobs.openFile(id, reason);
    expect(given && Buffer.compare(given, long)).toBe(0);
    const entries = (await tab.store.audit()).slice(before);
    expect(entries).toMatchObject([{ action: 'consultation', records: [id], reason }]);
  });

  it('are not given when the look cannot be logged', async () => {
    const id = await attach(tab, subject, { name: 'notice.pdf', bytes: buildPdf() });
    bench.computer.disks.get('practice')?.stopAfter(0);
    await expect(tab.blobs.openFile(id, reason)).rejects.toThrow();
  });

  it.each([
    ['another type', { mediaType: 'application/pdf' as const }],
    ['another size', { size: 7 }],
    ['other pixels', { width: 900 }],
    ['no place where there is one', { saysPlace: undefined }],
  ])('are refused if the record says %s than the bytes', async (_what, says) => {
    const png = buildPng({ saysPlace: true });
    const { commit } = await attachedFile(tab, subject, { name: 'a.png', bytes: png });
    const [change] = commit.changes;
    const set = { ...change?.set, ...says };
    await expect(
      tab.store.commit({ ...commit, changes: [{ ...change, set }] } as never),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/^CP_(RECORD_INVALID|VAULT_UNREADABLE)$/),
    });
    expect(await tab.store.query('attachment')).toEqual([]);
    await tab.store.commit(commit);
    expect(await tab.store.query('attachment')).toHaveLength(1);
  });

  it('are refused if they could run, whatever the page says of them', async () => {
    const { commit } = await attachedFile(tab, subject, {
      name: 'plan.docx',
      bytes: buildOffice(),
    });
    const macro = buildOffice('word', ['word/vbaProject.bin']);
    const pieces = await keepFile(macro, { blobs: tab.blobs, host: browserHost() });
    const [change] = commit.changes;
    const set = { ...change?.set, pieces, size: macro.length };
    await expect(
      tab.store.commit({ ...commit, changes: [{ ...change, set }] } as never),
    ).rejects.toThrow('It carries a macro');
    expect(await tab.store.query('attachment')).toEqual([]);
    // Nor is anything of them left: the pieces that the page had put are destroyed, key and all.
    const disk = bench.computer.disks.get('practice');
    expect(disk?.bytes('blobs-a')?.length ?? 0).toBeLessThanOrEqual(64);
  });

  it('leave the disk usable when it filled in the middle of one, without a lock', async () => {
    const disk = bench.computer.disks.get('practice');
    if (!disk) throw new Error('No disk');
    const noise = new Uint8Array(7_000_000);
    for (let at = 0; at < noise.length; at += 65_536)
      crypto.getRandomValues(noise.subarray(at, Math.min(noise.length, at + 65_536)));
    // Room for two of its three pieces.
    const used = FILES.reduce((sum, name) => sum + (disk.bytes(name)?.length ?? 0), 0);
    disk.capacity = used + 7_000_000;
    await expect(keepFile(noise, { blobs: tab.blobs, host: browserHost() })).rejects.toMatchObject({
      code: 'CP_STORE_FULL',
    });
    expect(disk.bytes('blobs-a')?.length ?? 0).toBeLessThanOrEqual(64);
    const id = await attach(tab, subject, { name: 'notice.pdf', bytes: buildPdf() });
    expect(await tab.blobs.openFile(id, reason)).toEqual(buildPdf());
  });

  it('are gone with the window in which they were not attached in the end', async () => {
    const other = bench.page();
    await until(other, 'open');
    await keepFile(buildPdf(), { blobs: other.blobs, host: browserHost() });
    const disk = bench.computer.disks.get('practice');
    expect(disk?.bytes('blobs-a')?.length).toBeGreaterThan(64);
    other.leave();
    await vi.waitFor(() => expect(disk?.bytes('blobs-a')?.length ?? 0).toBeLessThanOrEqual(64), {
      timeout: 60_000,
    });
  });

  it('are never changed, never beyond the limits, and never nobody’s', async () => {
    const id = await attach(tab, subject, { name: 'notice.pdf', bytes: buildPdf() });
    const other = await attachedFile(tab, subject, { name: 'two.pdf', bytes: buildPdf('Two') });
    const held = await tab.store.get('attachment', id);
    const [made] = other.commit.changes;
    const pieces = Reflect.get(made?.set ?? {}, 'pieces');
    for (const set of [{ pieces }, { size: 3 }, { mediaType: 'text/plain' }])
      await expect(
        tab.store.commit({
          changes: [{ kind: 'attachment', record: id, parents: held?.heads ?? [], set } as never],
          reason: 'correction',
        }),
      ).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
    const nobody = { ...made, set: { ...made?.set, subjectId: buildSubject().id } };
    await expect(tab.store.commit({ changes: [nobody as never], reason })).rejects.toMatchObject({
      code: 'CP_RECORD_INVALID',
    });
    const vast = buildAttachment({ subjectId: subject, size: FILE_RULES.mostBytes + 1 });
    await expect(
      tab.store.commit({ changes: [newRecord('attachment', vast)], reason }),
    ).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
    expect((await tab.store.get('attachment', id))?.value).toEqual(held?.value);
  });

  it('leave nothing behind when the disk is full, and can be attached again', async () => {
    const disk = bench.computer.disks.get('practice');
    if (!disk) throw new Error('No disk');
    const { capacity } = disk;
    disk.capacity = 0;
    await expect(attach(tab, subject, { name: 'letter.txt', bytes: long })).rejects.toMatchObject({
      code: 'CP_STORE_FULL',
    });
    disk.capacity = capacity;
    expect(await tab.store.query('attachment')).toEqual([]);
    const id = await attach(tab, subject, { name: 'letter.txt', bytes: long });
    expect((await tab.blobs.openFile(id, reason))?.length).toBe(long.length);
  });

  it('are not given once withdrawn, and their bytes go with the case, key and all', async () => {
    const id = await attach(tab, subject, { name: 'letter.txt', bytes: long });
    const wrong = await attach(tab, subject, { name: 'notice.pdf', bytes: buildPdf() });
    const held = await tab.store.get('attachment', wrong);
    if (!held) throw new Error('Not held');
    const withdrawn = withdrawAttachment(held, 'wrong-file', {
      host: browserHost(),
      lists: gatherCodeLists(),
    });
    if (!withdrawn.ok) throw new Error('Not withdrawn');
    await tab.store.commit(withdrawn.value.commit);
    await expect(tab.blobs.openFile(wrong, reason)).rejects.toMatchObject({
      code: 'CP_STORE_UNKNOWN_RECORD',
    });
    const kept = buildSubject({ name: 'Quillon Ashgrove' });
    await tab.store.commit({ changes: [newRecord('subject', kept)], reason });
    const staying = await attach(tab, kept.id, { name: 'a.png', bytes: buildPng() });
    const disk = bench.computer.disks.get('practice');
    const old = disk?.bytes('blobs-a')?.slice();
    const ended = await endCase(tab.store, subject, browserHost().clock.today());
    await tab.store.dispose([...ended, id, wrong], 'retention');
    await tab.vault.lock();
    // The sealed bytes as they were before: no key of them is left.
    disk?.damage('blobs-a', () => old);
    await unlock();
    await expect(tab.blobs.openFile(id, reason)).rejects.toMatchObject({
      code: 'CP_STORE_UNKNOWN_RECORD',
    });
    const pieces = (await tab.store.get('attachment', staying))?.value.pieces ?? [];
    expect([...(await tab.store.blobs())]).toEqual(pieces.map(({ blob }) => blob));
    expect(await tab.blobs.openFile(staying, reason)).toEqual(buildPng());
    for (const piece of held.value.pieces)
      await expect(tab.blobs.consult(staying, piece.blob, reason)).rejects.toThrow();
  });
});
