import { describe, expect, it } from 'vitest';
import type { Result } from '../shared/issue.js';
import { createMemoryStore, type StoredRecord } from '../store/index.js';
import { withAnswers } from '../testing/answers.js';
import { testHost, testSigner } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import type { FieldValues } from './field-values.js';
import { defaultGates } from './gates.js';
import { type ReviewContext, review } from './review.js';

const PAGE = { way: 'typed', system: 'Practice', title: 'Referral' } as const;
const HELD: FieldValues = {
  'subject.name': ['Rowan Vael'],
  'referral.reference': ['NCCU-TEST-0417'],
  'referral.receivedOn': ['20/11/2026'],
  'referral.narrative': ['The booking page was taken down.'],
  'referral.suspectedOffences[]': ['Unauthorised access to computer material'],
  'referrer.name': ['Ottilie Brandt'],
};

/** One subject with one referral, and the means to add to both. */
async function held() {
  const host = testHost();
  const store = await createMemoryStore({ host, signer: testSigner() });
  const gates = must(defaultGates('partner', 'uk-gdpr'));
  const context = { gates, officer: { regime: 'uk-gdpr', practice: true }, host } as const;
  const first = must(review(withAnswers(draftOfFields(HELD, PAGE, host)), context));
  await store.commit({ changes: first.changes, reason: 'referral' });
  const [subject] = await store.query('subject');
  const referral = async () => (await store.query('referral'))[0] as StoredRecord<'referral'>;
  const add = async (values: FieldValues, more: Partial<ReviewContext> = {}) =>
    review(withAnswers(draftOfFields(values, PAGE, host)), {
      ...context,
      ...(subject ? { addTo: subject } : {}),
      addToReferral: await referral(),
      held: {
        referrers: await store.query('referrer'),
        captures: await store.query('sourceCapture'),
      },
      ...more,
    });
  const keeps = async (values: FieldValues, more: Partial<ReviewContext> = {}) => {
    const { changes } = must(await add(values, more));
    await store.commit({ changes, reason: 'referral' });
    return referral();
  };
  return { store, referral, add, keeps };
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

describe('adding to a referral', () => {
  it('adds the next source of what it says already, and makes no other referral', async () => {
    const { store, keeps } = await held();
    const { value, sources } = await keeps(HELD);
    expect(await store.query('referral')).toHaveLength(1);
    expect(await store.query('referrer')).toHaveLength(1);
    expect(value.otherReferences).toEqual([]);
    expect(sources.reference).toHaveLength(2);
    expect(sources['suspectedOffences[0]']).toHaveLength(2);
    expect(sources.narrative).toHaveLength(2);
  });

  it('keeps another reference as one more, and what is told anew under what was told', async () => {
    const { keeps } = await held();
    const { value, sources } = await keeps({
      'referral.reference': ['BVS/2026/0093'],
      'referral.narrative': ['A friend knew of it.'],
      'referral.incidentDates[]': ['02/11/2026'],
    });
    expect(value).toMatchObject({
      reference: 'NCCU-TEST-0417',
      otherReferences: ['BVS/2026/0093'],
      narrative: 'The booking page was taken down.\n\nA friend knew of it.',
      incidentDates: ['2026-11-02'],
      status: 'received',
    });
    expect(sources.narrative).toHaveLength(2);
  });

  it('holds another date of referral back until the officer says which stands', async () => {
    const { add, keeps } = await held();
    const values: FieldValues = { 'referral.receivedOn': ['21/11/2026'] };
    expect(must(await add(values)).conflicts).toEqual([
      { path: 'referral.receivedOn', held: '2026-11-20', found: '2026-11-21', stands: 'undecided' },
    ]);
    const { value } = await keeps(values, { beside: ['referral.receivedOn'] });
    expect(value.receivedOn).toBe('2026-11-20');
    expect(value.alsoRecorded).toMatchObject([{ what: 'receivedOn', date: '2026-11-21' }]);
  });

  it('puts nobody else in the place of the referrer', async () => {
    const { add } = await held();
    const result = await add({ 'referrer.name': ['Odette Fairbarrow'] });
    expect(result).toMatchObject({ ok: false, issues: [{ code: 'referrer-differs' }] });
  });

  it('learns more of the referrer', async () => {
    const { store, keeps } = await held();
    await keeps({ 'referrer.name': ['Ottilie Brandt'], 'referrer.role': ['Head of year'] });
    const referrers = await store.query('referrer');
    expect(referrers.map(({ value }) => value)).toMatchObject([
      { name: 'Ottilie Brandt', role: 'Head of year' },
    ]);
  });

  it('refuses a referral of somebody else, and a day that is still to come', async () => {
    const { add, referral } = await held();
    const { subjectId: _, ...value } = (await referral()).value;
    const other = { ...(await referral()), value: { ...value, subjectId: (await referral()).id } };
    expect(await add({ 'referral.statedRisk': ['Low'] }, { addToReferral: other })).toMatchObject({
      ok: false,
      issues: [{ code: 'referral-of-another' }],
    });
    const late = await add(
      { 'referral.receivedOn': ['21/11/2099'] },
      { replace: ['referral.receivedOn'] },
    );
    expect(late.issues.map(({ code }) => code)).toContain('date-in-future');
  });
});
