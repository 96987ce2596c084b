import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { fieldsOf, RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import { Instant, type PlainDate, type RecordId } from '../../shared/index.js';
import { createMemoryStore } from '../../store/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import {
  buildComparison,
  buildDecision,
  buildEnquiry,
  buildHold,
  buildPromise,
  buildRecord,
  buildReferral,
  buildReferrer,
  buildRefusal,
  buildRetentionReview,
  buildSource,
  buildSourceCapture,
  buildStopCard,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { disposalCertificate, proveDisposal } from './disposal-certificate.js';
import { confirmDisposal, planDisposal } from './dispose-case.js';

const lists = gatherCodeLists();
const today = '2026-11-24' as PlainDate;
const subject = buildSubject();
const other = buildSubject({ name: 'Quillon Ashgrove' });
const about = { subjectId: subject.id };
const enquiry = buildEnquiry();
const [referrer, sharedReferrer] = [buildReferrer(), buildReferrer()];
const [own, shared] = [buildSourceCapture(), buildSourceCapture()];
const referral = buildReferral({ ...about, referrerId: referrer.id, enquiryId: enquiry.id });
const ofOther = buildReferral({ subjectId: other.id, referrerId: sharedReferrer.id });
const closing = newRecord(
  'decision',
  buildDecision({ ...about, outcome: 'close', decidedOn: '2026-11-24' }),
);
const goingReview = newRecord(
  'retentionReview',
  buildRetentionReview({ ...about, outcome: 'dispose', reviewedOn: '2026-11-24' }),
);
const refusal = newRecord('refusal', buildRefusal({ referralId: referral.id }));

const from = (change: Change, ...captures: readonly { readonly id: RecordId }[]): Change => ({
  ...change,
  sources: { name: captures.map(({ id }) => buildSource({ capture: id })) },
});

/** Records about others, which must stay. */
const STAYING: readonly Change[] = [
  from(newRecord('subject', other), shared),
  newRecord('sourceCapture', shared),
  newRecord('referrer', sharedReferrer),
  newRecord('referral', ofOther),
];

const GOING: readonly Change[] = [
  newRecord('enquiry', enquiry),
  newRecord(
    'decision',
    buildDecision({ subjectId: undefined, enquiryId: enquiry.id, outcome: 'accept' }),
  ),
  newRecord('sourceCapture', own),
  newRecord('referrer', referrer),
  from(newRecord('subject', subject), own, shared),
  newRecord('referral', referral),
  newRecord('comparison', buildComparison({ subjectId: other.id, otherId: subject.id })),
];

/** Kinds that block disposal, as the builder makes them; each has its own test. */
const OPEN: ReadonlySet<RecordKind> = new Set([
  'hold',
  'promise',
  'colleagueRequest',
  'correctionNotice',
]);

/** Completes what would block the disposal: a concern until it is closed, a stop card without the crime's reference. */
const COMPLETED: { readonly [K in RecordKind]?: object } = {
  safeguardingConcern: { closedOn: '2026-11-24', closedWhy: 'A plan is in place.' },
  stopCard: { crimeRecorded: 'recorded', crimeReference: '42/0001/26' },
};
const ofKind = (kind: RecordKind): object => ({ ...about, ...COMPLETED[kind] });

/** One record of every kind that names a subject, including kinds added later. */
const OF_EVERY_KIND: readonly Change[] = RECORD_KINDS.filter((kind) =>
  fieldsOf(kind).some(({ name }) => name === 'subjectId'),
)
  .filter((kind) => !OPEN.has(kind))
  .map((kind) => newRecord(kind, buildRecord(kind, ofKind(kind)) as never));

async function opened(more: readonly Change[] = []) {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  await store.commit({ changes: STAYING, reason: 'case-work' });
  await store.commit({ changes: GOING, reason: 'case-work' });
  for (const change of [...OF_EVERY_KIND, refusal, closing, goingReview, ...more])
    await store.commit({ changes: [change], reason: 'case-work' });
  const plan = await planDisposal(store, subject.id, { lists, today });
  if (!plan) throw new Error('no plan');
  const standing = async () =>
    (await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)))).flat() as StoredRecord[];
  const errors = plan.issues.filter(({ severity }) => severity === 'error');
  return { store, plan, standing, errors: errors.map(({ code }) => code) };
}

describe('the disposal of a case', () => {
  it('leaves nothing of the person in any listing or history, whatever kinds there are', async () => {
    const { store, plan, standing, errors } = await opened();
    expect(errors).toEqual([]);
    await store.dispose(plan.ids, 'retention');
    const left = await standing();
    expect(left.map(({ id }) => id).sort()).toEqual(
      [...STAYING, refusal].map(({ record }) => record).sort(),
    );
    for (const id of plan.ids) expect(await store.history(id)).toEqual([]);
    expect(JSON.stringify(left)).not.toContain(subject.id);
  });

  it('is certified by what was looked for afterwards, with no word about the person', async () => {
    const { store, plan } = await opened();
    const receipt = await store.dispose(plan.ids, 'retention');
    const proof = await proveDisposal(store, receipt);
    expect(proof).toMatchObject({ left: [], disclosures: 0 });
    const text = disposalCertificate(receipt, proof, {
      at: v.parse(Instant, '2026-07-01T09:30:00.000Z'),
      officer: 'DC Imre Sandoval, 4471',
    });
    expect(text).toContain('Made at: 1 July 2026, 10:30 BST (2026-07-01T09:30:00.000Z)');
    expect(text).toContain(`Records disposed of: ${plan.ids.length}`);
    expect(text).toMatch(
      /Of \d+, neither the present state nor any revision can be read now\.\n\n/,
    );
    for (const word of ['Vael', 'Testford', '07700', 'RowanV']) expect(text).not.toContain(word);
  });

  it('does not certify what can still be read', async () => {
    const { store, plan } = await opened();
    const proof = await proveDisposal(store, { records: plan.ids });
    expect(proof.left).toHaveLength(plan.ids.length);
  });

  it('is refused in words, and by the store, while a hold stands', async () => {
    const hold = newRecord('hold', buildHold({ ...about, reason: 'criminal-case' }));
    const { store, plan, errors } = await opened([hold]);
    expect(errors).toEqual(['hold-stands']);
    expect(plan.issues[0]?.message).toContain('Criminal case');
    await expect(store.dispose(plan.ids, 'retention')).rejects.toMatchObject({
      code: 'CP_STORE_HELD',
    });
  });

  it('waits for what is open, and for a review of what came since', async () => {
    const late = newRecord('promise', buildPromise(about));
    const referredAgain = newRecord('referral', buildReferral({ ...about }));
    const card = newRecord('stopCard', buildStopCard({ ...about, crimeRecorded: undefined }));
    expect((await opened([late])).errors).toEqual(['promise-open']);
    expect((await opened([card])).errors).toEqual(['crime-open']);
    expect((await opened([referredAgain])).errors).toEqual(['retention-review-again']);
  });

  it('is confirmed by a reference that is of this case alone, and by nothing else', async () => {
    const own = (more: object) => newRecord('referral', buildReferral({ ...about, ...more }));
    const ofAnother = newRecord('referral', buildReferral({ reference: 'CP-0007' }));
    const referenceWith = async (...more: readonly Change[]) => (await opened(more)).plan.reference;
    expect(await referenceWith(own({ reference: 'CP-0042' }))).toBe('CP-0042');
    // Two people referred together share it, so it would confirm the wrong one.
    const together = await referenceWith(own({ reference: 'CP-0007' }), ofAnother);
    expect(together).not.toBe('CP-0007');
    expect(await referenceWith()).toBe(subject.name);
    // A namesake's name would confirm the wrong one too.
    const namesake = newRecord('subject', buildSubject({ name: ` ${subject.name.toUpperCase()}` }));
    expect(await referenceWith(namesake)).toBe(subject.id.slice(0, 8));

    const { plan } = await opened();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(plan.reference, ` ${plan.reference.toUpperCase()} `, '', undefined),
          fc.string(),
        ),
        (typed) => {
          const plain = (text?: string) => text?.replace(/\s/gu, '').toLowerCase();
          const isSame = plain(typed) === plain(plan.reference);
          const confirmed = confirmDisposal(plan, typed);
          expect(confirmed.ok).toBe(isSame);
          if (confirmed.ok) expect(confirmed.value).toEqual(plan.ids);
        },
      ),
    );
    const stopped = await opened([newRecord('promise', buildPromise(about))]);
    expect(confirmDisposal(stopped.plan, stopped.plan.reference).ok).toBe(false);
  });

  it('is of no subject that is not held, and of no case that nobody closed and reviewed', async () => {
    const host = testHost();
    const store = await createMemoryStore({ host, signer: testSigner() });
    expect(await planDisposal(store, subject.id, { lists, today })).toBeUndefined();
    await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
    const plan = await planDisposal(store, subject.id, { lists, today });
    expect(plan?.issues.map(({ code }) => code)).toEqual([
      'case-open',
      'retention-undecided',
      'disposes-of',
    ]);
    expect((await store.audit()).at(-1)).toMatchObject({
      action: 'consultation',
      reason: 'retention',
    });
  });
});
