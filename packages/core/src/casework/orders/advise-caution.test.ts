/**
 * Advice on conditions goes to a named officer; a kind that is not in force, or not for their age, is reported in a
 * sentence.
 */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { PlainDate } from '../../shared/index.js';
import { caseUnderTest, saysOf } from '../../testing/case-under-test.js';
import { buildAgencyContact, buildCondition, newRecord } from '../../testing/fiction/builder.js';
import { conditionsFor, gatherConditions } from '../rules/condition-library.js';
import { gatherOrderRules } from '../rules/order-rules.js';
import { adviseCaution, answerAdvice, recordOrder } from './advise-caution.js';
import { type ConditionInput, takeOutCondition } from './condition.js';

const condition: ConditionInput = {
  aim: 'rehabilitative',
  words: 'Attend the sessions.',
  shownBy: 'The record of attendance.',
  timing: 'by',
  dueOn: '2027-02-12' as PlainDate,
};
const advice = {
  kind: 'youth-conditional-caution',
  officerInCase: 'DC 2218 Tamsin Okoro',
  admission: 'yes',
  advice: 'He wants to put it right.',
  conditions: [condition],
};

async function desk(overrides = {}) {
  const held = await caseUnderTest(overrides);
  const { store } = held;
  const on = async () => ({
    ...(await held.on()),
    records: [
      ...(await store.query('order')),
      ...(await store.query('condition')),
      ...(await store.query('agencyContact')),
    ],
  });
  return { ...held, on };
}

describe('advice on a caution', () => {
  it('is kept with its conditions in one save, and warns where youth justice was not asked', async () => {
    const { store, on, keep, one, subject } = await desk();
    const made = adviseCaution(advice, await on());
    expect(saysOf(made)).toEqual(['consult-first kind']);
    const id = await keep(made);
    expect((await one('order')).value).toMatchObject({ advisedOn: '2026-11-24' });
    expect((await one('condition')).value.orderId).toBe(id);
    const contact = buildAgencyContact({ subjectId: (await subject()).id });
    await store.commit({ changes: [newRecord('agencyContact', contact)], reason: 'case-work' });
    expect(saysOf(adviseCaution(advice, await on()))).toEqual([]);
  });

  it('warns by the name of the agency that the rule names', async () => {
    const { on } = await desk();
    const rules = gatherOrderRules();
    const kinds = rules.kinds.map((each) => ({ ...each, consults: 'probation' }));
    const made = adviseCaution(advice, { ...(await on()), rules: { ...rules, kinds } });
    expect(made.issues).toMatchObject([
      {
        code: 'consult-first',
        message:
          'This kind of caution needs “Probation” to be consulted, and no contact with them is recorded. Ask them, and record the contact.',
      },
    ]);
  });

  it('asks for whom it is, for a condition, and for the words of each one', async () => {
    const { on } = await desk();
    const bare = { ...advice, officerInCase: undefined, conditions: [] };
    expect(saysOf(adviseCaution(bare, await on()))).toEqual([
      'missing officerInCase',
      'no-condition conditions',
      'consult-first kind',
    ]);
    const empty = { ...advice, conditions: [condition, { ...condition, words: '' }] };
    expect(saysOf(adviseCaution(empty, await on()))).toEqual(['missing conditions.1.words']);
    const early = { ...condition, dueOn: '2026-11-23' as PlainDate };
    expect(adviseCaution({ ...advice, conditions: [early] }, await on()).issues).toMatchObject([
      {
        at: 'conditions.0.dueOn',
        message: 'The date of a condition must be on or after 24 November 2026',
      },
    ]);
  });

  it('says by its clock when a condition comes late, and lets the officer advise it', async () => {
    const { on } = await desk();
    const late = { ...condition, dueOn: '2027-03-17' as PlainDate };
    const made = adviseCaution({ ...advice, conditions: [late] }, await on());
    expect(made.ok).toBe(true);
    expect(made.issues.map(({ message }) => message)).toContain(
      'Conditions of a youth conditional caution are normally complete within 16 weeks. From today that is 16 March 2027.',
    );
  });

  it('is of nothing that is not in force', async () => {
    const { on } = await desk({ bornOn: '2000-03-14' });
    const part6 = adviseCaution({ ...advice, kind: 'diversionary-caution' }, await on());
    expect(part6.issues).toMatchObject([
      {
        code: 'code-not-in-force',
        message:
          '“Diversionary caution (adult)” is not in force: nobody has said from when. Choose another.',
      },
    ]);
    const early = { ...advice, kind: 'deferred-prosecution', advisedOn: '2026-01-31' as PlainDate };
    expect(adviseCaution(early, await on()).issues[0]?.message).toBe(
      '“Deferred prosecution (child)” is not in force yet on 31 January 2026: it begins on 1 February 2026. Choose another.',
    );
  });

  it('begins to be offered from the day that a newer list gives it', async () => {
    const { on } = await desk({ bornOn: '2000-03-14' });
    const list = gatherCodeLists().get('order-kind');
    const codes = list?.codes.map((row) =>
      row.code === 'diversionary-caution' ? { ...row, from: '2026-11-01' as PlainDate } : row,
    );
    const lists = gatherCodeLists([{ ...list, codes }]);
    const made = adviseCaution(
      { ...advice, kind: 'diversionary-caution' },
      { ...(await on()), lists },
    );
    expect(made.ok).toBe(true);
  });

  it('is never given of a child under ten, and fits the age, counted to the day', async () => {
    const says = async (bornOn: string | undefined, kind: string) => {
      const { on } = await desk({ bornOn });
      return saysOf(adviseCaution({ ...advice, kind }, await on())).filter(
        (each) => !each.startsWith('consult'),
      );
    };
    expect(await says('2016-11-25', 'youth-conditional-caution')).toEqual(['under-ten kind']);
    expect(await says('2016-11-24', 'youth-conditional-caution')).toEqual([]);
    expect(await says('2008-11-25', 'youth-conditional-caution')).toEqual([]);
    expect(await says('2008-11-24', 'youth-conditional-caution')).toEqual(['age-not-fit kind']);
    expect(await says('2008-11-25', 'conditional-caution')).toEqual(['age-not-fit kind']);
    expect(await says(undefined, 'conditional-caution')).toEqual(['age-not-known subjectId']);
  });

  it('of a kind that needs an admission is refused without one, and warns where it is not known', async () => {
    const { on } = await desk();
    const says = async (admission: string | undefined, kind = advice.kind) =>
      saysOf(adviseCaution({ ...advice, kind, admission }, await on())).filter((each) =>
        each.startsWith('admission'),
      );
    expect(await says('no')).toEqual(['admission-needed admission']);
    expect(await says('not-known')).toEqual(['admission-not-known admission']);
    expect(await says(undefined)).toEqual(['admission-not-known admission']);
    expect(await says('no', 'diversion')).toEqual([]);
  });
});

describe('what became of the advice', () => {
  const given = { answer: 'given', givenBy: 'DC 2218 Tamsin Okoro' };

  it('starts the clock of its kind, unless another day was set', async () => {
    const { on, keep, one } = await desk();
    await keep(adviseCaution(advice, await on()));
    const answered = answerAdvice(await one('order'), given, await on());
    expect(answered.ok && answered.value.commit.changes[0]?.set).toMatchObject({
      givenOn: '2026-11-24',
      endsOn: '2027-03-16',
    });
    const own = { ...given, endsOn: '2027-02-01' as PlainDate };
    const set = answerAdvice(await one('order'), own, await on());
    expect(set.ok && set.value.commit.changes[0]?.set).toMatchObject({ endsOn: '2027-02-01' });
  });

  it('is said once, by whom, and not before the advice', async () => {
    const { on, keep, one } = await desk();
    await keep(adviseCaution(advice, await on()));
    const order = await one('order');
    const says = async (input: object) => saysOf(answerAdvice(order, input, await on()));
    expect(await says({})).toEqual(['missing answer']);
    expect(await says({ answer: 'given' })).toEqual(['missing givenBy']);
    expect(await says({ ...given, givenOn: '2026-11-23' })).toEqual(['date-out-of-order givenOn']);
    expect(await says({ ...given, answeredOn: '2026-11-25' })).toContain(
      'date-in-future answeredOn',
    );
    await keep(answerAdvice(order, { answer: 'not-given' }, await on()));
    expect(saysOf(answerAdvice(await one('order'), given, await on()))).toEqual([
      'advice-answered answer',
    ]);
  });
});

it('records an order of a court with the end that it was given, and no end that nobody gave', async () => {
  const { on, keep, one } = await desk();
  const input = { kind: 'bail', givenBy: 'Testford Magistrates’ Court', conditions: [] };
  await keep(recordOrder(input, await on()));
  expect((await one('order')).value.endsOn).toBeUndefined();
  const early = { ...input, endsOn: '2026-11-23' as PlainDate };
  expect(saysOf(recordOrder(early, await on()))).toEqual(['date-out-of-order endsOn']);
  expect(saysOf(recordOrder({ kind: 'bail', conditions: [] }, await on()))).toEqual([
    'missing givenBy',
  ]);
});

it('takes a condition out with a reason, and keeps it to be read', async () => {
  const { store, on, keep, one } = await desk();
  const id = await keep(adviseCaution(advice, await on()));
  const order = await store.get('order', id);
  const held = await one('condition');
  const out = (input: object) => takeOutCondition(held, input, { ...contextOf, order });
  const contextOf = await on();
  expect(saysOf(out({}))).toEqual(['missing takenOutWhy']);
  await keep(out({ takenOutWhy: 'The prosecutor took it out.' }));
  expect((await one('condition')).value.takenOutOn).toBe('2026-11-24');
});

describe('the rules and the library', () => {
  const rules = gatherOrderRules();
  const lists = gatherCodeLists();

  it('know every kind of the list, and name no code that is not on one', () => {
    const kinds = lists.get('order-kind')?.codes.map(({ code }) => code);
    expect(rules.kinds.map(({ kind }) => kind).toSorted()).toEqual(kinds?.toSorted());
    const outcomes = new Set(lists.get('home-office-outcome')?.codes.map(({ code }) => code));
    for (const code of rules.kinds.flatMap((each) => each.outcomes))
      expect(outcomes).toContain(code);
    for (const { code } of rules.outcomes) expect(outcomes).toContain(code);
    for (const { kinds: of, aim, timing } of gatherConditions()) {
      for (const kind of of) expect(kinds).toContain(kind);
      expect(lists.get('condition-aim')?.codes.map(({ code }) => code)).toContain(aim);
      expect(lists.get('condition-timing')?.codes.map(({ code }) => code)).toContain(timing);
    }
  });

  it('offer a condition for its kinds and on its days alone', () => {
    const [first] = gatherConditions();
    const dated = { ...first, id: 'dated', from: '2026-11-24', to: '2026-11-25', kinds: ['bail'] };
    const ids = (on: string) =>
      conditionsFor(gatherConditions([dated]), 'bail', on as PlainDate).map(({ id }) => id);
    expect(ids('2026-11-23')).toEqual([]);
    expect(ids('2026-11-25')).toEqual(['dated']);
    expect(ids('2026-11-26')).toEqual([]);
  });

  it('refuse what is no rule and no condition', () => {
    expect(() => gatherOrderRules({ id: 'order' })).toThrow('Not rules of cautions and orders');
    expect(() => gatherConditions([{ id: 'X' }])).toThrow('Not a condition of the library');
  });
});

it('lets a library condition be kept as the record that it becomes', () => {
  const [first] = gatherConditions();
  const { words, shownBy, aim, timing } = first ?? {};
  expect(buildCondition({ words, shownBy, aim, timing }).aim).toBe(first?.aim);
});
