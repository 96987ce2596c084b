/** Duties of a store to forget, and its end: disposal, holds, closing. */
import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../shared/primitives.js';
import {
  buildHold,
  buildId,
  buildIntervention,
  buildReferral,
  buildReferrer,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../fiction/builder.js';
import { keepSubject, type StoreSuite, saving } from './store-suite.js';

export function testDisposal(suite: StoreSuite): void {
  describe('disposal', () => {
    it('leaves nothing of what a record said, keeps the chain whole, and logs the erasure', async (context) => {
      const secret = buildSubject({ name: 'Quillon Ashgrove', aliases: ['Bramblewick'] });
      const other = buildSubject({ name: 'Petra Lindqvist' });
      const { revisions } = await suite.store.commit(
        saving(newRecord('subject', secret), newRecord('subject', other)),
      );
      const [parent = buildId()] = revisions;
      const set = { name: 'Quillon Marchbanks' };
      await suite.store.commit(
        saving({ kind: 'subject', record: secret.id, parents: [parent], set }),
      );
      const salts = (await suite.store.batchesSince(0))
        .flatMap((batch) => batch.revisions)
        .filter((entry) => entry?.content.record === secret.id)
        .map((entry) => entry?.salt ?? '');
      expect(salts).toHaveLength(2);
      const receipt = await suite.store.dispose([secret.id], 'retention');
      expect(receipt.records).toEqual([secret.id]);

      const expectNothing = async () => {
        const left = JSON.stringify([
          await suite.store.batchesSince(0),
          await suite.store.history(secret.id),
          await suite.store.trail([secret.id]),
          await suite.store.query('subject'),
          await suite.store.audit(),
        ]);
        for (const word of ['Quillon', 'Ashgrove', 'Marchbanks', 'Bramblewick', ...salts])
          expect(left).not.toContain(word);
        expect(left).toContain('Petra Lindqvist');
        expect(await suite.store.get('subject', secret.id)).toBeUndefined();
        expect((await suite.store.audit()).at(-1)).toMatchObject({
          action: 'erasure',
          records: [secret.id],
          reason: 'retention',
        });
        await suite.expectWholeChain();
      };
      await expectNothing();
      await suite.reopen(context);
      await expectNothing();
    });

    it('lets no disposed record come back under its id', async () => {
      const { id } = await keepSubject(suite.store);
      await suite.store.dispose([id], 'retention');
      await expect(
        suite.store.commit(saving(newRecord('subject', buildSubject({ id })))),
      ).rejects.toMatchObject({ code: 'CP_STORE_CONFLICT' });
    });

    it('refuses while a hold stands on the subject, and destroys nothing', async () => {
      const { id: subjectId } = await keepSubject(suite.store);
      const intervention = buildIntervention({ subjectId });
      const hold = buildHold({ subjectId });
      const { revisions } = await suite.store.commit(
        saving(newRecord('intervention', intervention), newRecord('hold', hold)),
      );
      for (const id of [subjectId, intervention.id, hold.id])
        await expect(suite.store.dispose([id], 'retention')).rejects.toMatchObject({
          code: 'CP_STORE_HELD',
        });
      const other = buildId();
      const kept = { hold: hold.id, subject: subjectId, isAbout: true };
      expect(await suite.store.keptByHolds([other, intervention.id, subjectId])).toEqual([
        { ...kept, record: intervention.id },
        { ...kept, record: subjectId },
      ]);
      expect(await suite.store.get('intervention', intervention.id)).toBeDefined();
      const lift = { liftedOn: hold.reviewDueOn };
      const parents = revisions.slice(1);
      await suite.store.commit(saving({ kind: 'hold', record: hold.id, parents, set: lift }));
      expect(await suite.store.keptByHolds([subjectId, intervention.id])).toEqual([]);
      await expect(
        suite.store.dispose([subjectId, intervention.id], 'retention'),
      ).resolves.toBeDefined();
    });

    it('keeps under a hold what a subject’s values rest on', async () => {
      const capture = buildSourceCapture();
      const subject = buildSubject();
      const hold = buildHold({ subjectId: subject.id });
      await suite.store.commit(
        saving(
          newRecord('sourceCapture', capture),
          {
            ...newRecord('subject', subject),
            sources: { name: [buildSource({ capture: capture.id })] },
          },
          newRecord('hold', hold),
        ),
      );
      expect(await suite.store.keptByHolds([capture.id])).toEqual([
        { record: capture.id, hold: hold.id, subject: subject.id, isAbout: false },
      ]);
      await expect(suite.store.dispose([capture.id], 'retention')).rejects.toMatchObject({
        code: 'CP_STORE_HELD',
      });
    });

    it('keeps under a hold who made the subject’s referral', async () => {
      const referrer = buildReferrer();
      const referral = buildReferral({ referrerId: referrer.id });
      const hold = buildHold({ subjectId: referral.subjectId });
      await suite.store.commit(
        saving(
          newRecord('referrer', referrer),
          newRecord('referral', referral),
          newRecord('hold', hold),
        ),
      );
      await expect(suite.store.dispose([referrer.id], 'retention')).rejects.toMatchObject({
        code: 'CP_STORE_HELD',
      });
    });

    it('knows by the histories what nothing else is left to keep for', async (context) => {
      const [corrected, shared, undone] = [
        buildSourceCapture(),
        buildSourceCapture(),
        buildSourceCapture(),
      ];
      const subject = buildSubject();
      const nothing = { addresses: [], schools: [], phones: [], emails: [] };
      // Nobody is put on record together with somebody alike.
      const other = buildSubject({ name: 'Quillon Ashgrove', bornOn: '2009-07-02', ...nothing });
      const from = (...captures: readonly { readonly id: RecordId }[]) => ({
        name: captures.map(({ id }) => buildSource({ capture: id })),
      });
      const noted = newRecord('intervention', buildIntervention({ subjectId: subject.id }));
      const { revisions } = await suite.store.commit(
        saving(
          { ...newRecord('subject', subject), sources: from(corrected, shared) },
          { ...newRecord('subject', other), sources: from(shared) },
          { ...noted, sources: { kind: from(undone).name } },
          ...[corrected, shared, undone].map((each) => newRecord('sourceCapture', each)),
        ),
      );
      const [first = buildId(), second = buildId(), third = buildId()] = revisions;
      const corrects = (record: RecordId, parent: RecordId, name: string) =>
        ({ kind: 'subject', record, parents: [parent], set: { name } }) as const;
      await suite.store.commit(
        saving(
          corrects(subject.id, first, 'Rowan Vael-Marsh'),
          corrects(other.id, second, 'Quillon Ashgrove-Fenn'),
          { kind: 'intervention', record: noted.record, parents: [third], set: {}, withdraw: true },
        ),
      );
      const logged = (await suite.store.audit()).length;
      const only = async (...ids: readonly RecordId[]) =>
        (await suite.store.heldOnlyWith(ids)).map(({ id }) => id).sort();
      const expectKnown = async () => {
        const own = [noted.record, corrected.id, undone.id].sort();
        expect(await only(subject.id)).toEqual(own);
        expect(await only(subject.id, noted.record)).toEqual(own);
        // Somebody else’s history still names it.
        expect(await only(other.id)).toEqual([]);
        expect(await only(subject.id, other.id)).toEqual([...own, shared.id].sort());
        expect(await only(buildId())).toEqual([]);
        expect(await only()).toEqual([]);
      };
      await expectKnown();
      expect(await suite.store.heldOnlyWith([subject.id])).toContainEqual({
        kind: 'intervention',
        id: noted.record,
        isWithdrawn: true,
      });
      expect(await suite.store.audit()).toHaveLength(logged);
      await suite.store.compact();
      await suite.reopen(context);
      await expectKnown();
      await suite.store.dispose([subject.id, ...(await only(subject.id))], 'retention');
      expect(await only(other.id)).toEqual([shared.id]);
    });

    it('says so when there is no such record', async () => {
      const { id } = await keepSubject(suite.store);
      await suite.store.dispose([id], 'retention');
      for (const ids of [[id], []])
        await expect(suite.store.dispose(ids, 'retention')).rejects.toMatchObject({
          code: 'CP_STORE_UNKNOWN_RECORD',
        });
      await expect(suite.store.dispose([buildId()], 'retention')).rejects.toMatchObject({
        code: 'CP_STORE_UNKNOWN_RECORD',
      });
    });
  });

  describe('closing', () => {
    it('finishes what was asked of it, then refuses everything', async () => {
      const subject = buildSubject();
      const last = suite.store.commit(saving(newRecord('subject', subject)));
      await suite.store.close();
      await expect(last).resolves.toMatchObject({ seq: 1 });
      const closed = { code: 'CP_STORE_CLOSED' };
      await expect(keepSubject(suite.store)).rejects.toMatchObject(closed);
      await expect(suite.store.get('subject', subject.id)).rejects.toMatchObject(closed);
      await expect(suite.store.query('subject')).rejects.toMatchObject(closed);
      await expect(suite.store.consult([subject.id], 'report')).rejects.toMatchObject(closed);
      await expect(suite.store.history(subject.id)).rejects.toMatchObject(closed);
      await expect(suite.store.heldOnlyWith([subject.id])).rejects.toMatchObject(closed);
      await expect(suite.store.keptByHolds([subject.id])).rejects.toMatchObject(closed);
      await expect(suite.store.trail([subject.id])).rejects.toMatchObject(closed);
      await expect(suite.store.audit()).rejects.toMatchObject(closed);
      await expect(suite.store.batchesSince(0)).rejects.toMatchObject(closed);
      await expect(suite.store.dispose([subject.id], 'retention')).rejects.toMatchObject(closed);
      await expect(suite.store.close()).resolves.toBeUndefined();
    });
  });
}
