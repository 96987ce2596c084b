/**
 * Damage discovered at the unlock, in a real browser: reported in words, and restored from a backup next to the damaged
 * vault.
 */
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { setsUp } from './first-run-steps.ts';
import { askKeeper, type HeldRecords, recordsHeld } from './keeper-ask.ts';
import { keepsSubject } from './keeps-subject.ts';
import { control, goesTo, OFFICER, presses, sees, types, unlocks } from './officer.ts';
import { losesJournals, losesPages, spoilsEntry } from './vault-damage.ts';

const NAMES = ['Petra Lindqvist', 'Quillon Ashgrove', 'Rowan Vael'];

describe('a vault of which one entry was altered while it was locked', () => {
  let officer: OfficerBrowser;
  let desk: Page;
  let backup = '';
  let kept: HeldRecords;

  beforeAll(async () => {
    officer = await launchOfficer();
    desk = await officer.open('workspace.html');
    await setsUp(desk);
    for (const name of NAMES) await keepsSubject(desk, name);
    await goesTo(desk, 'Backup');
    await sees(desk, 'None yet');
    backup = (await saves(officer, () => presses(desk, 'Make a backup'))).path;
    await sees(desk, 'nothing saved since');
    kept = await recordsHeld(desk);
    await presses(desk, 'Lock');
    await sees(desk, 'Forgotten your passphrase?');
  });
  afterAll(() => officer?.close());

  it('opens with every record when the journal still has the entry, and says so', async () => {
    await spoilsEntry(desk, 2);
    await unlocks(desk);
    await sees(desk, 'Backup');
    expect(await recordsHeld(desk)).toEqual(kept);
    await askKeeper(desk, 'audit');
    await sees(desk, 'One of the two copies of your records was damaged');
    await presses(desk, 'Lock');
    await sees(desk, 'Forgotten your passphrase?');
  });

  it('says at the unlock how much can be read when no copy has it, and gives nothing out', async () => {
    await spoilsEntry(desk, 2);
    await losesJournals(desk);
    await losesPages(desk);
    await unlocks(desk);
    await sees(desk, 'The practice records cannot be opened');
    await sees(desk, 'can be read in neither copy. There were');
    await expect(askKeeper(desk, 'query', 'subject', {})).rejects.toThrow('CP_STORE_LOCKED');
  });

  it('is restored from a backup by that screen, and the damaged one stays', async () => {
    await presses(desk, 'Restore a backup');
    const input = await control(desk, 'Backup file');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(backup);
    await types(desk, 'Passphrase', OFFICER.passphrase);
    await presses(desk, 'Check the backup');
    await sees(desk, 'The backup is sound');
    await presses(desk, 'Restore the backup here');
    await sees(desk, 'The backup was restored');
    expect(await recordsHeld(desk)).toEqual(kept);
    const databases = await desk.evaluate(() => indexedDB.databases());
    expect(databases.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['cp-practice', 'cp-practice-2']),
    );
    await presses(desk, 'Lock');
    await sees(desk, 'Forgotten your passphrase?');
    await unlocks(desk);
    await sees(desk, 'Settings');
    expect(await recordsHeld(desk)).toEqual(kept);
  });
});
