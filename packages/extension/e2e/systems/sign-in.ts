/** Signing in to the systems that an officer works in, in their own forms. */
import type { Page } from 'puppeteer-core';

/** Details of a started system. */
export interface SignInTo {
  /** URL without a trailing slash. */
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

export async function signsInToRedmine(page: Page, { url, officer }: SignInTo): Promise<void> {
  await page.goto(`${url}/login`);
  await page.type('#username', officer.name);
  await page.type('#password', officer.password);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await page.waitForSelector('#loggedas');
}

export async function signsInToDirectory(page: Page, { url, officer }: SignInTo): Promise<void> {
  await page.goto(`${url}/cmd.php?cmd=login_form&server_id=1`);
  await page.type('input[name="login"]', officer.name);
  await page.type('input[name="login_pass"]', officer.password);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await page.waitForSelector('a[href*="cmd=logout"]');
}
