/**
 * The keeper enforces the law: a page that the keeper trusts requests here, past every screen, acts that no screen
 * offers.
 */
import {
  addYears,
  type Change,
  codesInForce,
  gatherCodeLists,
  gatherRetention,
  moveToSubject,
  type RecordId,
  undoSave,
} from '@cyber-prevent/core';
import {
  buildContactPlan,
  buildDecision,
  buildEnquiry,
  buildHold,
  buildIntelligenceNote,
  buildIntervention,
  buildPromise,
  buildRecord,
  buildReferral,
  buildRefusal,
  buildSource,
  buildSourceCapture,
  buildSubject,
  endCase,
  newRecord,
  reviewToDispose,
} from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultKind } from '../ports/services.js';
import { type Bench, newBench, setUp } from '../testing/keeper-under-test.js';
import type { KeeperConnection } from './client/client.js';
import { browserHost } from './host.js';
import { knownAdapters } from './known-adapters.js';
import { NO_POLICY } from './policy.js';

const today = browserHost().clock.today();
const NEEDS = {
  communicationNeeds: 'Large print',
  processingConditions: [
    {
      what: 'subject.communicationNeeds',
      regime: 'part3',
      condition: 'part3-safeguarding',
      whyNecessary: 'The talk is held in large print.',
      decidedOn: today,
    },
  ],
};

let bench: Bench;
beforeEach(() => {
  bench = newBench();
});
afterEach(() => bench.clear());

async function opened(kind: VaultKind = 'practice'): Promise<KeeperConnection> {
  const recoveryKey = await setUp(bench.computer, kind);
  await bench.keeper();
  const page = bench.page();
  const unlocked = await page.vault.unlock(kind, { recoveryKey });
  if (!unlocked.ok) throw new Error(JSON.stringify(unlocked.issues));
  return page;
}

const keep = ({ store }: KeeperConnection, ...changes: readonly Change[]) =>
  store.commit({ changes, reason: 'case-work' });
const refused = (code: string) => ({ cause: [expect.objectContaining({ code })] });
const NOT_DISPOSABLE = { code: 'CP_STORE_NOT_DISPOSABLE' };

describe('an adapter that raises a value', () => {
  const LOADED = {
    id: 'clinic/card',
    title: 'Clinic',
    version: '1.2.0',
    owner: 'A clinic',
    engine: '>=0.0.1',
    match: { anchors: [{ label: 'Surname' }] },
    fixtures: [],
    screens: [{ fields: {}, sensitivity: { 'subject.name': 'special' } }],
  };
  const read = (system: string): readonly Change[] => {
    const capture = buildSourceCapture({ adapter: `${LOADED.id} ${LOADED.version}`, system });
    return [
      newRecord('sourceCapture', capture),
      {
        ...newRecord('subject', buildSubject()),
        sources: { name: [buildSource({ capture: capture.id })] },
      },
    ];
  };

  it('is known once it is loaded, and a save without its mark is refused until the vault locks', async () => {
    const recoveryKey = await setUp(bench.computer);
    await bench.keeper({ adapters: knownAdapters(async () => ({})) });
    const page = bench.page();
    await page.vault.unlock('practice', { recoveryKey });
    await keep(page, ...read('Before it is loaded'));
    const loaded = await page.work.save('adapters', [JSON.stringify(LOADED)], 0);
    if (!loaded.ok) throw new Error('not loaded');
    await expect(keep(page, ...read('Clinic'))).rejects.toMatchObject(
      refused('sensitive-unmarked'),
    );
    await page.work.save('adapters', [], loaded.value.version);
    await expect(keep(page, ...read('Clinic'))).rejects.toMatchObject(
      refused('sensitive-unmarked'),
    );
  });

  it('is known from the start where the policy hands it out', async () => {
    const recoveryKey = await setUp(bench.computer);
    await bench.keeper({
      adapters: knownAdapters(async () => ({ adapters: [JSON.stringify(LOADED)] })),
    });
    const page = bench.page();
    await page.vault.unlock('practice', { recoveryKey });
    await expect(keep(page, ...read('Clinic'))).rejects.toMatchObject(
      refused('sensitive-unmarked'),
    );
  });
});

describe('a page that goes round the screens', () => {
  it('disposes of no open case, and of none that nobody reviewed', async () => {
    const page = await opened();
    const subject = buildSubject();
    const intervention = buildIntervention({ subjectId: subject.id });
    await keep(page, newRecord('subject', subject), newRecord('intervention', intervention));
    const dispose = (...ids: readonly RecordId[]) => page.store.dispose(ids, 'retention');
    await expect(dispose(subject.id, intervention.id)).rejects.toMatchObject({
      ...NOT_DISPOSABLE,
      message: expect.stringContaining('Nothing was disposed of. The case is open.'),
    });
    await expect(dispose(intervention.id)).rejects.toMatchObject(NOT_DISPOSABLE);
    const closing = buildDecision({
      subjectId: subject.id,
      outcome: 'close',
      closureReason: 'completed',
      decidedOn: today,
    });
    await keep(page, newRecord('decision', closing));
    await expect(dispose(subject.id, intervention.id, closing.id)).rejects.toMatchObject(
      refused('retention-undecided'),
    );
    const review = buildRecord('retentionReview', {
      subjectId: subject.id,
      reviewedOn: today,
      outcome: 'dispose',
      answers: [],
    });
    await expect(keep(page, newRecord('retentionReview', review))).rejects.toMatchObject({
      code: 'CP_RECORD_INVALID',
      message: expect.stringContaining('Question 1'),
    });
    expect((await page.store.query('subject')).map(({ id }) => id)).toEqual([subject.id]);
    const reviewed = await reviewToDispose(page.store, subject.id, today);
    await dispose(subject.id, closing.id, reviewed, intervention.id);
    expect(await page.store.query('subject')).toEqual([]);
  });

  it('keeps a review by the force’s own periods, and no longer than they allow', async () => {
    const recoveryKey = await setUp(bench.computer);
    const { periods } = gatherRetention();
    const [first] = periods;
    const own = periods.map((each) => ({ ...each, everyYears: 20 }));
    await bench.keeper({ policy: async () => ({ ...NO_POLICY, retention: own }) });
    const page = bench.page();
    await page.vault.unlock('practice', { recoveryKey });
    const subject = buildSubject();
    await keep(page, newRecord('subject', subject));
    const retention = { subjectId: subject.id, group: first?.group, decidedOn: today };
    await keep(page, newRecord('retention', buildRecord('retention', retention)));
    const kept = (years: number) => {
      const nextReviewOn = addYears(today, years);
      const answers = codesInForce(gatherCodeLists(), 'nrac-question', today).map(({ code }) => ({
        question: code,
        answer: 'no',
        rationale: 'Nothing on record says so.',
      }));
      const review = { subjectId: subject.id, reviewedOn: today, answers, nextReviewOn };
      return keep(page, newRecord('retentionReview', buildRecord('retentionReview', review)));
    };
    await expect(kept(21)).rejects.toMatchObject(refused('date-out-of-order'));
    await kept(20);
  });

  it('destroys no referral on a refusal that no decision bears out', async () => {
    const page = await opened();
    const subject = buildSubject();
    const referral = buildReferral({ subjectId: subject.id });
    const refusal = buildRefusal({ referralId: referral.id, handling: 'dispose' });
    await keep(
      page,
      newRecord('subject', subject),
      newRecord('referral', referral),
      newRecord('refusal', refusal),
    );
    await expect(page.store.dispose([subject.id, referral.id], 'retention')).rejects.toMatchObject(
      NOT_DISPOSABLE,
    );
  });

  it('withdraws no hold, and lifts it on no day but today', async () => {
    const page = await opened();
    const subject = buildSubject();
    const hold = buildHold({ subjectId: subject.id });
    const { seq } = await keep(page, newRecord('subject', subject), newRecord('hold', hold));
    const parents = (await page.store.get('hold', hold.id))?.heads ?? [];
    const change = { kind: 'hold', record: hold.id, parents } as const;
    await expect(keep(page, { ...change, set: {}, withdraw: true })).rejects.toMatchObject(
      refused('record-locked'),
    );
    await expect(
      keep(page, { ...change, set: { liftedOn: '2020-01-01' } } as Change),
    ).rejects.toMatchObject(refused('hold-lifted-on-another-day'));
    expect(await undoSave(page.store, seq)).toMatchObject({ ok: false });
    await expect(
      page.store.dispose(await endCase(page.store, subject.id, today), 'retention'),
    ).rejects.toMatchObject({ code: 'CP_STORE_HELD' });
  });

  it('keeps nothing about health without its condition', async () => {
    const page = await opened();
    const { communicationNeeds } = NEEDS;
    await expect(
      keep(page, newRecord('subject', buildSubject({ communicationNeeds }))),
    ).rejects.toMatchObject(refused('condition-missing'));
    const plan = buildContactPlan({ sensory: 'No bright light.' });
    await expect(keep(page, newRecord('contactPlan', plan))).rejects.toMatchObject(
      refused('condition-missing'),
    );
    await keep(page, newRecord('subject', buildSubject(NEEDS)));
  });

  it('keeps it in a live vault only once its own keeper knows the force’s policy document', async () => {
    const page = await opened('live');
    const saving = () => keep(page, newRecord('subject', buildSubject(NEEDS)));
    await expect(saving()).rejects.toMatchObject(refused('policy-document-missing'));
    await page.vault.enterPolicy('APD-2026-07');
    await saving();
    await page.vault.enterPolicy('');
    await expect(saving()).rejects.toMatchObject(refused('policy-document-missing'));
    expect(await page.store.query('subject')).toHaveLength(1);
  });

  it('saves no correction about one person on what is another’s by now, nor a contact that corrects it', async () => {
    const page = await opened();
    const [ada, ivo] = [buildSubject({ name: 'Ada Vael' }), buildSubject({ name: 'Ivo Quill' })];
    const note = buildIntelligenceNote({ subjectId: ada.id });
    const contact = buildIntervention({ subjectId: ada.id });
    await keep(
      page,
      newRecord('subject', ada),
      newRecord('subject', ivo),
      newRecord('intelligenceNote', note),
      newRecord('intervention', contact),
    );
    const held = async () => [
      ...(await page.store.query('intelligenceNote')),
      ...(await page.store.query('intervention')),
    ];
    const to = await page.store.get('subject', ivo.id);
    const moved = to && moveToSubject({ records: await held(), to });
    if (!moved?.ok) throw new Error('not moved');
    await page.store.commit(moved.value);
    const [now] = await held();
    const change = {
      kind: 'intelligenceNote',
      record: note.id,
      parents: now?.heads ?? [],
    } as const;
    const changes = [{ ...change, set: { text: 'About Ada.' } }] as unknown as readonly Change[];
    await expect(
      page.store.commit({ changes, reason: 'correction', about: ada.id }),
    ).rejects.toMatchObject(refused('record-moved'));
    const correction = buildIntervention({ subjectId: ada.id, corrects: contact.id });
    await expect(keep(page, newRecord('intervention', correction))).rejects.toMatchObject(
      refused('names-anothers'),
    );
    expect(await held()).toHaveLength(2);
    await page.store.commit({ changes, reason: 'correction', about: ivo.id });
  });

  it('saves no decision or promise on an enquiry from a form about nobody, once a referral from it names somebody', async () => {
    const page = await opened();
    const enquiry = buildEnquiry({ receivedOn: today });
    const ada = buildSubject({});
    const referral = buildReferral({
      subjectId: ada.id,
      enquiryId: enquiry.id,
      receivedOn: today,
      status: 'received',
    });
    await keep(page, newRecord('enquiry', enquiry));
    await keep(page, newRecord('subject', ada), newRecord('referral', referral));
    const decision = buildDecision({
      subjectId: undefined,
      enquiryId: enquiry.id,
      outcome: 'more-information',
      decidedOn: today,
    });
    const promise = buildPromise({
      subjectId: undefined,
      enquiryId: enquiry.id,
      madeOn: today,
      dueOn: today,
    });
    for (const made of [newRecord('decision', decision), newRecord('promise', promise)]) {
      const makes = (about: RecordId | null) =>
        page.store.commit({ changes: [made], reason: 'enquiry', about });
      await expect(makes(null)).rejects.toMatchObject(refused('record-of-another'));
      expect(await page.store.query(made.kind)).toEqual([]);
      await makes(ada.id);
    }
  });
});
