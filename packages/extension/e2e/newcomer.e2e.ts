/**
 * A person who has never seen the tool and has no manual: from an empty vault to a closed case, using only the offers
 * on each screen. The navigation is avoided, and presses on it are counted in the page. With `PICTURES` set there is a
 * picture of each step, narrow and wide, for people to look at.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { chooses, sees, types, until } from './officer.ts';
import { toursFirstRun } from './tour.ts';
import { opensActs } from './tour-controls.ts';
import { PICTURES, rests, takesPicture } from './whole-picture.ts';

const FOLDER = resolve(import.meta.dirname, '../../../test-output/newcomer');
const WIDTHS = [360, 1280] as const;
const PERSON = 'Cordelia Ashgrove';

let officer: OfficerBrowser;
let page: Page;
let steps = 0;

beforeAll(async () => {
  if (PICTURES) mkdirSync(FOLDER, { recursive: true });
  officer = await launchOfficer();
  page = await officer.open('workspace.html');
  await page.evaluate(countsNavigation);
});
afterAll(() => officer?.close());

/** Runs in the page. Counts presses on the navigation, and on the list of every act with a key. */
function countsNavigation(): void {
  const counted = { times: 0 };
  document.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('.cp-shell__nav, .cp-palette'))
        counted.times += 1;
    },
    { capture: true },
  );
  Object.assign(globalThis, { counted });
}

const navigated = (): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { counted: { times: number } }).counted.times);

/** Waits until the screen has come to rest, and takes pictures of all of it if they are wanted. */
async function looks(at: string): Promise<void> {
  await rests(page);
  if (!PICTURES) return;
  steps += 1;
  const name = `${String(steps).padStart(2, '0')}-${at}`;
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 900 });
    const path = join(FOLDER, `${name}-${width}.png`) as `${string}.png`;
    await takesPicture(page, path);
  }
}

/** Takes an offer of the screen, in a message or in its main part; never the navigation. */
async function takesUp(words: string): Promise<void> {
  const offer = await page
    .waitForFunction(
      (wanted) =>
        // A button may end with its key, or with the name of the person.
        [...document.querySelectorAll<HTMLElement>('main button')].find(
          (each) => each.innerText.trim().startsWith(wanted) && each.checkVisibility(),
        ) ?? null,
      { timeout: 40_000, polling: 50 },
      words,
    )
    .catch(async () => {
      const shown = await page.evaluate(() => document.querySelector('main')?.innerText ?? '');
      throw new Error(`The screen does not offer “${words}”. It shows:\n${shown}`);
    });
  const button = offer.asElement() as ElementHandle<HTMLElement>;
  const isPressed = (): Promise<boolean> =>
    button.evaluate((one) => one.dataset.isPressed !== undefined || !one.isConnected);
  await button.evaluate((one) =>
    one.addEventListener('click', () => Object.assign(one.dataset, { isPressed: '' })),
  );
  // A new screen gives the focus to its heading, and the key may go there.
  await until(`“${words}” is pressed`, async () => {
    await button.press('Enter');
    return isPressed();
  });
}

describe('a newcomer with an empty vault', () => {
  it('is led through the first run to Today, which says where work begins', async () => {
    await toursFirstRun({ page, visit: looks });
    await sees(page, 'Nothing needs you today');
    await looks('today-empty');
  });

  it('takes an enquiry', async () => {
    await takesUp('Take an enquiry');
    await chooses(page, 'A concern to pass on');
    await looks('take-enquiry');
    await chooses(page, 'Who asks', 'School');
    await types(page, 'What was asked', 'A pupil has bought time on a stresser. Can you help?');
    await takesUp('Save the enquiry');
    await sees(page, 'The enquiry was saved');
    await sees(page, 'Decide on an enquiry');
    await looks('enquiry-kept');
  });

  it('decides on it and replies', async () => {
    await takesUp('Decide on the enquiry');
    await chooses(page, 'Suitable');
    await looks('decide-enquiry');
    await chooses(page, 'Suitable for the programme');
    await takesUp('Save the decision');
    await sees(page, 'Now reply to the enquiry.');
    await sees(page, 'Suitable: send the referral form,');
    await looks('enquiry-decided');
    await takesUp('Reply to the enquiry');
    await sees(page, 'Text of the reply');
    await looks('reply');
    await takesUp('I have sent it');
    await sees(page, 'When the form comes back, take it in here.');
    await sees(page, 'When the form comes back');
    await looks('enquiry-replied');
  });

  it('takes in the form that came back as a referral', async () => {
    await takesUp('Paste what the form says');
    await types(page, 'Where is it from?', 'Referral form');
    await types(page, 'Text', `Full name: ${PERSON}\nDate of birth: 14/03/2011`);
    await looks('paste-form');
    await takesUp('Read this text');
    await sees(page, 'Did it begin as an enquiry?');
    await looks('review');
    await takesUp('Save as referral');
    await sees(page, 'What next?');
    await looks('referral-saved');
    await takesUp('Open the referral');
    await sees(page, 'What the referral says');
    await looks('referral');
  });

  it('accepts it and logs the first contact', async () => {
    await takesUp('Decide on the referral');
    await chooses(page, 'Accept the referral');
    await looks('decide-referral');
    await chooses(page, 'Suitable for the programme');
    await takesUp(`Accept ${PERSON}’s referral`);
    await sees(page, 'The decision was saved');
    await sees(page, 'Make first contact');
    await looks('referral-accepted');
    await takesUp('Log first contact');
    await chooses(page, 'Kind of intervention', 'Home visit');
    await looks('first-contact');
    await chooses(page, 'In person');
    await types(page, 'Contact time in minutes', '45');
    await chooses(page, 'Engaged');
    await types(page, 'What happened', 'Talked about what the law says, and about the club.');
    await takesUp('Log for');
    await sees(page, `The contact with ${PERSON} was logged`);
    await sees(page, 'Last contact');
    await looks('contact-logged');
  });

  it('closes the case, by the list of everything that can be done: the next step is an assessment', async () => {
    await sees(page, 'Not assessed yet.');
    await opensActs(page);
    await takesUp('Close the case');
    await chooses(page, 'Why it is closed', 'No further concern');
    await looks('close');
    await types(page, 'Reason', 'Nothing new came.');
    await takesUp(`Close the case for ${PERSON}`);
    await sees(page, 'The case is closed.');
    await sees(page, 'review whether a case is still needed');
    await looks('closed');
    await takesUp('Open the diary');
    await takesUp('Show everything');
    await sees(page, PERSON);
    await looks('diary');
  });

  it('never had to open the navigation', async () => {
    expect(await navigated()).toBe(0);
  });
});
