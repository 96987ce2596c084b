/** Every due entry names the act that answers it. Once it is done, in a real store, that entry alone is gone. */
import { describe, expect, it } from 'vitest';
import { disposalReference } from '../../casework/act/confirm-disposal.js';
import type { CaseCommit } from '../../casework/act/context.js';
import { DUE_ACTS, type DueAct } from '../../casework/act/due.js';
import { assess } from '../../casework/assess/assess.js';
import { signAssessment } from '../../casework/assess/sign-assessment.js';
import { acknowledgeConcern } from '../../casework/contact/acknowledge-concern.js';
import { noteAcknowledgement, noteCrime } from '../../casework/contact/answer-concern.js';
import { closeConcern } from '../../casework/contact/follow-concern.js';
import { logIntervention } from '../../casework/contact/log-intervention.js';
import { closeObjective } from '../../casework/contact/objective.js';
import { endPlan } from '../../casework/contact/plan.js';
import { tellOfBreach } from '../../casework/contact/serve-notice.js';
import { noteAttendance } from '../../casework/contact/session.js';
import { completeStopCard } from '../../casework/contact/stop-card.js';
import { attachIdentity } from '../../casework/intake/attach-identity.js';
import { decideEnquiry } from '../../casework/intake/decide-enquiry.js';
import { decideReferral } from '../../casework/intake/decide-referral.js';
import { decideIdentification } from '../../casework/intake/identify-person.js';
import { followUpAdvice } from '../../casework/intake/log-advice.js';
import { settlePromise } from '../../casework/intake/promise.js';
import { settleRefusal } from '../../casework/intake/refuse-referral.js';
import { noteReply } from '../../casework/intake/take-enquiry.js';
import { answerRequest, takeRequestBack } from '../../casework/keeping/ask-colleague.js';
import { noticeTold } from '../../casework/keeping/correction.js';
import { liftHold, reviewHold } from '../../casework/keeping/hold.js';
import { reviewCase } from '../../casework/keeping/review-case.js';
import { chooseRetention, reviewRetention } from '../../casework/keeping/review-retention.js';
import { acknowledgeCheck } from '../../casework/person/contact-check.js';
import { tellSupervisor } from '../../casework/person/known-person.js';
import { workingCalendar } from '../../casework/rules/calendar.js';
import { gatherTriggers } from '../../casework/rules/trigger.js';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordKind } from '../../record/kind.js';
import { RECORD_KINDS } from '../../record/kind.js';
import { defaultGates, draftOfFields } from '../../review/index.js';
import { gatherInstruments } from '../../risk/shipped.js';
import { addDays, type PlainDate, type RecordId, type Result } from '../../shared/index.js';
import { createMemoryStore, type StoredRecord } from '../../store/index.js';
import { answersOfOrders } from '../../testing/answers-of-orders.js';
import {
  buildAdvice,
  buildAssessment,
  buildColleagueRequest,
  buildContactCheck,
  buildCorrectionNotice,
  buildDecision,
  buildEnquiry,
  buildHold,
  buildId,
  buildIdentification,
  buildIntervention,
  buildNoticeBreach,
  buildObjective,
  buildOnlineIdentifier,
  buildPlan,
  buildPromise,
  buildReferral,
  buildRefusal,
  buildRetentionReview,
  buildSafeguardingConcern,
  buildSession,
  buildStopCard,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { gatherCase } from '../case/gather.js';
import { diary } from './diary.js';

const lists = gatherCodeLists();
const today = '2026-11-24' as PlainDate;
const triggers = gatherTriggers(lists);

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

/** A store with these records, and the context for the acts. */
async function opened(changes: readonly ReturnType<typeof newRecord>[]) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const store = await createMemoryStore({ host, signer: testSigner() });
  await store.commit({ changes, reason: 'case-work' });
  const context = { host, lists };
  const keep = async (result: Result<CaseCommit & { dispose?: readonly RecordId[] }>) => {
    const { commit, dispose = [] } = value(result);
    await store.commit(commit);
    if (dispose.length > 0) await store.dispose(dispose, 'retention');
  };
  const one = async <K extends RecordKind>(kind: K): Promise<StoredRecord<K>> => {
    const [held] = await store.query(kind);
    if (!held) throw new Error(`no ${kind}`);
    return held;
  };
  const entries = async (officer?: RecordId) => {
    const all = await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)));
    const records = all.flat() as readonly StoredRecord[];
    return diary(records, {
      today,
      calendar: workingCalendar(),
      lists,
      triggers,
      ...(officer ? { officer } : {}),
    }).entries;
  };
  const caseOf = (subject: RecordId) => gatherCase(store, subject, 'case-work');
  return { store, context, keep, one, entries, caseOf };
}
type Opened = Awaited<ReturnType<typeof opened>>;

const subject = buildSubject();
const about = { subjectId: subject.id };
const enquiry = buildEnquiry();
const referral = (more: object = {}) => buildReferral({ ...about, referrerId: undefined, ...more });
const onEnquiry = (outcome: string, more: object = {}) =>
  buildDecision({ subjectId: undefined, enquiryId: enquiry.id, outcome, ...more });
const identification = buildIdentification(about);
const refused = referral({ status: 'declined' });
const contact = buildIntervention({ ...about, heldOn: '2026-11-10', followUpDueOn: '2026-11-20' });
const contactToday = {
  ...about,
  kind: 'one-to-one',
  heldOn: today,
  mode: 'in-person',
  minutes: 30,
  outcome: 'engaged',
} as const;
const asked = onEnquiry('more-information');
const accepted = onEnquiry('accept');
const open = referral();
const assessed = buildAssessment({
  ...about,
  reviewDueOn: today,
  signedBy: buildId(),
  signedAt: '2026-11-10T10:00:00.000Z',
});

interface Answer {
  readonly changes: readonly ReturnType<typeof newRecord>[];
  readonly act: (opened: Opened) => Promise<void>;
  /** The officer whose diary it is. */
  readonly officer?: RecordId;
  /** Other entries that the same record makes due, and keeps due. */
  readonly besides?: DueAct;
}
const person = newRecord('subject', subject);
/** The signer of everything in these stores. */
const ME = '0ff1ce00-0000-4000-8000-000000000001' as RecordId;
const closing = newRecord(
  'decision',
  buildDecision({ ...about, outcome: 'close', closureReason: 'completed', decidedOn: today }),
);
const decided =
  (outcome: string) =>
  async ({ store, context, keep, one }: Opened) => {
    const decisions = await store.query('decision');
    await keep(
      decideEnquiry(
        { outcome, reason: 'As the form says.' },
        { ...context, enquiry: await one('enquiry'), decisions },
      ),
    );
  };
const decidedReferral = async ({ store, context, keep }: Opened) => {
  const [held] = await store.query('referral');
  await keep(
    decideReferral(
      { outcome: 'decline', reasonCodes: ['unwilling'] },
      { ...context, referral: held },
    ),
  );
};

function withPerson<A extends DueAct>(
  answers: Readonly<
    Record<A, Pick<Answer, 'changes'> & { act: (opened: Opened) => Promise<void> }>
  >,
): Readonly<Record<A, Answer>> {
  const each = Object.entries<Answer>(answers).map(([act, { changes, act: answer }]) => [
    act,
    { changes: [person, ...changes], act: answer },
  ]);
  return Object.fromEntries(each);
}

const plan = buildPlan({ ...about, madeOn: '2026-11-10', reviewDueOn: today });
const objective = buildObjective({ ...about, planId: plan.id, targetOn: today });

const ANSWERS: Readonly<Record<DueAct, Answer>> = {
  ...withPerson(answersOfOrders(subject.id)),
  'review-plan': {
    changes: [person, newRecord('plan', plan)],
    act: async ({ context, keep, one }) => {
      const task = { ...context, records: [] };
      await keep(endPlan(await one('plan'), { ended: 'completed' }, task));
    },
  },
  'close-objective': {
    changes: [person, newRecord('objective', objective)],
    act: async ({ context, keep, one }) => {
      const closed = { result: 'partly', closedBecause: 'Two of the three rounds.' };
      const held = { plan: undefined, records: [] };
      await keep(closeObjective(await one('objective'), closed, { ...context, ...held }));
    },
  },
  'tell-of-breach': {
    changes: [person, newRecord('noticeBreach', buildNoticeBreach(about))],
    act: async ({ context, keep, one }) => {
      const told = { toldWhom: 'DC 2218 Tamsin Okoro' };
      await keep(tellOfBreach(await one('noticeBreach'), told, context));
    },
  },
  'complete-stop-card': {
    changes: [person, newRecord('stopCard', buildStopCard(about))],
    act: async ({ context, keep, one }) => {
      const added = {
        crimeRecorded: 'recorded',
        crimeReference: '43TEST/1',
        officerInCase: 'DC 2218 Tamsin Okoro',
        toldOn: today,
      };
      await keep(completeStopCard(await one('stopCard'), added, context));
    },
  },
  'hold-session': {
    changes: [person, newRecord('session', buildSession({ ...about, arrangedFor: today }))],
    act: async ({ context, keep, one }) =>
      keep(noteAttendance(await one('session'), { attendance: 'attended' }, context)),
  },
  'tell-of-concern': {
    changes: [
      person,
      newRecord(
        'safeguardingConcern',
        buildSafeguardingConcern({ ...about, told: ['nobody-yet'] }),
      ),
    ],
    act: async ({ context, keep, one }) => {
      const concern = await one('safeguardingConcern');
      await keep(
        acknowledgeConcern(concern, { told: ['mash'], toldWhom: 'The front door' }, context),
      );
    },
  },
  'escalate-concern': {
    changes: [
      person,
      newRecord('safeguardingConcern', buildSafeguardingConcern({ ...about, told: ['mash'] })),
    ],
    act: async ({ context, keep, one }) => {
      const answer = { acknowledgedBy: 'The front door', reference: 'MASH-1' };
      await keep(noteAcknowledgement(await one('safeguardingConcern'), answer, context));
    },
  },
  'record-crime': {
    changes: [
      person,
      newRecord(
        'safeguardingConcern',
        buildSafeguardingConcern({ ...about, told: ['supervisor'], crimeDisclosed: 'yes' }),
      ),
    ],
    act: async ({ context, keep, one }) => {
      const answer = { crimeRecorded: 'recorded', crimeReference: '43TEST/1' };
      await keep(noteCrime(await one('safeguardingConcern'), answer, context));
    },
    besides: 'review-concern',
  },
  'review-concern': {
    changes: [
      person,
      newRecord(
        'safeguardingConcern',
        buildSafeguardingConcern({ ...about, told: ['designated-lead'] }),
      ),
    ],
    act: async ({ context, keep, one }) => {
      const closure = { closedWhy: 'Social care has a plan, and agrees.' };
      await keep(closeConcern(await one('safeguardingConcern'), closure, context));
    },
  },
  'decide-enquiry': { changes: [newRecord('enquiry', enquiry)], act: decided('decline') },
  'reply-to-enquiry': {
    changes: [newRecord('enquiry', enquiry), newRecord('decision', onEnquiry('decline'))],
    act: async ({ context, keep, one }) => {
      const of = { enquiry: await one('enquiry'), decision: await one('decision') };
      await keep(noteReply({}, { ...context, ...of }));
    },
  },
  'chase-enquiry': {
    changes: [
      newRecord('enquiry', { ...enquiry, repliedOn: today, repliedWith: asked.id }),
      newRecord('decision', asked),
    ],
    act: decided('accept'),
  },
  'chase-form': {
    changes: [
      newRecord('enquiry', { ...enquiry, repliedOn: today, repliedWith: accepted.id }),
      newRecord('decision', accepted),
    ],
    act: async ({ store, context, one }) => {
      const draft = draftOfFields(
        { 'subject.name': ['Wren Vael'], 'referral.receivedOn': ['24/11/2026'] },
        { way: 'page', system: 'Practice', title: 'Form' },
        context.host,
      );
      const filed = attachIdentity(draft, {
        ...context,
        gates: value(defaultGates('force', 'part3')),
        officer: { regime: 'part3', practice: false },
        enquiry: await one('enquiry'),
        decisions: await store.query('decision'),
        referrals: [],
      });
      await store.commit(value(filed).commit);
    },
  },
  'decide-referral': { changes: [person, newRecord('referral', open)], act: decidedReferral },
  'chase-referral': {
    changes: [
      person,
      newRecord('referral', open),
      newRecord(
        'decision',
        buildDecision({ ...about, referralId: open.id, outcome: 'more-information' }),
      ),
    ],
    act: decidedReferral,
  },
  'make-first-contact': {
    changes: [person, newRecord('referral', referral({ status: 'accepted' }))],
    act: async ({ context, keep, one }) =>
      keep(logIntervention(contactToday, { ...context, subject: await one('subject') })),
  },
  'follow-up': {
    changes: [person, newRecord('intervention', contact)],
    act: async ({ store, context, keep, one }) => {
      const log = await store.query('intervention');
      const entry = { ...contactToday, followsUp: contact.id };
      await keep(logIntervention(entry, { ...context, subject: await one('subject'), log }));
    },
  },
  'decide-identification': {
    changes: [person, newRecord('identification', identification)],
    act: async ({ context, keep, one, caseOf }) => {
      const held = {
        identification: await one('identification'),
        records: await caseOf(subject.id),
      };
      const confirmed = disposalReference(held.identification, held.records);
      const input = { outcome: 'dispose', reasonCodes: ['too-little-known'], confirmed };
      await keep(decideIdentification(input, { ...context, ...held }));
    },
  },
  'keep-promise': {
    changes: [person, newRecord('promise', buildPromise(about))],
    act: async ({ context, keep, one }) =>
      keep(settlePromise(await one('promise'), { settled: 'kept' }, context)),
  },
  'review-hold': {
    changes: [person, newRecord('hold', buildHold(about))],
    act: async ({ context, keep, one }) => keep(liftHold(await one('hold'), context)),
  },
  'settle-refusal': {
    changes: [
      person,
      newRecord('referral', refused),
      newRecord('refusal', buildRefusal({ referralId: refused.id })),
    ],
    act: async ({ context, keep, one, caseOf }) => {
      const held = { refusal: await one('refusal'), referral: await one('referral') };
      const records = await caseOf(subject.id);
      const input = {
        handling: 'dispose',
        confirmed: disposalReference(held.referral, records),
        crimeRecorded: 'no-crime',
      } as const;
      await keep(settleRefusal(input, { ...context, ...held, records }));
    },
  },
  dispose: {
    changes: [
      person,
      newRecord('identification', identification),
      newRecord(
        'decision',
        buildDecision({ ...about, identificationId: identification.id, outcome: 'pass' }),
      ),
    ],
    act: async ({ store, caseOf }) => {
      const records = await caseOf(subject.id);
      await store.dispose(
        records.map(({ id }) => id),
        'retention',
      );
    },
  },
  'review-case': {
    changes: [
      person,
      ...['2026-11-03', '2026-11-10'].map((decidedOn) =>
        newRecord('decision', buildDecision({ ...about, outcome: 'decline', decidedOn })),
      ),
      newRecord('onlineIdentifier', buildOnlineIdentifier({ ...about, firstSeenOn: '2026-11-18' })),
    ],
    act: async ({ context, keep, one }) =>
      keep(
        reviewCase({ reason: 'Nothing new in it.' }, { ...context, subject: await one('subject') }),
      ),
  },
  'follow-up-advice': {
    changes: [newRecord('advice', buildAdvice({ followUpDueOn: '2026-11-24' }))],
    act: async ({ context, keep, one }) => keep(followUpAdvice(await one('advice'), {}, context)),
  },
  'acknowledge-check': {
    changes: [person, newRecord('contactCheck', buildContactCheck(about))],
    act: async ({ context, keep, one }) => {
      const officer = { id: buildId(), name: 'DC Rowan Thackeray' };
      await keep(acknowledgeCheck(await one('contactCheck'), officer, context));
    },
  },
  'assess-again': {
    changes: [person, newRecord('assessment', assessed)],
    act: async ({ store, context, keep, one }) => {
      const officer = buildId();
      const input = {
        instrument: assessed.instrument,
        answers: assessed.answers,
        formulation: 'Less than before.',
        confidence: 'medium',
        reviewDueOn: addDays(today, 90),
      };
      const records = await store.query('assessment');
      const task = { ...context, officer, records, instruments: gatherInstruments() };
      const made = assess(input, { ...task, subject: await one('subject') });
      await keep(made);
      const again = await store.get('assessment', value(made).id);
      if (!again) throw new Error('not held');
      const history = await store.history(again.id);
      await keep(signAssessment(again, { ...context, officer, history }));
    },
  },
  'review-retention': {
    changes: [person, closing],
    act: async ({ store, context, keep, one, caseOf }) => {
      const answers = (context.lists.get('nrac-question')?.codes ?? []).map(({ code }) => ({
        question: code,
        answer: 'no',
        rationale: 'Nothing on record says so.',
      }));
      const input = { answers, outcome: 'dispose', rationale: 'No longer needed.' };
      const records = await caseOf(subject.id);
      await keep(reviewRetention(input, { ...context, subject: await one('subject'), records }));
      expect(await store.query('retentionReview')).toHaveLength(1);
    },
  },
  'set-retention': {
    changes: [
      newRecord('subject', {
        ...subject,
        bornOn: undefined,
        categories: [{ category: 'suspected', from: today }],
      }),
      closing,
      newRecord(
        'retentionReview',
        buildRetentionReview({ ...about, reviewedOn: addDays(today, 1) }),
      ),
    ],
    act: async ({ context, keep, one, caseOf }) => {
      const held = { subject: await one('subject'), records: await caseOf(subject.id) };
      await keep(
        chooseRetention(
          { group: 'group-3', reason: 'An offence of section 1.' },
          { ...context, ...held },
        ),
      );
    },
  },
  'answer-request': {
    changes: [person, newRecord('colleagueRequest', buildColleagueRequest({ ...about, to: ME }))],
    act: async ({ context, keep, one }) =>
      keep(
        answerRequest(
          await one('colleagueRequest'),
          { answer: 'accepted' },
          { ...context, officer: ME },
        ),
      ),
    officer: ME,
  },
  'chase-request': {
    changes: [person, newRecord('colleagueRequest', buildColleagueRequest({ ...about, from: ME }))],
    act: async ({ context, keep, one }) =>
      keep(takeRequestBack(await one('colleagueRequest'), { ...context, officer: ME })),
    officer: ME,
  },
  'tell-supervisor': {
    changes: [
      person,
      newRecord(
        'colleagueRequest',
        buildColleagueRequest({ ...about, kind: 'known-person', from: ME, to: ME }),
      ),
    ],
    act: async ({ context, keep, one }) => {
      const officer = { id: ME, name: 'DC Imre Sandoval' };
      const to = { officer: buildId(), name: 'DS Ines Marlow' };
      await keep(tellSupervisor(await one('colleagueRequest'), to, { ...context, officer }));
    },
    officer: ME,
  },
  'tell-recipient': {
    changes: [person, newRecord('correctionNotice', buildCorrectionNotice(about))],
    act: async ({ context, keep, one }) =>
      keep(noticeTold(await one('correctionNotice'), { toldHow: 'By telephone' }, context)),
  },
};

describe('answering an entry', () => {
  it.each(Object.keys(DUE_ACTS) as DueAct[])('removes it: %s', async (act) => {
    const { changes, act: answer, officer, besides = [] } = ANSWERS[act];
    const all = await opened(changes);
    const before = await all.entries(officer);
    const entry = before.find((each) => each.act === act);
    expect(before.map((each) => each.act).sort()).toEqual([act].concat(besides).sort());
    await answer(all);
    const after = await all.entries(officer);
    expect(after.map(({ id }) => id)).not.toContain(entry?.id);
    expect(after.map((each) => each.act)).toEqual(expect.arrayContaining([besides].flat()));
  });

  it('puts a hold that still stands off to its next review, and no further back', async () => {
    const { changes } = ANSWERS['review-hold'];
    const { context, keep, one, entries } = await opened(changes);
    const hold = await one('hold');
    expect(reviewHold(hold, { reviewDueOn: today }, context)).toMatchObject({
      ok: false,
      issues: [{ code: 'date-out-of-order' }],
    });
    await keep(reviewHold(hold, { reviewDueOn: addDays(today, 400) }, context));
    expect((await entries()).map(({ by }) => by)).toEqual([addDays(today, 400)]);
  });
});

describe('what does not answer', () => {
  it('is no acknowledgement of nobody, or at a time to come', async () => {
    const { context, one } = await opened(ANSWERS['tell-of-concern'].changes);
    const concern = await one('safeguardingConcern');
    const told = (input: object) =>
      acknowledgeConcern(concern, input, context).issues.map(({ code, at }) => `${code} ${at}`);
    expect(told({ told: [] })).toEqual(['missing told']);
    expect(told({ told: ['nobody-yet'] })).toEqual(['nobody-told told']);
    expect(told({ told: ['mash'], toldAt: '2027-11-24T09:00:00.000Z' })).toEqual([
      'date-in-future toldAt',
    ]);
  });

  it('is no follow-up of a contact that is not there', async () => {
    const { context, one } = await opened(ANSWERS['follow-up'].changes);
    const entry = { ...contactToday, followsUp: subject.id };
    const at = { ...context, subject: await one('subject'), log: [] };
    expect(logIntervention(entry, at).issues).toMatchObject([{ code: 'follows-unknown' }]);
  });
});
