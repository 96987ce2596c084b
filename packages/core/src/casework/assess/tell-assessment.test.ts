import { describe, expect, it } from 'vitest';
import { gatherCase } from '../../desk/case/gather.js';
import type { Instant, PlainDate, RecordId } from '../../shared/index.js';
import { caseUnderTest, saysOf } from '../../testing/case-under-test.js';
import { buildAssessment, buildRelatedPerson, newRecord } from '../../testing/fiction/builder.js';
import { askToCheck } from '../person/contact-check.js';
import { othersNamedIn } from './others-named.js';
import { decideOnPage, type PageDecision, pageDecision } from './tell-assessment.js';

const OFFICER = { id: '0ff1ce00-0000-4000-8000-000000000001' as RecordId, name: 'DC Thackeray' };
const GIVEN = {
  wasTold: 'told',
  restriction: 'nothing',
  what: 'We meet again on Tuesday.',
  reason: 'She asked.',
} as PageDecision;

async function signed(over: object = { signedAt: '2026-11-24T09:00:00.000Z' as Instant }) {
  const under = await caseUnderTest({ name: 'Petra Lindqvist' });
  const { id: subjectId } = await under.subject();
  const { store } = under;
  const assessment = buildAssessment({ subjectId, ...over });
  const aunt = buildRelatedPerson({ subjectId, name: 'Mrs Wilma Lindqvist' });
  await store.commit({
    changes: [newRecord('assessment', assessment), newRecord('relatedPerson', aunt)],
    reason: 'case-work',
  });
  const context = async () => ({
    ...under.context,
    officer: OFFICER,
    subject: await under.subject(),
    records: await gatherCase(store, subjectId, 'case-work'),
  });
  const decide = async (input: PageDecision) =>
    decideOnPage(await under.one('assessment'), input, await context());
  return { ...under, decide, context, assessment, subjectId };
}

describe('whether the subject is given a page', () => {
  it('is a decision that is kept with its reason, as what they were told', async () => {
    const { decide, keep, one, context, assessment } = await signed();
    await keep(await decide(GIVEN));
    expect((await one('telling')).value).toMatchObject({
      whom: 'subject',
      wasTold: 'told',
      what: 'We meet again on Tuesday.',
      whyTold: 'She asked.',
      by: 'DC Thackeray',
      on: '2026-11-24' as PlainDate,
      assessmentId: assessment.id,
    });
    const { records } = await context();
    expect(pageDecision(records, assessment.id)?.value.wasTold).toBe('told');
  });

  it('asks for what is missing, and for a ground where it is held back', async () => {
    const { decide } = await signed();
    const nothing = { restriction: 'nothing', reason: 'r' } as PageDecision;
    expect(saysOf(await decide({}))).toEqual([
      'missing wasTold',
      'missing restriction',
      'missing reason',
    ]);
    expect(saysOf(await decide({ ...nothing, wasTold: 'told' }))).toEqual(['missing what']);
    expect(saysOf(await decide({ ...nothing, wasTold: 'not-told' }))).toEqual([
      'missing restriction',
    ]);
    expect(saysOf(await decide({ ...GIVEN, restriction: 'inquiry' }))).toEqual([
      'restriction-stands restriction',
    ]);
  });

  it('is refused until it is answered whether anything has to be held back', async () => {
    const { decide, keep, one } = await signed();
    const { restriction: _, ...unanswered } = GIVEN;
    expect(saysOf(await decide(unanswered))).toEqual(['missing restriction']);
    await keep(await decide(GIVEN));
    expect((await one('telling')).value).not.toHaveProperty('restriction');
  });

  it('keeps the ground and the reason where it is held back', async () => {
    const { decide, keep, one } = await signed();
    const held = {
      wasTold: 'not-told',
      restriction: 'others-rights',
      reason: 'It would tell who.',
    };
    await keep(await decide(held as PageDecision));
    expect((await one('telling')).value).toMatchObject({
      wasTold: 'not-told',
      restriction: 'others-rights',
      whyNot: 'It would tell who.',
    });
  });

  it('is not taken on what may still change', async () => {
    const { decide } = await signed({});
    expect(saysOf(await decide(GIVEN))).toEqual(['assessment-not-signed']);
  });

  it('refuses words that name somebody else', async () => {
    const { decide } = await signed();
    const what = 'Wilma told us.' as PageDecision['what'];
    expect(saysOf(await decide({ ...GIVEN, what }))).toEqual(['names-another what']);
  });

  it('waits until a check with investigations was read', async () => {
    const { decide, keep, on } = await signed();
    await keep(askToCheck({}, { ...(await on()), checks: [] }));
    expect(saysOf(await decide(GIVEN))).toEqual(['check-not-acknowledged wasTold']);
  });
});

it('finds others by a forename or a surname of their own, not by one that the subject shares', async () => {
  const { context } = await signed();
  const { records } = await context();
  expect(othersNamedIn('Wilma was there', records)).toEqual(['Mrs Wilma Lindqvist']);
  expect(othersNamedIn('Dear Petra Lindqvist, Mrs who?', records)).toEqual([]);
  expect(othersNamedIn('wilmas', records)).toEqual([]);
});
