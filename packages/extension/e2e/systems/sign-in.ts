/** Signing in to the systems that an officer works in, in their own forms. */
import type { Page } from 'puppeteer-core';
import { PATIENCE_MS } from '../officer.ts';

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
  await seesMessages(page);
}

/** Loads the page again, as a person does, if the list does not come: a busy server may lose the request for it. */
async function seesMessages(page: Page): Promise<void> {
  const list = () => page.waitForSelector('#messagelist tr.message', { timeout: PATIENCE_MS });
  await list().catch(async () => {
    await page.reload();
    await list();
  });
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
