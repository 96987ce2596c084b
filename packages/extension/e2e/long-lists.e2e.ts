/**
 * Lists of a long caseload in the built extension: the browser's search reaches the last person, and twelve people are
 * handed over, printed or given a review in a few presses. First paint, order and filter are measured by the bench.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { askKeeper } from './keeper-ask.ts';
import { goesTo, presses, sees, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';

const PEOPLE = 10_000;
const PER_COMMIT = 500;

describe('a list of ten thousand people', () => {
  let officer: OfficerBrowser;
  let desk: Page;

  beforeAll(async () => {
    officer = await launchPrepared();
    desk = await opensUnlocked(officer);
    for (let from = 0; from < PEOPLE; from += PER_COMMIT) await keepsMany(desk, from);
    await goesTo(desk, 'Subjects');
    await desk.waitForSelector('tr[data-row]');
  });
  afterAll(() => officer?.close());

  it('is searched by Ctrl+F, to the last of them', async () => {
    await desk.keyboard.down('Control');
    await desk.keyboard.press('f');
    await desk.keyboard.up('Control');
    await desk.keyboard.type(String(PEOPLE - 1));
    await until('the last is found', async () => {
      const names = await rowNames(desk);
      return names.length === 1 && names[0] === nameOf(PEOPLE - 1);
    });
  });

  it('selects twelve in two presses, and hands over nobody else', async () => {
    await clearsBox(desk);
    await desk.waitForSelector('.cp-tick');
    let pressed = 0;
    const press = async (act: () => Promise<unknown>): Promise<void> => {
      pressed += 1;
      await act();
    };
    const ticks = await desk.$$('tbody .cp-tick');
    await press(() => ticks[0]?.click() ?? Promise.reject(new Error('no row')));
    await desk.keyboard.down('Shift');
    await press(() => ticks[11]?.click() ?? Promise.reject(new Error('no twelfth row')));
    await desk.keyboard.up('Shift');
    await sees(desk, '12 selected');
    expect(await axeProblems(desk)).toEqual([]);
    await press(() => presses(desk, 'Hand over'));
    await sees(desk, 'Which cases?');
    const chosen = () =>
      desk.$$eval(
        'fieldset input[type=checkbox]',
        (boxes) => boxes.filter((box) => (box as HTMLInputElement).checked).length,
      );
    await until('twelve are chosen', async () => (await chosen()) === 12);
    expect(pressed).toBeLessThanOrEqual(6);
  });
});

function rowNames(page: Page): Promise<readonly string[]> {
  return page.$$eval('.cp-list__open', (all) => all.map((each) => each.textContent ?? ''));
}

async function clearsBox(page: Page): Promise<void> {
  const box = await page.$('main .cp-list__terms input');
  await box?.click({ count: 3 });
  await page.keyboard.press('Backspace');
}

function nameOf(number: number): string {
  return `Rowan Vael ${String(number).padStart(4, '0')}`;
}

async function keepsMany(page: Page, from: number): Promise<void> {
  const lists = { aliases: [], addresses: [], schools: [], phones: [], emails: [], categories: [] };
  const changes = Array.from({ length: PER_COMMIT }, (_, index) => {
    const record = crypto.randomUUID();
    return {
      kind: 'subject',
      record,
      parents: [],
      set: { id: record, name: nameOf(from + index), ...lists },
    };
  });
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}
