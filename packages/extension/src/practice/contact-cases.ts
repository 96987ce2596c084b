/** Work with people: participation, plans, sessions, contacts held together, and what was written about them. */
import {
  acknowledgeCheck,
  addObjective,
  addRelatedPerson,
  arrangeSession,
  askToCheck,
  closeObjective,
  endPlan,
  logIntervention,
  logTogether,
  makePlan,
  noteAttendance,
  noteWriteBack,
  permitSharing,
  type RecordId,
  recordBasis,
  recordOffence,
  recordParticipation,
  recordStanding,
  reviewPlan,
  withdrawParticipation,
  writeContactPlan,
  writeNotice,
} from '@cyber-prevent/core';
import type { CaseDesk, Filed } from './case-desk.js';
import { contactOf, personOf } from './person.js';

/** A parent agrees to the child's part in the programme. */
async function agrees(desk: CaseDesk, key: string, subject: RecordId, daysAgo: number) {
  const { parent } = personOf(key);
  const said = {
    answer: 'agreed',
    saidBy: 'parent-carer',
    ...(parent ? { saidByName: parent } : {}),
    means: 'telephone',
    saidOn: desk.day(-daysAgo),
  };
  return desk.keep(recordParticipation(said, await desk.on(subject)));
}

interface Held {
  readonly daysAgo: number;
  readonly kind?: string;
  readonly outcome?: string;
  readonly note: string;
  readonly followUpIn?: number;
}

async function holds(desk: CaseDesk, subjectId: RecordId, held: Held): Promise<RecordId> {
  const { daysAgo, kind = 'one-to-one', outcome = 'engaged', note, followUpIn } = held;
  const entry = {
    subjectId,
    kind,
    heldOn: desk.day(-daysAgo),
    mode: 'in-person',
    minutes: 45,
    outcome,
    note,
    ...(followUpIn === undefined ? {} : { followUpDueOn: desk.day(followUpIn) }),
  };
  return desk.keep(logIntervention(entry, await desk.on(subjectId)));
}

/** Makes a plan with one objective, and returns the ids of both. */
async function plans(desk: CaseDesk, key: string, subject: RecordId, daysAgo: number) {
  const person = personOf(key);
  const made = {
    madeOn: desk.day(-daysAgo),
    ownPlan: 'I want to do the competition, and not lose the computer.',
    agreedOn: desk.day(-daysAgo),
    reviewDueOn: desk.day(80 - daysAgo),
  };
  const plan = await desk.keep(makePlan(made, await desk.on(subject)));
  const objective = await desk.keep(
    addObjective(
      {
        need: 'Nobody shows interest in what they can do.',
        objective: 'Takes part in a legal competition',
        intervention: 'diversion-learning',
        ownedBy: `${person.name}, with ${contactOf(person).contact}`,
        targetOn: desk.day(60 - daysAgo),
        measure: 'A result on the board, shown to a teacher.',
      },
      { ...desk.context, plan: await desk.get('plan', plan) },
    ),
  );
  return { plan, objective };
}

const arranges = async (
  desk: CaseDesk,
  subject: RecordId,
  inDays: number,
  objectiveId?: RecordId,
): Promise<RecordId> => {
  const session = {
    kind: 'mentoring',
    arrangedFor: desk.day(inDays),
    place: 'Testford Library, room 2',
    ...(objectiveId ? { objectiveId } : {}),
  };
  return desk.keep(arrangeSession(session, await desk.on(subject)));
};

/**
 * Three pupils of one school in a workshop together: one with a plan under way, one who missed a session, and one who
 * reached an objective.
 */
export async function workshop(desk: CaseDesk): Promise<void> {
  const planned = await desk.accepts('planned', 34);
  const missed = await desk.accepts('missed', 33);
  const achieved = await desk.accepts('achieved', 60);
  await agrees(desk, 'planned', planned.subject, 30);
  await agrees(desk, 'missed', missed.subject, 29);
  await agrees(desk, 'achieved', achieved.subject, 55);
  const basis = { purpose: 'prevention', necessity: 'plan-contact', from: desk.day(-30) };
  const { lawfulBasis } = desk.context.gates;
  await desk.keep(recordBasis({ ...basis, lawfulBasis }, await desk.on(planned.subject)));

  const first = await plans(desk, 'planned', planned.subject, 25);
  await arranges(desk, planned.subject, 1, first.objective);
  const reached = await plans(desk, 'achieved', achieved.subject, 50);
  const away = await arranges(desk, missed.subject, -3);
  const noted = {
    attendance: 'absent-unacceptable',
    whyNot: 'Nobody was at home, and the telephone was off.',
    nextFor: desk.day(4),
  };
  await desk.keep(noteAttendance(await desk.get('session', away), noted, desk.context));

  const each = await Promise.all(
    [planned, missed, achieved].map(async ({ subject }) => ({
      subject: await desk.subject(subject),
      own: { outcome: 'engaged', note: 'Took part, and asked what a career in security needs.' },
    })),
  );
  const shared = {
    kind: 'workshop',
    heldOn: desk.day(-10),
    mode: 'in-person',
    minutes: 90,
    place: 'Quillbrack High School',
    followUpDueOn: desk.day(11),
  };
  await desk.save(logTogether({ shared, each }, desk.context));

  const subject = await desk.on(achieved.subject);
  const result = {
    result: 'achieved',
    closedOn: desk.day(-6),
    closedBecause: 'She came third, and showed her teacher how.',
  };
  const plan = await desk.get('plan', reached.plan);
  const objective = await desk.get('objective', reached.objective);
  await desk.keep(closeObjective(objective, result, { ...subject, plan }));
  const review = {
    heldOn: desk.day(-5),
    came: ['Anwen Trevelyan', 'Mair Trevelyan'],
    subjectSaid: 'The competition was good. The forum is boring now.',
    view: 'On the way.',
    nextReviewDueOn: desk.day(70),
  };
  await desk.keep(reviewPlan(review, { ...desk.context, plan }));
}

/** A session of yesterday with nobody having said whether it was held, and the contact before it, given to a system. */
export async function unaccounted(desk: CaseDesk): Promise<void> {
  const { subject } = await desk.accepts('unaccounted', 24);
  await agrees(desk, 'unaccounted', subject, 20);
  const visit = await holds(desk, subject, {
    daysAgo: 15,
    kind: 'home-visit',
    outcome: 'partly-engaged',
    note: 'Showed his program, and did not see at first what reading along means.',
    followUpIn: -1,
  });
  await arranges(desk, subject, -1);
  const given = {
    ofKind: 'intervention' as const,
    of: visit,
    way: 'fill' as const,
    system: 'Practice records',
    url: 'https://rms.example.org/records/23',
    labels: ['Date of contact', 'Outcome'],
  };
  await desk.keep(noteWriteBack(given, await desk.on(subject)));
}

/** An offence that was suspected, and for which no further action was taken. */
async function offence(desk: CaseDesk, subject: RecordId): Promise<void> {
  const told = (daysAgo: number) => ({
    statement: 'reported',
    toldBy: 'DC Perrin Hale, officer in the case',
    toldAt: desk.moment(-daysAgo),
    means: 'Telephone call',
  });
  const said = {
    asRead: 'Logged in to the learning platform with a teacher’s password',
    section: '1',
    incidentOn: [desk.day(-130)],
    status: 'suspected',
    on: desk.day(-121),
  };
  const id = await desk.keep(recordOffence(said, told(118), await desk.on(subject)));
  const ended = { status: 'no-further-action', on: desk.day(-20) };
  const held = await desk.get('offence', id);
  await desk.keep(recordStanding(held, ended, told(19), await desk.on(subject)));
}

/** Somebody whose plan was completed. The case is still open. */
export async function completed(desk: CaseDesk): Promise<Filed> {
  const { subject, referral } = await desk.accepts('completed', 120);
  await agrees(desk, 'completed', subject, 115);
  await holds(desk, subject, { daysAgo: 100, note: 'Went through what the law says.' });
  await holds(desk, subject, { daysAgo: 70, kind: 'mentoring', note: 'Met his mentor.' });
  await offence(desk, subject);
  const made = await plans(desk, 'completed', subject, 105);
  const result = {
    result: 'achieved',
    closedOn: desk.day(-14),
    closedBecause: 'He passed the first part of a course.',
  };
  const plan = await desk.get('plan', made.plan);
  const objective = await desk.get('objective', made.objective);
  await desk.keep(closeObjective(objective, result, { ...(await desk.on(subject)), plan }));
  const end = { ended: 'completed', endedOn: desk.day(-12) };
  await desk.keep(endPlan(plan, end, await desk.on(subject)));
  return { subject, referral };
}

/** A child in care: who decides for her, how to meet her, and what to ask before anybody does. */
export async function lookedAfter(desk: CaseDesk): Promise<void> {
  const { subject } = await desk.accepts('looked-after', 17);
  const worker = {
    name: 'Perrin Hale',
    relationship: 'Social worker of the council, which has parental responsibility',
    relationshipKind: 'social-worker',
    roles: [{ role: 'parental-responsibility', from: desk.day(-400) }],
    phones: ['01632 960240'],
    emails: ['p.hale@example.org'],
  };
  const told = {
    statement: 'fact',
    toldBy: 'Perrin Hale, Testford Council',
    toldAt: desk.moment(-14),
    means: 'Telephone call',
    handling: { conditions: 'Ask the council before this number is given to anybody else.' },
  };
  await desk.keep(addRelatedPerson(worker, told, await desk.on(subject)));
  const call = await desk.last('sourceCapture');
  const permission = {
    origins: [call.id],
    wayOut: 'contact',
    permittedBy: 'Perrin Hale, Testford Council',
    permittedOn: desk.day(-14),
    reference: 'Telephone call',
  };
  const context = { ...(await desk.on(subject)), records: [call] };
  await desk.keep(permitSharing(permission, context));
  const said = {
    answer: 'agreed',
    saidBy: 'local-authority',
    saidByName: 'Perrin Hale',
    means: 'telephone',
    saidOn: desk.day(-13),
  };
  await desk.keep(recordParticipation(said, await desk.on(subject)));
  const plan = {
    preferredName: 'Jay',
    bestTimes: 'After school, not on Wednesdays.',
    supporter: 'Her key worker, Imogen Starling, sits with her.',
    safeContact: 'Ring the home, and ask for the key worker. Never the number of the older friend.',
  };
  const { regime, ...officer } = desk.reviewer;
  await desk.keep(writeContactPlan(plan, { ...(await desk.on(subject)), regime, officer }));
  await desk.keep(askToCheck({ from: desk.day(-12) }, { ...(await desk.on(subject)), checks: [] }));
  const check = await desk.last('contactCheck');
  const { id, name } = desk.officer;
  await desk.keep(acknowledgeCheck(check, { id, name }, desk.context));
}

/** Somebody who stopped taking part, and whose school was given a date that turned out to be wrong. */
export async function withdrew(desk: CaseDesk): Promise<void> {
  const { subject, referral } = await desk.accepts('withdrew', 75);
  const agreed = await agrees(desk, 'withdrew', subject, 70);
  await holds(desk, subject, { daysAgo: 60, note: 'Talked about what the stream showed.' });
  await holds(desk, subject, {
    daysAgo: 40,
    outcome: 'not-engaged',
    note: 'Looked at her telephone, and wanted to go home.',
  });
  const stops = {
    withdrawnOn: desk.day(-3),
    withdrawnBy: 'subject',
    withdrawnWhy: 'She has deleted the stream and sees no point in more.',
  };
  await desk.keep(
    withdrawParticipation(await desk.get('participation', agreed), stops, desk.context),
  );
  const notice = {
    about: referral,
    recipient: 'Maxine Fenwright, Wendleholt Community School',
    disclosedOn: desk.day(-30),
    words: 'The date of the incident that you received was wrong. It was a week earlier.',
  };
  await desk.keep(writeNotice(notice, await desk.on(subject)));
}
