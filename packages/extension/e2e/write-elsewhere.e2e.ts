/**
 * Writing to another system: from an intervention into the practice system’s contact forms, by keyboard, and its
 * reference back.
 */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeRms, startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { servesForms } from './fill-form/serve.ts';
import { logsIntervention, WRITTEN } from './journey-steps.ts';
import { tabsTo } from './keyboard.ts';
import { control, dates, goesTo, presses, sees, types, unlocks, until } from './officer.ts';
import { launchPrepared } from './prepared-officer.ts';
import { savesReferral } from './saves-referral.ts';
import { opensSection } from './tour-controls.ts';
import { saysWhose, typesValues } from './types-values.ts';

let rms: PracticeRms;
let officer: OfficerBrowser;
let panel: Page;

beforeAll(async () => {
  rms = await startPracticeRms();
  officer = await launchPrepared();
  const page = await officer.browser.newPage();
  await page.goto(`${rms.url}/summary/records/1`);
  panel = await officer.press(page);
  await unlocks(panel);
  await sees(panel, 'Review what was read');
  await savesReferral(panel);
  await sees(panel, 'What next?');
  await presses(panel, 'Log an intervention');
  await types(panel, 'Who else was present', 'Her mother');
  await dates(panel, 'Follow-up due', '27/3/2026');
  await logsIntervention(panel);
});
afterAll(async () => {
  await officer?.close();
  await rms?.stop();
});

/** From the subject's page to the screen that writes its one intervention elsewhere. */
async function opensFill(): Promise<void> {
  if (!(await shows('Write to another system'))) {
    await goesTo(panel, 'Subjects');
    await control(panel, 'Find a subject');
    await panel.focus('tbody th button');
    await panel.keyboard.press('Enter');
    await sees(panel, 'Opening this page was logged.');
    await opensSection(panel, 'Interventions');
  }
  await presses(panel, 'Write to another system');
  await sees(panel, 'Open the form, then press');
}

const shows = (words: string): Promise<boolean> =>
  panel.evaluate((wanted) => document.body.innerText.includes(wanted), words);

const posts = (): number => rms.requests.filter(({ method }) => method !== 'GET').length;

/** The frame of the form. */
async function formFrame(page: Page): Promise<Frame> {
  let found: Frame | undefined;
  await until('the form is there', async () => {
    for (const frame of page.frames())
      if (await frame.$('[name="minutes"]').catch(() => null)) found = frame;
    return found !== undefined;
  });
  return found as Frame;
}

const valuesIn = (frame: Frame): Promise<Record<string, string>> =>
  frame.$$eval('input, select, textarea', (boxes) =>
    Object.fromEntries(
      (boxes as (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[])
        .filter(
          (box) => box.name !== '' && (box.type !== 'radio' || (box as HTMLInputElement).checked),
        )
        .map((box) => [box.name, box.value]),
    ),
  );

describe.each(['summary', 'lists', 'legacy'] as const)(
  'the contact form of the %s look',
  (look) => {
    let page: Page;
    let frame: Frame;
    let empty: Record<string, string>;

    beforeAll(async () => {
      await opensFill();
      page = await officer.browser.newPage();
      await page.goto(`${rms.url}/${look}/records/1/contact`);
      frame = await formFrame(page);
      empty = await valuesIn(frame);
      await officer.press(page);
      await sees(panel, 'Form of Practice record system');
    });
    afterAll(() => page?.close());

    it('is planned before anything is typed, on a screen that anybody can use', async () => {
      expect(await valuesIn(frame)).toEqual(empty);
      expect(await axeProblems(panel)).toEqual([]);
      expect(await sidewaysProblems(panel, 320)).toEqual([]);
    });

    it('is typed into by key, and nothing is sent', async () => {
      await saysWhose(panel);
      await panel.waitForSelector('.cp-fill-bar button');
      const before = posts();
      const words = await panel.$eval('.cp-fill-bar button', (button) => button.textContent ?? '');
      expect(words).toMatch(/^Type \d+ values about /);
      await panel.focus('h1');
      await tabsTo(panel, words);
      await sees(panel, 'values were typed');
      await sees(panel, 'Check the form, then send it yourself.');
      const values = await valuesIn(frame);
      expect(values.kind).toBe('HV');
      expect(values.minutes).toBe('45');
      expect(values.place).toBe(WRITTEN.place);
      expect(values.log).toBe(WRITTEN.happened);
      expect(posts()).toBe(before);
      expect(await axeProblems(panel)).toEqual([]);
    });

    it('is put back by one key, and typed again', async () => {
      await panel.keyboard.press('u');
      await sees(panel, 'put back');
      await until('the form is as it was', async () => {
        const now = await valuesIn(frame);
        return now.minutes === empty.minutes && now.place === empty.place && now.log === empty.log;
      });
      // A chosen radio button stays chosen: the form is read again, and the panel shows the values left to type.
      await officer.press(page);
      await panel.waitForFunction(() => !document.body.innerText.includes('put back'));
      await typesValues(panel);
      await sees(panel, 'values were typed');
      expect((await valuesIn(frame)).place).toBe(WRITTEN.place);
    });

    it('is sent by the officer, and gives its reference back', async () => {
      await Promise.all([
        frame.waitForNavigation(),
        frame.$eval('form', (form) => form.requestSubmit()),
      ]);
      await presses(panel, 'I have sent it');
      await sees(panel, 'Reference in the other system');
      await officer.press(page);
      const box = await control(panel, 'Reference in Practice record system');
      await until('the reference was found', async () =>
        /^CL-0001-00\d$/.test(await box.evaluate((each) => (each as HTMLInputElement).value)),
      );
      const reference = await box.evaluate((each) => (each as HTMLInputElement).value);
      expect(await axeProblems(panel)).toEqual([]);
      await presses(panel, 'Save the reference');
      await sees(panel, `The reference was saved: ${reference}`);
      await opensSection(panel, 'Interventions');
      await sees(panel, `as ${reference}`);
      await opensSection(panel, 'Timeline');
      await sees(panel, reference);
      await opensSection(panel, 'Interventions');
    });
  },
);

describe('the paste pack', () => {
  const LABELS = [
    'Full name',
    'Date of birth',
    'Referral reference',
    'Type of contact',
    'Date of contact',
    'Method of contact',
    'Duration (mins)',
    'Place',
    'Outcome',
    'Who else was present',
    'Follow-up due',
    'Notes',
  ];

  it('takes a form of twelve boxes with fourteen keys and no mouse', async () => {
    await presses(panel, 'Write to another system');
    await sees(panel, 'Already written to Practice record system');
    const page = await officer.browser.newPage();
    await page.goto(`${rms.url}/`);
    await page.evaluate((labels) => {
      document.body.innerHTML = labels
        .map((label) => `<p><label>${label} <textarea rows="1"></textarea></label></p>`)
        .join('');
    }, LABELS);
    await officer.press(page);
    await sees(panel, 'Form of 127.0.0.1');
    await panel.bringToFront().catch(() => undefined);
    await presses(panel, 'Paste pack');
    await sees(panel, 'Copy 1 of 12');
    await panel.evaluate(() => {
      const counted = globalThis as unknown as { keys: number; clicks: number };
      counted.keys = 0;
      counted.clicks = 0;
      addEventListener('keydown', () => (counted.keys += 1), { capture: true });
      addEventListener('pointerdown', () => (counted.clicks += 1), { capture: true });
    });
    for (let at = 1; at <= LABELS.length; at += 1) {
      await sees(panel, `Copy ${at} of 12`);
      await panel.keyboard.press('Enter');
    }
    await sees(panel, 'Everything is copied');
    expect(await axeProblems(panel)).toEqual([]);
    expect(await sidewaysProblems(panel, 320)).toEqual([]);
    const counted = await panel.evaluate(() => {
      const { keys, clicks } = globalThis as unknown as { keys: number; clicks: number };
      return { keys, clicks };
    });
    expect(counted.clicks).toBe(0);
    // One key opened the pack, and one more confirms that it was sent.
    expect(1 + counted.keys + 1).toBeLessThanOrEqual(14);
    await panel.keyboard.press('Enter');
    await sees(panel, 'Reference in the other system');
    await presses(panel, 'Add it later');
    await sees(panel, 'Opening this page was logged.');
    await opensSection(panel, 'Interventions');
    await sees(panel, 'no reference saved yet');
    await page.close();
  });
});

describe('what goes wrong', () => {
  it('says that a page has no form, and that a closed one ended the typing', async () => {
    await opensFill();
    const bare = await officer.browser.newPage();
    await bare.goto(`${rms.url}/odd/`);
    await officer.press(bare);
    await sees(panel, 'There is no form on this page');
    const page = await officer.browser.newPage();
    await page.goto(`${rms.url}/lists/records/1/contact`);
    await officer.press(page);
    await sees(panel, 'Form of Practice record system');
    await page.close();
    await typesValues(panel);
    await sees(panel, 'The page was closed, another one was opened');
    await bare.close();
  });

  it('says that a page saved what was typed before it was sent, and keeps that it left', async () => {
    const forms = await servesForms();
    const page = await officer.browser.newPage();
    await page.goto(`${forms.origin}/saves`);
    // Saves a draft as many systems do: after a pause in typing, without reading the answer.
    await page.evaluate(() => {
      document.body.innerHTML = `<form><p><label>Place <input></label></p><p><label>Notes <textarea></textarea></label></p></form>`;
      let pause: ReturnType<typeof setTimeout> | undefined;
      document.addEventListener('input', ({ target }) => {
        clearTimeout(pause);
        const body = (target as HTMLInputElement).value;
        pause = setTimeout(() => void fetch('/draft', { method: 'POST', body }), 700);
      });
    });
    await officer.press(page);
    await sees(panel, 'Form of 127.0.0.1');
    await typesValues(panel);
    await sees(panel, 'values were typed');
    await sees(panel, 'This page sends what is typed at once');
    await until('the draft is saved', async () => forms.asked.includes('POST /draft'));
    await presses(panel, 'I did not send it');
    const { host } = new URL(forms.origin);
    await sees(panel, `Saved: ${host} sent what was typed at once`);
    await page.close();
    await forms.stop();
    await goesTo(panel, 'Subjects');
    await opensFill();
    await sees(panel, `Already written to ${host}`);
  });

  it('knows after a lock what was typed and not sent', async () => {
    const page = await officer.browser.newPage();
    await page.goto(`${rms.url}/lists/records/1/contact`);
    await officer.press(page);
    // The earlier form, whose page was closed, is on the screen until this one is read.
    await panel.waitForFunction(() => !document.body.innerText.includes('The page was closed'));
    await sees(panel, 'Form of Practice record system');
    await typesValues(panel);
    await sees(panel, 'values were typed');
    await panel.keyboard.press('F9');
    await until(
      'the panel begins anew, without what was typed',
      async () => !(await shows('values were typed')) && !(await shows(WRITTEN.place)),
    );
    await until('the unlock form shows', async () => {
      await panel.keyboard.press('Shift');
      return shows('Passphrase');
    });
    await unlocks(panel);
    await sees(panel, 'before this panel closed or the vault locked');
    await page.close();
  });
});
