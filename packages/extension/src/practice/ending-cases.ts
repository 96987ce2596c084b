/** Cases that end: closed, due for a review of what is kept, held back, and decided for disposal. */
import {
  askColleague,
  chooseRetention,
  closeCase,
  codesInForce,
  decideReferral,
  logIntervention,
  placeHold,
  type RecordId,
  reviewRetention,
  workingCalendar,
} from '@cyber-prevent/core';
import type { CaseDesk } from './case-desk.js';
import { completed } from './contact-cases.js';

/** A case is closed on the day on which the officer says so, and never before the last thing that was recorded. */
async function closes(desk: CaseDesk, subject: RecordId, closureReason: string): Promise<void> {
  const decision = {
    closureReason,
    reason: 'Nothing more is planned, and everybody was told.',
  };
  const on = { ...(await desk.on(subject)), calendar: workingCalendar(), today: desk.today };
  await desk.keep(closeCase(decision, on));
}

/** Closed today, with a review of how long it is kept still to come. */
export async function closed(desk: CaseDesk): Promise<void> {
  const { subject, referral } = await completed(desk);
  const done = { outcome: 'close', reasonCodes: ['done'], decidedOn: desk.today };
  const held = await desk.get('referral', referral);
  await desk.keep(decideReferral(done, { ...desk.context, referral: held }));
  await closes(desk, subject, 'completed');
  const group = {
    group: 'group-4',
    decidedOn: desk.today,
    reason: 'Suspected of an offence under section 3.',
  };
  await desk.keep(chooseRetention(group, await desk.on(subject)));
}

/** Came of age a few days ago, which calls for a review of what is kept. */
export async function turnedEighteen(desk: CaseDesk): Promise<void> {
  const { subject } = await desk.accepts('turned-eighteen', 90);
  const talk = {
    subjectId: subject,
    kind: 'one-to-one',
    heldOn: desk.day(-65),
    mode: 'video',
    minutes: 30,
    outcome: 'engaged',
    note: 'Took the tool offline, and asked how to report what he had found.',
  };
  await desk.keep(logIntervention(talk, await desk.on(subject)));
  const asked = {
    kind: 'handover',
    to: desk.host.random.id(),
    toName: 'DS Ines Marlow',
    words: 'He has moved to your area for his course.',
  };
  await desk.keep(askColleague(asked, { ...(await desk.on(subject)), officer: desk.officer }));
}

/** A complaint keeps everything as it is until it is answered. */
export async function held(desk: CaseDesk): Promise<void> {
  const { subject } = await desk.accepts('held', 55);
  const hold = {
    subjectId: subject,
    reason: 'complaint',
    from: desk.day(-21),
    reviewDueOn: desk.day(14),
  };
  await desk.keep(placeHold(hold, await desk.on(subject)));
}

/** Closed and reviewed: what is held is to be destroyed. */
export async function toDispose(desk: CaseDesk): Promise<void> {
  const { subject } = await desk.accepts('to-dispose', 45);
  await closes(desk, subject, 'no-further-concern');
  const answers = codesInForce(desk.context.lists, 'nrac-question', desk.today).map(({ code }) => ({
    question: code,
    answer: 'no',
    rationale: 'Nothing on record says so.',
  }));
  const review = {
    answers,
    outcome: 'dispose' as const,
    rationale: 'He asked for advice and took it. Nothing calls for keeping it.',
  };
  await desk.keep(reviewRetention(review, await desk.on(subject)));
}
