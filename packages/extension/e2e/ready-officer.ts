/** An officer at work: the vault is set up, the panel is open beside a page, and no draft is left of the first press. */
import type { Page } from 'puppeteer-core';
import type { OfficerBrowser } from './browser.ts';
import { discards } from './journey-steps.ts';
import { sees, unlocks } from './officer.ts';
import { launchPrepared } from './prepared-officer.ts';

export interface ReadyOfficer extends OfficerBrowser {
  /** The page that was pressed on first. */
  readonly page: Page;
  /** The side panel that came of it. */
  readonly opened: Page;
  /** What pages, and the panel, put before the officer in a box of the browser. Each was closed. */
  readonly dialogs: readonly string[];
  /** Opens an address in a tab of its own. */
  opens(address: string): Promise<Page>;
  /**
   * Clips what is selected on the tab in front, by the keys for it. No driver can press the keys of an extension, so the
   * browser's own handler is called as the press would call it.
   */
  clips(): Promise<void>;
  /** Runs in the service worker. */
  inWorker<T>(expression: string): Promise<T>;
  /** The longest that the panel kept anybody waiting since this was last asked. Milliseconds. */
  longestWait(): Promise<number>;
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
  await panel.evaluate(() => {
    let last = performance.now();
    setInterval(() => {
      const { dataset } = document.documentElement;
      dataset.longest = String(Math.max(Number(dataset.longest ?? 0), performance.now() - last));
      last = performance.now();
    }, 10);
  });
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
    longestWait: () =>
      panel.evaluate(() => {
        const longest = Number(document.documentElement.dataset.longest ?? 0);
        document.documentElement.dataset.longest = '0';
        return longest;
      }),
  };
}
