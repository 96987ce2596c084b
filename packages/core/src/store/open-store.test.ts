import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/shipped.js';
import { PreventError } from '../shared/errors.js';
import { buildId, buildSubject, newRecord } from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import type { BatchLog } from './log/batch-log.js';
import { CHAIN_START } from './log/chain.js';
import { composeBatch } from './log/compose.js';
import type { Batch, Change, Commit } from './log/revision.js';
import { memoryLog } from './memory-log.js';
import { openStore } from './open-store.js';

const signer = testSigner();
const { verify } = signer;

function setUp(changes: Partial<BatchLog> = {}) {
  const log: BatchLog = { ...memoryLog(), ...changes };
  const host = testHost();
  return { log, host, options: { log, host, signer, verify } };
}

async function batchesOf(log: BatchLog): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of log.load()) batches.push(batch);
  return batches;
}

const filing = (...changes: Change[]): Commit => ({ changes, reason: 'referral' });
const fileSubject = () => filing(newRecord('subject', buildSubject()));

describe('openStore', () => {
  it('refuses a log that somebody changed, and names the entry', async () => {
    const { log, options } = setUp();
    const store = await openStore(options);
    await store.commit(fileSubject());
    await store.commit(fileSubject());
    const [first, second] = structuredClone(await batchesOf(log));
    if (!first || !second) throw new Error('Two batches were kept');
    await log.replace([{ ...second, revisions: first.revisions }]);
    await expect(openStore(options)).rejects.toMatchObject({
      code: 'CP_STORE_CHAIN_BROKEN',
      message: expect.stringContaining('Entry 2 of the log'),
    });
  });

  it('refuses a log whose end was cut off, when the head is known from elsewhere', async () => {
    const { options } = setUp();
    const store = await openStore(options);
    const { seq, head } = await store.commit(fileSubject());
    await expect(openStore({ ...options, expect: { seq, head } })).resolves.toBeDefined();
    await expect(
      openStore({ ...options, log: memoryLog(), expect: { seq, head } }),
    ).rejects.toMatchObject({ code: 'CP_STORE_CHAIN_BROKEN' });
  });

  it('refuses to carry on another device’s log', async () => {
    const { options } = setUp();
    await (await openStore(options)).commit(fileSubject());
    for (const other of [{ device: buildId() }, { team: 'elsewhere' }])
      await expect(
        openStore({ ...options, signer: { ...signer, ...other } }),
      ).rejects.toMatchObject({ code: 'CP_STORE_CHAIN_BROKEN' });
  });

  it('refuses entries that the officer did not sign', async () => {
    const { options } = setUp();
    const forger = { ...signer, sign: testSigner().sign };
    await (await openStore({ ...options, signer: forger })).commit(fileSubject());
    await expect(openStore(options)).rejects.toMatchObject({
      code: 'CP_STORE_CHAIN_BROKEN',
      cause: [{ code: 'chain-signature' }],
    });
  });

  it('withdraws a record that an older release kept and today’s rules would refuse', async () => {
    const { log, host, options } = setUp();
    const old = newRecord('subject', { ...buildSubject(), name: '' });
    const place = { signer, host, at: host.clock.now(), seq: 1, prev: CHAIN_START.head };
    const batch = await composeBatch(filing(old), place);
    await log.append(batch);
    const store = await openStore(options);
    const parents = (await store.get('subject', old.record))?.heads ?? [];
    const change = { ...old, parents, set: {} };
    await expect(store.commit(filing({ ...change, set: { aliases: [] } }))).rejects.toMatchObject({
      code: 'CP_RECORD_INVALID',
    });
    await store.commit(filing({ ...change, withdraw: true }));
    expect(await store.get('subject', old.record)).toBeUndefined();
  });

  it('finishes a disposal that was cut short when it is opened again, and hides the record until then', async () => {
    const { log, options } = setUp();
    let isDown = true;
    const broken: BatchLog = {
      ...log,
      replace: async (batches) => {
        if (isDown) throw new Error('The power went');
        await log.replace(batches);
      },
    };
    const store = await openStore({ ...options, log: broken });
    const subject = buildSubject({ name: 'Quillon Ashgrove' });
    await store.commit(filing(newRecord('subject', subject)));
    await expect(store.dispose([subject.id], 'retention')).rejects.toMatchObject({
      code: 'CP_STORE_CLOSED',
    });
    expect(await store.get('subject', subject.id)).toBeUndefined();
    const stillDown = await openStore({ ...options, log: broken });
    expect(await stillDown.query('subject')).toEqual([]);
    expect(JSON.stringify(await batchesOf(log))).toContain('Ashgrove');

    isDown = false;
    await openStore({ ...options, log: broken });
    expect(JSON.stringify(await batchesOf(log))).not.toContain('Ashgrove');
  });

  it('can be asked again for a disposal that was cut short', async () => {
    const { log, options } = setUp();
    const failures = [new Error('The power went')];
    const store = await openStore({
      ...options,
      log: {
        ...log,
        replace: async (batches) => {
          const failure = failures.pop();
          if (failure) throw failure;
          await log.replace(batches);
        },
      },
    });
    const subject = buildSubject({ name: 'Quillon Ashgrove' });
    await store.commit(filing(newRecord('subject', subject)));
    await expect(store.dispose([subject.id], 'retention')).rejects.toThrow();
    await store.dispose([subject.id], 'retention');
    expect(JSON.stringify(await batchesOf(log))).not.toContain('Ashgrove');
  });

  it.each([
    ['a full disk', Object.assign(new Error(), { name: 'QuotaExceededError' }), 'CP_STORE_FULL'],
    ['a full disk in Node', Object.assign(new Error(), { code: 'ENOSPC' }), 'CP_STORE_FULL'],
    ['a locked vault', new PreventError('CP_STORE_LOCKED', 'Unlock'), 'CP_STORE_LOCKED'],
    ['anything else', new Error('What?'), 'CP_STORE_CLOSED'],
    ['a thrown nothing', null, 'CP_STORE_CLOSED'],
  ])('says %s by its code', async (_what, failure, code) => {
    const { options } = setUp({ append: () => Promise.reject(failure) });
    await expect((await openStore(options)).commit(fileSubject())).rejects.toMatchObject({ code });
    const unreadable = setUp({
      async *load() {
        yield* [];
        throw failure;
      },
    });
    await expect(openStore(unreadable.options)).rejects.toMatchObject({ code });
  });

  it('says that the key cannot be used when signing is refused', async () => {
    const { options } = setUp();
    const locked = { ...signer, sign: () => Promise.reject(new Error('No key')) };
    const store = await openStore({ ...options, signer: locked });
    await expect(store.commit(fileSubject())).rejects.toMatchObject({ code: 'CP_STORE_LOCKED' });
  });

  it('takes only reasons that are in force, when it is handed the lists', async () => {
    const { options } = setUp();
    const store = await openStore({ ...options, lists: gatherCodeLists() });
    const subject = buildSubject();
    await store.commit(filing(newRecord('subject', subject)));
    const refusal = { code: 'CP_RECORD_INVALID', cause: [{ code: 'reason-unknown' }] };
    await expect(store.consult([subject.id], 'curiosity')).rejects.toMatchObject(refusal);
    await expect(store.dispose([subject.id], 'tidying')).rejects.toMatchObject(refusal);
    await expect(store.commit({ ...fileSubject(), reason: 'because' })).rejects.toMatchObject(
      refusal,
    );
    const audit = [
      {
        action: 'disclosure' as const,
        records: [],
        fields: [],
        reason: 'gossip',
        recipients: ['partner', 'Testford youth team'],
      },
    ];
    await expect(store.commit({ ...fileSubject(), audit })).rejects.toMatchObject(refusal);
    expect((await store.batchesSince(0)).length).toBe(1);
  });
});
