/** The vault in Firefox: a case handed over, the blank screen, a lost database, and both copies lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasHeads } from './compacted-heads.ts';
import { exportsCard, makesFile, type Saving, takesIn } from './exchange-steps.ts';
import { type FirefoxOfficer, launchFirefoxOfficer, savesInto } from './firefox.ts';
import { setsUp } from './first-run-steps.ts';
import { type HeldRecords, recordsHeld } from './keeper-ask.ts';
import { keepsSubject } from './keeps-subject.ts';
import { INES, presses, sees, unlocks, until } from './officer.ts';
import { losesDatabase, losesJournals } from './vault-damage.ts';

describe('the vault in Firefox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'officer-saved-'));
  const saving: Saving = (act) => savesInto(folder, act);
  let [rowan, ines]: FirefoxOfficer[] = [];
  let desk: Page;
  let kept: HeldRecords;

  const locks = async (): Promise<void> => {
    await presses(desk, 'Lock');
    await sees(desk, 'Forgotten your passphrase?');
  };

  beforeAll(async () => {
    rowan = await launchFirefoxOfficer(folder);
    desk = await rowan.open('workspace.html');
    await setsUp(desk);
    await keepsSubject(desk, 'Petra Lindqvist');
    await keepsSubject(desk, 'Quillon Ashgrove');
    kept = await recordsHeld(desk);
  });
  afterAll(async () => {
    await rowan?.close();
    await ines?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('hands a case over to a colleague, who sees who signed it', async () => {
    ines = await launchFirefoxOfficer(folder);
    const there = await ines.open('workspace.html');
    await setsUp(there, INES);
    const card = await exportsCard(there, saving);
    const own = await exportsCard(desk, saving);
    const made = await makesFile(desk, { card, subject: 'Petra Lindqvist', note: '' }, saving);
    expect(made.digits).toBe(card.digits);
    expect(await takesIn(there, made.path)).toBe(own.digits);
    const [petra] = kept.subject;
    expect((await recordsHeld(there)).subject).toEqual([petra]);
    await ines.close();
    ines = undefined;
  });

  it('goes blank and locks by one key, and stays blank until another', async () => {
    await desk.evaluate(() => Object.assign(globalThis, { before: true }));
    await desk.keyboard.press('F9');
    const isBlank = () =>
      desk.evaluate(() => /^Blank screen/.test(document.body.innerText.trim())).catch(() => false);
    await until('the page is blank', isBlank);
    // A lock reloads the page, and an earlier key press would go to the old one.
    await until('the page has begun anew', () =>
      desk.evaluate(() => !('before' in globalThis)).catch(() => false),
    );
    await until('the page is blank still', isBlank);
    await desk.keyboard.press('a');
    await sees(desk, 'Forgotten your passphrase?');
    await unlocks(desk);
    await sees(desk, 'Settings');
    expect(await recordsHeld(desk)).toEqual(kept);
  });

  it('holds its compacted heads in a file, and opens again from it', async () => {
    await until('the heads are compacted', () => hasHeads(desk));
    await locks();
    await unlocks(desk);
    await sees(desk, 'Settings');
    expect(await recordsHeld(desk)).toEqual(kept);
    expect(await desk.evaluate(() => document.body.innerText)).not.toContain('was damaged');
  });

  it('has every record from the journal when the browser lost its database, and says so', async () => {
    await locks();
    await losesDatabase(desk);
    await unlocks(desk);
    await sees(desk, 'put back');
    expect(await recordsHeld(desk)).toEqual(kept);
  });

  it('shows what can be done when both copies are gone, and never a new vault', async () => {
    await locks();
    await losesDatabase(desk);
    await losesJournals(desk);
    await unlocks(desk);
    await sees(desk, 'The practice records cannot be opened');
    const headings = await desk.$$eval('main h2', (all) => all.map((each) => each.textContent));
    expect(headings.slice(0, 4)).toEqual([
      'Try again',
      'Recover what can be read',
      'Restore a backup',
      'Start again without these records',
    ]);
    expect(await desk.evaluate(() => document.body.innerText)).not.toContain('Set up');
  });
});
