import { describe, expect, it } from 'vitest';
import { decide } from '../capture/draft/decide.js';
import type { Decision, Draft } from '../capture/draft.js';
import { createMemoryStore } from '../store/index.js';
import { testHost, testSigner } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import { defaultGates } from './gates.js';
import { asksNarrative } from './narrative-left.js';
import { type ReviewContext, review } from './review.js';

const host = testHost();
const found = defaultGates('force', 'part3');
if (!found.ok) throw new Error('no gates');
const context = {
  gates: found.value,
  officer: { regime: 'part3', practice: true },
  host,
} as const;

function draftWith(decision: Decision): Draft {
  const draft = draftOfFields(
    { 'subject.name': ['Rowan Vael'], 'referral.narrative': ['He changed two marks.'] },
    { way: 'page', system: 'Practice', title: 'Referral' },
    host,
  );
  return draft.rows.reduce(
    (so, { id, path }) =>
      decide(so, id, path === 'referral.narrative' ? decision : { kind: 'take' }),
    draft,
  );
}
const left = draftWith({ kind: 'leave' });
const errors = (draft: Draft) =>
  review(draft, context)
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

describe('a narrative that is left', () => {
  it('is asked about once: the referral would not say why', () => {
    expect(asksNarrative(left)).toBe(true);
    expect(errors(left)).toEqual(['narrative-left']);
    expect(errors({ ...left, withoutNarrative: true })).toEqual([]);
  });

  it('is recorded as left by choice', () => {
    const reviewed = review({ ...left, withoutNarrative: true }, context);
    if (!reviewed.ok) throw new Error(JSON.stringify(reviewed.issues));
    const referral = reviewed.value.changes.find(({ kind }) => kind === 'referral');
    expect(referral?.set).toMatchObject({ narrativeOmission: 'left-by-choice' });
    expect(referral?.set).not.toHaveProperty('narrative');
  });

  it.each<Decision>([{ kind: 'take' }, { kind: 'mask' }])('is not asked about after %o', (to) => {
    expect(errors(draftWith(to))).toEqual([]);
  });

  it('is no longer recorded as left once an account is added', async () => {
    const store = await createMemoryStore({ host, signer: testSigner() });
    const keep = async (draft: Draft, more: Partial<ReviewContext> = {}) => {
      const reviewed = review(draft, { ...context, ...more });
      if (!reviewed.ok) throw new Error(JSON.stringify(reviewed.issues));
      await store.commit({ changes: reviewed.value.changes, reason: 'referral' });
      const [subject] = await store.query('subject');
      const [referral] = await store.query('referral');
      if (!subject || !referral) throw new Error('nothing is kept');
      return { subject, referral };
    };
    const { subject, referral } = await keep({ ...left, withoutNarrative: true });
    expect(referral.value.narrativeOmission).toBe('left-by-choice');
    const added = await keep(draftWith({ kind: 'take' }), {
      addTo: subject,
      addToReferral: referral,
    });
    expect(added.referral.value.narrative).toBe('He changed two marks.');
    expect(added.referral.value).not.toHaveProperty('narrativeOmission');
  });
});
