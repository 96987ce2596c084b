/** Safeguarding concerns: one that nobody was told of, one that is being followed, one that is closed. */
import {
  acknowledgeConcern,
  closeConcern,
  nameConcern,
  noteAcknowledgement,
  raiseConcern,
  reviewConcern,
} from '@cyber-prevent/core';
import type { CaseDesk } from './case-desk.js';

export async function openConcern(desk: CaseDesk): Promise<void> {
  const { subject } = await desk.files('concern-open', 3);
  const concern = await desk.keep(
    raiseConcern(
      {
        what: 'She does what the person who has her account asks, and he now asks for pictures.',
        riskNow: 'serious',
        told: ['nobody-yet'],
        parentTold: 'not-known',
      },
      desk,
    ),
  );
  const held = await desk.get('safeguardingConcern', concern);
  await desk.keep(nameConcern(held, await desk.subject(subject)));
}

/** Told the same morning, acknowledged, and to be looked at again. */
async function told(desk: CaseDesk, key: string, daysAgo: number, what: string) {
  const { subject } = await desk.accepts(key, daysAgo);
  const raised = {
    subjectId: subject,
    what,
    riskNow: 'concern',
    told: ['nobody-yet'],
    parentTold: 'not-known' as const,
  };
  const id = await desk.keep(raiseConcern(raised, desk));
  const held = () => desk.get('safeguardingConcern', id);
  const known = {
    told: ['mash', 'designated-lead'],
    toldWhom: 'Nerissa Holt, Testford MASH',
    toldAt: desk.moment(-1),
    toldHow: 'Telephone, then the form',
    toldWhat: 'What was said, and that a parent does not know yet.',
    reference: `MASH-TEST-${117 + daysAgo}`,
  };
  await desk.keep(acknowledgeConcern(await held(), known, desk));
  const answered = { acknowledgedBy: 'Nerissa Holt', acknowledgedAt: desk.moment(-1, '13:30') };
  await desk.keep(noteAcknowledgement(await held(), answered, desk.context));
  return held;
}

export async function followedConcern(desk: CaseDesk): Promise<void> {
  const what = 'He is afraid of the person who left the gift codes with him.';
  const held = await told(desk, 'concern-told', 10, what);
  const since = { what: 'A strategy meeting is set for this week.', reviewOn: desk.day(5) };
  await desk.keep(reviewConcern(await held(), since, desk.context));
}

export async function closedConcern(desk: CaseDesk): Promise<void> {
  const what = 'The stranger who sent the program also asked where she lives.';
  const held = await told(desk, 'concern-closed', 40, what);
  const closed = {
    closedWhy: 'The family has new accounts, and the school looks after the class.',
  };
  await desk.keep(closeConcern(await held(), closed, desk.context));
}
