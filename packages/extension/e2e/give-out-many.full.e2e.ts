/**
 * Twenty thousand people on record, each with a referral, given out as one file in the built extension: looked up,
 * prepared, stopped, prepared again and logged, each with its progress. Prints how long each part takes.
 */
import { buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { askKeeper } from './keeper-ask.ts';
import { chooses, goesTo, presses, sees, types } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { taps } from './struck-keys.ts';

const PEOPLE = 20_000;
const PER_COMMIT = 500;
/** Patience with one part of the work. */
const LONG_MS = 400_000;

declare const tasks: number[];

describe('a file of 20,000 people on record', () => {
  let officer: OfficerBrowser;
  let desk: Page;

  /** Runs a part, and prints its time and its longest task by the clock, which other programs can stretch. */
  const measures = async <T>(part: string, act: () => Promise<T>): Promise<T> => {
    await desk.evaluate(() => {
      const found: number[] = [];
      Object.assign(globalThis, { tasks: found });
      new PerformanceObserver((list) => {
        found.push(...list.getEntries().map(({ duration }) => duration));
      }).observe({ type: 'longtask' });
    });
    const from = performance.now();
    const result = await act();
    const tookMs = Math.round(performance.now() - from);
    const long = await desk.evaluate(() => tasks);
    const { JSHeapUsedSize = 0 } = await desk.metrics();
    const longestMs = Math.round(Math.max(0, ...long));
    const heapMB = Math.round(JSHeapUsedSize / 1024 ** 2);
    const longTasks = long.length;
    console.log(JSON.stringify({ part, people: PEOPLE, tookMs, longTasks, longestMs, heapMB }));
    return result;
  };
  const disclosures = async () =>
    ((await askKeeper(desk, 'audit')) as readonly { readonly action: string }[]).filter(
      ({ action }) => action === 'disclosure',
    ).length;

  beforeAll(async () => {
    officer = await launchPrepared();
    desk = await opensUnlocked(officer);
    for (let from = 0; from < PEOPLE; from += PER_COMMIT) await keeps(desk, from);
  });
  afterAll(() => officer?.close());

  it('is looked up with progress', async () => {
    await goesTo(desk, 'Subjects');
    await desk.waitForSelector('thead .cp-tick', { timeout: LONG_MS });
    await desk.focus('thead .cp-tick');
    await taps(desk, 'Space');
    await sees(desk, '20,000 selected');
    await measures('looked up', async () => {
      await presses(desk, 'Give out as a file');
      await sees(desk, 'of 20,000 people');
      await sees(desk, '20,000 of 20,000 referrals are ticked', LONG_MS);
    });
  });

  it('is stopped half-way, and leaves neither a log entry nor a file', async () => {
    await chooses(desk, 'Where is it going?', 'Partner agency');
    await types(desk, 'Who receives it?', 'DS Ines Marlow');
    await chooses(desk, 'Legal gateway', 'To safeguard a child');
    await chooses(desk, 'Spreadsheet (CSV)');
    await presses(desk, 'Prepare the file');
    await sees(desk, 'of 40,000 records checked');
    await presses(desk, 'Stop');
    await sees(desk, 'Making the file was stopped. Nothing was given out.');
    expect(await disclosures()).toBe(0);
    expect(await desk.$$('iframe')).toHaveLength(0);
  });

  it('is prepared, then logged and given out', async () => {
    await measures('prepared', async () => {
      await presses(desk, 'Prepare the file');
      await sees(desk, 'The file has 20,000 referrals.', LONG_MS);
    });
    const file = await measures('compared, logged and given out', () =>
      saves(officer, () => presses(desk, 'Give out the file'), undefined, LONG_MS),
    );
    expect(file.text.trim().split('\r\n')).toHaveLength(PEOPLE + 1);
    expect(await disclosures()).toBe(1);
    await sees(desk, '20,000 referrals were given out as a file');
  });
});

async function keeps(page: Page, from: number): Promise<void> {
  const changes = Array.from({ length: PER_COMMIT }, (_, at) => from + at).flatMap((nth) => {
    const subject = buildSubject({ name: `Rowan Vael ${nth}`, bornOn: '2010-03-14', emails: [] });
    const reference = `CC/2026/${nth}`;
    const referral = buildReferral({ subjectId: subject.id, reference, referrerId: undefined });
    return [newRecord('subject', subject), newRecord('referral', referral)];
  });
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}
