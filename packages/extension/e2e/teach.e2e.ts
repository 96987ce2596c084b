/**
 * An officer meets a system that no adapter knows: taught by keyboard alone, proved, sent to a colleague, who loads the
 * file in a fresh profile. The page sees none of it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkAdapterFile, proveFile } from '@cyber-prevent/core/teach';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import type { OfficerBrowser } from './browser.ts';
import { type Saved, saves } from './downloads.ts';
import { draftOf } from './journey-steps.ts';
import { says, sees, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import {
  conforms,
  loads,
  names,
  presses,
  saysWhat,
  tabsTo,
  teaches,
  withoutAdapter,
} from './teach-steps.ts';
import { opensAll, opensSetting, wasRead } from './tour-controls.ts';

/** Most keys from first sight to a proved file. An officer can press that many in ten minutes, at two a second. */
const MOST_KEYS = 1200;
const FIXTURES = resolve(import.meta.dirname, '../../plugins/roundcube/fixtures');

/** The search words that find each value in the list. */
const FRAMESET = [
  ['name pettifer', 'Subject: Name'],
  ['sex', 'Subject: Sex, as recorded'],
  ['address storybook', 'Subject: Address'],
  ['postcode', 'Subject: Postcode'],
  ['school', 'Subject: School or employer'],
  ['ref no', 'Referral: Referral reference'],
  ["date rec'd", 'Referral: Date of referral'],
  ['details', 'Referral: Narrative'],
  ['name referring thornquill', 'Referrer: Referrer’s name'],
  ['organisation', 'Referrer: Referrer’s organisation'],
  ['name parent', 'Related person: Related person’s name'],
] as const;

/** No driver can press the keys of an extension: the browser's own handler is called as the press would call it. */
async function pressesPoint({ browser }: OfficerBrowser): Promise<void> {
  const target = await browser.waitForTarget((each) => each.type() === 'service_worker');
  const worker = await target.createCDPSession();
  await worker.send('Runtime.evaluate', {
    expression: `(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.commands.onCommand.dispatch('point-at', tab);
    })()`,
    awaitPromise: true,
  });
}

/** Counts the keys that go down from now on, across every loading of the page. */
function countsKeys({ keyboard }: Page): () => number {
  let count = 0;
  const down = keyboard.down.bind(keyboard);
  keyboard.down = (...key) => {
    count += 1;
    return down(...key);
  };
  return () => count;
}

/** A made-up date also has a month and a year, which may be those of the record by chance. */
const ORDINARY =
  /^(?:form|example|january|february|march|april|june|july|august|september|october|november|december|(?:19|20)\d\d)$/;

/** The words and numbers of a record with four characters or more. */
const tokens = (text: string): readonly string[] =>
  text.toLowerCase().match(/\p{L}{4,}|\p{N}{4,}/gu) ?? [];

function valuesIn(file: Saved, record: readonly string[]): readonly string[] {
  const checked = checkAdapterFile(file.text);
  if (!checked.ok) throw new Error(checked.issues.map(({ message }) => message).join(' '));
  const labels = new Set(tokens(JSON.stringify(checked.value.adapter)));
  const said = new Set(tokens(JSON.stringify(checked.value.fixtures)));
  return [...new Set(record.flatMap(tokens))].filter((word) => said.has(word) && !labels.has(word));
}

describe('the frameset look of the practice system, without its adapter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'officer-'));
  let rms: Awaited<ReturnType<typeof startPracticeRms>>;
  let officer: OfficerBrowser;
  let page: Page;
  let panel: Page;
  let begun: number;
  let keys: () => number;
  let file: Saved;

  beforeAll(async () => {
    rms = await startPracticeRms({});
    officer = await launchPrepared();
    const desk = await opensUnlocked(officer);
    await withoutAdapter(desk, 'Practice record system, frameset look');
    await desk.close();
    page = await officer.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      for (const type of 'click mousedown mouseup pointerdown pointerup keydown keyup keypress focus blur'.split(
        ' ',
      ))
        addEventListener(type, ({ type: name }) => seen.push(name), true);
    });
    await page.goto(`${rms.url}/legacy/records/4`);
    begun = Date.now();
    panel = await officer.press(page);
    keys = countsKeys(panel);
    await wasRead(panel, 'No adapter knows this screen');
  });
  afterAll(async () => {
    await officer?.close();
    await rms?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is pointed at by the pointer and the keys, and sees no click and no key', async () => {
    await presses(panel, 'Teach this page');
    await sees(panel, 'Point at a value on the page and press');
    await page.bringToFront();
    const content = page.frames().find((frame) => frame.name() === 'content') as Frame;
    const cell = (await content.evaluateHandle(() =>
      [...document.querySelectorAll('td')].findLast(
        (each) => each.innerText.trim() === '30/12/2008',
      ),
    )) as ElementHandle<HTMLElement>;
    await cell.scrollIntoView();
    const box = await cell.boundingBox();
    const before = await content.evaluate(() => document.documentElement.outerHTML);
    await page.mouse.move((box?.x ?? 0) + 8, (box?.y ?? 0) + 6);
    await pressesPoint(officer);
    await sees(panel, 'Record this as');
    await sees(panel, 'D.O.B.');
    await sees(panel, '30/12/2008');
    const seen = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => (globalThis as { seen?: string[] }).seen)),
    );
    expect(seen.flat().filter((type) => type !== 'focus' && type !== 'blur')).toEqual([]);
    expect(await content.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await saysWhat(panel, 'Subject: Date of birth');
  });

  it('is taught from the list by keyboard alone, and there after a lock', async () => {
    for (const [words, what] of FRAMESET.slice(0, 5)) await teaches(panel, words, what);
    await panel.keyboard.press('F9');
    await until('the panel asks for the passphrase', async () => {
      await panel.keyboard.press('Escape').catch(() => undefined);
      return says(panel, 'Forgotten your passphrase?').catch(() => false);
    });
    await tabsTo(panel, 'Passphrase');
    await panel.keyboard.type('lantern orbit mustard quiet');
    await panel.keyboard.press('Enter');
    await sees(panel, 'Subject: Postcode');
    for (const [words, what] of FRAMESET.slice(5)) await teaches(panel, words, what);
  });

  it('is proved, shows what leaves, and becomes a file with no value of the page in it', async () => {
    await names(panel, 'Practice system: referral');
    await sees(panel, 'all 12 fields read what you pointed at');
    await presses(panel, 'Save to this device');
    await sees(panel, 'The adapter was saved to this device.');
    file = await saves(officer, () => presses(panel, 'Download the file'), folder);
    console.log(
      `taught and proved: ${keys()} keys in ${Math.round((Date.now() - begun) / 1000)} s`,
    );
    expect(keys()).toBeGreaterThan(0);
    expect(keys()).toBeLessThanOrEqual(MOST_KEYS);
    expect(file.name).toMatch(/^[\w-]+\.practice-system-referral\.adapter\.json$/);
    const record = JSON.parse(
      readFileSync(
        resolve(import.meta.dirname, '../../plugins/practice-rms/fixtures/legacy-4.json'),
        'utf8',
      ),
    );
    // A label of the page, which one of its values has as a word: anywhere else the word is the record's.
    const unlabelled = { ...file, text: file.text.replaceAll('"Offences:"', '""') };
    const values = Object.values(record.fields as Record<string, string[]>).flat();
    const found = valuesIn(unlabelled, values);
    // A tag of the page, the host reserved for examples, and the parts of made-up dates: dates stay dates.
    expect(found.filter((word) => !ORDINARY.test(word))).toEqual([]);
    const checked = checkAdapterFile(file.text);
    expect(checked.ok && proveFile(checked.value)).toMatchObject({ isProved: true });
    expect(conforms(file)).toBe('');
    await presses(panel, 'Finish');
    await sees(panel, 'The page was taught');
  });

  it('is read with the file by a colleague in a fresh profile', async () => {
    const colleague = await launchPrepared();
    try {
      const desk = await opensUnlocked(colleague);
      await withoutAdapter(desk, 'Practice record system, frameset look');
      await loads(desk, file.path, 'Proved today:');
      const tab = await colleague.browser.newPage();
      await tab.goto(`${rms.url}/legacy/records/3`);
      const theirs = await colleague.press(tab);
      await wasRead(theirs, 'practice-system-referral, version 1.0.0');
      const { rows } = await draftOf(theirs);
      expect(rows.filter(({ namedBy }) => namedBy === 'adapter').length).toBeGreaterThan(5);
      await desk.bringToFront();
      await presses(desk, 'Subjects');
      await opensSetting(desk, 'Adapters');
      await opensAll(desk);
      await sees(desk, 'anchors found');
    } finally {
      await colleague.close();
    }
  });
});

describe('a contact of a webmail, without its adapters', () => {
  let officer: OfficerBrowser;
  let panel: Page;
  const server = createServer((request, response) => {
    const isFrame = request.url?.includes('_framed=1') || request.url === '/contact-frame';
    const name = isFrame ? 'contact-1.shown.html' : 'contact-1.html';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      readFileSync(join(FIXTURES, name), 'utf8').replace(
        'src="contact-frame"',
        'src="/contact-frame"',
      ),
    );
  });

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    officer = await launchPrepared();
    const desk = await opensUnlocked(officer);
    await withoutAdapter(desk, 'Roundcube: contact');
    await desk.close();
    const tab = await officer.browser.newPage();
    await tab.goto(`http://127.0.0.1:${port}/?_task=addressbook&_source=0`);
    panel = await officer.press(tab);
    await wasRead(panel, 'No adapter knows this screen');
  });
  afterAll(async () => {
    await officer?.close();
    server.close();
  });

  it('is taught, proved and saved, and read with the adapter at the next press', async () => {
    await presses(panel, 'Teach this page');
    await sees(panel, 'Values on this page');
    await teaches(panel, '21/06/2010', 'Subject: Date of birth');
    await teaches(panel, 'jasper.q@example.org', 'Subject: Email address');
    await teaches(panel, '07700 900808', 'Subject: Telephone');
    await names(panel, 'Webmail: contact');
    await sees(panel, 'fields read what you pointed at');
    await presses(panel, 'Save to this device');
    await sees(panel, 'The adapter was saved to this device.');
    const file = await saves(officer, () => presses(panel, 'Download the file'));
    expect(file.text).not.toMatch(/jasper|quillfeather|21\/06\/2010|900808/i);
    const checked = checkAdapterFile(file.text);
    expect(checked.ok && proveFile(checked.value)).toMatchObject({ isProved: true });
    expect(conforms(file)).toBe('');
    await presses(panel, 'Finish');
    await sees(panel, 'The page was taught');
    const tab = (await officer.browser.pages()).find((each) => each.url().includes('_task'));
    if (tab) await officer.press(tab);
    await wasRead(panel, 'webmail-contact, version 1.0.0');
  });
});
