/** The conformance suite that every store passes, in memory, in a browser or on a server: one test a rule of the port. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import type { RecordId } from '../shared/primitives.js';
import type { Verify } from '../store/batch-log.js';
import { verifyChain } from '../store/chain.js';
import type { RecordStore } from '../store/port.js';
import type { Commit } from '../store/revision.js';
import {
  buildHold,
  buildId,
  buildIntervention,
  buildReferral,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from './builder.js';
import { playAgainstModel, randomSteps } from './store-model.js';

export interface StoreUnderTest {
  /** Empty, for one test alone. */
  readonly store: RecordStore;
  /** Opens again what was kept, after the store was closed. Without it what it would show is skipped. */
  readonly reopen?: () => Promise<RecordStore>;
  /** Makes the next write fail with the error. Without it what it would show is skipped. */
  readonly failNextWrite?: (error: Error) => void;
  /** Checks signatures; without it only links and contents of the chain are checked. */
  readonly verify?: Verify;
  /** Called after each test, when the store is closed. */
  readonly remove?: () => Promise<void>;
}

const digest = async (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** A commit for a reason that every code list has. */
function saving(...changes: Commit['changes']): Commit {
  return { changes, reason: 'case-work' };
}

/**
 * Runs every rule of `RecordStore` against an implementation.
 *
 * @param open - gives a new, empty store each time it is called
 */
export function testStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let given: StoreUnderTest;
    let store: RecordStore;
    beforeEach(async () => {
      given = await open();
      store = given.store;
    });
    afterEach(async () => {
      await store.close();
      await given.remove?.();
    });

    const reopened = async (context: TestContext): Promise<RecordStore> => {
      if (!given.reopen) return context.skip('cannot be opened again');
      await store.close();
      store = await given.reopen();
      return store;
    };
    const failWrite = (context: TestContext, error = new Error('The disk gave way')) =>
      given.failNextWrite ? given.failNextWrite(error) : context.skip('cannot be made to fail');
    const expectWholeChain = async () => {
      const { verify } = given;
      const chain = await verifyChain(await store.batchesSince(0), {
        digest,
        ...(verify ? { verify } : {}),
      });
      expect(chain.issues).toEqual([]);
    };

    describe('keeping', () => {
      it('gives back a record as it was kept', async () => {
        const subject = buildSubject();
        const receipt = await store.commit(saving(newRecord('subject', subject)));
        expect(await store.get('subject', subject.id)).toMatchObject({
          kind: 'subject',
          id: subject.id,
          value: subject,
          heads: receipt.revisions,
        });
        expect(receipt).toMatchObject({ seq: 1, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
      });

      it('keeps the records of one commit together, or none of them', async () => {
        const subject = buildSubject();
        const wrong = { ...buildReferral(), receivedOn: '2026-02-31' };
        const changes = [newRecord('subject', subject), newRecord('referral', wrong as never)];
        await expect(store.commit(saving(...changes))).rejects.toMatchObject({
          code: 'CP_RECORD_INVALID',
        });
        expect(await store.get('subject', subject.id)).toBeUndefined();
        expect(await store.batchesSince(0)).toEqual([]);
      });

      it('changes nothing when the write fails, and can be tried again', async (context) => {
        const change = newRecord('subject', buildSubject());
        failWrite(context);
        await expect(store.commit(saving(change))).rejects.toMatchObject({
          code: expect.stringMatching(/^CP_STORE_/),
        });
        expect(await store.query('subject')).toEqual([]);
        expect(await store.batchesSince(0)).toEqual([]);
        expect(await store.commit(saving(change))).toMatchObject({ seq: 1 });
        await expectWholeChain();
      });

      it('says what is wrong with a record, at which field, and never what the field says', async () => {
        const subject = { ...buildSubject(), bornOn: 'Marrowgate' };
        const refusal = await store
          .commit(saving(newRecord('subject', subject as never)))
          .catch((error: unknown) => error);
        expect(refusal).toMatchObject({ code: 'CP_RECORD_INVALID', cause: [{ at: 'bornOn' }] });
        expect(String(refusal)).toContain('bornOn');
        expect(String(refusal)).not.toContain('Marrowgate');
      });

      it('refuses a change that was made on an older state than the one that stands', async () => {
        const { id, change } = await keepSubject(store);
        await store.commit(saving(change({ name: 'Rowan A. Vael' })));
        await expect(store.commit(saving(change({ name: 'R. Vael' })))).rejects.toMatchObject({
          code: 'CP_STORE_CONFLICT',
        });
        expect((await store.get('subject', id))?.value.name).toBe('Rowan A. Vael');
      });

      it('refuses a new record under an id that is taken', async () => {
        const { id } = await keepSubject(store);
        await expect(
          store.commit(saving(newRecord('subject', buildSubject({ id })))),
        ).rejects.toMatchObject({ code: 'CP_STORE_CONFLICT' });
      });

      it('takes a field away when it is set to null', async () => {
        const { id, change } = await keepSubject(store);
        await store.commit(saving(change({ bornOn: null })));
        expect((await store.get('subject', id))?.value).not.toHaveProperty('bornOn');
      });

      it('keeps each commit of many at once, without a gap in the chain', async () => {
        const subjects = Array.from({ length: 25 }, () => buildSubject());
        const receipts = await Promise.all(
          subjects.map((subject) => store.commit(saving(newRecord('subject', subject)))),
        );
        expect(receipts.map(({ seq }) => seq)).toEqual(subjects.map((_, index) => index + 1));
        expect((await store.query('subject')).map(({ id }) => id)).toEqual(
          subjects.map(({ id }) => id),
        );
        await expectWholeChain();
      });

      it('lets one of two changes to the same state through', async () => {
        const { change } = await keepSubject(store);
        const both = await Promise.allSettled([
          store.commit(saving(change({ name: 'First' }))),
          store.commit(saving(change({ name: 'Second' }))),
        ]);
        expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      });

      it('cannot be changed through what was handed in or out', async () => {
        const subject = buildSubject();
        const handedIn = { ...subject, aliases: ['Rook'] };
        const kept = store.commit(saving(newRecord('subject', handedIn)));
        handedIn.name = 'Somebody else';
        handedIn.aliases.push('Pawn');
        await kept;
        const out = await store.get('subject', subject.id);
        expect(() => out?.value.aliases.push('King')).toThrow(TypeError);
        expect((await store.get('subject', subject.id))?.value).toMatchObject({
          name: subject.name,
          aliases: ['Rook'],
        });
      });
    });

    describe('remembering', () => {
      it('knows everything again after it was closed and opened', async (context) => {
        const { id, change } = await keepSubject(store);
        const { heads } = {
          heads: (await store.commit(saving(change({ name: 'Later' })))).revisions,
        };
        const before = [
          await store.get('subject', id),
          await store.audit(),
          await store.history(id),
        ];
        const again = await reopened(context);
        expect([
          await again.get('subject', id),
          await again.audit(),
          await again.history(id),
        ]).toEqual(before);
        await again.commit(
          saving({ kind: 'subject', record: id, parents: heads, set: { name: 'Latest' } }),
        );
        await expectWholeChain();
      });

      it('gives the history oldest first, with who, when and why', async () => {
        const { id, change } = await keepSubject(store);
        await store.commit({ changes: [change({ name: 'Later' })], reason: 'correction' });
        const history = await store.history(id);
        expect(history.map(({ set, reason }) => [set, reason])).toEqual([
          [expect.objectContaining({ id, name: 'Rowan Vael' }), 'case-work'],
          [{ name: 'Later' }, 'correction'],
        ]);
        expect(history[1]?.parents).toEqual([history[0]?.id]);
        expect(await store.history(buildId())).toEqual([]);
      });

      it('keeps where each present value came from', async () => {
        const { id, change } = await keepSubject(store);
        const [first, second] = [buildSource(), buildSource({ label: 'Date of birth' })];
        await store.commit(
          saving({ ...change({ name: 'Vael' }), sources: { name: [first], bornOn: [second] } }),
        );
        expect((await store.get('subject', id))?.sources).toEqual({
          name: [first],
          bornOn: [second],
        });
        const heads = (await store.get('subject', id))?.heads ?? [];
        await store.commit(saving({ ...change({ name: 'Typed' }), parents: heads }));
        expect((await store.get('subject', id))?.sources).toEqual({ bornOn: [second] });
      });

      it('hides a withdrawn record but not its history', async () => {
        const { id, change } = await keepSubject(store);
        await store.commit({ changes: [{ ...change({}), withdraw: true }], reason: 'undo' });
        expect(await store.get('subject', id)).toBeUndefined();
        expect(await store.query('subject')).toEqual([]);
        expect(await store.history(id)).toHaveLength(2);
        await expect(store.consult([id], 'case-work')).rejects.toMatchObject({
          code: 'CP_STORE_UNKNOWN_RECORD',
        });
      });

      it('gives the batches after a sequence, oldest first', async () => {
        for (let count = 0; count < 3; count += 1) await keepSubject(store);
        expect((await store.batchesSince(1)).map(({ header }) => header.seq)).toEqual([2, 3]);
        expect(await store.batchesSince(3)).toEqual([]);
      });
    });

    describe('finding', () => {
      it('finds the standing records of a kind that have the values, oldest first', async () => {
        const { id: subjectId } = await keepSubject(store);
        const mine = [
          buildIntervention({ subjectId }),
          buildIntervention({ subjectId, minutes: 20 }),
        ];
        const others = [buildIntervention(), buildReferral({ subjectId })] as const;
        await store.commit(
          saving(
            newRecord('intervention', mine[1] ?? buildIntervention()),
            newRecord('intervention', others[0]),
            newRecord('referral', others[1]),
            newRecord('intervention', mine[0] ?? buildIntervention()),
          ),
        );
        const ids = async (where: Parameters<typeof store.query<'intervention'>>[1]) =>
          (await store.query('intervention', where)).map(({ id }) => id);
        expect(await ids({ subjectId })).toEqual([mine[1]?.id, mine[0]?.id]);
        expect(await ids({ subjectId, minutes: 20 })).toEqual([mine[1]?.id]);
        expect(await ids({})).toEqual([mine[1]?.id, others[0].id, mine[0]?.id]);
        expect(await ids({ subjectId: buildId() })).toEqual([]);
      });

      it('finds a record under its new subject after it was moved', async () => {
        const intervention = buildIntervention();
        const { revisions } = await store.commit(saving(newRecord('intervention', intervention)));
        const subjectId = buildId();
        await store.commit(
          saving({
            kind: 'intervention',
            record: intervention.id,
            parents: revisions,
            set: { subjectId },
          }),
        );
        expect(await store.query('intervention', { subjectId })).toHaveLength(1);
        const { subjectId: before } = intervention;
        expect(await store.query('intervention', { subjectId: before })).toEqual([]);
      });
    });

    describe('accounting', () => {
      it('logs what was collected and what was altered, by names of fields and never by values', async () => {
        const { id, change } = await keepSubject(store);
        await store.commit(
          saving({
            ...change({ name: 'Captured Name', bornOn: null }),
            sources: { name: [buildSource()] },
          }),
        );
        const entries = (await store.audit())
          .filter(({ records }) => records.includes(id))
          .slice(-2);
        expect(entries).toEqual([
          expect.objectContaining({ action: 'collection', fields: ['name'], reason: 'case-work' }),
          expect.objectContaining({ action: 'alteration', fields: ['bornOn'] }),
        ]);
        expect(JSON.stringify(await store.audit())).not.toContain('Captured Name');
      });

      it('logs a look before it gives the records', async () => {
        const { id } = await keepSubject(store);
        const [record] = await store.consult([id], 'report');
        expect(record).toEqual(await store.get('subject', id));
        expect((await store.audit()).at(-1)).toMatchObject({
          action: 'consultation',
          records: [id],
          reason: 'report',
        });
      });

      it('gives no record when the look cannot be logged', async (context) => {
        const { id } = await keepSubject(store);
        failWrite(context);
        await expect(store.consult([id], 'report')).rejects.toMatchObject({
          code: expect.stringMatching(/^CP_STORE_/),
        });
        expect((await store.audit()).map(({ action }) => action)).not.toContain('consultation');
      });

      it('keeps an entry that comes with a commit, even without a change', async () => {
        const { id } = await keepSubject(store);
        const entry = {
          action: 'disclosure' as const,
          records: [id],
          fields: ['name'],
          reason: 'disclosure',
          recipients: ['partner', 'Testford youth team'],
        };
        await store.commit({ changes: [], reason: 'disclosure', audit: [entry] });
        expect((await store.audit()).at(-1)).toMatchObject(entry);
      });
    });

    describe('telling', () => {
      it('tells subscribers after the commit is kept, and stops when asked', async () => {
        const told: [number, number][] = [];
        const stop = store.subscribe(async ({ header }) => {
          told.push([header.seq, (await store.batchesSince(0)).length]);
        });
        await keepSubject(store);
        await store
          .commit(saving(newRecord('subject', { ...buildSubject(), name: '' })))
          .catch(() => {});
        stop();
        await keepSubject(store);
        expect(told).toEqual([[1, 1]]);
      });

      it('lets a subscriber fail without harm to the commit or to other subscribers', async () => {
        const told: number[] = [];
        store.subscribe(() => {
          throw new Error('A view gave way');
        });
        store.subscribe(({ header }) => told.push(header.seq));
        await expect(keepSubject(store)).resolves.toBeDefined();
        expect(told).toEqual([1]);
      });
    });

    describe('disposal', () => {
      it('leaves nothing of what a record said, keeps the chain whole, and logs the erasure', async (context) => {
        const secret = buildSubject({ name: 'Quillon Ashgrove', aliases: ['Bramblewick'] });
        const other = buildSubject({ name: 'Petra Lindqvist' });
        const { revisions } = await store.commit(
          saving(newRecord('subject', secret), newRecord('subject', other)),
        );
        const [parent = buildId()] = revisions;
        const set = { name: 'Quillon Marchbanks' };
        await store.commit(saving({ kind: 'subject', record: secret.id, parents: [parent], set }));
        const salts = (await store.batchesSince(0))
          .flatMap((batch) => batch.revisions)
          .filter((entry) => entry?.content.record === secret.id)
          .map((entry) => entry?.salt ?? '');
        expect(salts).toHaveLength(2);
        const receipt = await store.dispose([secret.id], 'retention');
        expect(receipt.records).toEqual([secret.id]);

        const expectNothing = async () => {
          const left = JSON.stringify([
            await store.batchesSince(0),
            await store.history(secret.id),
            await store.query('subject'),
            await store.audit(),
          ]);
          for (const word of ['Quillon', 'Ashgrove', 'Marchbanks', 'Bramblewick', ...salts])
            expect(left).not.toContain(word);
          expect(left).toContain('Petra Lindqvist');
          expect(await store.get('subject', secret.id)).toBeUndefined();
          expect((await store.audit()).at(-1)).toMatchObject({
            action: 'erasure',
            records: [secret.id],
            reason: 'retention',
          });
          await expectWholeChain();
        };
        await expectNothing();
        await reopened(context);
        await expectNothing();
      });

      it('lets no disposed record come back under its id', async () => {
        const { id } = await keepSubject(store);
        await store.dispose([id], 'retention');
        await expect(
          store.commit(saving(newRecord('subject', buildSubject({ id })))),
        ).rejects.toMatchObject({ code: 'CP_STORE_CONFLICT' });
      });

      it('refuses while a hold stands on the subject, and destroys nothing', async () => {
        const { id: subjectId } = await keepSubject(store);
        const intervention = buildIntervention({ subjectId });
        const hold = buildHold({ subjectId });
        const { revisions } = await store.commit(
          saving(newRecord('intervention', intervention), newRecord('hold', hold)),
        );
        for (const id of [subjectId, intervention.id, hold.id])
          await expect(store.dispose([id], 'retention')).rejects.toMatchObject({
            code: 'CP_STORE_HELD',
          });
        expect(await store.get('intervention', intervention.id)).toBeDefined();
        const lift = { liftedOn: hold.reviewDueOn };
        const parents = revisions.slice(1);
        await store.commit(saving({ kind: 'hold', record: hold.id, parents, set: lift }));
        await expect(
          store.dispose([subjectId, intervention.id], 'retention'),
        ).resolves.toBeDefined();
      });

      it('keeps under a hold what a subject’s values rest on', async () => {
        const capture = buildSourceCapture();
        const subject = buildSubject();
        await store.commit(
          saving(
            newRecord('sourceCapture', capture),
            {
              ...newRecord('subject', subject),
              sources: { name: [buildSource({ capture: capture.id })] },
            },
            newRecord('hold', buildHold({ subjectId: subject.id })),
          ),
        );
        await expect(store.dispose([capture.id], 'retention')).rejects.toMatchObject({
          code: 'CP_STORE_HELD',
        });
      });

      it('says so when there is no such record', async () => {
        await expect(store.dispose([buildId()], 'retention')).rejects.toMatchObject({
          code: 'CP_STORE_UNKNOWN_RECORD',
        });
      });
    });

    describe('closing', () => {
      it('finishes what was asked of it, then refuses everything', async () => {
        const subject = buildSubject();
        const last = store.commit(saving(newRecord('subject', subject)));
        await store.close();
        await expect(last).resolves.toMatchObject({ seq: 1 });
        const closed = { code: 'CP_STORE_CLOSED' };
        await expect(keepSubject(store)).rejects.toMatchObject(closed);
        await expect(store.get('subject', subject.id)).rejects.toMatchObject(closed);
        await expect(store.query('subject')).rejects.toMatchObject(closed);
        await expect(store.consult([subject.id], 'report')).rejects.toMatchObject(closed);
        await expect(store.history(subject.id)).rejects.toMatchObject(closed);
        await expect(store.audit()).rejects.toMatchObject(closed);
        await expect(store.batchesSince(0)).rejects.toMatchObject(closed);
        await expect(store.dispose([subject.id], 'retention')).rejects.toMatchObject(closed);
        await expect(store.close()).resolves.toBeUndefined();
      });
    });

    it.each([1, 2, 3, 4, 5])(
      'agrees with a naive model over a hundred random steps (%i)',
      async (seed) => {
        await playAgainstModel(store, randomSteps(seed, 100));
        await expectWholeChain();
      },
    );
  });
}

/** A kept subject, and how to change what was kept first. */
async function keepSubject(store: RecordStore) {
  const subject = buildSubject();
  const { revisions } = await store.commit(saving(newRecord('subject', subject)));
  const change = (set: Commit['changes'][number]['set']) => ({
    kind: 'subject' as const,
    record: subject.id as RecordId,
    parents: revisions,
    set,
  });
  return { id: subject.id, change };
}
