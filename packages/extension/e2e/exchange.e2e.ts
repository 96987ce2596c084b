/** A case handed from one officer to another, each in their own browser: the card, the file, the two versions. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import {
  type Card,
  exportsCard,
  looksAt,
  makesFile,
  type Saving,
  takesIn,
} from './exchange-steps.ts';
import { askKeeper, recordsHeld } from './keeper-ask.ts';
import { keepsSubject, renames } from './keeps-subject.ts';
import { goesTo, INES, presses, sees } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';

const NOTE = 'Has moved to your area.';

describe('a case that is handed over', () => {
  let [rowan, ines]: OfficerBrowser[] = [];
  let here: Page;
  let there: Page;
  let subject = '';
  let cardOfRowan: Card;
  let cardOfInes: Card;
  let file = '';

  const savingIn =
    (officer: OfficerBrowser | undefined): Saving =>
    async (act) => {
      if (!officer) throw new Error('There is no browser');
      return (await saves(officer, act)).path;
    };
  const names = async (desk: Page) =>
    (await recordsHeld(desk)).subject.map(({ value }) => value.name);

  beforeAll(async () => {
    [rowan, ines] = await Promise.all([launchPrepared(), launchPrepared(INES)]);
    [here, there] = await Promise.all([opensUnlocked(rowan), opensUnlocked(ines)]);
    subject = await keepsSubject(here, 'Petra Lindqvist');
    await keepsSubject(here, 'Quillon Ashgrove');
    cardOfRowan = await exportsCard(here, savingIn(rowan));
    cardOfInes = await exportsCard(there, savingIn(ines));
  });
  afterAll(async () => {
    await rowan?.close();
    await ines?.close();
  });

  it('goes in a file that says nothing, to the card whose digits were read aloud', async () => {
    const sending = { card: cardOfInes, subject: 'Petra Lindqvist', note: NOTE };
    const made = await makesFile(here, sending, savingIn(rowan));
    file = made.path;
    expect(made.digits).toBe(cardOfInes.digits);
    expect(made.digits).not.toBe(cardOfRowan.digits);
    const bytes = readFileSync(file).toString('latin1');
    for (const word of ['Lindqvist', 'Thackeray', 'Marlow', NOTE])
      expect(bytes).not.toContain(word);
  });

  it('is not opened by a vault that it is not for, nor when one bit of it was turned', async () => {
    await looksAt(here, file);
    await sees(here, 'There is a problem');
    const bytes = readFileSync(file);
    const at = bytes.length - 40;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const altered = `${file}.altered.cpexchange`;
    writeFileSync(altered, bytes);
    await looksAt(there, altered);
    await sees(there, 'There is a problem');
    expect(await names(there)).toEqual([]);
  });

  it('arrives whole and alone, from whoever the digits say, and the disclosure is logged', async () => {
    expect(await takesIn(there, file)).toBe(cardOfRowan.digits);
    expect(await names(there)).toEqual(['Petra Lindqvist']);
    expect(await askKeeper(there, 'history', subject)).toHaveLength(1);
    expect(JSON.stringify(await askKeeper(here, 'audit'))).toContain('"action":"disclosure"');
  });

  it('comes back with another version, and both are shown until one of them decides', async () => {
    await renames(here, subject, 'Petra Lindqvist-Hale');
    await renames(there, subject, 'Petra Hale');
    const sending = { card: cardOfRowan, subject: 'Petra Hale', note: '' };
    const back = await makesFile(there, sending, savingIn(ines));
    await takesIn(here, back.path);
    await sees(here, 'two versions');
    await sees(here, 'Petra Lindqvist-Hale');
    await sees(here, 'Petra Hale');
    // An officer who left that screen finds them on the person's page.
    await goesTo(here, 'Subjects');
    await presses(here, 'Petra Hale');
    await sees(here, 'There are two versions');
    await sees(here, 'Petra Lindqvist-Hale');
  });
});
