/** Compaction changes no answer: done or not, early or late, or failed, it affects only the time to open. */
import { describe, expect, it } from 'vitest';
import { buildHold, buildIntervention, buildSubject, newRecord } from '../fiction/builder.js';
import { answersOf } from './store-answers.js';
import { playAgainstModel, randomSteps } from './store-model.js';
import { keepSubject, type StoreSuite, saving } from './store-suite.js';

export function testCompaction(suite: StoreSuite): void {
  describe('compaction', () => {
    it.for([1, 2, 3])(
      'answers the same after it was opened again, wherever it was compacted (%i)',
      async (seed, context) => {
        await playAgainstModel(suite.store, randomSteps(seed, 40), async (store, { detail }) => {
          if (detail % 3 === 0) await store.compact();
          if (detail % 5 !== 0) return store;
          const before = await answersOf(store);
          expect(await answersOf(await suite.reopen(context))).toEqual(before);
          return suite.store;
        });
        const last = await answersOf(suite.store);
        expect(await answersOf(await suite.reopenWhole(context))).toEqual(last);
        await suite.expectWholeChain();
      },
    );

    it('can be done while commits wait, and again with nothing new', async (context) => {
      const subjects = Array.from({ length: 10 }, () => buildSubject());
      const work = subjects.flatMap((subject) => [
        suite.store.commit(saving(newRecord('subject', subject))),
        suite.store.compact(),
      ]);
      await Promise.all(work);
      await suite.store.compact();
      const ids = async () => (await suite.store.query('subject')).map(({ id }) => id);
      expect(await ids()).toEqual(subjects.map(({ id }) => id));
      await suite.reopen(context);
      expect(await ids()).toEqual(subjects.map(({ id }) => id));
      await suite.expectWholeChain();
    });

    it('lets a record go on from where it stood', async (context) => {
      const { id, change } = await keepSubject(suite.store);
      await suite.store.compact();
      await suite.reopen(context);
      await suite.store.commit(saving(change({ name: 'Later' })));
      await expect(
        suite.store.commit(saving(change({ name: 'From the older state' }))),
      ).rejects.toMatchObject({ code: 'CP_STORE_CONFLICT' });
      expect(await suite.store.get('subject', id)).toMatchObject({ value: { name: 'Later' } });
      expect(await suite.store.history(id)).toHaveLength(2);
      await suite.expectWholeChain();
    });

    it('cannot be used to change what is held', async (context) => {
      const { id } = await keepSubject(suite.store);
      await suite.store.compact();
      await suite.reopen(context);
      const out = await suite.store.get('subject', id);
      expect(() => out?.value.aliases.push('King')).toThrow(TypeError);
      const [revision] = await suite.store.history(id);
      const [batch] = await suite.store.batchesSince(0);
      for (const part of [out, out?.value, out?.heads, out?.sources, revision?.set, batch?.header])
        expect(Object.isFrozen(part)).toBe(true);
    });

    it('keeps a hold on what a record once named, and knows what was disposed of', async (context) => {
      const { id: subjectId } = await keepSubject(suite.store);
      const { id: gone } = await keepSubject(suite.store);
      const intervention = buildIntervention({ subjectId });
      const { revisions } = await suite.store.commit(
        saving(newRecord('intervention', intervention)),
      );
      const { id: other } = await keepSubject(suite.store);
      await suite.store.commit(
        saving(
          {
            kind: 'intervention',
            record: intervention.id,
            parents: revisions,
            set: { subjectId: other },
          },
          newRecord('hold', buildHold({ subjectId })),
        ),
      );
      await suite.store.dispose([gone], 'retention');
      await suite.store.compact();
      await suite.reopen(context);
      await expect(suite.store.dispose([intervention.id], 'retention')).rejects.toMatchObject({
        code: 'CP_STORE_HELD',
      });
      await expect(
        suite.store.commit(saving(newRecord('subject', buildSubject({ id: gone })))),
      ).rejects.toMatchObject({ code: 'CP_STORE_CONFLICT' });
    });

    it('leaves nothing of a disposed record that was compacted before', async (context) => {
      const secret = buildSubject({ name: 'Quillon Ashgrove' });
      await suite.store.commit(saving(newRecord('subject', secret)));
      await keepSubject(suite.store);
      await suite.store.compact();
      await suite.reopen(context);
      await suite.store.dispose([secret.id], 'retention');
      const expectNothing = async () =>
        expect(JSON.stringify(await answersOf(suite.store))).not.toContain('Ashgrove');
      await expectNothing();
      await suite.reopen(context);
      await expectNothing();
      await suite.reopenWhole(context);
      await expectNothing();
    });

    it('changes nothing when it fails, and can be tried again', async (context) => {
      const { id, change } = await keepSubject(suite.store);
      await suite.store.compact();
      await suite.store.commit(saving(change({ name: 'Later' })));
      suite.failCompaction(context);
      await expect(suite.store.compact()).rejects.toMatchObject({
        code: expect.stringMatching(/^CP_STORE_/),
      });
      const before = await answersOf(suite.store);
      expect(await answersOf(await suite.reopen(context))).toEqual(before);
      await suite.store.compact();
      expect(await answersOf(await suite.reopen(context))).toEqual(before);
      expect(await suite.store.get('subject', id)).toMatchObject({ value: { name: 'Later' } });
    });
  });
}
