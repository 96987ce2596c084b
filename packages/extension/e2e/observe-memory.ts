/**
 * After a lock no record and no typed text is in the memory of any page or worker of the extension. Words that exist
 * nowhere else were typed into every box of every screen; the same search finds them before the lock.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILT } from './browser.ts';
import { type HuntedHeap, huntHeaps } from './heap-hunt.ts';
import { askKeeper, recordsHeld } from './keeper-ask.ts';
import type { Observer } from './observer.ts';
import { control, goesTo, presses, sees, unlocks, until } from './officer.ts';
import { PLANTED, type Planter, plants } from './planting.ts';

/** Texts in records contain parts that are in code too; a longer text than this is a person's own. */
const LONG = 10;

/** @param planter - typed words into every box of the walk; the browser was launched with `WHOLE_STRINGS` */
export function observeMemory({ word }: Planter): Observer {
  return {
    tests(walked) {
      describe('after a lock', () => {
        let before: HuntedHeap;
        let after: HuntedHeap;
        let own: readonly string[];
        let words: readonly string[];
        let panel: Page;
        let workspace: Page;
        let passphrase: string;

        beforeAll(async () => {
          const { officer, recoveryKey, ...rest } = walked();
          ({ panel, workspace, passphrase } = rest);
          await halfTypes(panel, word);
          await halfTypes(workspace, word);
          own = await ownWords(workspace);
          words = [PLANTED, passphrase, recoveryKey, ...own];
          before = await huntHeaps(officer, words);

          await presses(workspace, 'Lock');
          for (const page of [panel, workspace]) await sees(page, 'Forgotten your passphrase?');
          after = await huntHeaps(officer, words);
        });
        afterAll(async () => {
          await unlocks(workspace, passphrase);
          for (const page of [panel, workspace]) await sees(page, 'Lock');
        });

        it('every page and worker was looked at, and before it they held what was typed', () => {
          const held = ['sidepanel.html', 'workspace.html', 'keeper.html', 'background.js'];
          expect([...new Set(before.pages)].sort()).toEqual(
            expect.arrayContaining(held.toSorted()),
          );
          expect([...new Set(after.pages)].sort()).toEqual(expect.arrayContaining(held.toSorted()));
          expect(own.length).toBeGreaterThan(10);
          const found = new Set(before.hits.map((hit) => hit.word));
          for (const each of [PLANTED, ...own]) expect([...found]).toContain(each);
        });

        it('none of them holds a word of it', () => {
          expect(after.hits).toEqual([]);
        });

        it('nor does what the browser keeps for the extension in memory', async () => {
          const kept = await workspace.evaluate(async () => [
            await chrome.storage.session.get(),
            { ...sessionStorage },
            { ...localStorage },
            history.state,
            document.documentElement.outerHTML,
          ]);
          for (const word of words) expect(JSON.stringify(kept)).not.toContain(word);
        });

        it('the browser is asked once a minute whether the officer is there, while the vault is open', async () => {
          const alarms = (): Promise<readonly string[]> =>
            workspace.evaluate(async () => (await chrome.alarms.getAll()).map(({ name }) => name));
          await until('no alarm is set', async () => (await alarms()).length === 0);
          await unlocks(workspace, passphrase);
          await until('the alarm is set', async () => (await alarms()).includes('cp-idle'));
          await presses(workspace, 'Lock');
          await sees(workspace, 'Forgotten your passphrase?');
          await until('the alarm is gone', async () => (await alarms()).length === 0);
        });

        it('a key makes every page blank, and it stays so until another key is pressed', async () => {
          await unlocks(workspace, passphrase);
          for (const page of [panel, workspace]) await sees(page, 'Lock');
          await panel.evaluate(() => Object.assign(globalThis, { before: true }));
          await workspace.keyboard.press('F9');
          // True with the page reloaded by then or not.
          for (const page of [panel, workspace])
            await until('the page is blank', () => isSoon(() => isBlank(page)));
          await until('the vault is locked', () =>
            isSoon(async () => (await stateOf(workspace)) === 'locked'),
          );
          await until('the page has begun anew', () =>
            isSoon(() => panel.evaluate(() => !('before' in globalThis))),
          );
          await sees(panel, 'Blank screen.');
          expect(await panel.evaluate(() => document.body.innerText.trim())).toMatch(
            /^Blank screen/,
          );
          await panel.keyboard.press('a');
          await sees(panel, 'Forgotten your passphrase?');
          expect(await workspace.evaluate(() => document.body.innerText.trim())).toMatch(
            /^Blank screen/,
          );
          await workspace.keyboard.press('a');
          await sees(workspace, 'Forgotten your passphrase?');
        });
      });
    },
  };
}

/** The keeper's state of the vault. */
async function stateOf(page: Page): Promise<string> {
  const { state } = (await askKeeper(page, 'join')) as { state: { name: string } };
  return state.name;
}

function isBlank(page: Page): Promise<boolean> {
  return page.evaluate(() => /^Blank screen/.test(document.body.innerText.trim()));
}

/** Asks the page, which may be closing: then the answer is not yet. */
async function isSoon(question: () => Promise<boolean>): Promise<boolean> {
  try {
    return await question();
  } catch (error) {
    if (/context was destroyed|detached/.test(String(error))) return false;
    throw error;
  }
}

/** Leaves the page with a half-typed form. */
async function halfTypes(page: Page, word: () => string): Promise<void> {
  await goesTo(page, 'Note');
  await control(page, 'Intelligence');
  await plants(page, word);
}

/** Texts in the records that are nowhere in the code: names, addresses, notes. */
async function ownWords(page: Page): Promise<readonly string[]> {
  const held = await recordsHeld(page);
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  for (const records of Object.values(held)) for (const { value } of records) collect(value);
  const code = readdirSync(BUILT, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|html)$/.test(name))
    .map((name) => readFileSync(join(BUILT, name), 'utf8').toLowerCase())
    .join();
  return [...found].filter(
    (text) =>
      text.length >= LONG && / |@|\+/.test(text) && !code.includes(text.trim().toLowerCase()),
  );
}
