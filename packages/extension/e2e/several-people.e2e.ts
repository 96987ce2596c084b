/**
 * Keys and presses, counted on the real screens over the practice caseload: a person by a handle, a person and an act,
 * and twelve people handed over, printed, or given a review.
 */
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { exportsCard } from './exchange-steps.ts';
import { askKeeper, recordsHeld } from './keeper-ask.ts';
import {
  chooses,
  control,
  dates,
  goesTo,
  INES,
  OFFICER,
  presses,
  says,
  sees,
  types,
  until,
} from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { strikesKeys, taps } from './struck-keys.ts';
import { opensSetting } from './tour-controls.ts';

const MOST_KEYS = { person: 6, act: 16 };
const MOST_PRESSES = 6;
const TWELVE = 12;
const TAMSIN = 'Tamsin Okorie';

let officer: OfficerBrowser;
let desk: Page;
/** Path of the card of the colleague. */
let card = '';

beforeAll(async () => {
  const colleague = await launchPrepared(INES);
  const there = await opensUnlocked(colleague);
  ({ path: card } = await exportsCard(there, async (act) => (await saves(colleague, act)).path));
  await colleague.close();
  officer = await launchPrepared();
  desk = await opensUnlocked(officer);
  await opensSetting(desk, 'People to practise with');
  await presses(desk, 'Fill the vault with fictional people');
  await sees(desk, 'The vault has 40 fictional people.');
}, 240_000);
afterAll(() => officer?.close());

const heading = () =>
  desk.evaluate(() => document.querySelector('main h1')?.textContent?.trim() ?? '');
const isOn = (words: string): Promise<void> =>
  until(`the screen is “${words}”`, async () => (await heading()).includes(words));

/** Opens the palette, types and presses Enter without waiting for the page. @returns the number of keys */
async function asks(words: string): Promise<number> {
  await desk.keyboard.down('Control');
  await Promise.all([taps(desk, 'k'), desk.keyboard.up('Control')]);
  await Promise.all([strikesKeys(desk, words), taps(desk, 'Enter')]);
  return 1 + words.length + 1;
}

/** Counts presses: a click, a choice, or a box that is typed into is one. */
function counter() {
  let count = 0;
  return {
    count: () => count,
    async press(act: () => Promise<unknown>): Promise<void> {
      count += 1;
      await act();
    },
  };
}

describe('the palette, in keys struck without waiting', () => {
  it('opens a person by part of a handle', async () => {
    await goesTo(desk, 'Diary');
    expect(await asks('wcb')).toBeLessThanOrEqual(MOST_KEYS.person);
    const ezra = (await recordsHeld(desk)).onlineIdentifier.find(
      ({ value }) => value.asSeen === 'ezra_wcb',
    );
    const person = (await recordsHeld(desk)).subject.find(({ id }) => id === ezra?.value.subjectId);
    await isOn(`${person?.value.name}`);
  });

  it('begins an act on the person whose name it is, and not on others whose records have an officer of that name', async () => {
    await goesTo(desk, 'Diary');
    const named = (await recordsHeld(desk)).subject.filter(({ value }) =>
      `${value.name}`.startsWith('Tamsin'),
    );
    expect(named).toHaveLength(1);
    expect(await asks('tamsin summary')).toBeLessThanOrEqual(MOST_KEYS.act);
    await isOn('Case summary');
    expect(await says(desk, TAMSIN)).toBe(true);
  });

  it('opens neither of two whose name or handle begins so', async () => {
    await goesTo(desk, 'Diary');
    await asks('kest');
    await sees(desk, 'What you typed fits several people: choose one');
    expect(await heading()).toContain('Diary');
    await taps(desk, 'Escape');
  });
});

/** Two presses: a row, and with Shift the twelfth from it. @param from - place of the first row */
async function selectsTwelve(press: (act: () => Promise<unknown>) => Promise<void>, from = 0) {
  const ticks = await desk.$$('tbody .cp-tick');
  const [first, twelfth] = [ticks[from], ticks[from + TWELVE - 1]];
  if (!first || !twelfth) throw new Error('There are fewer than twelve rows');
  await press(() => first.click());
  await desk.keyboard.down('Shift');
  await press(() => twelfth.click());
  await desk.keyboard.up('Shift');
  await sees(desk, `${TWELVE} selected`);
}

/** Place of the first of twelve rows in a run of whom none is among these people. */
async function twelveWithout(people: ReadonlySet<string>): Promise<number> {
  const names = await desk.$$eval('tr[data-row]', (rows) =>
    rows.map((row) => (row as HTMLElement).dataset.row ?? ''),
  );
  const place = names.findIndex((_, nth) => {
    const run = names.slice(nth, nth + TWELVE);
    return run.length === TWELVE && !run.some((id) => people.has(id));
  });
  if (place < 0) throw new Error('There are no such twelve');
  return place;
}

/** The list with nobody selected. */
async function opensList(): Promise<void> {
  await goesTo(desk, 'Subjects');
  await desk.waitForSelector('tr[data-row]');
  if (await says(desk, 'Clear the selection')) await presses(desk, 'Clear the selection');
  await until('nobody is selected', async () => !(await says(desk, 'Clear the selection')));
}

const selectedNames = () =>
  desk.$$eval('tr[data-row][aria-selected="true"] .cp-list__open', (all) =>
    all.map(({ textContent }) => textContent ?? ''),
  );

describe('twelve people', () => {
  it('are handed over in six presses, the card and its digits among them, and nobody else is shown', async () => {
    const before = await requestsHeld();
    await opensList();
    const { press, count } = counter();
    await selectsTwelve(press);
    const names = await selectedNames();
    expect(names).toHaveLength(TWELVE);
    expect(await axeProblems(desk)).toEqual([]);
    await press(() => presses(desk, 'Hand over'));
    await sees(desk, 'Which cases?');
    await until('the twelve are ticked', async () => (await boxes()).ticked === TWELVE);
    expect(await boxes()).toEqual({ ticked: TWELVE, all: TWELVE });
    for (const name of names) expect(await says(desk, name)).toBe(true);
    await press(async () => {
      const input = await control(desk, 'Your colleague’s card');
      await (input as ElementHandle<HTMLInputElement>).uploadFile(card);
    });
    await sees(desk, 'The card of');
    await press(() => chooses(desk, 'We read all of the digits'));
    await makes(press);
    expect(count()).toBeLessThanOrEqual(MOST_PRESSES);
    expect(await requestsHeld()).toBe(before + TWELVE);
  });

  it('are handed over again with the answers of the last time, and without its words', async () => {
    await opensList();
    const { press, count } = counter();
    // Nobody is asked about twice.
    await selectsTwelve(press, TWELVE);
    await press(() => presses(desk, 'Hand over'));
    await sees(desk, 'Which cases?');
    await press(() => presses(desk, 'Answer as last time'));
    await makes(press);
    expect(count()).toBeLessThanOrEqual(MOST_PRESSES - 1);
  });

  it('are printed for the officer’s own work in six presses, and in five after that', async () => {
    await desk.evaluate(() => {
      globalThis.print = () => void dispatchEvent(new Event('afterprint'));
    });
    await opensList();
    const first = counter();
    await selectsTwelve(first.press);
    await first.press(() => presses(desk, 'Print or export'));
    await sees(desk, `Print or export ${TWELVE} people`);
    await first.press(() => chooses(desk, 'Where is it going?', 'Nobody else, for my own work'));
    await first.press(() => presses(desk, 'Choose “Needed for a law enforcement task”'));
    await first.press(() => presses(desk, 'Print'));
    await sees(desk, 'The disclosure was logged');
    expect(first.count()).toBeLessThanOrEqual(MOST_PRESSES);

    await opensList();
    const again = counter();
    await selectsTwelve(again.press);
    await again.press(() => presses(desk, 'Print or export'));
    await sees(desk, `Print or export ${TWELVE} people`);
    await again.press(() => presses(desk, 'Answer as last time'));
    await again.press(() => presses(desk, 'Print'));
    await sees(desk, 'The disclosure was logged');
    expect(again.count()).toBeLessThanOrEqual(MOST_PRESSES - 1);
    const [last] = await disclosures();
    expect(last?.recipients).toEqual(['own-use', OFFICER.name]);
    expect(new Set(last?.records).size).toBe(TWELVE);
  });

  it('get a review each in six presses, and nobody else does', async () => {
    await opensList();
    const before = await decisionsHeld();
    const { press, count } = counter();
    await selectsTwelve(press, await twelveWithout(await closedCases()));
    const names = await selectedNames();
    await press(() => presses(desk, 'Set a review'));
    await sees(desk, `Set a review of ${TWELVE} cases`);
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10).split('-');
    await press(() => dates(desk, 'Review on', soon.toReversed().join('/')));
    await press(() => types(desk, 'Reason', 'Before the end of term.'));
    await press(() => presses(desk, `Set ${TWELVE} reviews`));
    await sees(desk, `${TWELVE} reviews are set`);
    expect(count()).toBeLessThanOrEqual(MOST_PRESSES);
    const set = (await recordsHeld(desk)).decision.filter(({ id }) => !before.has(id));
    const held = new Map((await recordsHeld(desk)).subject.map(({ id, value }) => [id, value]));
    expect(set.map(({ value }) => held.get(`${value.subjectId}`)?.name).toSorted()).toEqual(
      names.toSorted(),
    );
  });
});

const boxes = () =>
  desk.$$eval('main fieldset input[type=checkbox]', (all) => ({
    ticked: all.filter((box) => (box as HTMLInputElement).checked).length,
    all: all.length,
  }));

async function makes(press: (act: () => Promise<unknown>) => Promise<void>): Promise<void> {
  await saves(officer, () => press(() => presses(desk, 'Make the file for your colleague')));
  await sees(desk, 'The file was made and the disclosure logged');
}

async function requestsHeld(): Promise<number> {
  return (await recordsHeld(desk)).colleagueRequest.length;
}

async function closedCases(): Promise<ReadonlySet<string>> {
  const { decision } = await recordsHeld(desk);
  return new Set(
    decision
      .filter(({ value }) => value.outcome === 'close')
      .map(({ value }) => `${value.subjectId}`),
  );
}

async function decisionsHeld(): Promise<ReadonlySet<string>> {
  return new Set((await recordsHeld(desk)).decision.map(({ id }) => id));
}

interface Disclosed {
  readonly action: string;
  readonly recipients?: readonly string[];
  readonly records: readonly string[];
}

/** The last first. */
async function disclosures(): Promise<readonly Disclosed[]> {
  const all = (await askKeeper(desk, 'audit')) as readonly Disclosed[];
  return all.filter(({ action }) => action === 'disclosure').toReversed();
}
