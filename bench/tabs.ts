/** The pages to press on, each in its own tab, so that presses can alternate between them. */
import type { Browser, Page } from 'puppeteer-core';
import { watchLongTasks } from './long-task.ts';

export interface Tabs {
  /** Opens one page for each address, and closes the earlier ones. */
  show(urls: readonly string[]): Promise<void>;
  /** @param place - of the page's address in the list shown */
  at(place: number): Page;
}

export async function openTabs(browser: Browser, url: string): Promise<Tabs> {
  const pages = [await browser.newPage()];
  const show = async (urls: readonly string[]): Promise<void> => {
    while (pages.length > urls.length) await pages.pop()?.close();
    for (const [place, next] of urls.entries()) {
      const page = pages[place] ?? (await browser.newPage());
      pages[place] = page;
      await page.bringToFront();
      await page.goto(next);
      await watchLongTasks(page);
    }
  };
  await show([url]);
  return {
    show,
    at(place) {
      const page = pages[place];
      if (!page) throw new RangeError(`No page was shown in place ${place}`);
      return page;
    },
  };
}

/** Brings the page to the front and waits for its paint: the browser's work to show a tab is not part of the press. */
export async function comesForward(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}
