/**
 * A selection clipped by its keys, a pasted text and a telephone call about one child end in one draft and one save,
 * each with its origin; and an excluded host is refused before any of its page is read.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addsToDraft } from './adds-page.ts';
import { draftOf, opensOtherWays } from './journey-steps.ts';
import { draftHeld, recordsHeld } from './keeper-ask.ts';
import { chooses, dates, presses, says, sees, types, until } from './officer.ts';
import { type PlainPage, servesPlainPage } from './plain-page.ts';
import { type ReadyOfficer, readyOfficer } from './ready-officer.ts';
import { savesReferral } from './saves-referral.ts';
import { pressesIn } from './tour-controls.ts';

const TICKET =
  '<h1>Ticket 4417</h1><h2>Young person</h2><p id="child">Full name: Rowan Vael<br>Date of birth: 14/03/2010</p>' +
  '<p>Full name: Somebody Else</p>';

let ticket: PlainPage;
let officer: ReadyOfficer;
let page: Page;
let panel: Page;

beforeAll(async () => {
  ticket = await servesPlainPage(TICKET);
  officer = await readyOfficer(ticket.url);
  ({ page, opened: panel } = officer);
});
afterAll(async () => {
  await officer?.close();
  await ticket?.stop();
});

it('has keys for the page, the selection and pointing', async () => {
  const commands = await officer.inWorker<{ name: string; shortcut: string }[]>(
    'chrome.commands.getAll()',
  );
  expect(commands.map(({ name }) => name).sort()).toEqual([
    '_execute_action',
    'clip-selection',
    'point-at',
  ]);
});

it('clips by its keys, with place and owner', async () => {
  // Leaves no script of ours on the page, as if only a selection was ever read from it.
  await page.reload();
  await page.bringToFront();
  await page.evaluate(() => {
    const child = document.querySelector('#child');
    if (child) getSelection()?.selectAllChildren(child);
  });
  await officer.clips();
  await sees(panel, 'Review what was read');
  const { origins, rows } = await draftOf(panel);
  expect(origins).toMatchObject([{ way: 'selection', url: ticket.url }]);
  expect(JSON.stringify(rows)).not.toContain('Somebody Else');
  expect(rows.find(({ path }) => path === 'subject.name')).toMatchObject({
    raw: 'Rowan Vael',
    owner: ['Ticket 4417', 'Young person'],
    place: { frame: [], selector: '#child' },
  });
});

it('shows on the page where a clipped value stands', async () => {
  const highlights = () => page.evaluate(() => CSS.highlights.size);
  expect(await highlights()).toBe(0);
  await panel.hover('[data-row]');
  await until('the value is shown on the page', async () => (await highlights()) === 1);
  expect(await says(panel, 'This is no longer on the page')).toBe(false);
  await panel.hover('h1');
  await until('it is shown no longer', async () => (await highlights()) === 0);
});

it('adds a paste and a telephone call to the open draft, and keeps each origin', async () => {
  await opensOtherWays(panel);
  await presses(panel, 'Paste text');
  await types(panel, 'Where is it from?', 'Windows client');
  await types(panel, 'Text', 'Full name: Rowan Vael\nTelephone: 07700 900123');
  await presses(panel, 'Read this text');
  await addsToDraft(panel);
  await sees(panel, 'and 1 more page');

  await opensOtherWays(panel);
  await presses(panel, 'Type what you were told');
  await types(panel, 'Where is it from?', 'Telephone call');
  await types(panel, 'Who told you?', 'Ottilie Brandt');
  await dates(panel, 'When did they tell you?', '24/11/2024');
  await types(panel, 'Time', '09:15');
  await types(panel, 'Name', 'Rowan Vael');
  await types(panel, 'School or employer', 'Testford Academy');
  await presses(panel, 'Review this');
  await addsToDraft(panel);
  await sees(panel, 'and 2 more pages');
  const draft = await draftOf(panel);
  expect(draft.rows.filter(({ path }) => path === 'subject.name')).toHaveLength(1);

  await savesReferral(panel);
  await sees(panel, 'Saved as a referral');
  const { sourceCapture, subject } = await recordsHeld(panel);
  expect(subject).toHaveLength(1);
  expect(new Map(sourceCapture.map(({ value }) => [value.way, value.system]))).toEqual(
    new Map([
      ['selection', new URL(ticket.url).host],
      ['paste', 'Windows client'],
      ['typed', 'Telephone call'],
    ]),
  );
  expect(sourceCapture.find(({ value }) => value.way === 'typed')?.value).toMatchObject({
    toldBy: 'Ottilie Brandt',
    toldAt: expect.stringMatching(/^2024-11-24T/),
  });
});

it('asks why a sensitive value is taken, and keeps the answer with the person', async () => {
  await presses(panel, 'Paste text');
  await types(panel, 'Where is it from?', 'School letter');
  await types(panel, 'Text', 'Full name: Ada Quill\nCommunication needs: Large print');
  await presses(panel, 'Read this text');
  await sees(panel, 'Communication and support needs');
  const { rows } = await draftOf(panel);
  const special = rows.find(({ path }) => path === 'subject.communicationNeeds');
  await pressesIn(panel, `[data-row="${special?.id}"] .cp-decision--take`);
  await sees(panel, 'Why you may take: Communication and support needs');
  await savesReferral(panel);
  await sees(panel, 'Select the condition under which you take communication and support needs');
  await chooses(panel, 'Condition', 'Schedule 8: safeguarding');
  await types(panel, 'Why it is strictly necessary', 'The talk is held in large print.');
  await savesReferral(panel);
  // The message of the earlier save may still be on screen.
  await until('it is saved', async () => (await recordsHeld(panel)).subject.length === 2);
  const { subject } = await recordsHeld(panel);
  expect(subject.map(({ value }) => value.processingConditions ?? [])).toMatchObject([
    [],
    [{ what: 'subject.communicationNeeds', condition: 'part3-safeguarding' }],
  ]);
});

it('reads nothing of a host that is kept out of reach, and says so', async () => {
  const { port } = new URL(ticket.url);
  await page.goto(`http://pnc.localhost:${port}/`);
  await panel.evaluate(() => {
    const { scripting } = chrome;
    const real = scripting.executeScript;
    const counted = globalThis as unknown as { cpLooks: number };
    counted.cpLooks = 0;
    scripting.executeScript = ((...given: Parameters<typeof real>) => {
      counted.cpLooks += 1;
      return real(...given);
    }) as typeof real;
  });
  await officer.press(page);
  await sees(panel, 'Your force does not allow anything to be taken from this system');
  // The deletion of the earlier draft may still be in progress.
  await until('there is no draft', async () => (await draftHeld(panel)) === undefined);
  const looks = () => panel.evaluate(() => (globalThis as unknown as { cpLooks: number }).cpLooks);
  expect(await looks()).toBe(0);

  await page.goto(ticket.url);
  await officer.press(page);
  await sees(panel, 'Review what was read');
  await until('the page is read', async () => (await looks()) > 0);
});
