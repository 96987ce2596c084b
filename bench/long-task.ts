/** Tasks over 50 ms, as the browser itself reports them, in a page of ours or in the page that is read. */
import type { Page } from 'puppeteer-core';

declare global {
  var benchLongTasks: number[] | undefined;
}

/** Starts listening; for the life of the document. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (globalThis.benchLongTasks) return;
    const tasks: number[] = [];
    globalThis.benchLongTasks = tasks;
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
}

/** Milliseconds of each long task since the last call; the browser has reported them all by the second frame. */
export async function takeLongTasks(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return globalThis.benchLongTasks?.splice(0) ?? [];
  });
}
