/** Duties of a store to answer and account for: finding, the audit, notifying subscribers. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Instant } from '../../shared/primitives.js';
import {
  buildId,
  buildIntervention,
  buildReferral,
  buildSource,
  buildSubject,
  newRecord,
} from '../fiction/builder.js';
import { keepSubject, type StoreSuite, saving } from './store-suite.js';

export function testAccounting(suite: StoreSuite): void {
  describe('finding', () => {
    it('finds the standing records of a kind that have the values, oldest first', async () => {
      const { id: subjectId } = await keepSubject(suite.store);
      const mine = [
        buildIntervention({ subjectId }),
        buildIntervention({ subjectId, minutes: 20 }),
      ];
      const others = [buildIntervention(), buildReferral({ subjectId })] as const;
      await suite.store.commit(
        saving(
          newRecord('intervention', mine[1] ?? buildIntervention()),
          newRecord('intervention', others[0]),
          newRecord('referral', others[1]),
          newRecord('intervention', mine[0] ?? buildIntervention()),
        ),
      );
      const ids = async (where: Parameters<typeof suite.store.query<'intervention'>>[1]) =>
        (await suite.store.query('intervention', where)).map(({ id }) => id);
      expect(await ids({ subjectId })).toEqual([mine[1]?.id, mine[0]?.id]);
      expect(await ids({ subjectId, minutes: 20 })).toEqual([mine[1]?.id]);
      expect(await ids({})).toEqual([mine[1]?.id, others[0].id, mine[0]?.id]);
      expect(await ids({ subjectId: buildId() })).toEqual([]);
    });

    it('compares lists by what is in them', async () => {
      const [rook, pawn] = [
        buildSubject({ aliases: ['Rook'] }),
        buildSubject({ aliases: ['Pawn'] }),
      ];
      await suite.store.commit(saving(newRecord('subject', rook), newRecord('subject', pawn)));
      const found = await suite.store.query('subject', { aliases: ['Pawn'] });
      expect(found.map(({ id }) => id)).toEqual([pawn.id]);
    });

    it('finds a record under its new subject after it was moved', async () => {
      const intervention = buildIntervention();
      const { revisions } = await suite.store.commit(
        saving(newRecord('intervention', intervention)),
      );
      const subjectId = buildId();
      await suite.store.commit(
        saving({
          kind: 'intervention',
          record: intervention.id,
          parents: revisions,
          set: { subjectId },
        }),
      );
      expect(await suite.store.query('intervention', { subjectId })).toHaveLength(1);
      const { subjectId: before } = intervention;
      expect(await suite.store.query('intervention', { subjectId: before })).toEqual([]);
    });
  });

  describe('accounting', () => {
    it('logs what was collected and what was altered, by names of fields and never by values', async () => {
      const { id, change } = await keepSubject(suite.store);
      await suite.store.commit({
        ...saving({
          ...change({ familyName: 'Captured', bornOn: null }),
          sources: { familyName: [buildSource()] },
        }),
        read: [{ subject: id, values: [] }],
      });
      const entries = (await suite.store.audit())
        .filter(({ records }) => records.includes(id))
        .slice(-2);
      expect(entries).toEqual([
        expect.objectContaining({
          action: 'collection',
          fields: ['familyName'],
          reason: 'case-work',
        }),
        expect.objectContaining({ action: 'alteration', fields: ['bornOn'] }),
      ]);
      expect(JSON.stringify(await suite.store.audit())).not.toContain('Captured');
    });

    it('logs a look before it gives the records', async () => {
      const { id } = await keepSubject(suite.store);
      const [record] = await suite.store.consult([id], 'report');
      expect(record).toEqual(await suite.store.get('subject', id));
      expect((await suite.store.audit()).at(-1)).toMatchObject({
        action: 'consultation',
        records: [id],
        reason: 'report',
      });
    });

    it('gives no record when the look cannot be logged', async (context) => {
      const { id } = await keepSubject(suite.store);
      suite.failWrite(context);
      await expect(suite.store.consult([id], 'report')).rejects.toMatchObject({
        code: expect.stringMatching(/^CP_STORE_/),
      });
      expect((await suite.store.audit()).map(({ action }) => action)).not.toContain('consultation');
    });

    it('keeps a search as one entry: the ids that were shown, and a digest that is no word', async (context) => {
      const { id } = await keepSubject(suite.store);
      const entry = {
        action: 'consultation' as const,
        records: [id],
        fields: ['name'],
        reason: 'search',
        search: `${'s'.repeat(42)}A`,
      };
      await suite.store.commit({ changes: [], reason: 'search', audit: [entry] });
      expect((await suite.store.audit()).at(-1)).toMatchObject(entry);
      await suite.expectWholeChain();
      await suite.reopen(context);
      expect((await suite.store.audit()).at(-1)).toMatchObject(entry);
    });

    it('refuses words where the digest of a search belongs, and a digest on what is no look', async () => {
      const { id } = await keepSubject(suite.store);
      const look = { records: [id], fields: [], reason: 'search' };
      for (const entry of [
        { ...look, action: 'consultation' as const, search: 'Quillon Ashgrove' },
        { ...look, action: 'disclosure' as const, search: `${'s'.repeat(42)}A` },
      ])
        await expect(
          suite.store.commit({ changes: [], reason: 'search', audit: [entry] }),
        ).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
      expect(JSON.stringify(await suite.store.audit())).not.toContain('"search":');
    });

    it('keeps an act on a definition pack, which is of no record and an alteration alone', async (context) => {
      const pack = {
        act: 'taken-in',
        by: 'officer',
        doneAt: v.parse(Instant, '2026-12-01T10:00:00.000Z'),
        fingerprint: 'f'.repeat(64),
        digest: 'd'.repeat(64),
        id: 'wendingshire',
        version: 5,
        rank: 'force',
      } as const;
      const entry = {
        action: 'alteration' as const,
        records: [],
        fields: ['definitions'],
        reason: 'definitions',
        pack,
      };
      const { id } = await keepSubject(suite.store);
      const logs = suite.store.commit({ changes: [], reason: 'definitions', audit: [entry] });
      // A store that takes nothing in is a page’s: the keeper alone says that an act was done.
      if (!suite.receives) return expect(logs).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
      await logs;
      await suite.expectWholeChain();
      await suite.reopen(context);
      expect((await suite.store.audit()).at(-1)).toMatchObject(entry);
      for (const wrong of [
        { ...entry, records: [id] },
        { ...entry, action: 'consultation' as const },
        { ...entry, pack: { ...pack, digest: 'Quillon Ashgrove' } },
      ])
        await expect(
          suite.store.commit({ changes: [], reason: 'definitions', audit: [wrong] }),
        ).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
    });

    it('tells which records were ever about a subject, though they were moved or withdrawn since', async (context) => {
      const { id: subjectId } = await keepSubject(suite.store);
      const [moved, gone, other] = [
        buildIntervention({ subjectId }),
        buildReferral({ subjectId }),
        buildIntervention(),
      ];
      const { revisions } = await suite.store.commit(
        saving(
          newRecord('intervention', moved),
          newRecord('referral', gone),
          newRecord('intervention', other),
        ),
      );
      const [first = buildId(), second = buildId()] = revisions;
      await suite.store.commit(
        saving(
          {
            kind: 'intervention',
            record: moved.id,
            parents: [first],
            set: { subjectId: buildId() },
          },
          { kind: 'referral', record: gone.id, parents: [second], set: {}, withdraw: true },
        ),
      );
      const ever = async () => [...(await suite.store.everAbout(subjectId))].sort();
      const expected = [subjectId, moved.id, gone.id].sort();
      expect(await ever()).toEqual(expected);
      await suite.reopen(context);
      expect(await ever()).toEqual(expected);
      await suite.store.dispose([gone.id], 'retention');
      expect(await ever()).not.toContain(gone.id);
    });

    it('keeps an entry that comes with a commit, even without a change', async () => {
      const { id } = await keepSubject(suite.store);
      const entry = {
        action: 'disclosure' as const,
        records: [id],
        fields: ['name'],
        reason: 'disclosure',
        recipients: ['partner', 'Testford youth team'],
      };
      await suite.store.commit({ changes: [], reason: 'disclosure', audit: [entry] });
      expect((await suite.store.audit()).at(-1)).toMatchObject(entry);
    });
  });

  describe('telling', () => {
    it('tells subscribers after the commit is kept, and stops when asked', async () => {
      const told: [number, number][] = [];
      const stop = suite.store.subscribe(async ({ header }) => {
        told.push([header.seq, (await suite.store.batchesSince(0)).length]);
      });
      await keepSubject(suite.store);
      await suite.store
        .commit(saving(newRecord('subject', { ...buildSubject(), name: '' })))
        .catch(() => {});
      stop();
      await keepSubject(suite.store);
      expect(told).toEqual([[1, 1]]);
    });

    it('lets a subscriber fail without harm to the commit or to other subscribers', async () => {
      const told: number[] = [];
      suite.store.subscribe(() => {
        throw new Error('A view gave way');
      });
      suite.store.subscribe(async () => {
        throw new Error('A view gave way later');
      });
      suite.store.subscribe(({ header }) => told.push(header.seq));
      await expect(keepSubject(suite.store)).resolves.toBeDefined();
      expect(told).toEqual([1]);
    });
  });
}
