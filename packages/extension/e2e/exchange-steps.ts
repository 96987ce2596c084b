/**
 * A sealed file from one officer to another, by the screens: the card, the digits read aloud, the file, the taking in.
 */
import type { ElementHandle, Page } from 'puppeteer-core';
import { chooses, control, goesTo, presses, sees, types } from './officer.ts';
import { choosesFirst, opensSetting, typesIfEmpty } from './tour-controls.ts';

/** Runs the act and gives the path of the file that it saves. */
export type Saving = (act: () => Promise<void>) => Promise<string>;

export interface Card {
  readonly path: string;
  /** The digits in the form that the officer reads aloud. */
  readonly digits: string;
}

export async function exportsCard(desk: Page, saving: Saving): Promise<Card> {
  await opensSetting(desk, 'Your colleague card');
  await sees(desk, 'Digits to read aloud');
  const digits = await digitsOn(desk);
  return { digits, path: await saving(() => presses(desk, 'Export the card')) };
}

interface Sending {
  readonly card: Card;
  readonly subject: string;
  readonly note: string;
}

/** @returns path of the file, and the digits that the screen showed for the card */
export async function makesFile(
  desk: Page,
  { card, subject, note }: Sending,
  saving: Saving,
): Promise<Card> {
  await opens(desk);
  await uploads(desk, 'Your colleague’s card', card.path);
  await sees(desk, 'The card of');
  const digits = await digitsOn(desk);
  await chooses(desk, 'We read all of the digits');
  await chooses(desk, 'Which subject?', subject);
  await chooses(desk, 'What is it for?', 'Handing the case over');
  await types(desk, 'Note to your colleague', note);
  await choosesFirst(desk, 'Where is it going?');
  await choosesFirst(desk, 'Why is it disclosed?');
  await typesIfEmpty(desk, 'Who receives it?', 'Second officer');
  const path = await saving(() => presses(desk, 'Make the file'));
  await sees(desk, 'The file was made and the disclosure logged');
  return { path, digits };
}

export async function looksAt(desk: Page, path: string): Promise<void> {
  await opens(desk);
  await uploads(desk, 'Sealed file', path);
  await presses(desk, 'Look at the file');
}

/** @returns the digits that the screen showed for the signer */
export async function takesIn(desk: Page, path: string): Promise<string> {
  await looksAt(desk, path);
  await sees(desk, 'What is in it');
  const digits = await digitsOn(desk);
  await chooses(desk, 'We read all of the digits');
  await presses(desk, 'Take in the file');
  await sees(desk, 'The file was taken in');
  return digits;
}

/** Opens the screen with both forms empty: a form filled in before also has a box for the digits. */
async function opens(desk: Page): Promise<void> {
  await goesTo(desk, 'Settings');
  await sees(desk, 'When the vault locks');
  await goesTo(desk, 'Share with a colleague');
  await sees(desk, 'Take in a file from a colleague');
}

async function uploads(desk: Page, label: string, path: string): Promise<void> {
  const input = await control(desk, label);
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
}

/** The digits of a card; the key of a pack's signer is shown in another kind of groups. */
function digitsOn(desk: Page): Promise<string> {
  return desk.$$eval('main .cp-groups li', (groups) =>
    groups
      .map(({ textContent }) => textContent?.trim() ?? '')
      .filter((group) => /^\d{5}$/.test(group))
      .join(' '),
  );
}
