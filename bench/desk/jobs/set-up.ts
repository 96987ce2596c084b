/** From a new installation to the first screen of work, with the recovery key printed. */
import type { Page } from 'puppeteer-core';
import { OFFICER } from '../../../packages/extension/e2e/officer.ts';
import type { Counts } from '../counts.ts';
import { handOn } from '../hand.ts';

export async function countsSetUp(page: Page): Promise<Counts> {
  const hand = handOn(page);
  await hand.see('Which vault do you want to set up?');
  await hand.press('Practice');
  await hand.type('Rank and name', OFFICER.name);
  await hand.type('Collar or warrant number', OFFICER.number);
  await hand.select('Force', OFFICER.force);
  await hand.type('Role', OFFICER.role);
  await hand.press('Continue');
  await hand.see('Lock it, and keep a spare key');
  await hand.type('Passphrase', OFFICER.passphrase);
  await hand.press('Set up the vault');
  await hand.see('Keep the recovery key');
  // The printer's own window is no screen of ours, and stops the page.
  await page.evaluate(() => {
    globalThis.print = () => void dispatchEvent(new Event('afterprint'));
  });
  await hand.press('Print the key');
  // The screens of setting up, without the first one of work.
  const { screens } = hand.counts();
  await hand.press('Open the vault');
  await hand.see('Today');
  return { ...hand.counts(), screens };
}
