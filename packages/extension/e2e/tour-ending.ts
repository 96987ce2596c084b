/**
 * The end of a case: closed, put on hold, reviewed, disposed of; people informed of corrections; requests between
 * colleagues.
 */
import type { Page } from 'puppeteer-core';
import { keepsDisclosure, keepsRequest, opensKeeping, reviews } from './ending-steps.ts';
import { confirmsDestroying } from './intake-steps.ts';
import { keepsProposal } from './keeps-proposal.ts';
import { keepsSubject, renames } from './keeps-subject.ts';
import { cancels, chooses, dates, goesTo, presses, sees, types } from './officer.ts';
import type { Tour } from './tour.ts';
import { opensActs, opensAll } from './tour-controls.ts';

/** A day in the future, whenever the suite runs. */
const NEXT_YEAR = String(new Date().getFullYear() + 1);

/** @param person - a name unlike any other on record; nothing about them is left at the end */
export async function toursEnding({ page, visit }: Tour, person: string): Promise<void> {
  const subject = await keepsSubject(page, `${person} Ames`);
  await keepsDisclosure(page, subject, 'Brackenfield duty desk');
  await renames(page, subject, person);
  await toursClosing({ page, visit }, person);
  await toursHold({ page, visit });
  await toursAsking({ page, visit }, person);
  await toursDisposal({ page, visit }, person);
}

async function toursClosing({ page, visit }: Tour, person: string): Promise<void> {
  await opensKeeping(page, person);
  await visit('subject-keeping');
  await opensPerson(page, person);
  await opensActs(page);
  await presses(page, 'Review the case');
  await sees(page, 'Why a review is due');
  await presses(page, 'Save the review');
  await sees(page, 'There is a problem');
  await opensAll(page);
  await visit('review-case');
  await types(page, 'Reason', 'Looked at what came together. The plan stands.');
  await presses(page, 'Save the review');
  await sees(page, 'The review of the case was saved');
  await opensKeeping(page, person);
  await presses(page, 'Close the case');
  await sees(page, 'first contact, follow-ups and assessments are paused');
  await presses(page, 'Close the case');
  await sees(page, 'There is a problem');
  await opensAll(page);
  await visit('close-case');
  await chooses(page, 'Why it is closed', 'No further concern');
  await types(page, 'Reason', 'The plan is done.');
  await presses(page, 'Close the case');
  await sees(page, 'This case was closed on');
  await visit('subject-closed');
  await presses(page, 'Open the case again');
  await sees(page, 'that were paused become due again');
  await visit('reopen-case');
  await cancels(page);
}

async function toursHold({ page, visit }: Tour): Promise<void> {
  await presses(page, 'Place a hold');
  await sees(page, 'While a hold is in place');
  await presses(page, 'Place a hold');
  await sees(page, 'There is a problem');
  await visit('hold');
  await chooses(page, 'Criminal case');
  await dates(page, 'Review due', `14/3/${NEXT_YEAR}`);
  await presses(page, 'Place a hold');
  await sees(page, 'A hold is in place: ');
  await visit('subject-held');
  await presses(page, 'See what stops a disposal');
  await sees(page, 'Why you cannot dispose of it now');
  await visit('dispose-stopped');
  await presses(page, 'Back to the person');
  await presses(page, 'Review or lift');
  await sees(page, 'If it is still needed');
  await visit('hold-review');
  await presses(page, 'Lift the hold');
  await sees(page, 'The hold is lifted');
}

async function toursAsking({ page, visit }: Tour, person: string): Promise<void> {
  await opensActs(page);
  await presses(page, 'Tell people about a correction');
  await sees(page, 'Corrected since: Name');
  await visit('correction');
  // A visit may have named another person.
  await types(page, 'To', 'Brackenfield duty desk');
  await presses(page, 'Save the notice');
  await sees(page, 'It stays in the diary until they are told');
  await sees(page, 'Nobody else has to be told');
  await visit('correction-written');
  await presses(page, 'Record that they were told today Brackenfield duty desk');
  await sees(page, 'You have recorded that they were told');
  await opensPerson(page, person);
  await opensActs(page);
  await presses(page, 'Ask a colleague');
  await sees(page, 'Ask a colleague about');
  await presses(page, 'Make the file for your colleague');
  await sees(page, 'There is a problem');
  await visit('handover');
}

async function toursDisposal({ page, visit }: Tour, person: string): Promise<void> {
  await opensKeeping(page, person);
  await presses(page, 'Review or choose the group');
  await sees(page, 'Is there evidence of a capacity');
  await presses(page, 'Save the review');
  await sees(page, 'There is a problem');
  await opensAll(page);
  await visit('retention');
  await opensKeeping(page, person);
  await reviews(page, 'Dispose');
  await sees(page, 'Nothing has been destroyed yet');
  await sees(page, 'Destroy everything held about');
  await visit('dispose');
  await confirmsDestroying(page, 'Destroy all of this');
  await sees(page, 'Certificate of disposal');
  await visit('disposed');
  await presses(page, 'Back to subjects');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Subjects');
}

/** Requests between colleagues. Only the workspace has it in its navigation. */
export async function toursAsked({ page, visit }: Tour, person: string): Promise<void> {
  await goesTo(page, 'Colleagues');
  await sees(page, 'Nothing is waiting for your answer');
  await visit('asked-of-me-none');
  const subject = await keepsSubject(page, person);
  await keepsRequest(page, subject, 'of me');
  await keepsRequest(page, subject, 'by me');
  const about = await keepsProposal(page, subject, 'A threat that no item asks about.');
  await keepsRequest(page, subject, 'of me', { kind: 'second-officer', about });
  await sees(page, `Take over the case: ${person}`);
  await sees(page, 'Read it and answer');
  await presses(page, 'Save my answer');
  await sees(page, 'There is a problem');
  await visit('asked-of-me');
  await chooses(page, 'Accept');
  await presses(page, 'Save my answer');
  await sees(page, 'Return your answers');
  await presses(page, 'Read it and answer');
  await sees(page, 'Level proposed instead');
  await opensAll(page);
  await sees(page, 'You cannot confirm this level, because you proposed it.');
  await visit('second-officer');
  await chooses(page, 'Return it without a decision');
  await types(page, 'Reason', 'I proposed it myself.');
  await presses(page, 'Save my answer');
  await sees(page, 'Make the file with the answers');
  await visit('second-officer-answered');
  await presses(page, 'Everything that is asked of me');
  await sees(page, 'Nothing is waiting for your answer');
  await visit('asked-of-me-answered');
}

async function opensPerson(page: Page, person: string): Promise<void> {
  await goesTo(page, 'Subjects');
  await presses(page, person);
  await sees(page, 'Opening this page was logged');
}
