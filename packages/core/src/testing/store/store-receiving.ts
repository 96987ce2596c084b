/** Receiving from other devices and backups: the same records in any order. */
import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../shared/primitives.js';
import { conflictOf } from '../../store/log/conflict.js';
import { revisionsOf } from '../../store/log/revision.js';
import { batchesAbout } from '../../store/receive/received.js';
import { buildSubject, newRecord } from '../fiction/builder.js';
import { answersOf } from './store-answers.js';
import {
  colleague,
  eitherOf,
  RESTORE,
  recordsOf,
  shuffled,
  skipUnlessReceiving,
} from './store-colleague.js';
import { playAgainstModel, randomSteps } from './store-model.js';
import { keepSubject, type StoreSuite, saving } from './store-suite.js';

export function testReceiving(suite: StoreSuite): void {
  describe('receiving', () => {
    skipUnlessReceiving(suite);

    it.for([1, 2, 3])(
      'gives the same records in any order, and twice (%i)',
      async (seed, context) => {
        const other = await colleague(suite);
        await playAgainstModel(other.store, randomSteps(seed, 40));
        const batches = await other.store.batchesSince(0);
        const order = shuffled([...batches, ...batches], seed);
        const ended = batches.flatMap(revisionsOf).map(({ record }) => record);
        for (let from = 0; from < order.length; from += 7)
          await suite.store.receive(order.slice(from, from + 7), other.verify, RESTORE, { ended });
        const expected = await recordsOf(other.store);
        expect(await recordsOf(suite.store)).toEqual(expected);
        await suite.expectWholeChain();
        await suite.store.compact();
        const before = await answersOf(suite.store);
        expect(await answersOf(await suite.reopen(context))).toEqual(before);
        expect(await answersOf(await suite.reopenWhole(context))).toEqual(before);
      },
    );

    it('keeps nothing of what is held already', async () => {
      const other = await colleague(suite);
      await keepSubject(other.store);
      const batches = await other.store.batchesSince(0);
      const first = await suite.store.receive(batches, other.verify, RESTORE);
      expect(first).toMatchObject({ takenCount: 1, heldCount: 0 });
      const again = await suite.store.receive(batches, other.verify, RESTORE);
      expect(again).toEqual({ ...first, takenCount: 0, heldCount: 1, records: [] });
    });

    it('knows the place of what it wrote, and of what it received', async () => {
      const own = await keepSubject(suite.store);
      const other = await colleague(suite);
      const theirs = await keepSubject(other.store);
      await suite.store.receive(await other.store.batchesSince(0), other.verify, RESTORE);
      const { revisions } = await suite.store.trail([own.id, theirs.id]);
      const placeOf = (id: RecordId) => revisions.find(({ record }) => record === id)?.place;
      const [written, read] = [placeOf(own.id), placeOf(theirs.id)];
      expect(written).toEqual({ device: written?.device, seq: 1 });
      expect(read).toEqual({ device: read?.device, seq: 1, receivedIn: 2 });
      expect(read?.device).not.toBe(written?.device);
    });

    it('logs what was brought together, and keeps what was logged there', async () => {
      const other = await colleague(suite);
      const { id } = await keepSubject(other.store);
      await suite.store.receive(await other.store.batchesSince(0), other.verify, RESTORE);
      const log = await suite.store.audit();
      expect(log.slice(-2)).toMatchObject([
        { action: 'collection', records: [id], by: other.officer },
        { action: 'combination', records: [id], reason: RESTORE },
      ]);
    });

    it('lets two devices that exchanged everything see the same, heads and conflicts too', async () => {
      const other = await colleague(suite);
      const either = eitherOf(suite.verify, other.verify);
      const { id, change } = await keepSubject(suite.store);
      const shared = await suite.store.batchesSince(0);
      await other.store.receive(shared, either, RESTORE);
      await suite.store.commit(saving(change({ name: 'Petra Lindqvist', phones: [] })));
      await other.store.commit(saving(change({ name: 'Petra Marchbanks' })));
      const theirs = await other.store.batchesSince(0);
      await other.store.receive(await suite.store.batchesSince(0), either, RESTORE);
      const received = await suite.store.receive(theirs, either, RESTORE);
      expect(received.conflicts).toEqual([id]);
      expect(await recordsOf(suite.store)).toEqual(await recordsOf(other.store));
      const conflict = conflictOf(await suite.store.history(id));
      expect(conflict).toEqual(conflictOf(await other.store.history(id)));
      expect(conflict?.heads).toHaveLength(2);
      expect(conflict?.fields.map(({ field }) => field)).toEqual(['name', 'phones']);
      const said = conflict?.fields[0]?.values.map(({ value, by }) => [value, by]) ?? [];
      expect(said).toContainEqual(['Petra Marchbanks', other.officer]);
      expect(said.map(([value]) => value)).toContain('Petra Lindqvist');

      const { heads = [] } = (await suite.store.get('subject', id)) ?? {};
      await suite.store.commit(saving({ ...change({ name: 'Petra Quill' }), parents: heads }));
      await other.store.receive(await suite.store.batchesSince(0), either, RESTORE);
      expect(conflictOf(await other.store.history(id))).toBeUndefined();
      expect(await recordsOf(suite.store)).toEqual(await recordsOf(other.store));
      await suite.expectWholeChain();
    });

    it('shows a record only once all that it rests on has come', async () => {
      const other = await colleague(suite);
      const { id, change } = await keepSubject(other.store);
      await other.store.commit(saving(change({ name: 'Later' })));
      const [first, second] = await other.store.batchesSince(0);
      if (!first || !second) throw new Error('Two saves were kept');
      await suite.store.receive([second], other.verify, RESTORE);
      expect(await suite.store.get('subject', id)).toBeUndefined();
      expect(await suite.store.query('subject')).toEqual([]);
      await suite.store.receive([first], other.verify, RESTORE);
      expect(await recordsOf(suite.store)).toEqual(await recordsOf(other.store));
      expect((await suite.store.history(id)).map(({ parents }) => parents.length)).toEqual([0, 1]);
    });

    it('takes in what was left out before', async () => {
      const other = await colleague(suite);
      const [one, two] = [buildSubject(), buildSubject()];
      await other.store.commit(saving(newRecord('subject', one), newRecord('subject', two)));
      const batches = await other.store.batchesSince(0);
      const about = (id: RecordId) => batchesAbout(batches, new Set([id]));
      await suite.store.receive(about(one.id), other.verify, RESTORE);
      expect((await suite.store.query('subject')).map(({ id }) => id)).toEqual([one.id]);
      expect(JSON.stringify(about(one.id))).not.toContain(two.id);
      await suite.store.receive(about(two.id), other.verify, RESTORE);
      await suite.store.receive(batches, other.verify, RESTORE);
      expect(await recordsOf(suite.store)).toEqual(await recordsOf(other.store));
      expect((await suite.store.audit()).filter(({ action }) => action === 'collection')).toEqual(
        await other.store.audit(),
      );
      await suite.expectWholeChain();
    });

    it('passes on what it received', async () => {
      const [first, last] = [await colleague(suite), await colleague(suite)];
      await keepSubject(first.store);
      await suite.store.receive(await first.store.batchesSince(0), first.verify, RESTORE);
      await keepSubject(suite.store);
      const either = eitherOf(first.verify, suite.verify);
      await last.store.receive(await suite.store.batchesSince(0), either, RESTORE);
      expect(await recordsOf(last.store)).toEqual(await recordsOf(suite.store));
      await expect(
        last.store.receive(await suite.store.batchesSince(0), async () => false, RESTORE),
      ).rejects.toMatchObject({ code: 'CP_STORE_NOT_RECEIVED' });
    });

    it('tells its listeners', async () => {
      const other = await colleague(suite);
      const { id } = await keepSubject(other.store);
      const told: (RecordId | undefined)[] = [];
      suite.store.subscribe(({ received = [] }) => {
        told.push(received[0]?.content.revisions[0]?.content.record);
      });
      await suite.store.receive(await other.store.batchesSince(0), other.verify, RESTORE);
      expect(told).toEqual([id]);
    });

    it('goes on after a write that failed', async (context) => {
      const other = await colleague(suite);
      await keepSubject(other.store);
      const batches = await other.store.batchesSince(0);
      suite.failWrite(context);
      await expect(suite.store.receive(batches, other.verify, RESTORE)).rejects.toMatchObject({
        code: expect.stringMatching(/^CP_STORE_/),
      });
      await suite.store.receive(batches, other.verify, RESTORE);
      expect(await recordsOf(suite.store)).toEqual(await recordsOf(other.store));
      await suite.expectWholeChain();
    });
  });
}
