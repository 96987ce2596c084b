/** Receiving only what is proved: whole, signed by its own officer, and about the cases that it is said to be about. */
import { describe, expect, it } from 'vitest';
import { buildIntervention, buildSubject, newRecord } from '../fiction/builder.js';
import { answersOf } from './store-answers.js';
import {
  colleague,
  RESTORE,
  recordsOf,
  skipUnlessReceiving,
  withHeads,
} from './store-colleague.js';
import { BAD } from './store-spoilt.js';
import { keepSubject, type StoreSuite, saving } from './store-suite.js';

export function testReceivingProof(suite: StoreSuite): void {
  describe('receiving only what is proved', () => {
    skipUnlessReceiving(suite);

    it.each(Object.entries(BAD))('takes in nothing of %s', async (_, { code, spoil }) => {
      const other = await colleague(suite);
      const { change } = await keepSubject(other.store);
      await other.store.commit(saving(change({ name: 'Later' })));
      const good = await other.store.batchesSince(0);
      await suite.store.receive(good.slice(0, 1), other.verify, RESTORE);
      const before = await answersOf(suite.store);
      const spoilt = await spoil([...good], other);
      await expect(
        suite.store.receive(spoilt, other.verify, RESTORE, { from: 'colleague' }),
      ).rejects.toMatchObject({ code: 'CP_STORE_NOT_RECEIVED', cause: [{ code }] });
      expect(await answersOf(suite.store)).toEqual(before);
      await suite.store.receive(good, other.verify, RESTORE);
      expect(await recordsOf(suite.store)).toEqual(await recordsOf(other.store));
    });

    it('carries its own log on from a backup, and knows what it has', async (context) => {
      const other = await suite.another(context);
      const { id, change } = await keepSubject(suite.store);
      const short = await suite.store.batchesSince(0);
      await suite.store.commit(saving(change({ name: 'Later' })));
      const gone = buildSubject({ name: 'Quillon Ashgrove' });
      await suite.store.commit(saving(newRecord('subject', gone)));
      const long = await suite.store.batchesSince(0);
      await expect(other.receive(long.slice(1), suite.verify, RESTORE)).rejects.toMatchObject({
        cause: [{ code: 'receive-gap' }],
      });
      await other.receive(short, suite.verify, RESTORE);
      await expect(
        other.receive(long, suite.verify, RESTORE, { from: 'colleague' }),
      ).rejects.toMatchObject({ cause: [{ code: 'receive-ahead' }] });
      const received = await other.receive(long, suite.verify, RESTORE);
      expect(received).toMatchObject({ takenCount: 2, heldCount: 1, seq: 3 });
      expect(await answersOf(other)).toEqual(await answersOf(suite.store));

      await suite.store.commit(saving({ ...change({}), ...(await withHeads(suite.store, id)) }));
      await other.commit(saving({ ...change({}), ...(await withHeads(other, id)) }));
      const apart = await suite.store.batchesSince(0);
      await expect(other.receive(apart, suite.verify, RESTORE)).rejects.toMatchObject({
        cause: [{ code: 'receive-fork-own' }],
      });
      await other.close();
    });

    it('changes no case but those that it is said to be about', async () => {
      const other = await colleague(suite);
      const { id: subjectId } = await keepSubject(other.store);
      await other.store.commit(saving(newRecord('intervention', buildIntervention({ subjectId }))));
      const batches = await other.store.batchesSince(0);
      const before = await answersOf(suite.store);
      for (const act of [
        suite.store.foresee(batches, other.verify, { cases: [buildSubject().id] }),
        suite.store.receive(batches, other.verify, RESTORE, { cases: [] }),
      ])
        await expect(act).rejects.toMatchObject({ cause: [{ code: 'receive-beyond' }] });
      expect(await answersOf(suite.store)).toEqual(before);
      const cases = [subjectId];
      expect(await suite.store.foresee(batches, other.verify, { cases })).toMatchObject([
        { kind: 'subject', record: subjectId, cases, isHeld: false, wouldEnd: false },
        { kind: 'intervention', cases, isHeld: false, wouldEnd: false },
      ]);
      expect(await answersOf(suite.store)).toEqual(before);
      await suite.store.receive(batches, other.verify, RESTORE, { cases });
      expect(await recordsOf(suite.store)).toEqual(await recordsOf(other.store));
    });

    it('takes nothing in this officer’s name, or of this device, that another key signed', async (context) => {
      const { id } = await keepSubject(suite.store);
      const before = await answersOf(suite.store);
      const [{ header } = {}] = await suite.store.batchesSince(0);
      if (!header) throw new Error('Something was kept');
      // A store that was given no key knows its own officer by none.
      if (await suite.verify(header.officer, 'another text', header.signature))
        return context.skip('This store checks no signatures');
      const { officer, device } = header;
      const anybody = async () => true;
      for (const who of [{ officer }, { officer, device }, { device }]) {
        const forger = await colleague(suite, who);
        await keepSubject(forger.store);
        const forged = await forger.store.batchesSince(0);
        await expect(suite.store.receive(forged, anybody, RESTORE)).rejects.toMatchObject({
          cause: [{ code: 'receive-own-name' }],
        });
      }
      expect(await answersOf(suite.store)).toEqual(before);
      expect(await suite.store.get('subject', id)).toBeDefined();
    });
  });
}
