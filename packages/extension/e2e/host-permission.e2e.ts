/**
 * A frame of another site, read because the officer allowed its host, in real Chromium. The frame, the permission, the
 * reading and the giving back are real. No driver can answer the browser's own question, so the officer's yes is set
 * beforehand, on the browser's page of extensions: it then grants the host at our request without asking again.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PracticeRms, startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import { axeProblems, keyboardProblems, sidewaysProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { discards, draftOf } from './journey-steps.ts';
import { locks, presses, sees, unlocks, until } from './officer.ts';
import { launchPrepared } from './prepared-officer.ts';

const HOST = 'http://localhost/*';

let rms: PracticeRms;
let officer: OfficerBrowser;
let worker: CDPSession;
let page: Page;
let panel: Page;

/** The hosts that the extension may read without a press, according to the service worker. */
async function hosts(): Promise<readonly string[]> {
  const { result } = await worker.send('Runtime.evaluate', {
    expression: 'chrome.permissions.getAll().then(({ origins }) => origins)',
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value as readonly string[];
}

/** Grants the host, as if the officer had answered yes on an earlier day. */
async function agrees(): Promise<void> {
  const settings = await officer.browser.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    (id, host) =>
      (
        chrome as unknown as {
          developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
        }
      ).developerPrivate.addHostPermission(id, host),
    officer.extensionId,
    HOST,
  );
  await settings.close();
}

const references = async (): Promise<readonly string[]> =>
  (await draftOf(panel)).rows
    .filter(({ path }) => path === 'referral.reference')
    .map(({ value }) => value);

beforeAll(async () => {
  rms = await startPracticeRms();
  officer = await launchPrepared();
  const target = await officer.browser.waitForTarget((each) => each.type() === 'service_worker');
  worker = await target.createCDPSession();
  await agrees();
  page = await officer.browser.newPage();
  await page.goto(`${rms.url}/odd/framed`);
  panel = await officer.press(page);
  await unlocks(panel);
  await sees(panel, 'Review what was read');
});
afterAll(async () => {
  await officer?.close();
  await rms?.stop();
});

it('offers the host of a frame that was not read, on a screen that everybody can use', async () => {
  await sees(panel, `1 frame of this page could not be read: http://localhost:${rms.port}`);
  await sees(panel, 'Allow reading localhost for now');
  expect(await references()).not.toContain(rms.record('2').reference);
  expect(await axeProblems(panel)).toEqual([]);
  expect(await sidewaysProblems(panel, 320)).toEqual([]);
  expect(await keyboardProblems(panel)).toEqual([]);
});

it('holds no host before the officer says so', async () => {
  expect(await hosts()).toEqual([]);
});

it('reads the frame once it is allowed, and shows where its values stand', async () => {
  await presses(panel, 'Allow reading localhost for now');
  await sees(panel, 'The page was read again, with localhost');
  await until('the frame is in the draft', async () =>
    (await references()).includes(rms.record('2').reference),
  );
  expect(await panel.evaluate(() => document.body.innerText)).not.toContain('could not be read');
  expect(await hosts()).toEqual([HOST]);

  const framed = page.frames().find((frame) => frame.url().includes('localhost'));
  const row = (await draftOf(panel)).rows.find(({ value }) => value === rms.record('2').reference);
  await panel.focus(`[data-row="${row?.id}"]`);
  await until(
    'its place in the frame is marked',
    async () => ((await framed?.evaluate(() => CSS.highlights.size)) ?? 0) > 0,
  );
});

it('gives the host back when the vault locks', async () => {
  await locks(panel);
  await until('the host is given back', async () => (await hosts()).length === 0);
  await unlocks(panel);
  await sees(panel, 'Review what was read');
  await discards(panel);
});

it('gives it back when the panel closes', async () => {
  await officer.press(page);
  await presses(panel, 'Allow reading localhost for now');
  await sees(panel, 'The page was read again, with localhost');
  expect(await hosts()).toEqual([HOST]);
  await panel.close();
  await until('the host is given back', async () => (await hosts()).length === 0);
});

it('begins without one when it was killed while it held one', async () => {
  panel = await officer.press(page);
  await sees(panel, 'Review what was read');
  await presses(panel, 'Discard this draft');
  await sees(panel, 'Discard this draft?');
  await panel.evaluate((host) => chrome.permissions.request({ origins: [host] }), HOST);
  expect(await hosts()).toEqual([HOST]);
  // A page removed in this way gets no event.
  await panel.evaluate(() => {
    addEventListener('pagehide', (event) => event.stopImmediatePropagation(), { capture: true });
  });
  await panel.reload();
  await until('the host is given back', async () => (await hosts()).length === 0);
});
