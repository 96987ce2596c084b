/**
 * Every screen there is, one after the other, in the order an officer meets them: the caller decides the assertions for
 * each.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { keepsKey } from './first-run-steps.ts';
import { draftHeld } from './keeper-ask.ts';
import {
  cancels,
  chooses,
  control,
  goesTo,
  locks,
  OFFICER,
  presses,
  saveWords,
  sees,
  types,
  until,
} from './officer.ts';
import { savesReferral } from './saves-referral.ts';
import {
  choosesFirst,
  choosesLast,
  emptiesValue,
  opensActs,
  opensAll,
  opensSection,
  pressesIn,
  typesIfEmpty,
} from './tour-controls.ts';

export interface Tour {
  readonly page: Page;
  /** Called with the name of each screen, once it is there with all its folded parts open. */
  visit(screen: string): Promise<void>;
}

export const SUBJECT_SECTIONS = [
  'Details',
  'Referrals',
  'Assessments',
  'Related people',
  'Identifiers',
  'Contact plan',
  'Taking part and basis',
  'Who was told',
  'Interventions',
  'Safeguarding',
  'Intelligence notes',
  'Timeline',
  'Sources',
] as const;

/** From the welcome to the first screen of work. Text that a visit typed into a box stays there. */
export async function toursFirstRun(
  { page, visit }: Tour,
  passphrase: string = OFFICER.passphrase,
) {
  await sees(page, 'Which vault do you want to set up?');
  await visit('first-run-welcome');
  await presses(page, 'Restore a backup instead');
  await sees(page, 'Restore a backup on this computer');
  await visit('first-run-restore');
  await presses(page, 'Set up a new vault instead');
  await sees(page, 'Which vault do you want to set up?');
  await chooses(page, 'Practice');
  await presses(page, 'Continue');
  await sees(page, 'There is a problem');
  await presses(page, 'The law you work under');
  await visit('first-run-who');
  await typesIfEmpty(page, 'Rank and name', OFFICER.name);
  await typesIfEmpty(page, 'Collar or warrant number', OFFICER.number);
  await chooses(page, 'Force', OFFICER.force);
  await typesIfEmpty(page, 'Role', OFFICER.role);
  await typesIfEmpty(page, 'Reference of your force', 'APD-2026-1');
  await presses(page, 'Continue');
  await sees(page, 'Lock it, and keep a spare key');
  await visit('first-run-passphrase');
  await types(page, 'Passphrase', passphrase);
  await presses(page, 'Set up the vault');
  await sees(page, 'Keep the recovery key', 60_000);
  await presses(page, 'Save as a file');
  await presses(page, 'I have written it down');
  await visit('first-run-recovery');
  const key = await keepsKey(page);
  await presses(page, 'Open the vault');
  return key;
}

/** The review of an open draft, to the save and its possible next steps. */
export async function toursReview({ page, visit }: Tour): Promise<void> {
  await sees(page, 'Review what was read');
  await sees(page, 'Save as referral');
  await opensAll(page);
  await visit('review');
  await pressesIn(page, '[data-row] .cp-decision--take-corrected');
  await page.waitForSelector('.cp-draft-row__correction input, .cp-draft-row__correction textarea');
  await visit('review-correction');
  await presses(page, 'Use this');
  await page.waitForFunction(() => !document.querySelector('.cp-draft-row__correction'));
  await presses(page, 'Change why it is kept');
  await visit('review-gates');
  await chooses(page, 'Somebody already on record');
  await control(page, 'Subject');
  await visit('review-subject-held');
  await chooses(page, 'A new subject');
  await presses(page, 'Save as intelligence note');
  await sees(page, 'Intelligence note from this page');
  await visit('review-note');
  await cancels(page);
  await presses(page, 'Discard this draft');
  await sees(page, 'Discard this draft?');
  await visit('review-discard');
  await presses(page, 'Cancel');
  await emptiesValue(page);
  await savesReferral(page);
  await sees(page, 'What next?');
  await presses(page, 'Move to another subject');
  await control(page, 'The subject it belongs to');
  await visit('review-saved');
}

/** The subject's page and all actions from it, starting from the panel after a save. */
export async function toursSubject({ page, visit }: Tour): Promise<void> {
  await presses(page, 'Open the subject');
  await sees(page, 'Opening this page was logged.');
  await presses(page, 'Log an intervention');
  await control(page, 'Kind of intervention');
  await choosesFirst(page, 'Kind of intervention');
  await choosesFirst(page, 'How');
  await choosesFirst(page, 'Outcome');
  await types(page, 'Contact time in minutes', '45');
  await visit('intervention');
  await presses(page, 'Log for');
  await sees(page, 'The contact with');
  await opensActs(page);
  await presses(page, 'Add an intelligence note');
  await sees(page, 'Keep to one matter in each note');
  await choosesFirst(page, 'What kind of information is this?');
  await choosesFirst(page, 'Source evaluation');
  await choosesFirst(page, 'Intelligence assessment');
  await choosesLast(page, 'Handling code');
  await choosesFirst(page, 'Action condition');
  await choosesFirst(page, 'Sanitisation condition');
  await visit('note');
  await typesIfEmpty(page, 'Intelligence', 'Was seen to sign in as somebody else.');
  await typesIfEmpty(page, 'Handling instructions', 'Ask the originator first.');
  await presses(page, 'Save the note');
  await sees(page, 'The intelligence note about');
  for (const section of SUBJECT_SECTIONS) {
    await opensSection(page, section);
    await visit(`subject-${section.toLowerCase().replaceAll(' ', '-')}`);
  }
  await opensSection(page, 'Interventions');
  await presses(page, 'Correct this entry');
  await sees(page, 'Correct an intervention');
  await visit('intervention-correct');
  await cancels(page);
  await presses(page, 'Case summary');
  await control(page, 'Where is it going?');
  await choosesFirst(page, 'Where is it going?');
  await choosesFirst(page, 'Legal gateway');
  await visit('summary');
  await typesIfEmpty(page, 'Who receives it?', 'Brackenfield duty desk');
  await presses(page, 'Save as HTML');
  await sees(page, 'The summary was exported');
}

/** Today with a concern that was reported to nobody, the screen that answers it, and the diary. */
export async function toursToday({ page, visit }: Tour): Promise<void> {
  await page.keyboard.press('F8');
  await types(page, 'What is the concern?', 'Has not been seen since Monday.');
  await presses(page, await saveWords(page));
  await sees(page, 'Concern saved on');
  await goesTo(page, 'Today');
  await sees(page, 'First: somebody may be in danger');
  await visit('today');
  await presses(page, 'Say who was told about a safeguarding concern');
  await sees(page, 'Has not been seen since Monday.');
  await choosesFirst(page, 'Who has been told?');
  await visit('concern');
  await cancels(page);
  await goesTo(page, 'Concerns');
  await presses(page, 'Nobody named yet');
  await presses(page, 'Add to this concern');
  await sees(page, 'Fill in only what is new.');
  await visit('concern-add');
  await cancels(page);
  await presses(page, 'Say who it is about');
  await sees(page, 'Who is the concern about?');
  await visit('concern-name');
  await cancels(page);
  await goesTo(page, 'Concerns');
  await sees(page, 'Nobody named yet');
  await visit('concerns');
  await goesTo(page, 'Diary');
  await control(page, 'How far ahead');
  await presses(page, 'Save as a calendar file');
  await presses(page, 'Save the calendar file');
  await sees(page, 'There is a problem');
  await visit('diary');
}

/** Screens that can be reached from anywhere, ending on an empty capture. */
export async function toursTheRest({ page, visit }: Tour): Promise<void> {
  await page.keyboard.press('F8');
  await control(page, 'What is the concern?');
  await choosesFirst(page, 'How serious is the risk now?');
  await choosesFirst(page, 'Who has been told?');
  await chooses(page, 'No');
  await control(page, 'Why not');
  await visit('safeguarding');
  await typesIfEmpty(page, 'What is the concern?', 'Has not been seen since Monday.');
  await presses(page, await saveWords(page));
  await sees(page, 'Concern saved on');
  await visit('safeguarding-saved');
  await presses(page, 'Back to where you were');
  await presses(page, 'Help');
  await sees(page, 'Keyboard shortcuts');
  await visit('keys');
  await presses(page, 'When the vault locks');
  await sees(page, 'To hide everything at once');
  await visit('settings-lock');
  await presses(page, 'Appropriate policy document');
  await control(page, 'Reference of the document');
  await visit('settings');
  await presses(page, 'Your colleague card');
  await sees(page, 'Digits to read aloud');
  await visit('settings-card');
  await presses(page, 'Passphrase and recovery key');
  await presses(page, 'Change the passphrase');
  await control(page, 'New passphrase');
  await visit('settings-passphrase');
  await presses(page, 'Cancel');
  await presses(page, 'Make a new recovery key');
  await control(page, 'The passphrase that you have now');
  await visit('settings-recovery');
  await presses(page, 'Cancel');
  await goesTo(page, 'Subjects');
  await control(page, 'Find a subject');
  await visit('subjects');
  await goesTo(page, 'Capture');
  await sees(page, 'Nothing is read until you do');
  await visit('capture-empty');
  await presses(page, 'Type what you were told');
  await control(page, 'Who told you?');
  await presses(page, 'Review this');
  await sees(page, 'There is a problem');
  await visit('told');
  await cancels(page);
  await presses(page, 'Paste text');
  await control(page, 'Where is it from?');
  await visit('paste');
  await typesIfEmpty(page, 'Where is it from?', 'Telephone call with the school');
  await typesIfEmpty(page, 'Text', 'Full name: Ottoline Brackwater');
  await presses(page, 'Read this text');
  await sees(page, 'Review what was read');
  await sees(page, 'Save as referral');
  await opensAll(page);
  await visit('review-pasted');
  await discardsDraft(page);
  await presses(page, 'Read a saved page');
  await sees(page, 'Read the file');
  await visit('saved-page');
}

/** Discards the open draft, and waits for the empty capture. */
export async function discardsDraft(page: Page): Promise<void> {
  await presses(page, 'Discard this draft');
  await sees(page, 'Discard this draft?');
  await pressesIn(page, '.govuk-button--warning');
  await sees(page, 'Nothing is read until you do');
  await until('nothing of it is put away', async () => (await draftHeld(page)) === undefined);
}

/** Chooses a saved page on the screen for it, and reads it into a draft. */
export async function readsSavedPage(page: Page, html: string): Promise<void> {
  await readsFile(page, 'Saved page', 'record.html', html);
  await presses(page, 'Read the file');
}

/** Chooses a file with that text in it, in the box with that label. */
export async function readsFile(
  page: Page,
  label: string,
  name: string,
  text: string,
): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'saved-')), name);
  writeFileSync(file, text);
  const input = await control(page, label);
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
}

/** The lock screen, its other way in, and a safeguarding concern there. The vault stays locked. */
export async function toursLock({ page, visit }: Tour): Promise<void> {
  await locks(page);
  await opensAll(page);
  await visit('lock');
  await page.keyboard.press('F8');
  await sees(page, 'only while the vault is unlocked');
  await visit('lock-emergency');
  await presses(page, 'Close');
  await presses(page, 'Use the recovery key instead');
  await control(page, 'Recovery key');
  await visit('lock-recovery');
  await presses(page, 'Use the passphrase instead');
}
