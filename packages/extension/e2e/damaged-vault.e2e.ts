/**
 * A vault that lost both copies while the browser was closed: the screens for the officer, and that nothing is deleted.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseFolder, FRONT_BYTES, privateFiles } from '../../../assure/profile-files.ts';
import { VAULT_FILES } from '../src/storage/place/files.ts';
import { axeProblems, keyboardProblems, sidewaysProblems } from './accessibility-check.ts';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { setsUp } from './first-run-steps.ts';
import { askKeeper } from './keeper-ask.ts';
import { tabsTo } from './keyboard.ts';
import { chooses, OFFICER, sees, types, unlocks } from './officer.ts';
import { servesPlainPage } from './plain-page.ts';
import { copiesProfile, opensUnlocked } from './prepared-officer.ts';
import { takesPicture } from './whole-picture.ts';

const SCREENS = resolve(import.meta.dirname, '../../../test-output/screens');
const WORDS = 'start again without these records';

const NAMES = ['Rowan Ellingham', 'Quillon Featherby'];

function saving(name: string): unknown {
  const record = crypto.randomUUID();
  const lists = { aliases: [], addresses: [], schools: [], phones: [], emails: [], categories: [] };
  const set = { id: record, name, ...lists };
  return { changes: [{ kind: 'subject', record, parents: [], set }], reason: 'case-work' };
}

const digests = (profile: string): readonly string[] =>
  privateFiles(profile, '')
    .map((file) => `${file} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`)
    .sort();

describe('a vault that was lost while the browser was closed', () => {
  let profile = '';
  let officer: OfficerBrowser;
  let desk: Page;
  let left: readonly string[];

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    ({ profile } = await copiesProfile());
    officer = await launchOfficer({ profile });
    desk = await opensUnlocked(officer);
    for (const name of NAMES) await askKeeper(desk, 'commit', crypto.randomUUID(), saving(name));
    // A lock waits for the mark outside the database, which records the number of entries: a save does not.
    await askKeeper(desk, 'lock').catch(() => undefined);
    await sees(desk, 'Forgotten your passphrase?');
    await officer.close();
    rmSync(databaseFolder(profile), { recursive: true });
    const journals = privateFiles(profile, 'journal-');
    expect(journals).toHaveLength(2);
    for (const file of journals) truncateSync(file, FRONT_BYTES);
    left = digests(profile);
    expect(left).toHaveLength(VAULT_FILES.length);
    officer = await launchOfficer({ profile });
    desk = await officer.open('workspace.html');
    await sees(desk, 'The practice records cannot be opened');
  });
  afterAll(async () => {
    await officer?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  const pictures = (page: Page, name: string) =>
    takesPicture(page, join(SCREENS, `${name}.png`) as `${string}.png`);
  const examines = async (page: Page): Promise<void> => {
    expect(await axeProblems(page)).toEqual([]);
    expect(await sidewaysProblems(page, 320)).toEqual([]);
    expect(await keyboardProblems(page)).toEqual([]);
  };
  const headings = (page: Page) =>
    page.$$eval('main h2', (all) => all.map(({ textContent }) => textContent));

  it('is never shown as a new one, in the workspace or in the panel', async () => {
    expect((await headings(desk)).slice(0, 4)).toEqual([
      'Try again',
      'Recover what can be read',
      'Restore a backup',
      'Start again without these records',
    ]);
    expect(await desk.evaluate(() => document.body.innerText)).not.toContain('Set up');
    await pictures(desk, 'recovery-1280');
    await examines(desk);
    const plain = await servesPlainPage('<main></main>');
    const page = await officer.browser.newPage();
    await page.goto(plain.url);
    const panel = await officer.press(page);
    await sees(panel, 'The practice records cannot be opened');
    await examines(panel);
    await page.close();
    await plain.stop();
    // The whole panel does not fit its own window: its page is opened in a tab of the panel's width.
    const narrow = await officer.open('sidepanel.html');
    await narrow.setViewport({ width: 360, height: 800 });
    await sees(narrow, 'The practice records cannot be opened');
    await pictures(narrow, 'recovery-360');
    await narrow.close();
  });

  it('says what is left by keyboard alone, and gives a sealed copy', async () => {
    await desk.bringToFront();
    await tabsTo(desk, 'Look again');
    await sees(desk, 'Looked again. The records still cannot be opened.');
    await types(desk, 'Passphrase', OFFICER.passphrase);
    await desk.keyboard.press('Enter');
    await sees(desk, 'Entries 1 to 2');
    await sees(desk, 'Nothing can be saved, changed or looked at here');
    await tabsTo(desk, 'A sealed copy for your administrator');
    const copy = await saves(officer, () => tabsTo(desk, 'Save a sealed copy'));
    expect(copy.name).toMatch(/^sealed-copy-practice-\d{4}-\d\d-\d\d\.jsonl$/);
    expect(copy.text).toContain('"file":"keys-a"');
    for (const word of [...NAMES, 'Thackeray', OFFICER.passphrase])
      expect(copy.text).not.toContain(word);
    await pictures(desk, 'recovery-remains-1280');
    await examines(desk);
  });

  it('is left on the disk as it was by a fresh start', async () => {
    await chooses(desk, 'There is no backup, or it does not help');
    await sees(desk, 'To confirm, type');
    await pictures(desk, 'recovery-fresh-1280');
    await examines(desk);
    await types(desk, 'To confirm, type', WORDS);
    await desk.keyboard.press('Enter');
    await sees(desk, 'Which vault do you want to set up?');
    await sees(desk, 'The damaged practice records were set aside.');
    await setsUp(desk);
    await sees(desk, 'Subjects');
    await officer.close();
    expect(digests(profile)).toEqual(expect.arrayContaining([...left]));
    expect(digests(profile)).toHaveLength(2 * VAULT_FILES.length);
    officer = await launchOfficer({ profile });
    desk = await officer.open('workspace.html');
    await unlocks(desk);
    await sees(desk, 'Subjects');
  });
});
