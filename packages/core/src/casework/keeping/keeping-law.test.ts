import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordKind } from '../../record/kind.js';
import { RECORD_KINDS } from '../../record/kind.js';
import type { PlainDate, RecordId } from '../../shared/index.js';
import {
  createMemoryStore,
  type RecordStore,
  type StoredRecord,
  undoSave,
} from '../../store/index.js';
import type { HeldRecords } from '../../store/log/gate.js';
import type { Change, Commit } from '../../store/log/revision.js';
import { endCase } from '../../testing/case-ending.js';
import {
  buildContactPlan,
  buildDecision,
  buildHold,
  buildIdentification,
  buildIntervention,
  buildPromise,
  buildRecord,
  buildReferral,
  buildRefusal,
  buildRelatedPerson,
  buildRetentionReview,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { planDisposal } from './dispose-case.js';
import { keepingLaw } from './keeping-law.js';
import type { LawOfficer } from './sensitive-law.js';

const TODAY = '2026-11-24' as PlainDate;
const lists = gatherCodeLists();
const LIVE: LawOfficer = { regime: 'part3', policyReference: 'APD-2026-07', practice: false };
const CONDITION = {
  what: 'subject.communicationNeeds',
  regime: 'part3',
  condition: 'part3-safeguarding',
  whyNecessary: 'The talk is held in large print.',
  decidedOn: TODAY,
};

/** A store under the law: every request goes past all acts and screens. */
async function underLaw(officer: LawOfficer = LIVE) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const keep = (...changes: readonly Change[]) =>
    store.commit({ changes, reason: 'case-work' } satisfies Commit);
  return { host, store, keep };
}

const refused = (code: string) => ({ cause: [expect.objectContaining({ code })] });
const setting = <K extends RecordKind>(held: StoredRecord<K>, set: object): Change => ({
  kind: held.kind,
  record: held.id,
  parents: held.heads,
  set: set as Change['set'],
});
const one = async <K extends RecordKind>(store: RecordStore, kind: K) => {
  const [found] = await store.query(kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};
const dispose = (store: RecordStore, ids: readonly RecordId[]) => store.dispose(ids, 'retention');
const SAID = { reason: 'case-work', audit: [] } as const;
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

describe('a retention review', () => {
  it('of an open case comes to no disposal, and answers every question', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    await keep(newRecord('subject', subject));
    const review = buildRetentionReview({
      subjectId: subject.id,
      reviewedOn: TODAY,
      outcome: 'dispose',
    });
    const said: unknown = await keep(newRecord('retentionReview', review)).catch(
      ({ cause }: { cause: { code: string }[] }) => cause.map(({ code }) => code),
    );
    expect(said).toContain('missing');
    expect(said).toContain('case-open');
    expect(await store.query('retentionReview')).toEqual([]);
  });

  it('is not turned into another afterwards', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    await keep(newRecord('subject', subject));
    await endCase(store, subject.id, TODAY);
    const held = await one(store, 'retentionReview');
    await expect(keep(setting(held, { outcome: 'retain' }))).rejects.toMatchObject(
      refused('review-stands'),
    );
    await keep(setting(held, { outcome: 'dispose' }));
  });
});

describe('a hold', () => {
  const withHold = async () => {
    const world = await underLaw();
    const subject = buildSubject();
    const hold = buildHold({ subjectId: subject.id });
    await world.keep(newRecord('subject', subject));
    const { seq } = await world.keep(newRecord('hold', hold));
    return { ...world, subject, seq, held: await one(world.store, 'hold') };
  };

  it('is not withdrawn, by a save or by taking back the one that placed it', async () => {
    const { store, keep, held, seq } = await withHold();
    await expect(keep({ ...setting(held, {}), withdraw: true })).rejects.toMatchObject(
      refused('record-locked'),
    );
    expect(await undoSave(store, seq)).toMatchObject({ issues: [{ code: 'undo-locked' }] });
    expect((await one(store, 'hold')).value).toEqual(held.value);
  });

  it('is reviewed, lifted on the day, and stands again when that is taken back', async () => {
    const { store, keep, held } = await withHold();
    await keep(setting(held, { reviewDueOn: '2028-01-10' }));
    const lift = async (liftedOn: string) => keep(setting(await one(store, 'hold'), { liftedOn }));
    for (const day of ['2026-11-23', '2026-11-25'])
      await expect(lift(day)).rejects.toMatchObject(refused('hold-lifted-on-another-day'));
    const { seq } = await lift(TODAY);
    const undone = await undoSave(store, seq);
    if (!undone.ok) throw new Error('not undone');
    await store.commit(undone.value);
    expect((await one(store, 'hold')).value).not.toHaveProperty('liftedOn');
  });

  it('says what it said, and holds whomever it was placed on', async () => {
    const { store, keep, held, subject } = await withHold();
    await expect(keep(setting(held, { reason: 'criminal-case' }))).rejects.toMatchObject(
      refused('record-locked'),
    );
    const other = buildSubject();
    await keep(newRecord('subject', other));
    await keep(setting(held, { subjectId: other.id }));
    const ended = await endCase(store, subject.id, TODAY);
    await expect(dispose(store, ended)).rejects.toMatchObject({ code: 'CP_STORE_HELD' });
  });
});

describe('sensitive data', () => {
  const NEEDS = { communicationNeeds: 'Large print' };
  const kept = (officer: LawOfficer, more: object) =>
    underLaw(officer).then(({ keep }) => keep(newRecord('subject', buildSubject(more))));

  it.each([
    ['no condition', NEEDS],
    ['a condition of another value', conditioned({ what: 'referral.answers' })],
    ['a condition of another law', conditioned({ condition: 'article9-safeguarding' })],
    ['a condition for criminal data', conditioned({ condition: 'article10-safeguarding' })],
    ['a condition that is on no list', conditioned({ condition: 'part3-no-more' })],
    ['a law that is none', conditioned({ regime: 'part4', condition: 'article9-safeguarding' })],
  ])('is not kept with %s', async (_, more) => {
    await expect(kept(LIVE, more)).rejects.toMatchObject(refused('condition-missing'));
    await expect(kept({ ...LIVE, practice: true }, more)).rejects.toMatchObject(
      refused('condition-missing'),
    );
  });

  it('is kept under its condition where the force’s policy document is named, or in practice', async () => {
    const whole = conditioned({});
    for (const policyReference of [undefined, '', ' '])
      await expect(kept({ ...LIVE, policyReference }, whole)).rejects.toMatchObject(
        refused('policy-document-missing'),
      );
    await kept(LIVE, whole);
    await kept({ regime: 'part3', practice: true }, whole);
    await kept(
      { ...LIVE, regime: 'uk-gdpr' },
      conditioned({ regime: 'uk-gdpr', condition: 'article9-safeguarding' }),
    );
  });

  it('keeps its condition for as long as it is kept', async () => {
    const { store, keep } = await underLaw();
    await keep(newRecord('subject', buildSubject(conditioned({}))));
    const held = await one(store, 'subject');
    await expect(keep(setting(held, { processingConditions: null }))).rejects.toMatchObject(
      refused('condition-missing'),
    );
    await keep(setting(held, { name: 'Rowan Vael-Marsh' }));
    const after = await one(store, 'subject');
    await keep(setting(after, { processingConditions: null, communicationNeeds: null }));
  });

  it('is an answer about autism, a value recorded differently and a contact plan as well', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    await keep(newRecord('subject', subject));
    const answers = [{ question: 'autism', answer: 'Diagnosed in 2021' }];
    const referral = buildReferral({ subjectId: subject.id, answers });
    await expect(keep(newRecord('referral', referral))).rejects.toMatchObject(
      refused('condition-missing'),
    );
    const condition = { ...CONDITION, what: 'referral.answers' };
    const remembers = setting(await one(store, 'subject'), { processingConditions: [condition] });
    await keep(remembers, newRecord('referral', referral));
    const forgets = setting(await one(store, 'subject'), { processingConditions: null });
    await expect(keep(forgets)).rejects.toMatchObject(refused('condition-missing'));
    const taken = setting(await one(store, 'referral'), { answers: null });
    await keep(forgets, taken);

    const beside = { what: 'communicationNeeds', value: 'Uses a reader', notedOn: TODAY };
    await expect(
      keep(setting(await one(store, 'subject'), { alsoRecorded: [beside] })),
    ).rejects.toMatchObject(refused('condition-missing'));

    const plan = { subjectId: subject.id, sensory: 'No bright light.' };
    const why = { condition: 'part3-safeguarding', whyNecessary: 'The visit is at dusk.' };
    for (const lacking of [{}, { ...why, condition: 'article9-safeguarding' }])
      await expect(
        keep(newRecord('contactPlan', buildContactPlan({ ...plan, ...lacking }))),
      ).rejects.toMatchObject(refused('condition-missing'));
    await keep(newRecord('contactPlan', buildContactPlan({ ...plan, ...why })));
  });

  it('that was kept before there was such a law stops no other change', async () => {
    const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
    const law = keepingLaw({ host, lists, officer: () => LIVE });
    const before = { value: buildSubject(NEEDS), kind: 'subject' } as unknown as StoredRecord;
    const saved = { kind: 'subject', id: before.value.id, before, sources: {} } as const;
    const asks = (set: object) =>
      law.save(
        [{ ...saved, set: { ...set }, after: { ...before.value, ...set } }],
        NOBODY,
        TODAY,
        SAID,
      );
    expect(asks({ name: 'Rowan Vael-Marsh' })).toEqual([]);
    expect(asks({ communicationNeeds: 'Braille' })).toHaveLength(1);
  });

  it('is never held without both, whatever is saved in whatever order', async () => {
    const values = fc.record(
      {
        communicationNeeds: fc.constantFrom(null, 'Large print', 'Braille'),
        processingConditions: fc.constantFrom(
          null,
          [CONDITION],
          [{ ...CONDITION, what: 'referral.answers' }],
          [{ ...CONDITION, condition: 'article9-consent' }],
        ),
        name: fc.constantFrom('Rowan Vael', 'R. Vael'),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(values, fc.boolean()), { maxLength: 6 }),
        async (saves) => {
          let officer: LawOfficer = LIVE;
          const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
          const gate = keepingLaw({ host, lists, officer: () => officer });
          const store = await createMemoryStore({ host, signer: testSigner(), gate });
          await store.commit({
            changes: [newRecord('subject', buildSubject())],
            reason: 'case-work',
          });
          for (const [set, hasPolicy] of saves) {
            officer = hasPolicy ? LIVE : { ...LIVE, policyReference: undefined };
            const before = (await one(store, 'subject')).value.communicationNeeds;
            const change = setting(await one(store, 'subject'), set);
            await store.commit({ changes: [change], reason: 'case-work' }).catch(() => undefined);
            const { communicationNeeds, processingConditions = [] } = (await one(store, 'subject'))
              .value;
            if (communicationNeeds === undefined) continue;
            expect(processingConditions).toContainEqual(CONDITION);
            if (communicationNeeds !== before) expect(hasPolicy).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

const NOBODY: HeldRecords = {
  find: () => undefined,
  about: () => [],
  all: () => {
    throw new Error('A save never asks for everything that is held');
  },
};

it('asks of a save nothing that grows with the caseload', () => {
  const host = testHost();
  const law = keepingLaw({ host, lists, officer: () => LIVE });
  const saved = RECORD_KINDS.map((kind) => {
    const value = buildRecord(kind) as { readonly id: RecordId };
    const after = value as Readonly<Record<string, unknown>> & typeof value;
    return { kind, id: value.id, before: undefined, sources: {}, set: after, after };
  });
  expect(() => law.save(saved, NOBODY, TODAY, SAID)).not.toThrow();
});

function conditioned(more: object) {
  return {
    communicationNeeds: 'Large print',
    processingConditions: [{ ...CONDITION, ...more }],
  };
}
