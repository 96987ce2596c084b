/**
 * Lists of a long caseload in the built extension: the browser's search reaches the last person, and twelve people are
 * handed over, printed or given a review in a few presses. First paint, order and filter are measured by the bench.
 */
import type { PlainDate } from '@cyber-prevent/core';
import { buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { cutCells, firstRow, keepsNamesakes } from './cut-cells.ts';
import { askKeeper } from './keeper-ask.ts';
import { goesTo, presses, sees, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { rests } from './whole-picture.ts';

const PEOPLE = 10_000;
const PER_COMMIT = 500;
const WIDE = { width: 1280, height: 900 };
const PANEL = { width: 360, height: 820 };

describe('the list of subjects at 1280', () => {
  let officer: OfficerBrowser;
  let desk: Page;

  beforeAll(async () => {
    officer = await launchPrepared();
    desk = await opensUnlocked(officer);
    await desk.setViewport(WIDE);
    await keepsLong(desk);
    await keepsNamesakes(desk);
    await goesTo(desk, 'Subjects');
    await desk.waitForSelector('tr[data-row]');
  });
  afterAll(() => officer?.close());

  it('shows name, births, reference and due day whole, a row of ordinary length in one line', async () => {
    await desk.waitForSelector('.cp-when');
    expect(await cutCells(desk)).toEqual([]);
    const heights = await desk.$$eval('tr[data-row]', (rows) =>
      rows
        .filter(({ textContent }) => textContent?.includes('Owen'))
        .map((row) => row.getBoundingClientRect().height),
    );
    expect(heights).toHaveLength(2);
    expect(Math.max(...heights)).toBeLessThan(44);
  });

  it('says what is next whole, and has every heading in one piece', async () => {
    const cut = await desk.$$eval('td[data-column="next"]', (cells) =>
      cells
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map(({ textContent }) => textContent),
    );
    expect(cut).toEqual([]);
    const heading = await desk.$eval(
      'thead th[data-column="received"] button',
      (each) => each.getBoundingClientRect().height,
    );
    expect(heading).toBeLessThan(30);
  });

  it('has the filters, the views and the columns in one row, and people from 300 px', async () => {
    const bottoms = await desk.$$eval(
      '.cp-list__head :is(.cp-chip--add, .govuk-details__summary)',
      (parts) => parts.map((each) => Math.round(each.getBoundingClientRect().bottom / 16)),
    );
    expect(bottoms).toHaveLength(3);
    expect(new Set(bottoms).size).toBe(1);
    expect(await firstRow(desk)).toBeLessThan(300);
  });

  it.each([WIDE, PANEL])(
    'has the marking and the header undimmed above the palette, and its buttons at hand: %o',
    async (viewport) => {
      await desk.setViewport(viewport);
      await desk.keyboard.down('Control');
      await desk.keyboard.press('k');
      await desk.keyboard.up('Control');
      await desk.waitForSelector('dialog.cp-palette[open]');
      await rests(desk);
      const places = await desk.evaluate(() => {
        const dialog = document.querySelector('dialog.cp-palette');
        const header = document.querySelector('.cp-shell__header');
        if (!dialog || !header) return undefined;
        const { backgroundImage } = getComputedStyle(dialog, '::backdrop');
        const foot = document.querySelector('.cp-shell__foot')?.getBoundingClientRect();
        return {
          foot: Math.round(Math.max(0, innerHeight - (foot?.top ?? 0))),
          dimmedTo: Math.round(Number(/calc\(100% - ([\d.]+)px\)/.exec(backgroundImage)?.[1] ?? 0)),
          header: Math.round(header.getBoundingClientRect().bottom),
          top: Math.round(dialog.getBoundingClientRect().top),
          dimmedFrom: Math.round(Number(/([\d.]+)px/.exec(backgroundImage)?.[1])),
        };
      });
      expect(places?.dimmedFrom).toBe(places?.header);
      expect(places?.dimmedTo).toBe(places?.foot);
      expect(places?.top).toBeGreaterThanOrEqual(places?.header ?? Number.POSITIVE_INFINITY);
      const button = await desk.$('.cp-shell__button--concern');
      const { x = 0, y = 0, width = 0, height = 0 } = (await button?.boundingBox()) ?? {};
      await desk.mouse.click(x + width / 2, y + height / 2);
      await desk.waitForFunction(() => document.querySelector('dialog.cp-palette') === null);
      await desk.waitForFunction(() =>
        document.querySelector('main h1')?.textContent?.includes('Safeguarding concern'),
      );
      await desk.setViewport(WIDE);
      await goesTo(desk, 'Subjects');
      await desk.waitForSelector('tr[data-row]');
    },
  );

  it.each([
    ['Subjects', WIDE],
    ['Referrals', WIDE],
    ['Diary', WIDE],
    ['Today', WIDE],
    ['Subjects', PANEL],
    ['Referrals', PANEL],
    ['Diary', PANEL],
    ['Today', PANEL],
  ])('cuts nothing that tells people or days apart: %s at %o', async (screen, viewport) => {
    await desk.setViewport(viewport);
    await goesTo(desk, screen);
    await desk.waitForSelector('.cp-when');
    await rests(desk);
    expect(await cutCells(desk)).toEqual([]);
    expect(await sidewaysProblems(desk, viewport.width)).toEqual([]);
  });

  it('has entries of the diary in the upper half of a panel, the calendar behind its button', async () => {
    await desk.setViewport(PANEL);
    await goesTo(desk, 'Diary');
    await desk.waitForSelector('tr[data-row]');
    await rests(desk);
    expect(await firstRow(desk)).toBeLessThan(PANEL.height / 2);
    const isShown = () => desk.$eval('.cp-calendar__table', (table) => table.checkVisibility());
    expect(await isShown()).toBe(false);
    await presses(desk, 'Week or month');
    expect(await isShown()).toBe(true);
  });
});

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

/** Somebody with a long name, three dates of birth and a long reference. */
async function keepsLong(page: Page): Promise<void> {
  const also = (date: string) => ({
    what: 'bornOn' as const,
    date: date as PlainDate,
    notedOn: '2026-11-02' as PlainDate,
  });
  const person = buildSubject({
    name: 'Zoë Šárka Jørundsdóttir-Añil',
    bornOn: '2013-03-14',
    alsoRecorded: [also('2011-03-15'), also('2010-03-14')],
  });
  const referral = buildReferral({ subjectId: person.id, reference: 'NCCU/2026/0422' });
  const changes = [newRecord('subject', person), newRecord('referral', referral)];
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
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
