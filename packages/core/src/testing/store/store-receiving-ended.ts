/** Receiving what was disposed of, held, undone or withdrawn, here or elsewhere: nothing ends without the officer. */
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../shared/primitives.js';
import { undoSave } from '../../store/undo.js';
import { buildHold, buildIntervention, buildSubject, newRecord } from '../fiction/builder.js';
import { answersOf } from './store-answers.js';
import { colleague, RESTORE, recordsOf, skipUnlessReceiving } from './store-colleague.js';
import { keepSubject, type StoreSuite, saving } from './store-suite.js';

export function testReceivingEnded(suite: StoreSuite): void {
  describe('receiving what was ended', () => {
    skipUnlessReceiving(suite);

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
  });
}
