/** A file of referrals, brought in row by row in the built extension and given out again, by the keyboard alone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { draftOf } from './journey-steps.ts';
import { recordsHeld } from './keeper-ask.ts';
import { tabsTo } from './keyboard.ts';
import { chooses as choosesIn, control, goesTo, presses, sees, types } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { savesReferral } from './saves-referral.ts';

const LIST = [
  'Name,DOB,Reference,Telephone',
  'Ottoline Brackwater,05/04/2010,HA-0231,07700 900123',
  'Tobias Wren,25/12/2011,HA-0232,07700 900124',
].join('\n');

const SCHOOL = [
  'Name,DOB,School',
  'Cordelia Ashgrove,30/06/2012,Harrowmere School',
  'Wilfred Thistlewood,22/02/2011,',
  'Tobias Wren,25/12/2011,Harrowmere School',
].join('\n');
const HELD = ['Ottoline Brackwater', 'Tobias Wren'];

describe('a file of referrals', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bring-in-'));
  let officer: OfficerBrowser;
  let desk: Page;

  const chooses = async (name: string, text: string): Promise<void> => {
    const file = join(folder, name);
    writeFileSync(file, text);
    const input = await control(desk, 'Choose or drop a file');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
    await sees(desk, `Chosen: ${name}`);
  };

  const namesHeld = async () => (await recordsHeld(desk)).subject.map(({ value }) => value.name);
  const fillsDate = async (page: Page): Promise<void> => {
    await sees(page, 'When did you receive these referrals?');
    for (const [label, part] of Object.entries({ Day: '20', Month: '11', Year: '2025' }))
      await types(page, label, part);
  };

  beforeAll(async () => {
    officer = await launchPrepared();
    desk = await opensUnlocked(officer);
    await goesTo(desk, 'Bring in a file');
    await sees(desk, 'Spreadsheet (CSV)');
  });
  afterAll(async () => {
    await officer?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('that cannot be read is refused in words', async () => {
    await chooses('book.csv', 'PK\u0003\u0004');
    await tabsTo(desk, 'Read the file');
    await sees(desk, 'This is a workbook. Save it as “CSV UTF-8” and choose that file');
  });

  it('becomes a referral of one person, with its place in the file, and nothing of the next row', async () => {
    await chooses('list.csv', LIST);
    await tabsTo(desk, 'Read the file');
    await sees(desk, '2 referrals. None is on record until you have reviewed and saved it.');
    expect((await recordsHeld(desk)).subject).toEqual([]);
    await tabsTo(desk, 'Review row 2, Ottoline Brackwater');
    await sees(desk, 'From list.csv, row 2');
    const { rows } = await draftOf(desk);
    expect(rows.find(({ path }) => path === 'subject.bornOn')?.value).toBe('2010-04-05');
    await savesReferral(desk, tabsTo);
    await sees(desk, 'What next?');
    const { subject, referral, sourceCapture } = await recordsHeld(desk);
    expect(subject.map(({ value }) => value.name)).toEqual(['Ottoline Brackwater']);
    expect(referral.map(({ value }) => value.reference)).toEqual(['HA-0231']);
    expect(sourceCapture.map(({ value }) => [value.way, value.title])).toEqual([
      ['file', 'list.csv, row 2'],
    ]);
    expect(JSON.stringify({ subject, referral })).not.toContain('Wren');
  });

  it('goes on with the rows that are left', async () => {
    await tabsTo(desk, 'Back to list.csv: 1 row is not opened yet');
    await sees(desk, 'Opened 1');
    await presses(desk, 'Review row 3, Tobias Wren');
    await sees(desk, 'From list.csv, row 3');
    await savesReferral(desk);
    await sees(desk, 'What next?');
    expect((await recordsHeld(desk)).subject).toHaveLength(2);
  });

  it('is filed together, by name, in one save that one undo takes back', async () => {
    await goesTo(desk, 'Bring in a file');
    await tabsTo(desk, 'Choose another file');
    await chooses('school.csv', SCHOOL);
    await tabsTo(desk, 'Read the file');
    await sees(desk, 'Nobody similar');
    await tabsTo(desk, 'File several together');
    await sees(desk, '2 referrals leave you nothing to decide');
    await sees(desk, '1 referral needs your review');
    await fillsDate(desk);
    await tabsTo(desk, 'File 2 referrals');
    await sees(desk, '2 referrals were filed from school.csv');
    expect(await namesHeld()).toEqual([...HELD, 'Cordelia Ashgrove', 'Wilfred Thistlewood']);
    await tabsTo(desk, 'Undo this save');
    await sees(desk, 'The save was undone');
    expect(await namesHeld()).toEqual(HELD);
  });

  it('is filed again after the undo, and then shown as on record when the same people come in again', async () => {
    await tabsTo(desk, 'File several together');
    await fillsDate(desk);
    await tabsTo(desk, 'File 2 referrals');
    await sees(desk, '2 referrals were filed from school.csv');
    expect(await namesHeld()).toEqual([...HELD, 'Cordelia Ashgrove', 'Wilfred Thistlewood']);
    await tabsTo(desk, 'Choose another file');
    await chooses('again.csv', `${SCHOOL}\n`);
    await tabsTo(desk, 'Read the file');
    await sees(desk, '1 possible match');
    await sees(desk, 'None of these can be filed with others: review them one at a time.');
    expect(await namesHeld()).toHaveLength(4);
  });

  it('is given out again once that is logged, with what its recipient may have', async () => {
    await goesTo(desk, 'Subjects');
    await desk.waitForSelector('tbody .cp-tick');
    await desk.click('tbody .cp-tick');
    await tabsTo(desk, 'Give out as a file');
    await sees(desk, 'Referrals to give out');
    await choosesIn(desk, 'Where is it going?', 'Partner agency');
    await types(desk, 'Who receives it?', 'DS Ines Marlow');
    await choosesIn(desk, 'Legal gateway', 'To safeguard a child');
    await choosesIn(desk, 'Spreadsheet (CSV)');
    await tabsTo(desk, 'Prepare the file');
    await sees(desk, 'The file has 1 referral.');
    const file = await saves(officer, () => tabsTo(desk, 'Give out the file'));
    expect(file.name).toMatch(/^(practice-)?referrals-official-sensitive-[\w-]+\.csv$/);
    expect(file.text).toContain('"Date of referral"');
    expect(file.text.trim().split('\r\n')).toHaveLength(2);
    await sees(desk, '1 referral was given out as a file');
  });
});
