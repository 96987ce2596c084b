/**
 * Assessing by the screens and the keyboard: an instrument from a file, items answered, the level, the request to a
 * second officer.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { namesColleague } from './ending-steps.ts';
import type { Card, Saving } from './exchange-steps.ts';
import { control, goesTo, sees } from './officer.ts';
import { days, picks, pushes, selects, writes } from './tabs.ts';
import { opensSection } from './tour-controls.ts';

/** Answers by the prompts of the items, or a beginning that is unique. */
export type Answered = Readonly<Record<string, string>>;

export async function opensAssessments(desk: Page, person: string): Promise<void> {
  await goesTo(desk, 'Subjects');
  await sees(desk, person);
  await pushes(desk, person);
  await sees(desk, 'Opening this page was logged');
  await opensSection(desk, 'Assessments');
}

/** Loads the text as a file. The caller checks whether it is accepted. */
export async function givesInstrument(desk: Page, text: string): Promise<void> {
  await goesTo(desk, 'Assessments');
  await pushes(desk, 'Instruments');
  await sees(desk, 'Load an instrument from a file');
  const path = join(mkdtempSync(join(tmpdir(), 'cp-instrument-')), 'instrument.json');
  writeFileSync(path, text);
  const input = await control(desk, 'Load an instrument from a file');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
}

export async function choosesInstrument(desk: Page, title: string): Promise<void> {
  await pushes(desk, `Use ${title}`);
  await sees(desk, 'items are answered');
}

/** Returns to an assessment that was begun and not saved. */
export async function continuesInstrument(desk: Page, title: string): Promise<void> {
  await pushes(desk, `Use ${title}`);
  await sees(desk, 'It is not saved.');
  await pushes(desk, 'Continue');
  await sees(desk, 'items are answered');
}

export async function answersItems(desk: Page, answers: Answered): Promise<void> {
  for (const [prompt, answer] of Object.entries(answers)) await picks(desk, prompt, answer);
}

export interface Words {
  readonly formulation: string;
  readonly confidence: string;
  readonly review: string;
}

export async function saysInWords(
  desk: Page,
  { formulation, confidence, review }: Words,
): Promise<void> {
  await writes(desk, 'Formulation', formulation);
  await selects(desk, 'How sure are you?', confidence);
  await days(desk, 'Review due', review);
}

export async function savesDraft(desk: Page): Promise<void> {
  await pushes(desk, 'Save without signing');
  await sees(desk, 'The draft is saved');
}

export async function signs(desk: Page): Promise<void> {
  await pushes(desk, 'Sign the assessment');
  await sees(desk, 'Sign this assessment?');
  await pushes(desk, 'Yes, sign it');
}

/** @returns path of the file for the second officer */
export async function asksSecond(
  desk: Page,
  { card, level, reason }: { readonly card: Card; readonly level: string; readonly reason: string },
  saving: Saving,
): Promise<string> {
  await pushes(desk, 'Propose another level');
  await picks(desk, 'Level you propose', level);
  await writes(desk, 'Reason for another level', reason);
  await pushes(desk, 'Propose this level');
  await sees(desk, 'It is not confirmed yet');
  await namesColleague(desk, card);
  const path = await saving(() => pushes(desk, 'Make the file for your colleague'));
  await sees(desk, 'The file was made and the disclosure logged');
  return path;
}

/** Reads the request, agrees, and gives the answer back. @returns path of the file for the requesting officer */
export async function confirms(
  desk: Page,
  {
    card,
    person,
    reason,
  }: { readonly card: Card; readonly person: string; readonly reason: string },
  saving: Saving,
): Promise<string> {
  await sees(desk, 'Asked of you');
  await pushes(desk, `Confirm a level as second officer: ${person}`);
  await sees(desk, reason);
  await picks(desk, 'Answer', 'Agreed');
  await pushes(desk, 'Save my answer');
  await sees(desk, 'Your answer was saved, signed with your key');
  await namesColleague(desk, card);
  const path = await saving(() => pushes(desk, 'Make the file with the answers'));
  await sees(desk, 'The file was made and the disclosure logged');
  return path;
}

/** Answers alone and commits. @returns once the round is on the screen */
export async function rates(desk: Page, answers: Answered): Promise<void> {
  await sees(desk, 'You and a colleague answer separately');
  await answersItems(desk, answers);
  await pushes(desk, 'Commit to this rating');
  await sees(desk, 'You have committed');
}

/** @returns path of the file with this officer’s part of the round */
export async function givesRating(desk: Page, card: Card, saving: Saving): Promise<string> {
  await namesColleague(desk, card);
  const path = await saving(() => pushes(desk, 'Make the file'));
  await sees(desk, 'The file was made and the disclosure logged');
  return path;
}

export async function opensRound(desk: Page, person: string, title: string): Promise<void> {
  await opensAssessments(desk, person);
  await sees(desk, 'Blind ratings');
  await pushes(desk, title);
  await sees(desk, `Blind rating: ${title}`);
}
