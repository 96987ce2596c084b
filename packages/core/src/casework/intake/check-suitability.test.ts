import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordId, Result } from '../../shared/index.js';
import { createMemoryStore, type StoredRecord } from '../../store/index.js';
import { testHost, testSigner } from '../../testing/host.js';
import type { CaseCommit } from '../act/context.js';
import { checkSuitability } from './check-suitability.js';
import { takeEnquiry } from './take-enquiry.js';

const ASKED = 'A pupil in Year 9 has bought time on a stresser. Would you take this on?';

async function taken() {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const store = await createMemoryStore({ host, signer: testSigner() });
  const context = { host, lists: gatherCodeLists() };
  const keep = async (result: Result<CaseCommit>): Promise<RecordId> => {
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    await store.commit(result.value.commit);
    return result.value.id;
  };
  const suitability = [{ question: 'in-area', answer: 'not-known' }];
  const id = await keep(
    takeEnquiry({ riskNow: 'concern', route: 'school', asked: ASKED, suitability }, context),
  );
  const held = (): Promise<StoredRecord<'enquiry'> | undefined> => store.get('enquiry', id);
  return { store, context, keep, held };
}

it('says more of an enquiry, and leaves what was asked as it was', async () => {
  const { store, context, keep, held } = await taken();
  const enquiry = await held();
  await keep(
    checkSuitability(
      { suitability: [{ question: 'in-area', answer: 'yes' }], tier: 'cusp' },
      { ...context, enquiry },
    ),
  );
  expect((await held())?.value).toMatchObject({
    asked: ASKED,
    riskNow: 'concern',
    tier: 'cusp',
    suitability: [{ question: 'in-area', answer: 'yes' }],
  });
  expect(await store.history(enquiry?.id as RecordId)).toHaveLength(2);
});

it('refuses a code that is none, two answers to one question, and an enquiry that is gone', async () => {
  const { context, held } = await taken();
  const enquiry = await held();
  const at = (result: Result<unknown>) => result.issues.map(({ code, at }) => `${code} ${at}`);
  const twice = ['yes', 'no'].map((answer) => ({ question: 'in-area', answer }));
  expect(at(checkSuitability({ tier: 'highest' }, { ...context, enquiry }))).toEqual([
    'code-not-in-force tier',
  ]);
  expect(at(checkSuitability({ suitability: twice }, { ...context, enquiry }))).toEqual([
    'answered-twice suitability',
  ]);
  expect(at(checkSuitability({}, { ...context, enquiry: undefined }))).toEqual([
    'enquiry-unknown enquiryId',
  ]);
});
