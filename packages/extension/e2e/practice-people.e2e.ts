/** The practice caseload in a real Chromium: one press fills the vault in seconds, a lock cuts nothing short, one press empties it. */
import { availableParallelism, loadavg } from 'node:os';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from './accessibility-check.ts';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { keepsKey, setsUpTo } from './first-run-steps.ts';
import { recordsHeld } from './keeper-ask.ts';
import { goesTo, locks, presses, says, sees, unlocks, until } from './officer.ts';
import { opensSetting } from './tour-controls.ts';

const FILL = 'Fill the vault with fictional people';
const REMOVE = 'Remove the fictional people';
const SECTION = 'People to practise with';
/** The promise to an officer whose computer does nothing else. Milliseconds */
const WITHIN_MS = 10_000;
/** Programs that wait for each core: with other suites running, everything takes that much longer. */
const crowd = (): number => Math.max(1, (loadavg()[0] ?? 1) / availableParallelism());

describe('a practice vault', () => {
  let officer: OfficerBrowser;
  let desk: Page;

  beforeAll(async () => {
    officer = await launchOfficer();
    desk = await officer.open('workspace.html');
    await setsUpTo(desk);
    await keepsKey(desk);
  });
  afterAll(() => officer?.close());

  const people = async () =>
    (await recordsHeld(desk)).subject?.map(({ value }) => `${value.name}`) ?? [];

  it('is filled by one press at the end of the first run, within ten seconds', async () => {
    expect(await axeProblems(desk)).toEqual([]);
    const begun = performance.now();
    await presses(desk, FILL);
    await sees(desk, 'The vault has 40 fictional people.');
    expect(performance.now() - begun).toBeLessThan(WITHIN_MS * crowd());
    await presses(desk, 'Open the vault');
    await sees(desk, 'Settings');
    expect(await people()).toHaveLength(40);
    await goesTo(desk, 'Subjects');
    await sees(desk, 'Noor Haddadine');
    await goesTo(desk, 'Today');
    await sees(desk, 'Hamza Underhill');
  });

  it('is emptied by one press, which says before how much goes', async () => {
    await opensSetting(desk, SECTION);
    await sees(desk, 'records about 40 fictional people. It cannot be undone.');
    expect(await axeProblems(desk)).toEqual([]);
    await presses(desk, REMOVE);
    await sees(desk, 'You removed 40 fictional people');
    expect(await people()).toEqual([]);
  });

  it('is filled whole after a lock in the middle, with nobody twice', async () => {
    await presses(desk, FILL);
    await until('some people are there', async () => {
      const words = await desk.evaluate(() => document.body.innerText);
      return Number(/Filling the vault: (\d+) of/.exec(words)?.[1] ?? 0) >= 5;
    });
    await locks(desk);
    await unlocks(desk);
    await sees(desk, 'Settings');
    await opensSetting(desk, SECTION);
    await presses(desk, 'Finish filling the vault');
    await sees(desk, 'The vault has 40 fictional people.');
    const names = await people();
    expect(names).toHaveLength(40);
    // Two of them have one name.
    expect(new Set(names).size).toBe(39);
    expect(await says(desk, FILL)).toBe(false);
  });
});
