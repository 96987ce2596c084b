/**
 * An officer at work: the vault is set up, the panel is open next to a page, and no draft is left of the first press.
 */
import type { Page } from 'puppeteer-core';
import type { OfficerBrowser } from './browser.ts';
import { discards } from './journey-steps.ts';
import { draftHeld } from './keeper-ask.ts';
import { goesTo, says, sees, unlocks } from './officer.ts';
import { launchPrepared } from './prepared-officer.ts';
import { type ThreadTime, threadTimeWhile } from './thread-time.ts';

export interface ReadyOfficer extends OfficerBrowser {
  /** The first pressed page. */
  readonly page: Page;
  /** The side panel that it opened. */
  readonly opened: Page;
  /** Dialogs that pages, and the panel, showed to the officer. Each was closed. */
  readonly dialogs: readonly string[];
  /** Opens an address in a new tab. */
  opens(address: string): Promise<Page>;
  /**
   * Clips the selection on the tab in front, with its keys. No driver can press the keys of an extension, so the
   * browser's own handler is called as the press would call it.
   */
  clips(): Promise<void>;
  /** Runs in the service worker. */
  inWorker<T>(expression: string): Promise<T>;
  /** Processor time of the panel's thread during an act. */
  threadTime(act: () => Promise<unknown>): Promise<ThreadTime>;
  /**
   * Multiplies the time after which the panel gives up on a page, so that a page that is only delayed by other programs
   * is still read. 1 is an officer's own setting.
   */
  stretchesPatience(times: number): Promise<void>;
  /** Discards a draft that a failed test has left open, if there is one. */
  clears(): Promise<void>;
}

/** @param address - of the page to press on */
export async function readyOfficer(address: string): Promise<ReadyOfficer> {
  const officer = await launchPrepared();
  const dialogs: string[] = [];
  const notesDialogs = (page: Page): void => {
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  };
  const opens = async (url: string): Promise<Page> => {
    const page = await officer.browser.newPage();
    notesDialogs(page);
    await page.goto(url);
    return page;
  };
  const target = await officer.browser.waitForTarget((each) => each.type() === 'service_worker');
  const worker = await target.createCDPSession();
  const page = await opens(address);
  const panel = await officer.press(page);
  notesDialogs(panel);
  await unlocks(panel);
  await sees(panel, 'Review what was read');
  await discards(panel);
  const inWorker = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await worker.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'It failed');
    return result.value as T;
  };
  return {
    ...officer,
    page,
    opened: panel,
    dialogs,
    opens,
    inWorker,
    clips: () =>
      inWorker(`(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const open = chrome.sidePanel.open;
        chrome.sidePanel.open = async () => undefined;
        chrome.commands.onCommand.dispatch('clip-selection', tab);
        chrome.sidePanel.open = open;
      })()`),
    threadTime: (act) => threadTimeWhile(panel, act),
    stretchesPatience: (times) => panel.evaluate(slowsClock, times, SHORTEST_PATIENCE_MS),
    async clears() {
      if (await says(panel, 'Discard this draft')) return discards(panel);
      if ((await draftHeld(panel)) === undefined) return;
      await goesTo(panel, 'Capture');
      await discards(panel);
    },
  };
}

/** Shorter delays are for drawing and saving, not for giving up. */
const SHORTEST_PATIENCE_MS = 5_000;

/**
 * Runs in the panel. Slows both clocks alike, since the remaining time is computed from one and awaited with the other.
 */
function slowsClock(times: number, shortestMs: number): void {
  const kept = globalThis as typeof globalThis & {
    unslowed?: { readonly now: () => number; readonly wait: typeof setTimeout };
  };
  kept.unslowed ??= { now: performance.now.bind(performance), wait: setTimeout };
  const { now, wait } = kept.unslowed;
  const start = performance.now() - now() / times;
  performance.now = () => start + now() / times;
  kept.setTimeout = ((act: TimerHandler, ms = 0, ...rest: unknown[]) =>
    wait(act, ms < shortestMs ? ms : ms * times, ...rest)) as typeof setTimeout;
}
