/**
 * The other direction: an intervention goes into a running Request Tracker, is sent as by the officer, and its
 * reference comes back.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  INTERVENTION_FIELDS,
  type RequestTracker,
  startRequestTracker,
} from '../../../plugins/request-tracker/e2e/index.ts';
import { launchOfficer, type OfficerBrowser } from '../browser.ts';
import { setsUp } from '../first-run-steps.ts';
import { logsIntervention, WRITTEN } from '../journey-steps.ts';
import { recordsHeld } from '../keeper-ask.ts';
import { control, presses, sees, until } from '../officer.ts';
import { savesReferral } from '../saves-referral.ts';
import { opensSection } from '../tour-controls.ts';
import { saysWhose, typesValues } from '../types-values.ts';
import { signsInToTracker } from './sign-in.ts';

let tracker: RequestTracker;
let officer: OfficerBrowser;
let page: Page;
let panel: Page;

const EDITOR = 'iframe[title$="UpdateContent"]';

beforeAll(async () => {
  [tracker, officer] = await Promise.all([startRequestTracker(), launchOfficer()]);
  page = await officer.browser.newPage();
  await signsInToTracker(page, tracker);
  await page.goto(tracker.tickets.referral.url);
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
  await tracker?.stop();
});

/** Opens the reply, waits for its editor, and lets the panel read the form. */
async function opensReply(): Promise<void> {
  await page.goto(tracker.tickets.referral.replyUrl);
  await page.waitForSelector(EDITOR);
  await page.waitForFunction(
    () =>
      (globalThis as unknown as { CKEDITOR?: { instances: Record<string, { status: string }> } })
        .CKEDITOR?.instances.UpdateContent?.status === 'ready',
  );
  await page.waitForNetworkIdle();
  await officer.press(page);
  await sees(panel, 'Form of Request Tracker: reply or comment');
}

const typed = (): Promise<{ message: string; minutes: string; type: string }> =>
  page.evaluate(() => {
    const of = (name: string) =>
      document.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value ?? '';
    const { CKEDITOR } = globalThis as unknown as {
      CKEDITOR: { instances: Record<string, { getData(): string }> };
    };
    return {
      message: CKEDITOR.instances.UpdateContent?.getData() ?? '',
      minutes: of('UpdateTimeWorked'),
      type: of('UpdateType'),
    };
  });

it('types the intervention into a reply, and nothing into whom it goes to', async () => {
  await presses(panel, 'Write to another system');
  await sees(panel, 'Open the form, then press');
  await opensReply();
  const before = await typed();
  expect(before).toMatchObject({ message: '', minutes: '' });
  const sentBefore = tracker.outbox();
  await typesValues(panel, 'Type 2 values');
  await sees(panel, '2 values were typed');

  const after = await typed();
  expect(after.minutes).toBe('45');
  expect(after.type).toBe(before.type);
  expect(after.message).toContain('Home visit or initial meeting');
  expect(after.message).toContain(WRITTEN.happened);
  expect(tracker.outbox()).toBe(sentBefore);
});

it('puts both back by one key, and types them again', async () => {
  await panel.focus('h1');
  await panel.keyboard.press('u');
  await sees(panel, 'put back');
  await until('the reply is empty', async () => {
    const { message, minutes } = await typed();
    return message === '' && minutes === '';
  });
  await officer.press(page);
  await panel.waitForFunction(() => !document.body.innerText.includes('put back'));
  await typesValues(panel, 'Type 2 values');
  await sees(panel, '2 values were typed');
});

it('keeps on the record under which number the tracker has it, once the officer has sent it', async () => {
  await Promise.all([page.waitForNavigation(), page.click('input[name="SubmitTicket"]')]);
  await page.waitForSelector('.action-results');
  await presses(panel, 'I have sent it');
  await sees(panel, 'Reference in the other system');
  await officer.press(page);
  const box = await control(panel, 'Reference in Request Tracker');
  const number = String(tracker.tickets.referral.number);
  await until('the number was found', async () =>
    box.evaluate((each, wanted) => (each as HTMLInputElement).value === wanted, number),
  );
  await presses(panel, 'Save the reference');
  await sees(panel, `The reference was saved: ${number}`);

  const { writeBack, intervention } = await recordsHeld(panel);
  expect(writeBack.map(({ value }) => value)).toMatchObject([
    {
      ofKind: 'intervention',
      of: intervention[0]?.id,
      way: 'fill',
      system: 'Request Tracker: reply or comment',
      reference: number,
      url: tracker.tickets.referral.replyUrl.replace('&Action=Respond', ''),
    },
  ]);
  await page.waitForSelector('.history-container .transaction');
  await page.waitForNetworkIdle();
  const history = await page.$eval('.history-container', (each) => each.textContent ?? '');
  expect(history).toContain(WRITTEN.happened);
  expect(history).toContain('45 minutes');
});

it('says before a second filling that it was given already', async () => {
  await opensSection(panel, 'Interventions');
  await presses(panel, 'Write to another system');
  await sees(panel, 'Already written to Request Tracker: reply or comment');
  await sees(panel, `as ${tracker.tickets.referral.number}`);
});

/** Types as an officer does on the page itself, in the box under that name. */
async function typesByHand(field: string, text: string): Promise<void> {
  const id = await page.evaluate((name) => {
    const label = [...document.querySelectorAll('label, .label')].find((each) =>
      each.textContent?.trim().startsWith(name),
    );
    const row = label?.closest('.form-row, tr, .row') ?? label?.parentElement;
    return row?.querySelector<HTMLInputElement>('input[type="text"], input:not([type])')?.name;
  }, field);
  if (id === undefined) throw new Error(`The form has no box “${field}”`);
  await page.type(`[name="${id}"]`, text);
}

it('types into the fields that the queue has for an intervention', async () => {
  await page.goto(tracker.tickets.referral.editUrl);
  await page.waitForNetworkIdle();
  await officer.press(page);
  await sees(panel, 'Form of Request Tracker: ticket, edited');
  await saysWhose(panel);
  // Nothing on the form shows its date order: the officer must type the date.
  await sees(panel, 'Type this one yourself: 20 March 2026');
  await typesValues(panel, 'Type 3 values');
  await sees(panel, '3 values were typed');
  await typesByHand(INTERVENTION_FIELDS.heldOn, '2026-03-20');
  await Promise.all([
    page.waitForNavigation(),
    page.$eval('form[name="TicketModifyAll"]', (form) => form.requestSubmit()),
  ]);
  await page.goto(tracker.tickets.referral.url);
  const shown = await page.$eval('.ticket-info-cfs', (each) =>
    (each.textContent ?? '').replace(/\s+/g, ' '),
  );
  expect(shown).toContain(`${INTERVENTION_FIELDS.kind}: Home visit or initial meeting`);
  expect(shown).toMatch(new RegExp(`${INTERVENTION_FIELDS.heldOn}: \\w+ Mar 20 .*2026`));
  expect(shown).toContain(`${INTERVENTION_FIELDS.minutes}: 45`);
  expect(shown).toContain(WRITTEN.happened);
});
