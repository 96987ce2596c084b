import { describe, expect, it } from 'vitest';
import { timeline } from '../../desk/case/timeline.js';
import type { PlainDate } from '../../shared/index.js';
import {
  buildIntelligenceNote,
  buildReferral,
  buildSource,
  newRecord,
} from '../../testing/fiction/builder.js';
import { HANDMADE } from '../../testing/instrument-under-test.js';
import {
  assessmentIn,
  codesOf,
  found,
  INSTRUMENTS,
  kept,
  officers,
} from '../../testing/officers-under-test.js';
import type { DueContext } from '../act/due.js';
import { linksOf } from '../act/links.js';
import { type AssessmentInput, assess, reviseAssessment, standingAssessment } from './assess.js';
import { assessmentDue } from './assessment-due.js';
import { evidenceOf } from './evidence.js';
import { confirmOverride, overrideLevel } from './override-level.js';
import { changeSinceLast, levelShown, signAssessment } from './sign-assessment.js';

const instruments = new Map([...INSTRUMENTS, [HANDMADE.id, HANDMADE]]);
const ANSWERS = [
  { item: 'access', answer: 'partly' },
  { item: 'forums', answer: 'weekly' },
  { item: 'adult', answer: 'absent' },
  { item: 'hurt', answer: 'absent' },
];
const INPUT: AssessmentInput = {
  instrument: 'handmade',
  answers: ANSWERS,
  formulation: 'Bored, able, and far from any adult who knows.',
  confidence: 'medium',
  reviewDueOn: '2027-02-24' as PlainDate,
};

async function desk() {
  const { all, subjectId } = await officers(1);
  const me = found(all[0]);
  const subject = found(await me.store.get('subject', subjectId));
  const context = { ...me, subject, instruments };
  const sign = async (id: Parameters<typeof me.store.history>[0]) => {
    const held = await assessmentIn(me, id);
    return signAssessment(held, { ...me, history: await me.store.history(id) });
  };
  return { me, context, subjectId, sign };
}

describe('assess', () => {
  it('keeps the answers, what they come to, and which instrument said so', async () => {
    const { me, context } = await desk();
    const id = await kept(me.store, assess(INPUT, context));
    const { value } = await assessmentIn(me, id);
    expect(value).toMatchObject({
      instrument: 'handmade',
      instrumentVersion: '2.1.0',
      instrumentStatus: 'illustrative',
      assessedOn: '2026-11-24',
      levels: [{ id: 'medium', label: 'Medium' }],
      answers: ANSWERS,
    });
    expect(value).not.toHaveProperty('noLevel');
    expect(value).not.toHaveProperty('supersedes');
  });

  it('keeps a range while answers are missing, and warns where too few are in', async () => {
    const { me, context } = await desk();
    const few = assess({ ...INPUT, answers: [{ item: 'hurt', answer: 'unknown' }] }, context);
    expect(codesOf(few)).toEqual(['too-few-answers']);
    const id = await kept(me.store, few);
    expect((await assessmentIn(me, id)).value).toMatchObject({
      noLevel: 'too-few-answers',
      levels: [{ id: 'low' }, { id: 'medium' }, { id: 'high' }],
    });
  });

  it.each<[string, Partial<AssessmentInput>, string]>([
    ['a superseded version', { instrumentVersion: '2.0.0' }, 'instrument-superseded'],
    ['an instrument that is not there', { instrument: 'other' }, 'instrument-unknown'],
    [
      'an answer that is not offered',
      { answers: [{ item: 'forums', answer: 'present' }] },
      'answer-not-offered',
    ],
    [
      'an item that is not there',
      { answers: [{ item: 'tools', answer: 'present' }] },
      'answer-not-offered',
    ],
    [
      'two answers to one item',
      { answers: [...ANSWERS, { item: 'hurt', answer: 'present' }] },
      'answered-twice',
    ],
    ['a day to come', { assessedOn: '2026-11-25' as PlainDate }, 'date-in-future'],
    ['a review on the same day', { reviewDueOn: '2026-11-24' as PlainDate }, 'date-out-of-order'],
    ['a confidence of no list', { confidence: 'certain' }, 'code-not-in-force'],
  ])('refuses %s', async (_, more, code) => {
    const { context } = await desk();
    const result = assess({ ...INPUT, ...more }, context);
    expect([result.ok, codesOf(result)]).toEqual([false, [code]]);
  });

  it('asks the age of the date of birth alone: too old is refused, not known is said', async () => {
    const { context } = await desk();
    const with_ = (bornOn: string | undefined) => {
      const { bornOn: _, ...value } = context.subject.value;
      const born = bornOn === undefined ? value : { ...value, bornOn: bornOn as PlainDate };
      return assess(INPUT, { ...context, subject: { ...context.subject, value: born } });
    };
    expect(codesOf(with_('1990-03-14'))).toEqual(['instrument-not-applicable']);
    expect(with_('1990-03-14').ok).toBe(false);
    expect(codesOf(with_(undefined))).toEqual(['applicability-unknown']);
    expect(with_(undefined).ok).toBe(true);
  });

  it('asks what else says whom it is for, keeps it, and gives no level while it is not known', async () => {
    const { me, context } = await desk();
    const reason = { kind: 'judgement', text: 'Written for schools.' } as const;
    const asking = {
      ...HANDMADE,
      id: 'asking',
      applies: [
        ...(HANDMADE.applies ?? []),
        { fact: 'setting', prompt: 'Where they learn', oneOf: ['school', 'college'], reason },
        { fact: 'months', atLeast: 3, reason },
      ],
    };
    const more = { ...context, instruments: new Map([[asking.id, asking]]) };
    const by = (setting: string, months: string) =>
      assess(
        {
          ...INPUT,
          instrument: 'asking',
          facts: [
            { fact: 'setting', value: setting },
            { fact: 'months', value: months },
            { fact: 'shoes', value: 'brown' },
          ],
        },
        more,
      );
    expect(codesOf(by('school', ''))).toEqual(['applicability-unknown']);
    expect([by('prison', '4').ok, codesOf(by('prison', '4'))]).toEqual([
      false,
      ['instrument-not-applicable'],
    ]);
    expect(by('school', 'four').issues).toMatchObject([
      { at: 'facts.months', message: 'months must be a number' },
    ]);
    const id = await kept(me.store, by('school', ' 4 '));
    const { value } = await assessmentIn(me, id);
    expect(value).toMatchObject({
      levels: [{ id: 'medium' }],
      facts: [
        { fact: 'setting', value: 'school' },
        { fact: 'months', value: '4' },
      ],
    });
    expect(value).not.toHaveProperty('noLevel');
    const emptied = reviseAssessment(
      await assessmentIn(me, id),
      { ...INPUT, instrument: 'asking', facts: [{ fact: 'setting', value: 'school' }] },
      more,
    );
    expect(emptied.ok && emptied.value.commit.changes[0]?.set).toMatchObject({
      facts: [{ fact: 'setting', value: 'school' }],
      noLevel: 'applicability-unknown',
    });
  });

  it('takes an age from the officer only where there is no date of birth', async () => {
    const { context } = await desk();
    const { bornOn: _, ...value } = context.subject.value;
    const facts = [{ fact: 'age', value: '15' }];
    const unborn = { ...context, subject: { ...context.subject, value } };
    expect(codesOf(assess({ ...INPUT, facts }, unborn))).toEqual([]);
    const old = { ...value, bornOn: '1990-03-14' as PlainDate };
    const known = { ...context, subject: { ...context.subject, value: old } };
    expect(codesOf(assess({ ...INPUT, facts }, known))).toEqual(['instrument-not-applicable']);
    const kept = assess({ ...INPUT, facts }, context);
    expect(kept.ok && kept.value.commit.changes[0]?.set).not.toHaveProperty('facts');
  });

  it('does not decide by one of several dates of birth, and asks nobody which age is right', async () => {
    const { context } = await desk();
    const born = (bornOn: string, other: string) => {
      const also = { what: 'bornOn', date: other, notedOn: '2026-11-02' } as const;
      const value = { ...context.subject.value, bornOn, alsoRecorded: [also] };
      const subject = { ...context.subject, value } as typeof context.subject;
      const facts = [{ fact: 'age', value: '15' }];
      return assess({ ...INPUT, facts }, { ...context, subject });
    };
    for (const [one, other] of [
      ['2011-03-14', '1990-03-14'],
      ['1990-03-14', '2011-03-14'],
    ] as const) {
      expect(codesOf(born(one, other))).toEqual(['applicability-unknown']);
      const made = born(one, other);
      expect(made.ok && made.value.commit.changes[0]?.set).toMatchObject({
        noLevel: 'applicability-unknown',
      });
      expect(made.ok && made.value.commit.changes[0]?.set).not.toHaveProperty('facts');
    }
    expect(codesOf(born('2011-03-14', '2010-03-14'))).toEqual([]);
    expect(codesOf(born('1990-03-14', '1991-03-14'))).toEqual(['instrument-not-applicable']);
  });

  it('links an answer to a captured value and to a note, and follows the links', async () => {
    const { me, context, subjectId } = await desk();
    const source = buildSource({ label: 'Narrative', verbatim: 'The page was down.' });
    const referral = buildReferral({ subjectId });
    const note = buildIntelligenceNote({ subjectId });
    await me.store.commit({
      changes: [
        { ...newRecord('referral', referral), sources: { narrative: [source] } },
        newRecord('intelligenceNote', note),
      ],
      reason: 'referral',
    });
    const records = [
      ...(await me.store.query('referral')),
      ...(await me.store.query('intelligenceNote')),
    ];
    const evidence = [
      { kind: 'referral', record: referral.id, field: 'narrative' },
      { kind: 'intelligenceNote', record: note.id },
    ] as const;
    const answers = [{ ...ANSWERS[0], item: 'access', answer: 'partly', evidence: [...evidence] }];
    const id = await kept(me.store, assess({ ...INPUT, answers }, { ...context, records }));
    const [answer] = (await assessmentIn(me, id)).value.answers;
    expect(evidenceOf(found(answer), records)).toMatchObject([
      { label: 'Referral: Narrative', text: referral.narrative, sources: [source], isHeld: true },
      { label: 'Intelligence note', grade: '[2CP]', isHeld: true },
    ]);
    expect(evidenceOf(found(answer), []).map(({ isHeld }) => isHeld)).toEqual([false, false]);
    const ofAnother = assess({ ...INPUT, answers }, context);
    expect(codesOf(ofAnother)).toEqual(['evidence-unknown', 'evidence-unknown']);
    const nothing = [{ ...found(answer), evidence: [{ ...evidence[0], field: 'colour' }] }];
    expect(codesOf(assess({ ...INPUT, answers: nothing }, { ...context, records }))).toEqual([
      'evidence-unknown',
    ]);
  });
});

describe('signAssessment', () => {
  it('asks for the officer’s own words, a confidence and a review', async () => {
    const { me, context, sign } = await desk();
    const id = await kept(me.store, assess({ instrument: 'handmade', answers: ANSWERS }, context));
    const result = await sign(id);
    expect(result.issues.map(({ at }) => at)).toEqual(['formulation', 'confidence', 'reviewDueOn']);
  });

  it('locks: nothing changes a signed assessment, and the next one supersedes it', async () => {
    const { me, context, sign, subjectId } = await desk();
    const id = await kept(me.store, assess(INPUT, context));
    await kept(me.store, await sign(id));
    const signed = await assessmentIn(me, id);
    expect(signed.value).toMatchObject({ signedBy: me.officer });
    const officer = { ...me, officer: subjectId };
    for (const refused of [
      await sign(id),
      reviseAssessment(signed, INPUT, context),
      overrideLevel(signed, { level: 'high', reason: 'x' }, { ...me, instrument: HANDMADE }),
      confirmOverride(signed, officer),
    ])
      expect(codesOf(refused)).toEqual(['assessment-signed']);

    const records = [signed];
    const answers = ANSWERS.map((each) =>
      each.item === 'access' ? { ...each, answer: 'present' } : each,
    );
    const next = await kept(me.store, assess({ ...INPUT, answers }, { ...context, records }));
    await kept(me.store, await sign(next));
    const later = await assessmentIn(me, next);
    expect(later.value.supersedes).toBe(id);
    expect(standingAssessment([later, signed], subjectId, 'handmade')?.id).toBe(next);
    expect((await assessmentIn(me, id)).value).toEqual(signed.value);
    expect(changeSinceLast(HANDMADE, signed.value, later.value)).toMatchObject({
      level: 'higher',
      items: [{ item: 'access', from: 'partly', to: 'present', way: 'more' }],
    });
    const due = (all: readonly (typeof signed)[]) =>
      assessmentDue(signed, linksOf(all) as Partial<DueContext> as DueContext).map(
        ({ act, by }) => [act, by],
      );
    expect(due([signed])).toMatchObject([['assess-again', { value: '2027-02-24' }]]);
    expect(due([signed, later])).toEqual([]);
    expect(timeline([signed], context.lists)).toMatchObject([
      { on: '2026-11-24', summary: 'Assessment: Handmade' },
    ]);
  });

  it('says that no level is settled, and signs all the same', async () => {
    const { me, context, sign } = await desk();
    const id = await kept(me.store, assess({ ...INPUT, answers: ANSWERS.slice(0, 3) }, context));
    const result = await sign(id);
    expect([result.ok, codesOf(result)]).toEqual([true, ['level-not-given']]);
    await kept(me.store, result);
    const { value } = await assessmentIn(me, id);
    expect(levelShown(value, await me.store.history(id))).toBeUndefined();
  });

  it('goes on with what is not signed, takes away what was emptied, and drops an override', async () => {
    const { me, context } = await desk();
    const id = await kept(me.store, assess(INPUT, context));
    const proposed = overrideLevel(
      await assessmentIn(me, id),
      { level: 'high', reason: 'He told his sister more.' },
      { ...me, instrument: HANDMADE },
    );
    await kept(me.store, proposed);
    const { formulation: _, ...rest } = INPUT;
    const revised = reviseAssessment(await assessmentIn(me, id), rest, context);
    expect(codesOf(revised)).toEqual(['override-dropped']);
    await kept(me.store, revised);
    const { value } = await assessmentIn(me, id);
    expect(value).not.toHaveProperty('formulation');
    expect(value).not.toHaveProperty('override');
  });
});
