/** Receiving from other devices and backups: the same records in any order, and nothing unproved. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import { conflictOf } from '../../store/log/conflict.js';
import { revisionsOf } from '../../store/log/revision.js';
import { batchesAbout } from '../../store/receive/received.js';
import { undoSave } from '../../store/undo.js';
import { buildHold, buildIntervention, buildSubject, newRecord } from '../fiction/builder.js';
import { answersOf } from './store-answers.js';
import { colleague, eitherOf, recordsOf, shuffled, withHeads } from './store-colleague.js';
import { playAgainstModel, randomSteps } from './store-model.js';
import { BAD } from './store-spoilt.js';
import { keepSubject, type StoreSuite, saving } from './store-suite.js';

const RESTORE = 'restore';

export function testReceiving(suite: StoreSuite): void {
  describe('receiving', () => {
    beforeEach((context) => {
      if (!suite.receives) context.skip('This store takes nothing in');
    });

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

    it('leaves nothing of a disposed record that was received, and never takes it in again', async (context) => {
      const other = await colleague(suite);
      const secret = buildSubject({ name: 'Quillon Ashgrove' });
      await other.store.commit(saving(newRecord('subject', secret)));
      await keepSubject(other.store);
      const batches = await other.store.batchesSince(0);
      await suite.store.receive(batches, other.verify, RESTORE);
      await suite.store.compact();
      await suite.store.dispose([secret.id], 'retention');
      const expectNothing = async () =>
        expect(JSON.stringify(await answersOf(suite.store))).not.toContain('Ashgrove');
      await expectNothing();
      await suite.expectWholeChain();
      const received = await suite.store.receive(batches, other.verify, RESTORE);
      expect(received).toMatchObject({ leftOut: [secret.id], records: [] });
      await expectNothing();
      await suite.reopenWhole(context);
      await expectNothing();
      await suite.expectWholeChain();
    });

    it('keeps out what another copy disposed of, and says what another device disposed of', async () => {
      const other = await colleague(suite);
      const [gone, kept] = [buildSubject({ name: 'Quillon Ashgrove' }), buildSubject()];
      await other.store.commit(saving(newRecord('subject', gone)));
      await other.store.commit(saving(newRecord('subject', kept)));
      const before = await other.store.batchesSince(0);
      const first = await suite.store.receive(before, other.verify, RESTORE, {
        disposed: [gone.id],
      });
      expect(first.leftOut).toEqual([gone.id]);
      expect(JSON.stringify(await answersOf(suite.store))).not.toContain('Ashgrove');
      expect((await suite.store.audit()).at(-1)).toMatchObject({
        action: 'erasure',
        records: [gone.id],
      });
      await expect(suite.store.commit(saving(newRecord('subject', gone)))).rejects.toMatchObject({
        code: 'CP_STORE_CONFLICT',
      });
      await other.store.dispose([kept.id], 'retention');
      const after = await other.store.batchesSince(0);
      const second = await suite.store.receive(after, other.verify, RESTORE);
      expect(second.disposedElsewhere).toEqual([kept.id]);
      expect(await suite.store.get('subject', kept.id)).toBeDefined();
    });

    it('keeps under a hold what was received', async () => {
      const other = await colleague(suite);
      const { id: subjectId } = await keepSubject(other.store);
      const intervention = buildIntervention({ subjectId });
      await other.store.commit(saving(newRecord('intervention', intervention)));
      await suite.store.receive(await other.store.batchesSince(0), other.verify, RESTORE);
      await suite.store.commit(saving(newRecord('hold', buildHold({ subjectId }))));
      await expect(suite.store.dispose([intervention.id], 'retention')).rejects.toMatchObject({
        code: 'CP_STORE_HELD',
      });
    });

    it('cannot take back what another device saved', async () => {
      const other = await colleague(suite);
      await keepSubject(other.store);
      const { seq } = await suite.store.receive(
        await other.store.batchesSince(0),
        other.verify,
        RESTORE,
      );
      expect(await undoSave(suite.store, seq)).toMatchObject({
        ok: false,
        issues: [{ code: 'undo-received' }],
      });
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

    it('carries on without what was disposed of since the backup was made', async (context) => {
      const other = await suite.another(context);
      const gone = buildSubject({ name: 'Quillon Ashgrove' });
      await suite.store.commit(saving(newRecord('subject', gone)));
      const { id } = await keepSubject(suite.store);
      const backup = await suite.store.batchesSince(0);
      await other.receive(backup, suite.verify, RESTORE, { disposed: [gone.id] });
      expect(JSON.stringify(await answersOf(other))).not.toContain('Ashgrove');
      expect(await other.get('subject', id)).toBeDefined();
      await expect(other.commit(saving(newRecord('subject', gone)))).rejects.toMatchObject({
        code: 'CP_STORE_CONFLICT',
      });
      await other.close();
    });

    it('withdraws nothing that stands here and lifts no hold unless the officer lets that in', async () => {
      const other = await colleague(suite);
      const { id: subjectId, change } = await keepSubject(other.store);
      const hold = buildHold({ subjectId });
      await other.store.commit(saving(newRecord('hold', hold)));
      const first = await other.store.batchesSince(0);
      await suite.store.receive(first, other.verify, RESTORE);
      const { heads: parents = [] } = (await other.store.get('hold', hold.id)) ?? {};
      const lift = { kind: 'hold' as const, record: hold.id, parents };
      await other.store.commit(saving({ ...lift, set: { liftedOn: '2026-11-24' as PlainDate } }));
      await other.store.commit(saving({ ...change({}), withdraw: true }));
      const all = await other.store.batchesSince(0);
      const foreseen = await suite.store.foresee(all, other.verify);
      expect(foreseen.map(({ record, wouldEnd }) => [record, wouldEnd])).toEqual([
        [hold.id, true],
        [subjectId, true],
      ]);
      const received = await suite.store.receive(all, other.verify, RESTORE);
      expect(received.unended).toEqual([hold.id, subjectId]);
      expect(await suite.store.get('subject', subjectId)).toBeDefined();
      await expect(suite.store.dispose([subjectId], 'retention')).rejects.toMatchObject({
        code: 'CP_STORE_HELD',
      });
      const ended = [hold.id, subjectId];
      await suite.store.receive(all, other.verify, RESTORE, { ended });
      expect(await recordsOf(suite.store)).toEqual(await recordsOf(other.store));
      await suite.expectWholeChain();
    });

    it('takes in a record that was withdrawn before it came', async () => {
      const other = await colleague(suite);
      const { change, id } = await keepSubject(other.store);
      await other.store.commit(saving({ ...change({}), withdraw: true }));
      const all = await other.store.batchesSince(0);
      expect(await suite.store.receive(all, other.verify, RESTORE)).toMatchObject({ unended: [] });
      expect(await suite.store.get('subject', id)).toBeUndefined();
      expect(await suite.store.history(id)).toHaveLength(2);
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
