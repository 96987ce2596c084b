/** First run, by the words on its screens. */
import type { Page } from 'puppeteer-core';
import { chooses, OFFICER, type Officer, presses, sees, types } from './officer.ts';

/**
 * First run, from the welcome to the first screen. An empty `policy` enters none, an empty force chooses none: the
 * force's own policy has. @returns the recovery key as shown
 */
export async function setsUp(
  page: Page,
  officer: Officer = OFFICER,
  { kind = 'Practice', policy = 'APD-2026-1' } = {},
): Promise<string> {
  await setsUpTo(page, officer, { kind, policy });
  const key = await keepsKey(page);
  await presses(page, 'Open the vault');
  return key;
}

/** The first run up to its last screen, on which the recovery key is kept. */
export async function setsUpTo(
  page: Page,
  officer: Officer = OFFICER,
  { kind = 'Practice', policy = 'APD-2026-1' } = {},
): Promise<void> {
  await sees(page, 'Which vault do you want to set up?');
  await chooses(page, kind);
  await types(page, 'Rank and name', officer.name);
  await types(page, 'Collar or warrant number', officer.number);
  if (officer.force) await chooses(page, 'Force', officer.force);
  await types(page, 'Role', officer.role);
  if (policy) {
    await presses(page, 'The law you work under');
    await types(page, 'Reference of your force', policy);
  }
  await presses(page, 'Continue');
  await sees(page, 'Lock it, and keep a spare key');
  await types(page, 'Passphrase', officer.passphrase);
  await presses(page, 'Set up the vault');
}

/** Prints the recovery key; the printer's own window is suppressed. @returns the key as shown */
export async function keepsKey(page: Page): Promise<string> {
  await sees(page, 'Keep the recovery key', 60_000);
  const groups = await page.$$eval('[aria-labelledby="cp-first-run-key"] li', (items) =>
    items.map((item) => item.textContent ?? ''),
  );
  await page.evaluate(() => {
    globalThis.print = () => void dispatchEvent(new Event('afterprint'));
  });
  await presses(page, 'Print the key');
  await sees(page, 'Sent to the printer.');
  return groups.join('-');
}
