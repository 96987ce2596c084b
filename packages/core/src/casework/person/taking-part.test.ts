/**
 * Taking part, the legal basis, the people informed, the contact plan, the check before contact: each a separate
 * record.
 */
import { describe, expect, it } from 'vitest';
import { diary } from '../../desk/diary/diary.js';
import type { PlainDate } from '../../shared/primitives.js';
import { caseUnderTest, saysOf, TOLD } from '../../testing/case-under-test.js';
import { buildDecision, buildId, newRecord } from '../../testing/fiction/builder.js';
import { workingCalendar } from '../rules/calendar.js';
import {
  acknowledgeCheck,
  askToCheck,
  hasAcknowledged,
  liftCheck,
  standingChecks,
} from './contact-check.js';
import { writeContactPlan } from './contact-plan.js';
import {
  recordParticipation,
  standingParticipation,
  withdrawParticipation,
} from './participation.js';
import { endBasis, recordBasis } from './processing-basis.js';
import { addRelatedPerson, changeRelatedPerson } from './related-person.js';
import { recordTelling } from './telling.js';

const day = (date: string) => date as PlainDate;
const today = day('2026-11-24');
const PRACTICE = { practice: true } as const;

describe('taking part', () => {
  const agreed = { answer: 'agreed', saidBy: 'parent-carer', means: 'telephone' } as const;

  it('is noted, and withdrawn without going', async () => {
    const { on, keep, one, context } = await caseUnderTest();
    await keep(recordParticipation(agreed, await on()));
    const held = await one('participation');
    expect(saysOf(withdrawParticipation(held, {}, context))).toEqual(['missing withdrawnBy']);
    await keep(withdrawParticipation(held, { withdrawnBy: 'subject' }, context));
    const after = await one('participation');
    expect(after.value).toMatchObject({ ...agreed, saidOn: today, withdrawnOn: today });
    expect(saysOf(withdrawParticipation(after, { withdrawnBy: 'subject' }, context))).toEqual([
      'participation-withdrawn',
    ]);
    expect(standingParticipation([after])?.id).toBe(after.id);
  });

  it('asks why a child under 16 who decides alone is thought to understand', async () => {
    const child = await caseUnderTest({ bornOn: '2010-11-25' });
    const grown = await caseUnderTest({ bornOn: '2010-11-24' });
    const unknown = await caseUnderTest({ bornOn: undefined });
    const alone = { ...agreed, saidBy: 'subject' } as const;
    expect(saysOf(recordParticipation(alone, await child.on()))).toEqual([
      'understanding-missing understanding',
    ]);
    expect(saysOf(recordParticipation(alone, await unknown.on()))).toEqual([
      'understanding-missing understanding',
    ]);
    expect(
      recordParticipation({ ...alone, understanding: 'Told it back.' }, await child.on()).ok,
    ).toBe(true);
    expect(recordParticipation(alone, await grown.on()).ok).toBe(true);
    expect(recordParticipation({ ...alone, answer: 'declined' }, await child.on()).ok).toBe(true);
  });

  it('makes a look at the case due when it is withdrawn, until somebody decided or said otherwise', async () => {
    const { on, keep, one, context, store, subject } = await caseUnderTest();
    await keep(recordParticipation({ ...agreed, saidOn: day('2026-11-01') }, await on()));
    const withdrawal = { withdrawnBy: 'subject', withdrawnOn: day('2026-11-20') };
    await keep(withdrawParticipation(await one('participation'), withdrawal, context));
    const due = async () => {
      const records = [
        await subject(),
        ...(await store.query('participation')),
        ...(await store.query('decision')),
      ];
      const { lists } = context;
      return diary(records, { today, calendar: workingCalendar(), lists }).entries.map(
        ({ act, by }) => `${act} ${by}`,
      );
    };
    expect(await due()).toEqual(['review-case 2026-11-20']);
    await keep(recordParticipation({ ...agreed, saidOn: day('2026-11-22') }, await on()));
    expect(await due()).toEqual([]);
    const again = (await store.query('participation')).find(({ value }) => !value.withdrawnOn);
    if (!again) throw new Error('no second answer');
    await keep(withdrawParticipation(again, { withdrawnBy: 'subject' }, context));
    expect(await due()).toEqual(['review-case 2026-11-20', 'review-case 2026-11-24']);
    const decision = buildDecision({ subjectId: (await subject()).id, outcome: 'reviewed' });
    await store.commit({ changes: [newRecord('decision', decision)], reason: 'case-work' });
    expect(await due()).toEqual([]);
  });
});

describe('the right to process', () => {
  it('neither comes of taking part nor ends with it', async () => {
    const { on, keep, one, context, store } = await caseUnderTest();
    const basis = { purpose: 'prevention', lawfulBasis: 'part3-task', necessity: 'plan-contact' };
    await keep(
      recordParticipation({ answer: 'agreed', saidBy: 'other', means: 'video' }, await on()),
    );
    expect(await store.query('processingBasis')).toEqual([]);
    await keep(recordBasis(basis, await on()));
    await keep(
      withdrawParticipation(await one('participation'), { withdrawnBy: 'other' }, context),
    );
    expect((await one('processingBasis')).value).toMatchObject({ ...basis, from: today });
    await keep(endBasis(await one('processingBasis'), {}, context));
    expect(saysOf(endBasis(await one('processingBasis'), {}, context))).toEqual(['basis-ended']);
    expect((await one('participation')).value.answer).toBe('agreed');
  });
});

describe('who was told', () => {
  it('says why where somebody was not', async () => {
    const { on, keep, one } = await caseUnderTest();
    const note = {
      whom: 'parent-carer',
      wasTold: 'not-told',
      what: 'The referral.',
      by: 'DC T',
    } as const;
    expect(saysOf(recordTelling(note, await on()))).toEqual(['missing whyNot']);
    await keep(recordTelling({ ...note, whyNot: 'The child would be at risk.' }, await on()));
    expect((await one('telling')).value.on).toBe(today);
    expect(
      saysOf(recordTelling({ ...note, wasTold: 'told', on: day('2026-11-25') }, await on())),
    ).toEqual(['date-in-future on']);
  });
});

describe('the contact plan', () => {
  it('holds needs under a condition of the law that is worked under', async () => {
    const { on, keep, one } = await caseUnderTest();
    const write = async (input: object, regime: 'part3' | 'uk-gdpr' = 'part3') =>
      writeContactPlan(
        { sensory: 'No bright light.', ...input },
        { ...(await on()), regime, officer: PRACTICE },
      );
    expect(saysOf(await write({}))).toEqual(['missing condition', 'missing whyNecessary']);
    const why = { condition: 'part3-safeguarding', whyNecessary: 'The visit is at dusk.' };
    expect(saysOf(await write(why, 'uk-gdpr'))).toEqual(['missing condition']);
    await keep(await write(why));
    expect((await one('contactPlan')).value).toMatchObject({ ...why, reviewedOn: today });
  });

  it('holds no needs in a live vault before the force’s policy document is named', async () => {
    const { on } = await caseUnderTest();
    const condition = { condition: 'part3-safeguarding', whyNecessary: 'The visit is at dusk.' };
    const write = async (policyReference?: string) =>
      writeContactPlan(
        { sensory: 'No bright light.', ...condition },
        { ...(await on()), regime: 'part3', officer: { practice: false, policyReference } },
      );
    expect(saysOf(await write())).toEqual(['policy-document-missing sensory']);
    expect(saysOf(await write(' '))).toEqual(['policy-document-missing sensory']);
    expect(saysOf(await write('APD-2026-07'))).toEqual([]);
  });

  it('is changed in place, and what is emptied goes from it and not from the history', async () => {
    const { on, keep, one, store } = await caseUnderTest();
    const first = { preferredName: 'Ro', bestWays: ['telephone'] };
    await keep(writeContactPlan(first, { ...(await on()), regime: 'part3', officer: PRACTICE }));
    const plan = await one('contactPlan');
    const next = { avoid: 'Raised voices', preferredName: '', bestWays: [] };
    await keep(
      writeContactPlan(next, { ...(await on()), regime: 'part3', officer: PRACTICE, plan }),
    );
    const { value } = await one('contactPlan', plan.id);
    expect([value.preferredName, value.bestWays, value.avoid]).toEqual([
      undefined,
      undefined,
      'Raised voices',
    ]);
    expect((await store.history(plan.id))[0]?.set).toMatchObject(first);
    expect(
      saysOf(writeContactPlan({}, { ...(await on()), regime: 'part3', officer: PRACTICE, plan })),
    ).toEqual(['missing preferredName']);
  });
});

describe('a check before contact', () => {
  it('is read by each officer, and says nothing else', async () => {
    const { on, keep, one, context, store } = await caseUnderTest();
    const checks = async () => ({ ...(await on()), checks: await store.query('contactCheck') });
    await keep(askToCheck({}, await checks()));
    expect(saysOf(askToCheck({}, await checks()))).toEqual(['already-held']);
    const officer = { id: buildId(), name: 'DC Rowan Thackeray' };
    const held = await one('contactCheck');
    expect(Object.keys(held.value).sort()).toEqual(['acknowledged', 'from', 'id', 'subjectId']);
    expect(hasAcknowledged(held, officer.id)).toBe(false);
    await keep(acknowledgeCheck(held, officer, context));
    const read = await one('contactCheck');
    expect(read.value.acknowledged).toEqual([
      { by: officer.id, name: officer.name, at: expect.stringMatching(/^2026-11-24T09:30/) },
    ]);
    expect(hasAcknowledged(read, buildId())).toBe(false);
    expect(saysOf(acknowledgeCheck(read, officer, context))).toEqual(['check-acknowledged']);
    await keep(liftCheck(read, context));
    expect(standingChecks(await store.query('contactCheck'))).toEqual([]);
    expect(askToCheck({}, await checks()).ok).toBe(true);
  });
});

describe('somebody around the subject', () => {
  it('is an appropriate adult only where they are named as one', async () => {
    const { on, keep, one, context } = await caseUnderTest();
    const parent = {
      name: 'Marisol Vael',
      relationshipKind: 'parent-carer',
      phones: [],
      emails: [],
    };
    await keep(addRelatedPerson(parent, TOLD, await on()));
    const held = await one('relatedPerson');
    expect(held.value.roles).toBeUndefined();
    expect(held.sources.name).toMatchObject([{ statement: 'reported', verbatim: 'Marisol Vael' }]);
    const roles = ['appropriate-adult', 'supporter'].map((role) => ({ role, from: today }));
    const both = changeRelatedPerson(held, { ...parent, roles }, TOLD, context);
    expect([both.ok, saysOf(both)]).toEqual([true, ['roles-differ roles']]);
    await keep(changeRelatedPerson(held, { ...parent, roles: roles.slice(0, 1) }, TOLD, context));
    expect((await one('relatedPerson')).value.roles).toEqual(roles.slice(0, 1));
  });

  it('is refused in words where nobody is named or nothing is new', async () => {
    const { on, keep, one, context } = await caseUnderTest();
    const nobody = { phones: ['07700 900321'], emails: [] };
    expect(saysOf(addRelatedPerson(nobody, TOLD, await on()))).toEqual(['missing name']);
    await keep(addRelatedPerson({ ...nobody, relationship: 'Aunt' }, TOLD, await on()));
    const held = await one('relatedPerson');
    const { id: _, subjectId: __, ...same } = held.value;
    expect(saysOf(changeRelatedPerson(held, same, TOLD, context))).toEqual(['nothing-changed']);
    const early = [{ role: 'supporter', from: today, until: day('2026-11-20') }];
    expect(saysOf(changeRelatedPerson(held, { ...same, roles: early }, TOLD, context))).toEqual([
      'date-out-of-order roles.0.until',
    ]);
  });
});
