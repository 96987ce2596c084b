/**
 * Nobody is recorded as suspected of an offence from a day on which they were under ten, however the record comes in.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../record/check.js';
import { UNDER_TEN } from '../../record/under-ten.js';
import { defaultGates, draftOfFields } from '../../review/index.js';
import { addDays, addYears } from '../../shared/dates.js';
import type { PlainDate } from '../../shared/primitives.js';
import { createMemoryStore } from '../../store/index.js';
import { caseUnderTest, saysOf, TOLD } from '../../testing/case-under-test.js';
import { buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { addDetail, correctDetail } from '../person/person-detail.js';
import { addCategory, endCategory } from '../person/subject-category.js';
import { fileReferral } from './file-referral.js';

const day = (date: string) => date as PlainDate;
const TODAY = day('2026-11-24');
const suspected = [{ category: 'suspected', from: TODAY }];
const NINE = '2017-01-01';

describe('a child under ten', () => {
  it('is never suspected by the act of categories', async () => {
    const { on } = await caseUnderTest({ bornOn: NINE, categories: [] });
    for (const category of ['suspected', 'convicted'])
      expect(addCategory({ category, from: TODAY }, await on()).issues).toMatchObject([
        { severity: 'error', message: UNDER_TEN, at: 'category' },
      ]);
    expect(addCategory({ category: 'at-risk', from: TODAY }, await on()).ok).toBe(true);
  });

  it('is never suspected by way of a date of birth that is added or put right', async () => {
    const unknown = await caseUnderTest({ bornOn: undefined, categories: suspected });
    const born = { detail: 'bornOn', date: day(NINE), ...TOLD } as const;
    expect(addDetail(born, await unknown.on()).issues).toMatchObject([{ message: UNDER_TEN }]);
    const known = await caseUnderTest({ categories: suspected });
    expect(correctDetail(born, await known.on()).issues).toMatchObject([{ message: UNDER_TEN }]);
  });

  it('is never suspected by way of a capture or an import that adds to the person', async () => {
    const { context, subject } = await caseUnderTest({ bornOn: undefined, categories: suspected });
    const gates = defaultGates('force', 'part3');
    const draft = draftOfFields(
      { 'subject.bornOn': ['01/01/2017'], 'referral.receivedOn': ['24/11/2026'] },
      { way: 'typed', system: 'Practice', title: 'Form' },
      context.host,
    );
    const filed = fileReferral(draft, {
      ...context,
      gates: gates.ok ? gates.value : context.gates,
      officer: { regime: 'part3', practice: false },
      addTo: await subject(),
    });
    expect(filed).toMatchObject({ ok: false });
    expect(filed.issues).toContainEqual(expect.objectContaining({ message: UNDER_TEN }));
  });

  it('is never suspected by way of the store', async () => {
    const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
    const record = { ...buildSubject({ bornOn: NINE }), categories: suspected };
    await expect(
      store.commit({ changes: [newRecord('subject', record as never)], reason: 'case-work' }),
    ).rejects.toThrow(UNDER_TEN);
  });

  it('may be suspected from the tenth birthday on, and from no day before', () => {
    const days = fc.integer({ min: -8000, max: 8000 });
    fc.assert(
      fc.property(days, days, (born, after) => {
        const bornOn = addDays(day('2008-02-29'), born);
        const tenth = addYears(bornOn, 10);
        const from = addDays(tenth, after);
        const value = {
          ...buildSubject({ bornOn }),
          categories: [{ category: 'suspected', from }],
        };
        expect(checkRecord('subject', value).ok).toBe(after >= 0);
      }),
    );
  });
});

describe('a category', () => {
  it('holds beside others, from a day, until a day', async () => {
    const { on, keep, subject } = await caseUnderTest({ categories: [] });
    await keep(addCategory({ category: 'at-risk', from: day('2026-11-20') }, await on()));
    await keep(addCategory({ category: 'victim', from: TODAY }, await on()));
    await keep(endCategory({ place: 0 }, await on()));
    expect((await subject()).value.categories).toEqual([
      { category: 'at-risk', from: '2026-11-20', until: '2026-11-24' },
      { category: 'victim', from: '2026-11-24' },
    ]);
  });

  it('is never dated today unasked, by which somebody would be suspected from the wrong day', async () => {
    const { on } = await caseUnderTest({ categories: [] });
    expect(addCategory({ category: 'suspected' }, await on()).issues).toMatchObject([
      { message: 'Enter the day from which this category applies', at: 'from' },
    ]);
  });

  it('warns where the date of birth is not known, and refuses what cannot be', async () => {
    const { on } = await caseUnderTest({ bornOn: undefined, categories: [] });
    const unknown = addCategory({ category: 'suspected', from: TODAY }, await on());
    expect([unknown.ok, saysOf(unknown)]).toEqual([true, ['age-unknown category']]);
    expect(saysOf(addCategory({}, await on()))).toEqual(['missing category', 'missing from']);
    const held = await caseUnderTest();
    const again = async (input: object) =>
      saysOf(addCategory({ category: 'at-risk', from: TODAY, ...input }, await held.on()));
    expect(await again({})).toEqual(['already-held category']);
    expect(await again({ category: 'victim', from: '2026-11-25' })).toEqual([
      'date-in-future from',
    ]);
    expect(await again({ category: 'victim', from: '2009-11-25' })).toEqual([
      'date-out-of-order from',
    ]);
    expect(saysOf(endCategory({ place: 0, until: day('2026-11-23') }, await held.on()))).toEqual([
      'date-out-of-order until',
    ]);
    expect(saysOf(endCategory({ place: 3 }, await held.on()))).toEqual(['category-ended']);
  });
});
