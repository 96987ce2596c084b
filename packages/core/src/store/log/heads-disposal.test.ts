/** A disposal in a log that keeps heads: nothing of the record is left, wherever it was cut short. */
import { describe, expect, it } from 'vitest';
import { heldIn, save, saveSubject, setUp } from '../../testing/store/heads-under-test.js';
import { openStore } from '../open-store.js';
import type { BatchLog } from './batch-log.js';
import type { HeadsLog } from './heads.js';

describe('disposal with heads', () => {
  const withSecret = async () => {
    const given = setUp();
    const store = await openStore(given.options);
    const { id, revisions } = await saveSubject(store, 'Quillon Ashgrove');
    await saveSubject(store, 'Petra Lindqvist');
    await save(store, {
      kind: 'subject',
      record: id,
      parents: revisions,
      set: { name: 'Quillon Marchbanks' },
    });
    await store.compact();
    given.asked.length = 0;
    return { ...given, id };
  };
  const fail = () => Promise.reject(new Error('The power went'));

  it('takes the record out of the older batches and out of the heads', async () => {
    const { log, asked, options, id } = await withSecret();
    await (await openStore(options)).dispose([id], 'retention');
    expect(await heldIn(log)).not.toContain('Quillon');
    expect(await heldIn(log)).toContain('Petra Lindqvist');
    expect(asked).toContain('replace 1 3');
  });

  it('is finished at the next opening when only its entry was kept', async () => {
    const { log, options, id } = await withSecret();
    const store = await openStore({ ...options, log: { ...log, replace: fail } });
    await expect(store.dispose([id], 'retention')).rejects.toThrow();
    await expect(store.compact()).rejects.toMatchObject({ code: 'CP_STORE_CLOSED' });
    expect(await heldIn(log)).toContain('Quillon');
    const again = await openStore({ ...options, log: { ...log, replace: fail } });
    expect(await again.get('subject', id)).toBeUndefined();
    await openStore(options);
    expect(await heldIn(log)).not.toContain('Quillon');
  });

  it('is finished at the next opening when one of two batches was replaced', async () => {
    const { log, asked, options, id } = await withSecret();
    const replace: BatchLog['replace'] = async (batches) => {
      await log.replace(batches.slice(0, 1));
      await fail();
    };
    const store = await openStore({ ...options, log: { ...log, replace } });
    await expect(store.dispose([id], 'retention')).rejects.toThrow();
    await openStore(options);
    expect(asked.filter((what) => what.startsWith('replace'))).toEqual(['replace 1', 'replace 3']);
    expect(await heldIn(log)).not.toContain('Quillon');
  });

  it('is finished at the next opening when only the heads still hold the record', async () => {
    const { log, asked, options, id } = await withSecret();
    const heads = { ...log.heads, save: fail };
    const store = await openStore({ ...options, log: { ...log, heads } });
    await expect(store.dispose([id], 'retention')).rejects.toThrow();
    expect(await heldIn(log)).toContain('Quillon');
    asked.length = 0;
    await openStore(options);
    expect(await heldIn(log)).not.toContain('Quillon');
    expect(asked.filter((what) => what.startsWith('replace'))).toEqual([]);
  });

  it('can be asked for again when the heads could not be saved', async () => {
    const { log, options, id } = await withSecret();
    const failures = [new Error('The power went')];
    const save: HeadsLog['save'] = async (change) => {
      const failure = failures.pop();
      if (failure) throw failure;
      await log.heads.save(change);
    };
    const store = await openStore({ ...options, log: { ...log, heads: { ...log.heads, save } } });
    await expect(store.dispose([id], 'retention')).rejects.toThrow();
    await store.dispose([id], 'retention');
    expect(await heldIn(log)).not.toContain('Quillon');
  });

  it('leaves nothing in heads that could not be used', async () => {
    const { log, options, id } = await withSecret();
    const heads: HeadsLog = { ...log.heads, load: async () => undefined };
    const store = await openStore({ ...options, log: { ...log, heads } });
    await store.dispose([id], 'retention');
    expect(await heldIn(log)).not.toContain('Quillon');
  });

  it('leaves nothing in heads that could not be used when they are next seen', async () => {
    const { log, options, id } = await withSecret();
    const { heads, ...plain } = log;
    await (await openStore({ ...options, log: plain })).dispose([id], 'retention');
    await openStore({ ...options, log: { ...log, heads: { ...heads, load: fail } } });
    expect(await heldIn(log)).not.toContain('Quillon');
  });
});
