/**
 * “Clip the selection”, in real Chromium. The page, the selection (by mouse and keyboard), the `activeTab` grant, the
 * reading and the panel are real. The menu is not: no driver can open the browser's own menu. So the service worker's
 * event is fired with the browser's data, on a tab that the toolbar button was pressed on before. And since the browser
 * takes no event of ours for a gesture, the test opens the panel that the handler requests.
 */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PracticeRms, startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import { discards, draftOf } from './journey-steps.ts';
import { draftHeld, recordsHeld } from './keeper-ask.ts';
import { chooses, goesTo, presses, sees, until } from './officer.ts';
import { type ReadyOfficer, readyOfficer } from './ready-officer.ts';

let rms: PracticeRms;
let officer: ReadyOfficer;
let page: Page;
let panel: Page;

/**
 * Chooses the item of the menu that was opened on the selection.
 *
 * @param frame - the frame it was opened in, by a part of its address
 * @returns the window whose panel the handler requested at once, before anything else
 */
async function clips(on: Page, frame = ''): Promise<number | undefined> {
  await on.bringToFront();
  return officer.inWorker(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const target = { tabId: tab.id, allFrames: true };
    const func = () => ({ at: location.href, text: String(getSelection()) });
    const frames = await chrome.scripting.executeScript({ target, func }).catch(() => []);
    const found = frames.find(({ result }) => result?.at.includes(${JSON.stringify(frame)}));
    const info = {
      menuItemId: 'clip-selection',
      editable: false,
      frameId: found?.frameId ?? 0,
      pageUrl: 'https://rms.example/',
      selectionText: found?.result?.text,
    };
    let asked;
    const open = chrome.sidePanel.open;
    chrome.sidePanel.open = async ({ windowId }) => { asked = windowId; };
    chrome.contextMenus.onClicked.dispatch(info, tab);
    chrome.sidePanel.open = open;
    return asked;
  })()`);
}

/** The selected words; facts found in them have their own rows, which start as left. */
function clipped(rows: readonly { readonly raw: string; readonly freeText: boolean }[]): string[] {
  return rows.filter(({ freeText }) => !freeText).map(({ raw }) => raw);
}

/** Drags the mouse from before the first words of one element to after the last of another. */
async function drags(frame: Frame, from: string, to = from): Promise<string> {
  const [first, last] = await Promise.all([frame.waitForSelector(from), frame.waitForSelector(to)]);
  await first?.scrollIntoView();
  const [begin, end] = [await first?.boundingBox(), await last?.boundingBox()];
  if (!begin || !end) throw new Error(`${from} is not on screen`);
  const { mouse } = frame.page();
  await frame.page().bringToFront();
  await mouse.move(begin.x + 1, begin.y + 4);
  await mouse.down();
  await mouse.move(end.x + end.width - 2, end.y + end.height - 4, { steps: 4 });
  await mouse.up();
  return frame.evaluate(() => String(getSelection()));
}

/** Three clicks: a whole paragraph. */
async function triples(on: Page, selector: string): Promise<string> {
  const paragraph = await on.waitForSelector(selector);
  await on.bringToFront();
  await paragraph?.click({ count: 3 });
  return on.evaluate(() => String(getSelection()).trim());
}

beforeAll(async () => {
  rms = await startPracticeRms();
  officer = await readyOfficer(`${rms.url}/summary/records/1`);
  ({ page, opened: panel } = officer);
});
afterAll(async () => {
  await officer?.close();
  await rms?.stop();
});

it('is an item of the menu', async () => {
  const made = `chrome.contextMenus.update('clip-selection', {}).then(() => 'there', String)`;
  expect(await officer.inWorker(made)).toBe('there');
  const again = `new Promise((done) => chrome.contextMenus.create(
    { id: 'clip-selection', title: 'Again', contexts: ['selection'] },
    () => done(chrome.runtime.lastError?.message)))`;
  expect(await officer.inWorker(again)).toMatch(/duplicate id/);
});

describe('with the panel open', () => {
  beforeEach(async () => {
    if (await draftHeld(panel)) await discards(panel);
  });

  it('makes a draft of what was selected and of nothing else, and a note of that', async () => {
    const text = await triples(page, 'dd p');
    expect(text).toContain('signed in to the staff area');
    expect(await clips(page)).toEqual(expect.any(Number));
    await sees(panel, 'Review what was read');
    const { rows, origins } = await draftOf(panel);
    expect(origins).toMatchObject([{ way: 'selection', url: page.url() }]);
    expect(clipped(rows)).toEqual([text]);

    await presses(panel, 'Save as intelligence note');
    await sees(panel, 'Intelligence note from this page');
    const [{ label, owner } = { label: '', owner: [] }] = rows;
    await chooses(panel, `${label} (${owner.at(-1)}): ${text.slice(0, 20)}`);
    await chooses(panel, 'Report');
    await chooses(panel, '2 Untested');
    await chooses(panel, 'B Known indirectly but corroborated');
    await chooses(panel, 'P Lawful sharing permitted');
    await presses(panel, 'Save the note');
    await sees(panel, 'The intelligence note was saved');
    const held = await recordsHeld(panel);
    expect(held.intelligenceNote.map(({ value }) => value.text)).toEqual([text]);
    expect(held.sourceCapture.map(({ value }) => value)).toMatchObject([{ way: 'selection' }]);
  });

  it('reads the frame that was pressed in, not what is still selected in another', async () => {
    const framed = await officer.browser.newPage();
    await framed.goto(`${rms.url}/legacy/records/1`);
    await officer.press(framed);
    await sees(panel, rms.record('1').reference);
    await discards(panel);
    const [menu, content] = ['/menu', '/content'].map((part) =>
      framed.frames().find((frame) => frame.url().includes(part)),
    );
    if (!menu || !content) throw new Error('The page has no such frames');
    const text = await drags(content, 'form td td', 'form td tr:nth-child(2) td:last-child');
    expect(text).toContain(rms.record('1').reference);
    const other = await menu.evaluate(() => {
      getSelection()?.selectAllChildren(document.body);
      return String(getSelection());
    });
    expect(other.length).toBeGreaterThan(5);

    await clips(framed, '/content');
    await sees(panel, 'Review what was read');
    const { rows, origins } = await draftOf(panel);
    expect(origins).toMatchObject([{ way: 'selection', url: content.url() }]);
    const read = rows.map(({ raw }) => raw).join('\n');
    expect(read).toContain(rms.record('1').reference);
    for (const line of read.split('\n')) expect(text).toContain(line);
    await framed.close();
  });

  it('reads what is selected in a box', async () => {
    const form = await officer.browser.newPage();
    await form.goto(`${rms.url}/summary/records/1/edit`);
    await officer.press(form);
    await sees(panel, 'Save as referral');
    await discards(panel);
    await form.bringToFront();
    await form.focus('#narrative');
    await form.keyboard.down('Control');
    await form.keyboard.press('Home');
    await form.keyboard.up('Control');
    await form.keyboard.down('Shift');
    await form.keyboard.press('End');
    await form.keyboard.up('Shift');
    await clips(form);
    await sees(panel, 'Review what was read');
    const [row] = (await draftOf(panel)).rows;
    expect(row?.raw.length).toBeGreaterThan(10);
    expect(await form.$eval('#narrative', (box) => (box as HTMLTextAreaElement).value)).toContain(
      row?.raw,
    );
    await form.close();
  });

  it('says so when nothing is selected', async () => {
    await page.bringToFront();
    await page.click('h1');
    await clips(page);
    await sees(panel, 'Nothing is selected on the page.');
    await sees(panel, 'Capture a page');
    expect(await draftHeld(panel)).toBeUndefined();
  });

  it('asks again when the browser has not told the page of the press yet', async () => {
    const text = await triples(page, 'dd p');
    await panel.evaluate((refusal) => {
      const { scripting } = chrome;
      const real = scripting.executeScript;
      let times = 3;
      scripting.executeScript = ((...given: Parameters<typeof real>) => {
        times -= 1;
        if (times >= 0) return Promise.reject(new Error(refusal));
        scripting.executeScript = real;
        return real(...given);
      }) as typeof real;
    }, LATE);
    await clips(page);
    await sees(panel, 'Review what was read');
    expect(clipped((await draftOf(panel)).rows)).toEqual([text]);
  });
});

describe('with the panel closed', () => {
  it('opens it and reads the selection, and reads it once', async () => {
    if (await draftHeld(panel)) await discards(panel);
    const text = await triples(page, 'dd p');
    await panel.close();
    await until('the panel is closed', async () => (await officer.panel()) === undefined);
    const desk = await officer.open('workspace.html');
    await goesTo(desk, 'Subjects');
    await sees(desk, 'No subjects yet');

    const windowId = await clips(page);
    expect(windowId).toEqual(expect.any(Number));
    await desk.evaluate((id) => chrome.sidePanel.open({ windowId: id }), windowId as number);
    await until('the panel is open', async () => (await officer.panel()) !== undefined);
    panel = (await officer.panel()) as Page;
    await sees(panel, 'Review what was read');
    expect(clipped((await draftOf(panel)).rows)).toEqual([text]);

    await discards(panel);
    await panel.reload();
    await sees(panel, 'Nothing is read until you do');
  });
});

/** Chromium's error until the page’s own process knows of the press. */
const LATE =
  'Cannot access contents of the page. Extension manifest must request permission to access the respective host.';
