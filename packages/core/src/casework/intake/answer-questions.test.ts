import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordId, Result } from '../../shared/index.js';
import { createMemoryStore } from '../../store/index.js';
import { buildReferral, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { type AnswerInput, answerQuestions } from './answer-questions.js';

const OFFICER = { practice: false, policyReference: 'APD-1' };
const AUTISM = { question: 'autism', answer: 'Says that they are autistic' };
const WHY = {
  condition: 'part3-safeguarding',
  whyNecessary: 'To speak with them in the way that they need',
};
const at = (result: Result<unknown>) => result.issues.map(({ code, at }) => `${code} ${at}`);

async function opened() {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const store = await createMemoryStore({ host, signer: testSigner() });
  const subject = buildSubject();
  const referral = buildReferral({ subjectId: subject.id });
  await store.commit({
    changes: [newRecord('subject', subject), newRecord('referral', referral)],
    reason: 'referral',
  });
  const held = async () => ({
    referral: await store.get('referral', referral.id),
    subject: await store.get('subject', subject.id),
  });
  const answer = async (input: AnswerInput, officer: typeof OFFICER | object = OFFICER) =>
    answerQuestions(input, {
      host,
      lists: gatherCodeLists(),
      officer: { practice: false, ...officer },
      ...(await held()),
    });
  const keep = async (input: AnswerInput): Promise<RecordId> => {
    const result = await answer(input);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    await store.commit(result.value.commit);
    return result.value.id;
  };
  return { held, answer, keep };
}

it('keeps what was answered, and an answer that is emptied goes', async () => {
  const { held, keep } = await opened();
  const answers = [
    { question: 'skill', answer: '8' },
    { question: 'help', answer: 'Would like to talk about it' },
  ];
  await keep({ answers });
  expect((await held()).referral?.value.answers).toEqual(answers);
  await keep({ answers: [{ question: 'skill', answer: ' ' }, ...answers.slice(1)] });
  expect((await held()).referral?.value.answers).toEqual(answers.slice(1));
});

it('asks for the policy document, a condition of the law in hand and a reason before health is kept', async () => {
  const { answer } = await opened();
  const answers = [AUTISM];
  expect(at(await answer({ answers, ...WHY }, { policyReference: '' }))).toEqual([
    'policy-document-missing answers.autism',
  ]);
  expect(at(await answer({ answers }))).toEqual(['missing condition', 'missing whyNecessary']);
  expect(at(await answer({ answers, ...WHY, condition: 'article9-consent' }))).toEqual([
    'missing condition',
  ]);
  expect(at(await answer({ answers: [{ question: 'skill', answer: '8' }] }, {}))).toEqual([]);
});

it('remembers the condition with the person, and asks once', async () => {
  const { held, answer, keep } = await opened();
  await keep({ answers: [AUTISM], ...WHY });
  expect((await held()).subject?.value.processingConditions).toEqual([
    { what: 'referral.answers', regime: 'part3', decidedOn: '2026-11-24', ...WHY },
  ]);
  expect(at(await answer({ answers: [{ ...AUTISM, answer: 'Diagnosed' }] }))).toEqual([]);
});

it('refuses two answers to a question, a question that there is not, and a referral that is gone', async () => {
  const { answer } = await opened();
  expect(
    at(
      await answer({
        answers: ['1', '2'].map((each) => ({ question: 'skill', answer: each })),
      }),
    ),
  ).toEqual(['answered-twice answers']);
  expect(at(await answer({ answers: [{ question: 'shoe-size', answer: '9' }] }))).toEqual([
    'code-not-in-force answers.question',
  ]);
  const gone = answerQuestions(
    { answers: [] },
    {
      host: testHost(),
      lists: gatherCodeLists(),
      officer: OFFICER,
      referral: undefined,
      subject: undefined,
    },
  );
  expect(at(gone)).toEqual(['referral-unknown referralId']);
});
