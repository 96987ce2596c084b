/** A change of passphrase and of recovery key in a real browser, which is killed and started again afterwards. */
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { keepsKey } from './first-run-steps.ts';
import { locks, OFFICER, presses, sees, types, unlocks, until } from './officer.ts';
import { copiesProfile, opensUnlocked } from './prepared-officer.ts';
import { opensSetting } from './tour-controls.ts';

const NEXT = 'seven quiet herons glide';

describe('a secret that was changed', () => {
  let profile = '';
  let officer: OfficerBrowser;
  let desk: Page;
  let first = '';
  let second = '';

  beforeAll(async () => {
    ({ profile, recoveryKey: first } = await copiesProfile());
    officer = await launchOfficer({ profile });
    desk = await opensUnlocked(officer);
    await opensSetting(desk, 'Passphrase and recovery key');
    await presses(desk, 'Change the passphrase');
    await types(desk, 'The passphrase that you have now', OFFICER.passphrase);
    await types(desk, 'New passphrase', NEXT);
    await types(desk, 'The new passphrase again', NEXT);
    await presses(desk, 'Change the passphrase');
    await sees(desk, 'The passphrase was changed');
    await presses(desk, 'Make a new recovery key');
    await types(desk, 'The passphrase that you have now', NEXT);
    await presses(desk, 'Make a new recovery key');
    second = await keepsKey(desk);
    await presses(desk, 'Continue');
    await sees(desk, 'The new recovery key is in use');
    await officer.kill();
    officer = await launchOfficer({ profile });
    desk = await officer.open('workspace.html');
  });
  afterAll(async () => {
    await officer?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  const isOpen = () => desk.evaluate(() => document.body.innerText.includes('Saved page'));
  const refuses = async (): Promise<void> => {
    await sees(desk, 'That did not open the vault.');
    expect(await isOpen()).toBe(false);
    await until('the wait is over', () =>
      desk.evaluate(() => !document.body.innerText.includes('You can try again')),
    );
  };

  it('opens no more by the old passphrase, nor by the old print', async () => {
    expect(second).not.toBe(first);
    await unlocks(desk);
    await refuses();
    await presses(desk, 'Use the recovery key instead');
    await types(desk, 'Recovery key', first);
    await desk.keyboard.press('Enter');
    await refuses();
  });

  it('opens by the new print and by the new passphrase, with nothing to warn of', async () => {
    await types(desk, 'Recovery key', second);
    await desk.keyboard.press('Enter');
    await sees(desk, 'Settings');
    expect(await desk.$$('.govuk-notification-banner')).toHaveLength(0);
    await locks(desk);
    await unlocks(desk, NEXT);
    await sees(desk, 'Settings');
  });

  it('does not keep a new recovery key on screen, or ask to stay, when the vault locks', async () => {
    let asked = 0;
    desk.on('dialog', (dialog) => {
      asked += 1;
      void dialog.accept();
    });
    await opensSetting(desk, 'Passphrase and recovery key');
    await presses(desk, 'Make a new recovery key');
    await types(desk, 'The passphrase that you have now', NEXT);
    await presses(desk, 'Make a new recovery key');
    await sees(desk, 'Keep the recovery key');
    await presses(desk, 'Lock');
    await sees(desk, 'Forgotten your passphrase?');
    expect(asked).toBe(0);
  });
});
