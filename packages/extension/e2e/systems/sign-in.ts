/** Signing in to the systems that an officer works in, in their own forms. */
import type { Page } from 'puppeteer-core';

/** What a started system says of itself. */
export interface SignInTo {
  /** Without a slash at the end. */
  readonly url: string;
  readonly officer: { readonly name: string; readonly password: string };
}

export async function signsInToTracker(page: Page, { url, officer }: SignInTo): Promise<void> {
  await page.goto(`${url}/`);
  await page.type('input[name="user"]', officer.name);
  await page.type('input[name="pass"]', officer.password);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await page.waitForSelector('#preferences-logout');
}

export async function signsInToWebmail(page: Page, { url, officer }: SignInTo): Promise<void> {
  await page.goto(`${url}/`);
  await page.type('#rcmloginuser', officer.name);
  await page.type('#rcmloginpwd', officer.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#messagelist tr.message');
}
