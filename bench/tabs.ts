/** The pages that are pressed on, each in a tab of its own, so that presses can go from one to the other and back. */
import type { Browser, Page } from 'puppeteer-core';
import { watchLongTasks } from './long-task.ts';

export interface Tabs {
  /** Opens one page for each address; those shown before are gone. */
  show(urls: readonly string[]): Promise<void>;
  /** @param place - of the page's address among those shown */
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

/** In front, and painted there: what the browser does to show a tab is no part of the press. */
export async function comesForward(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}
