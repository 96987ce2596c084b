/** Every due entry names the act that answers it. Once it is done, in a real store, that entry alone is gone. */
import { describe, expect, it } from 'vitest';
import type { CaseCommit } from '../../casework/act/context.js';
import { DUE_ACTS, type DueAct } from '../../casework/act/due.js';
import { acknowledgeConcern } from '../../casework/contact/acknowledge-concern.js';
import { noteAcknowledgement, noteCrime } from '../../casework/contact/answer-concern.js';
import { closeConcern } from '../../casework/contact/follow-concern.js';
import { logIntervention } from '../../casework/contact/log-intervention.js';
import { closeObjective } from '../../casework/contact/objective.js';
import { endPlan } from '../../casework/contact/plan.js';
import { tellOfBreach } from '../../casework/contact/serve-notice.js';
import { noteAttendance } from '../../casework/contact/session.js';
import { completeStopCard } from '../../casework/contact/stop-card.js';
import { reviewHold } from '../../casework/keeping/hold.js';
import { letGoIdentifier } from '../../casework/person/identifier/nobody-identifier.js';
import { workingCalendar } from '../../casework/rules/calendar.js';
import { gatherTriggers } from '../../casework/rules/trigger.js';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordKind } from '../../record/kind.js';
import { RECORD_KINDS } from '../../record/kind.js';
import { addDays, type PlainDate, type RecordId, type Result } from '../../shared/index.js';
import { createMemoryStore, type StoredRecord } from '../../store/index.js';
import { answersOfIntake } from '../../testing/answers-of-intake.js';
import { answersOfKeeping } from '../../testing/answers-of-keeping.js';
import { answersOfOrders } from '../../testing/answers-of-orders.js';
import {
  buildIntervention,
  buildNoticeBreach,
  buildObjective,
  buildOnlineIdentifier,
  buildPlan,
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
const contact = buildIntervention({ ...about, heldOn: '2026-11-10', followUpDueOn: '2026-11-20' });
const contactToday = {
  ...about,
  kind: 'one-to-one',
  heldOn: today,
  mode: 'in-person',
  minutes: 30,
  outcome: 'engaged',
} as const;

interface Answer {
  readonly changes: readonly ReturnType<typeof newRecord>[];
  readonly act: (opened: Opened) => Promise<void>;
  /** The officer whose diary it is. */
  readonly officer?: RecordId;
  /** Other entries that the same record makes due, and keeps due. */
  readonly besides?: DueAct;
}
const person = newRecord('subject', subject);

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
  ...answersOfIntake(subject),
  ...answersOfKeeping(subject),
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
  'look-at-identifier': {
    changes: [newRecord('onlineIdentifier', buildOnlineIdentifier({ subjectId: undefined }))],
    act: async ({ context, keep, one }) => {
      const why = { endedWhy: 'The report that it was in was withdrawn.' };
      await keep(letGoIdentifier(await one('onlineIdentifier'), why, context));
    },
  },
  'follow-up': {
    changes: [person, newRecord('intervention', contact)],
    act: async ({ store, context, keep, one }) => {
      const log = await store.query('intervention');
      const entry = { ...contactToday, followsUp: contact.id };
      await keep(logIntervention(entry, { ...context, subject: await one('subject'), log }));
    },
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
