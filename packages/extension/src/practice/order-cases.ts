/** Cautions and orders from the advice to the outcome, notices, admissions, monitoring, and work with others. */
import {
  addEvidence,
  adviseCaution,
  answerAdvice,
  arrangePanel,
  beginMonitoring,
  certifyCondition,
  endOrder,
  holdPanel,
  logAgencyContact,
  noteBreach,
  noteInterview,
  openStopCard,
  proposeOutcome,
  type RecordId,
  recordCheck,
  recordOutcome,
  serveNotice,
} from '@cyber-prevent/core';
import type { CaseDesk } from './case-desk.js';
import { parentWords } from './person.js';

const IN_CASE = 'DC 2218 Tamsin Ward';
const SESSIONS = {
  library: 'cyber-choices-sessions',
  aim: 'rehabilitative',
  words: 'Attend the Cyber Choices sessions that are arranged, and take part in them.',
  shownBy: 'The record of attendance of every session.',
  timing: 'by',
};

/** Advice on a caution, so many days ago, after the youth justice service was asked. */
async function advises(desk: CaseDesk, key: string, daysAgo: number, dueIn: number) {
  const { subject } = await desk.accepts(key, daysAgo + 20);
  const asked = {
    agency: 'youth-justice',
    who: 'Odette Farrow, case manager',
    contactOn: desk.day(-daysAgo - 3),
    means: 'telephone',
    about: 'Whether the conditions fit with what they have arranged.',
    gateway: 'crime-disorder-115',
    shared: 'The conditions that are advised.',
    told: 'They meet on Thursdays.',
    statement: 'reported',
  };
  await desk.keep(logAgencyContact(asked, await desk.on(subject)));
  const order = await desk.keep(
    adviseCaution(
      {
        kind: 'youth-conditional-caution',
        officerInCase: IN_CASE,
        crimeReference: '99TEST/29',
        admission: 'yes',
        advisedOn: desk.day(-daysAgo),
        advice: 'Took part in every session so far, and wants to put it right.',
        conditions: [{ ...SESSIONS, dueOn: desk.day(dueIn) }],
      },
      await desk.on(subject),
    ),
  );
  return { subject, order };
}

async function gives(desk: CaseDesk, subject: RecordId, order: RecordId, daysAgo: number) {
  const answer = {
    answer: 'given',
    answeredOn: desk.day(-daysAgo),
    givenOn: desk.day(-daysAgo),
    givenBy: IN_CASE,
  };
  await desk.keep(answerAdvice(await desk.get('order', order), answer, await desk.on(subject)));
}

interface Shown {
  readonly shows: string;
  readonly daysAgo: number;
  readonly what: string;
}

async function shows(desk: CaseDesk, { shows: code, daysAgo, what }: Shown): Promise<RecordId> {
  const condition = await desk.last('condition');
  const order = await desk.last('order');
  const evidence = {
    notedOn: desk.day(-daysAgo),
    shows: code,
    what,
    source: 'Record of attendance of the sessions',
    statement: 'reported',
  };
  return desk.keep(addEvidence(evidence, { ...desk.context, condition, order }));
}

/** Advised a week ago, and not answered. */
export async function advised(desk: CaseDesk): Promise<void> {
  await advises(desk, 'advised', 8, 60);
}

/** A condition that is due in a few days, with evidence towards it. */
export async function conditionDue(desk: CaseDesk): Promise<void> {
  const { subject, order } = await advises(desk, 'condition-due', 80, 3);
  await gives(desk, subject, order, 75);
  const what = 'Came to three of four sessions and stayed to the end.';
  await shows(desk, { shows: 'towards', daysAgo: 12, what });
}

/** A condition that may have been breached, with nobody told. */
export async function breached(desk: CaseDesk): Promise<void> {
  const { subject, order } = await advises(desk, 'breached', 50, 20);
  await gives(desk, subject, order, 45);
  const what = 'Did not come to the second session, and did not answer.';
  await shows(desk, { shows: 'not-kept', daysAgo: 2, what });
}

/** All conditions met, the order ended, its outcome recorded, and an interview accepted. */
export async function outcome(desk: CaseDesk): Promise<void> {
  const { subject, order } = await advises(desk, 'outcome', 100, -30);
  await gives(desk, subject, order, 95);
  const what = 'Came to all four sessions, and wrote to the school.';
  await shows(desk, { shows: 'done', daysAgo: 32, what });
  const certified = { certifiedOn: desk.day(-30), certifiedBy: desk.officer.name };
  const on = async () => ({ ...(await desk.on(subject)), order: await desk.get('order', order) });
  await desk.keep(certifyCondition(await desk.last('condition'), certified, await on()));
  const held = () => desk.get('order', order);
  const proposed = { proposedOutcome: '2', proposedOn: desk.day(-28) };
  await desk.keep(proposeOutcome(await held(), proposed, await on()));
  await desk.keep(
    endOrder(await held(), { ended: 'complied', endedOn: desk.day(-27) }, await on()),
  );
  const recorded = { outcome: '2', outcomeOn: desk.day(-26), outcomeBy: IN_CASE };
  await desk.keep(recordOutcome(await held(), recorded, await on()));
  const interview = { interview: 'accepted', interviewOn: desk.day(-20) };
  await desk.keep(noteInterview(await held(), interview, desk.context));
}

async function serves(desk: CaseDesk, key: string, daysAgo: number): Promise<ServedOn> {
  const { subject } = await desk.accepts(key, daysAgo + 9);
  const served = {
    grounds: 'none',
    noticeText: 'toolkit-2',
    servedOn: desk.day(-daysAgo),
    how: 'in-person',
    place: 'At home',
    servedBy: 'PC 4127 Ianto Greaves',
    adultPresent: parentWords(key),
    sections: ['1', '3A'],
    acknowledged: 'signed',
  };
  return { subject, notice: await desk.keep(serveNotice(served, await desk.on(subject))) };
}

interface ServedOn {
  readonly subject: RecordId;
  readonly notice: RecordId;
}

/** A notice, with what was written about it afterwards. */
export async function served(desk: CaseDesk): Promise<void> {
  const { subject } = await serves(desk, 'served', 6);
  await desk.attaches(subject, {
    what: 'letter',
    name: 'letter-after-the-visit.txt',
    receivedOn: desk.day(-3),
    givenBy: parentWords('served'),
    source: 'By email',
    madeOn: desk.day(-4),
    text: 'Thank you for coming. We have talked about it at home, and the computer is in the kitchen now.\n',
  });
}

/** A notice, and a sign that it was not heeded: the officer in the case was not told yet. */
export async function noticeBreach(desk: CaseDesk): Promise<void> {
  const { notice } = await serves(desk, 'notice-breach', 40);
  const noted = {
    notedOn: desk.day(-1),
    what: 'Her name is under a new offer on the same forum.',
    source: 'Seen by the officer on an open page',
    statement: 'fact',
  };
  const held = await desk.get('ceaseAndDesist', notice);
  await desk.keep(noteBreach(noted, { ...desk.context, notice: held }));
}

/** Something that was admitted on a visit: the crime is not recorded yet. */
export async function stopCard(desk: CaseDesk): Promise<void> {
  const { subject } = await desk.accepts('stop-card', 13);
  const card = {
    saidBy: 'subject',
    saidAt: desk.moment(-2, '15:20'),
    where: 'visit',
    words: 'I did the list with them once, for the whole of Sunday.',
    present: parentWords('stop-card'),
    readBack: 'agreed',
  };
  await desk.keep(openStopCard(card, await desk.on(subject)));
}

/** Monitored after a panel, with a check made, one panel to come, and an agency to be asked again. */
export async function monitored(desk: CaseDesk): Promise<void> {
  const { subject } = await desk.accepts('monitored', 110);
  const panel = (inDays: number) => ({
    panel: 'Out-of-court panel of Testford',
    meetsOn: desk.day(inDays),
    gateway: 'crime-disorder-115',
    agenda: ['What fits her'],
    papers: ['Advice on conditions, OFFICIAL-SENSITIVE, brought by us'],
  });
  const met = await desk.keep(arrangePanel(panel(-20), await desk.on(subject)));
  const came = {
    came: ['Odette Farrow', desk.officer.name],
    cameTo: 'Low level, with a check after three months.',
    actions: [
      { what: 'Ask the college for a mentor', owner: 'Joel Amberley', dueOn: desk.day(2) },
      { what: 'Write to her father', owner: desk.officer.name, dueOn: desk.day(-4) },
    ],
  };
  await desk.keep(holdPanel(await desk.get('panel', met), came, desk.context));
  await desk.keep(arrangePanel(panel(9), await desk.on(subject)));
  const tier = {
    tier: 'low-level',
    from: desk.day(-19),
    why: 'One matter, and she has help at home and at the college.',
    checksFrom: desk.day(-95),
  };
  await desk.keep(beginMonitoring(tier, await desk.on(subject)));
  const check = {
    point: '3',
    checkedOn: desk.day(-3),
    checkedBy: IN_CASE,
    system: 'Force record system',
    result: 'nothing',
  };
  await desk.keep(recordCheck(check, await desk.on(subject)));
  const school = {
    agency: 'education',
    who: 'Joel Amberley, student support officer',
    contactOn: desk.day(-7),
    means: 'telephone',
    about: 'Whether a mentor can be found before the holidays.',
    gateway: 'nothing-shared',
    nextOn: desk.day(-1),
  };
  await desk.keep(logAgencyContact(school, await desk.on(subject)));
}
