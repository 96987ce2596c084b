/**
 * The other direction: an intervention as the text of a message, and the referrer as a contact, in a running Roundcube.
 */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Roundcube, startRoundcube } from '../../../plugins/roundcube/e2e/index.ts';
import { launchOfficer, type OfficerBrowser } from '../browser.ts';
import { setsUp } from '../first-run-steps.ts';
import { logsIntervention, WRITTEN } from '../journey-steps.ts';
import { presses, sees } from '../officer.ts';
import { savesReferral } from '../saves-referral.ts';
import { opensSection } from '../tour-controls.ts';
import { typesValues } from '../types-values.ts';
import { signsInToWebmail } from './sign-in.ts';

let webmail: Roundcube;
let officer: OfficerBrowser;
let page: Page;
let panel: Page;

beforeAll(async () => {
  [webmail, officer] = await Promise.all([startRoundcube(), launchOfficer()]);
  page = await officer.browser.newPage();
  await signsInToWebmail(page, webmail);
  await page.goto(webmail.messages.form.url);
  panel = await officer.press(page);
  await setsUp(panel);
  await sees(panel, 'Review what was read');
  await savesReferral(panel);
  await sees(panel, 'What next?');
  await presses(panel, 'Log an intervention');
  await logsIntervention(panel);
});
afterAll(async () => {
  await officer?.close();
  await webmail?.stop();
});

it('types an intervention into a message, and nobody it goes to', async () => {
  await presses(panel, 'Write to another system');
  await sees(panel, 'Open the form, then press');
  await page.goto(`${webmail.url}/?_task=mail&_action=compose`);
  await page.waitForSelector('#composebody');
  await page.waitForNetworkIdle();
  await officer.press(page);
  await sees(panel, 'Form of Roundcube: a message being written');
  await typesValues(panel, 'Type 1 value');
  await sees(panel, '1 value was typed');
  const { body, to, subject } = await page.evaluate(() => {
    const of = (css: string) =>
      document.querySelector<HTMLInputElement | HTMLTextAreaElement>(css)?.value;
    return { body: of('#composebody'), to: of('[name="_to"]'), subject: of('#compose-subject') };
  });
  expect(body).toContain('Kind of intervention: Home visit or initial meeting');
  expect(body).toContain(WRITTEN.happened);
  expect([to, subject]).toEqual(['', '']);
});

it('types the referrer into a new contact, and nothing of the child', async () => {
  await presses(panel, 'Back');
  await opensSection(panel, 'Referrals');
  await presses(panel, 'Write to another system');
  await sees(panel, 'Open the form, then press');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${webmail.url}/?_task=addressbook`);
  await page.waitForNetworkIdle();
  await page.evaluate(() =>
    (globalThis as unknown as { rcmail: { command(name: string): void } }).rcmail.command('add'),
  );
  const frame = (await (await page.waitForSelector('#contact-frame'))?.contentFrame()) as Frame;
  await frame.waitForSelector('#ff_email0');
  // The box for a whole name is one that the officer adds.
  await frame.select('#contacthead select.addfieldmenu', 'name');
  await frame.select('#contacthead select.addfieldmenu', 'organization');
  await page.waitForNetworkIdle();
  await officer.press(page);
  await sees(panel, 'Form of Roundcube: contact, edited');
  await typesValues(panel, 'Type 2 values');
  await sees(panel, 'were typed');
  const values = await frame.$$eval('input[type="text"]', (boxes) =>
    Object.fromEntries(boxes.map((box) => [box.id, box.value]).filter(([, value]) => value !== '')),
  );
  const { shown } = webmail.messages.form;
  for (const path of ['referrer.name', 'referrer.organisation'])
    expect(Object.values(values)).toContain(shown[path]?.[0]);
  // The submitted form gives no email address of the referrer, and the child’s is not one.
  expect(values.ff_email0).toBeUndefined();
  const child = shown['subject.name']?.[0] ?? 'nobody';
  expect(Object.values(values).join()).not.toContain(child);
});
