/** The law of disposal, whoever asks and for whichever ids: nothing goes that nobody decided on, and a case goes whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/index.js';
import { undoSave } from '../../store/index.js';
import { endCase } from '../../testing/case-ending.js';
import {
  buildDecision,
  buildIdentification,
  buildIntervention,
  buildPromise,
  buildRecord,
  buildReferral,
  buildRefusal,
  buildRelatedPerson,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import {
  dispose,
  LIVE,
  lists,
  one,
  refused,
  setting,
  TODAY,
  underLaw,
} from '../../testing/law-under-test.js';
import { planDisposal } from './dispose-case.js';

const NOT_DISPOSABLE = { code: 'CP_STORE_NOT_DISPOSABLE' };

describe('the disposal of a case', () => {
  it('is refused while the case is open, and while nobody reviewed it, whoever asks', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    const intervention = buildIntervention({ subjectId: subject.id });
    await keep(newRecord('subject', subject), newRecord('intervention', intervention));
    for (const ids of [[subject.id], [intervention.id], [subject.id, intervention.id]])
      await expect(dispose(store, ids)).rejects.toMatchObject(NOT_DISPOSABLE);
    const closing = buildDecision({
      subjectId: subject.id,
      outcome: 'close',
      closureReason: 'completed',
      decidedOn: TODAY,
    });
    await keep(newRecord('decision', closing));
    await expect(dispose(store, [subject.id, intervention.id, closing.id])).rejects.toMatchObject({
      ...NOT_DISPOSABLE,
      ...refused('retention-undecided'),
    });
    expect(await store.history(subject.id)).toHaveLength(1);
    expect((await store.audit()).map(({ action }) => action)).not.toContain('erasure');
  });

  it('goes by a review that came to it, and goes whole', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    const intervention = buildIntervention({ subjectId: subject.id });
    await keep(newRecord('subject', subject), newRecord('intervention', intervention));
    const ended = await endCase(store, subject.id, TODAY);
    await expect(dispose(store, [subject.id])).rejects.toMatchObject(refused('disposal-of-part'));
    await expect(dispose(store, [intervention.id])).rejects.toMatchObject(NOT_DISPOSABLE);
    const plan = await planDisposal(store, subject.id, { today: TODAY, lists });
    expect([...(plan?.ids ?? [])].sort()).toEqual([...ended, intervention.id].sort());
    await dispose(store, plan?.ids ?? []);
    expect(await store.query('subject')).toEqual([]);
  });

  it('takes along a capture of which everything was corrected since, and none alone or that another case rests on', async () => {
    const { store, keep } = await underLaw();
    const [subject, other] = [buildSubject(), buildSubject()];
    const [own, shared] = [buildSourceCapture(), buildSourceCapture()];
    const from = (capture: RecordId) => ({ name: [buildSource({ capture })] });
    await keep(newRecord('sourceCapture', own), newRecord('sourceCapture', shared));
    await keep(
      { ...newRecord('subject', subject), sources: from(own.id) },
      { ...newRecord('subject', other), sources: from(shared.id) },
    );
    const held = await store.get('subject', subject.id);
    if (!held) throw new Error('not held');
    await keep(setting(held, { name: 'Corrected Since' }));
    const ended = await endCase(store, subject.id, TODAY);
    await expect(dispose(store, [own.id])).rejects.toMatchObject(refused('disposal-undecided'));
    await expect(dispose(store, [...ended, own.id, shared.id])).rejects.toMatchObject(
      refused('disposal-undecided'),
    );
    await dispose(store, [...ended, own.id]);
    expect(await store.get('sourceCapture', own.id)).toBeUndefined();
  });

  it('takes what was withdrawn along, and what is open stands in its way', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    const [mistake, promise] = [
      buildIntervention({ subjectId: subject.id }),
      buildPromise({ subjectId: subject.id }),
    ];
    await keep(newRecord('subject', subject), newRecord('promise', promise));
    const { seq } = await keep(newRecord('intervention', mistake));
    const undone = await undoSave(store, seq);
    if (!undone.ok) throw new Error('not undone');
    await store.commit(undone.value);
    const ended = await endCase(store, subject.id, TODAY);
    const all = [...ended, promise.id, mistake.id];
    await expect(dispose(store, all)).rejects.toMatchObject(refused('promise-open'));
    const held = await one(store, 'promise');
    await keep(setting(held, { settled: 'kept', settledOn: TODAY }));
    await dispose(store, all);
    expect(await store.history(mistake.id)).toEqual([]);
  });

  it('is not of somebody whose record was withdrawn first', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    const { revisions } = await keep(newRecord('subject', subject));
    await keep({
      kind: 'subject',
      record: subject.id,
      parents: revisions,
      set: {},
      withdraw: true,
    });
    await expect(dispose(store, [subject.id])).rejects.toMatchObject(NOT_DISPOSABLE);
  });
});

describe('the disposal of a refused referral', () => {
  const referred = async () => {
    const world = await underLaw();
    const subject = buildSubject();
    const referral = buildReferral({ subjectId: subject.id, receivedOn: '2026-11-20' });
    await world.keep(newRecord('subject', subject), newRecord('referral', referral));
    return { ...world, referral, ids: [subject.id, referral.id] };
  };
  const about = (referral: { id: RecordId; subjectId: RecordId }) => ({
    subjectId: referral.subjectId,
    referralId: referral.id,
  });

  it('goes by its refusal and the decision that stands, and by neither alone', async () => {
    const { store, keep, referral, ids } = await referred();
    const refusal = buildRefusal({ referralId: referral.id, handling: 'dispose' });
    await keep(newRecord('refusal', refusal));
    await expect(dispose(store, ids)).rejects.toMatchObject(NOT_DISPOSABLE);
    const accepted = buildDecision({ ...about(referral), outcome: 'accept' });
    await keep(newRecord('decision', accepted));
    await expect(dispose(store, [...ids, accepted.id])).rejects.toMatchObject(NOT_DISPOSABLE);
    const declined = buildDecision({
      ...about(referral),
      outcome: 'decline',
      crimeRecorded: 'no-crime',
      replaces: accepted.id,
    });
    await keep(newRecord('decision', declined));
    await dispose(store, [...ids, accepted.id, declined.id]);
    expect((await store.query('refusal')).map(({ id }) => id)).toEqual([refusal.id]);
  });

  it('takes along what was recorded since somebody looked at it, and what was undone, or is refused', async () => {
    const { store, keep, referral, ids } = await referred();
    const declined = buildDecision({
      ...about(referral),
      outcome: 'decline',
      crimeRecorded: 'no-crime',
    });
    const refusal = buildRefusal({ referralId: referral.id, handling: 'dispose' });
    await keep(newRecord('decision', declined), newRecord('refusal', refusal));
    const looked = [...ids, declined.id];
    const mother = buildRelatedPerson({ subjectId: referral.subjectId });
    const { seq } = await keep(newRecord('relatedPerson', mother));
    await expect(dispose(store, looked)).rejects.toMatchObject(refused('disposal-of-part'));
    expect(await store.query('subject')).toHaveLength(1);
    const undone = await undoSave(store, seq);
    if (!undone.ok) throw new Error('not undone');
    await store.commit(undone.value);
    await dispose(store, looked).catch(() => undefined);
    await dispose(store, [...looked, mother.id]).catch(() => undefined);
    expect(await store.query('subject')).toEqual([]);
    expect(await store.history(mother.id)).toEqual([]);
  });

  it('is refused while it is to be kept, and while a hold or a promise stands', async () => {
    const { store, keep, referral, ids } = await referred();
    const declined = buildDecision({
      ...about(referral),
      outcome: 'decline',
      crimeRecorded: 'no-crime',
      keptBecause: 'A claim is expected.',
    });
    const refusal = buildRefusal({
      referralId: referral.id,
      handling: 'keep',
      keepUntil: '2027-11-24',
    });
    await keep(newRecord('decision', declined), newRecord('refusal', refusal));
    const all = [...ids, declined.id];
    await expect(dispose(store, all)).rejects.toMatchObject(NOT_DISPOSABLE);
    await keep(setting(await one(store, 'refusal'), { handling: 'dispose', keepUntil: null }));
    await keep(newRecord('promise', buildPromise({ subjectId: referral.subjectId })));
    const promise = await one(store, 'promise');
    await expect(dispose(store, [...all, promise.id])).rejects.toMatchObject(
      refused('promise-open'),
    );
  });

  it('lets a person identified go by what was decided of them', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    const found = buildIdentification({ subjectId: subject.id });
    await keep(newRecord('subject', subject), newRecord('identification', found));
    const ids = [subject.id, found.id];
    await expect(dispose(store, ids)).rejects.toMatchObject(NOT_DISPOSABLE);
    const decided = buildDecision({
      subjectId: subject.id,
      identificationId: found.id,
      outcome: 'dispose',
    });
    await keep(newRecord('decision', decided));
    await dispose(store, [...ids, decided.id]);
    expect(await store.query('identification')).toEqual([]);
  });
});

it('nothing that is held goes while nobody decided, whatever else is held and whichever ids are asked for', async () => {
  const kinds = RECORD_KINDS.filter((kind) => !['subject', 'hold'].includes(kind));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom(...kinds), { maxLength: 6 }),
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      async (held, asked) => {
        const { store, keep } = await underLaw({ ...LIVE, practice: true });
        const subject = buildSubject();
        const about = { subjectId: subject.id };
        await keep(newRecord('subject', subject));
        const ids: RecordId[] = [subject.id];
        for (const kind of held) {
          const change = newRecord(kind, buildRecord(kind, fitting(kind, about)) as never);
          // Some are refused for their own reasons, such as a review of an open case, and are then not stored.
          const isKept = await keep(change).then(
            () => true,
            () => false,
          );
          if (isKept) ids.push(change.record);
        }
        const chosen = ids.filter((_, index) => asked[index]);
        fc.pre(chosen.length > 0);
        await expect(dispose(store, chosen)).rejects.toMatchObject(NOT_DISPOSABLE);
        for (const id of ids) expect(await store.history(id)).not.toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

/** Names the subject if the kind can. */
function fitting(kind: RecordKind, about: { readonly subjectId: RecordId }): object {
  const fields = buildRecord(kind) as object;
  return 'subjectId' in fields ? about : {};
}
