import { type BlobName, PreventError, type StoredSnapshot } from '@cyber-prevent/core';
import {
  buildSnapshot,
  buildSource,
  buildSourceCapture,
  buildSubject,
  endCase,
  newRecord,
} from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, newBench, setUp, until } from '../../testing/keeper-under-test.js';
import type { KeeperConnection } from '../client/client.js';
import { browserHost } from '../host.js';

const reason = 'case-work';
const page = new TextEncoder().encode('a page '.repeat(500));

describe('blobs by way of the keeper', () => {
  let bench: Bench;
  let tab: KeeperConnection;
  let recoveryKey: string;
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
  });
  afterEach(() => bench.clear());
  const naming = (blob: BlobName): StoredSnapshot => ({ ...buildSnapshot(), blob });
  const keep = async (blob: BlobName) => {
    const capture = buildSourceCapture({ snapshots: [naming(blob)] });
    await tab.store.commit({ changes: [newRecord('sourceCapture', capture)], reason });
    return capture.id;
  };

  it('are kept, named by a commit, and given to whoever says why, after a lock too', async () => {
    const blob = await tab.blobs.put(page);
    const id = await keep(blob);
    await tab.vault.lock();
    await expect(tab.blobs.consult(id, blob, reason)).rejects.toMatchObject({
      code: 'CP_STORE_LOCKED',
    });
    await unlock();
    expect(await tab.blobs.consult(id, blob, reason)).toEqual(page);
    expect((await tab.store.audit()).at(-1)).toMatchObject({
      action: 'consultation',
      records: [id],
      reason,
    });
  });

  it('are given for no record that does not name them, and that is not logged as a look', async () => {
    const blob = await tab.blobs.put(page);
    const other = await keep(await tab.blobs.put(page.slice(7)));
    const before = (await tab.store.audit()).length;
    for (const id of [other, buildSourceCapture().id])
      await expect(tab.blobs.consult(id, blob, reason)).rejects.toMatchObject({
        code: 'CP_STORE_UNKNOWN_RECORD',
      });
    expect(await tab.store.audit()).toHaveLength(before);
  });

  it('are not given when the look cannot be logged', async () => {
    const blob = await tab.blobs.put(page);
    const id = await keep(blob);
    bench.computer.disks.get('practice')?.stopAfter(0);
    await expect(tab.blobs.consult(id, blob, reason)).rejects.toBeInstanceOf(PreventError);
  });

  it('stop a commit that names one that is not kept', async () => {
    const saved = keep(buildSnapshot('Q').blob);
    await expect(saved).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
    expect(await tab.store.query('sourceCapture')).toEqual([]);
  });

  it('go with the record that is disposed of, and no key of them is left', async () => {
    const [doomed, held] = [await tab.blobs.put(page), await tab.blobs.put(page.slice(7))];
    const [first, second] = [await keep(doomed), await keep(held)];
    const disk = bench.computer.disks.get('practice');
    const old = disk?.bytes('blobs-a')?.slice();
    const subject = buildSubject();
    const sources = { name: [buildSource({ capture: first })] };
    await tab.store.commit({ changes: [{ ...newRecord('subject', subject), sources }], reason });
    const ended = await endCase(tab.store, subject.id, browserHost().clock.today());
    await tab.store.dispose([...ended, first], 'retention');
    await tab.vault.lock();
    disk?.damage('blobs-a', () => old);
    await unlock();
    expect(await tab.blobs.consult(second, held, reason)).toEqual(page.slice(7));
    expect([...(await tab.store.blobs())]).toEqual([held]);
    await expect(tab.blobs.consult(first, doomed, reason)).rejects.toMatchObject({
      code: 'CP_STORE_UNKNOWN_RECORD',
    });
  });
});
