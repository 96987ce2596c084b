import { describe, expect, it } from 'vitest';
import type { ConditionAnswer, Draft } from '../capture/draft.js';
import { fileReferral } from '../casework/intake/file-referral.js';
import { codesInForce, gatherCodeLists } from '../codes/index.js';
import type { PlainDate } from '../shared/index.js';
import type { Result } from '../shared/issue.js';
import { createMemoryStore, type StoredRecord } from '../store/index.js';
import { testHost, testSigner } from '../testing/host.js';
import { clip } from './clip.js';
import { draftOfFields } from './draft-of-fields.js';
import type { FieldValues } from './field-values.js';
import { defaultGates, REGIMES } from './gates.js';
import { conditionNeeds, conditionPrefix } from './processing-conditions.js';
import { type ReviewContext, review } from './review.js';

const host = testHost();
const PAGE = { way: 'typed', system: 'Practice', title: 'Referral' } as const;
const NEEDS: FieldValues = {
  'subject.name': ['Rowan Vael'],
  'subject.communicationNeeds': ['Large print'],
};
const ALLEGED: FieldValues = {
  'subject.name': ['Rowan Vael'],
  'referral.suspectedOffences[]': ['Unauthorised access'],
  'referral.incidentDates[]': ['02/11/2026'],
};
const ANSWER: ConditionAnswer = {
  what: 'subject.communicationNeeds',
  sensitivity: 'special',
  regime: 'part3',
  condition: 'part3-safeguarding',
  whyNecessary: 'The talk is held in large print.',
};
const draftOf = (values: FieldValues, conditions: readonly ConditionAnswer[] = []): Draft => ({
  ...draftOfFields(values, PAGE, host),
  conditions,
});
const contextOf = (regime: 'part3' | 'uk-gdpr' = 'part3'): ReviewContext => {
  const gates = defaultGates('force', regime);
  if (!gates.ok) throw new Error('no gates');
  return { gates: gates.value, officer: { regime, practice: true }, host };
};
const errorsOf = (result: Result<unknown>) =>
  result.issues.filter(({ severity }) => severity === 'error');
const at = `condition special ${ANSWER.what}`;

describe('special category data', () => {
  it('is not taken before the condition and the reason are given, in practice too', () => {
    const asked = (answer: Partial<ConditionAnswer> | undefined) =>
      errorsOf(review(draftOf(NEEDS, answer ? [{ ...ANSWER, ...answer }] : []), contextOf())).map(
        (issue) => [issue.code, issue.at],
      );
    expect(asked(undefined)).toEqual([
      ['condition-missing', at],
      ['why-necessary-missing', at],
    ]);
    expect(asked({ condition: '', whyNecessary: '' })).toEqual([
      ['condition-missing', at],
      ['why-necessary-missing', at],
    ]);
    expect(asked({ regime: '' })).toEqual([['regime-missing', at]]);
    expect(asked({ condition: '' })).toEqual([['condition-missing', at]]);
    expect(asked({ condition: 'article9-safeguarding' })).toEqual([
      ['condition-of-other-regime', at],
    ]);
    expect(asked({ whyNecessary: ' \n' })).toEqual([['why-necessary-missing', at]]);
    expect(asked({})).toEqual([]);
  });

  it('asks nothing while it is left or masked', () => {
    for (const kind of ['leave', 'mask'] as const) {
      const draft = draftOf(NEEDS);
      const rows = draft.rows.map((row) =>
        row.path === ANSWER.what ? { ...row, decision: { kind } } : row,
      );
      expect(errorsOf(review({ ...draft, rows }, contextOf()))).toEqual([]);
    }
  });

  it('says first that a policy document is missing', () => {
    const context = { ...contextOf(), officer: { regime: 'part3', practice: false } } as const;
    expect(errorsOf(review(draftOf(NEEDS, [ANSWER]), context)).map(({ code }) => code)).toEqual([
      'policy-document-missing',
    ]);
  });

  it('keeps the answer with the capture that the value came from, and with the subject', () => {
    const draft = draftOf(NEEDS, [ANSWER]);
    const result = review(draft, contextOf());
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { sensitivity: _, ...kept } = ANSWER;
    const conditions = [{ ...kept, decidedOn: '2026-11-24' }];
    const sets = new Map(result.value.changes.map(({ kind, set }) => [kind, set]));
    expect(sets.get('sourceCapture')).toMatchObject({ processingConditions: conditions });
    expect(sets.get('subject')).toMatchObject({ processingConditions: conditions });
  });

  it('asks for it in a note as well', () => {
    const draft = draftOf(NEEDS);
    const special = draft.rows.find(({ path }) => path === ANSWER.what)?.id ?? '';
    expect(clip(draft, [special], contextOf()).issues).toMatchObject([
      { code: 'condition-missing', at },
      { code: 'why-necessary-missing', at },
    ]);
    const answered = clip({ ...draft, conditions: [ANSWER] }, [special], contextOf());
    expect(answered).toMatchObject({
      value: { captures: [{ set: { processingConditions: [{ condition: ANSWER.condition }] } }] },
    });
  });
});

describe('criminal-allegation data', () => {
  it('asks its own condition of each kind outside Part 3, and none under it', () => {
    expect(errorsOf(review(draftOf(ALLEGED), contextOf('part3')))).toEqual([]);
    expect(
      errorsOf(review(draftOf(ALLEGED), contextOf('uk-gdpr'))).flatMap(({ code, at }) =>
        code === 'condition-missing' ? at : [],
      ),
    ).toEqual([
      'condition criminal referral.suspectedOffences[]',
      'condition criminal referral.incidentDates[]',
    ]);
  });

  it('takes no condition that is made for special category data', () => {
    const of = (condition: string) =>
      (['referral.suspectedOffences[]', 'referral.incidentDates[]'] as const).map((what) => ({
        ...ANSWER,
        what,
        sensitivity: 'criminal' as const,
        regime: 'uk-gdpr',
        condition,
      }));
    const codes = (condition: string) =>
      errorsOf(review(draftOf(ALLEGED, of(condition)), contextOf('uk-gdpr'))).map(
        ({ code }) => code,
      );
    expect(codes('article9-unlawful-acts')).toContain('condition-of-other-regime');
    expect(codes('article10-unlawful-acts')).toEqual([]);
  });
});

/** A store with one subject whose communication needs were taken, and the context for a review of them. */
async function heldSubject(values: FieldValues = NEEDS) {
  const store = await createMemoryStore({ host, signer: testSigner() });
  const first = review(draftOf(values, [ANSWER]), contextOf());
  if (!first.ok) throw new Error(JSON.stringify(first.issues));
  await store.commit({ changes: first.value.changes, reason: 'referral' });
  const subject = async () => (await store.query('subject'))[0] as StoredRecord<'subject'>;
  return { store, subject };
}

describe('an answer', () => {
  it('is remembered for that kind of value and that person, and is said of the next capture', async () => {
    const { subject } = await heldSubject();
    const context = { ...contextOf(), addTo: await subject() };
    const again = review(draftOf(NEEDS), context);
    if (!again.ok) throw new Error(JSON.stringify(again.issues));
    const capture = again.value.changes.find(({ kind }) => kind === 'sourceCapture');
    expect(capture?.set).toMatchObject({
      processingConditions: [{ what: ANSWER.what, whyNecessary: ANSWER.whyNecessary }],
    });
    expect(
      again.value.changes.find(({ kind }) => kind === 'subject')?.set ?? {},
    ).not.toHaveProperty('processingConditions');
  });

  it('says nothing of another kind of value, nor of another person', async () => {
    const { subject } = await heldSubject();
    const held = await subject();
    const draft = draftOf({ ...NEEDS, 'subject.school': ['Testford Hospital School'] });
    const rows = draft.rows.map((row) =>
      row.path === 'subject.school' ? { ...row, sensitivity: 'special' as const } : row,
    );
    const school = 'condition special subject.school';
    expect(
      errorsOf(review({ ...draft, rows }, { ...contextOf(), addTo: held })).map((each) => each.at),
    ).toEqual([school, school]);
    expect(errorsOf(review(draftOf(NEEDS), contextOf())).map((each) => each.at)).toEqual([at, at]);
  });

  it('is not remembered of a narrative: the next one is another text', async () => {
    const told = (narrative: string): FieldValues => ({
      'subject.name': ['Rowan Vael'],
      'referral.narrative': [narrative],
    });
    const what = 'referral.narrative';
    const special = (draft: Draft): Draft => ({
      ...draft,
      rows: draft.rows.map((row) =>
        row.path === what ? { ...row, sensitivity: 'special' as const } : row,
      ),
    });
    const store = await createMemoryStore({ host, signer: testSigner() });
    const first = review(
      special(draftOf(told('Met at home.'), [{ ...ANSWER, what }])),
      contextOf(),
    );
    if (!first.ok) throw new Error(JSON.stringify(first.issues));
    await store.commit({ changes: first.value.changes, reason: 'referral' });
    const held = (await store.query('subject'))[0] as StoredRecord<'subject'>;
    expect(held.value.processingConditions).toMatchObject([{ what }]);
    const next = special(draftOf(told('Was away last week.')));
    const narrative = `condition special ${what}`;
    expect(errorsOf(review(next, { ...contextOf(), addTo: held })).map((each) => each.at)).toEqual([
      narrative,
      narrative,
    ]);
  });

  it('is not remembered of a related person: who that is could be somebody else', async () => {
    const values: FieldValues = { ...NEEDS, 'relatedPersons[].name': ['Dawn Vael'] };
    const what = 'relatedPersons[].name';
    const special = (draft: Draft): Draft => ({
      ...draft,
      rows: draft.rows.map((row) =>
        row.path === what ? { ...row, sensitivity: 'special' as const } : row,
      ),
    });
    const first = review(special(draftOf(values, [ANSWER, { ...ANSWER, what }])), contextOf());
    if (!first.ok) throw new Error(JSON.stringify(first.issues));
    expect(first.value.changes.find(({ kind }) => kind === 'subject')?.set).toMatchObject({
      processingConditions: [{ what: ANSWER.what }],
    });
  });

  it('that is another than before is added to it, and stands from then on', async () => {
    const { store, subject } = await heldSubject();
    const other = { ...ANSWER, condition: 'part3-vital-interests' };
    const again = review(draftOf(NEEDS, [other]), { ...contextOf(), addTo: await subject() });
    if (!again.ok) throw new Error(JSON.stringify(again.issues));
    await store.commit({ changes: again.value.changes, reason: 'referral' });
    const { value } = await subject();
    expect(value.processingConditions).toHaveLength(2);
    const [need] = conditionNeeds(draftOf(NEEDS), contextOf().gates, value);
    expect(need?.remembered?.condition).toBe(other.condition);
  });

  it('must be on its list on the day', () => {
    const lists = gatherCodeLists();
    const gone = draftOf(NEEDS, [{ ...ANSWER, condition: 'part3-no-more' }]);
    expect(fileReferral(gone, { ...contextOf(), lists }).issues).toMatchObject([
      { code: 'code-not-in-force', at },
    ]);
  });
});

it('finds conditions on the list for each law and each kind of data', () => {
  const codes = codesInForce(gatherCodeLists(), 'processing-condition', '2026-11-24' as PlainDate);
  for (const regime of REGIMES)
    for (const sensitivity of ['special', 'criminal'] as const)
      expect(
        codes.filter(({ code }) => code.startsWith(conditionPrefix(sensitivity, regime))).length,
      ).toBeGreaterThan(5);
});
