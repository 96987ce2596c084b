/** Presses and letters in a list of the workspace, each timed to the paint after it. */
import type { Page } from 'puppeteer-core';

/** From the press on the navigation to rows that are painted. */
export async function listOpened(page: Page, list: string): Promise<number> {
  return page.evaluate(async (words) => {
    const button = [...document.querySelectorAll<HTMLButtonElement>('.cp-shell__nav button')].find(
      ({ innerText }) => innerText.startsWith(words),
    );
    const start = performance.now();
    button?.click();
    do {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    } while (!document.querySelector('tr[data-row]'));
    // Seen within a frame, which is painted before the next task.
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
    return performance.now() - start;
  }, list);
}

/** From a press on an element of the list to the paint after it. */
export async function pressedInList(page: Page, selector: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const button = document.querySelector<HTMLElement>(`main ${wanted}`);
    if (!button) throw new Error(`Nothing to press: ${wanted}`);
    const start = performance.now();
    button.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
    return performance.now() - start;
  }, selector);
}

/** Filters the list by the first choice of a filter, and takes it off again: both to the paint. */
export async function filteredInList(page: Page): Promise<readonly number[]> {
  const panel = '.cp-filters__panel input[type=checkbox]';
  await pressedInList(page, '.cp-chip--add');
  await page.waitForSelector(panel);
  const times = [await pressedInList(page, panel), await pressedInList(page, panel)];
  await pressedInList(page, '.cp-chip--add');
  return times;
}

/** From each key sent by the keyboard to the paint after it; then the box is emptied again. */
export async function typedInList(page: Page, label: string, text: string): Promise<number[]> {
  await page.evaluate((words) => {
    const box = [...document.querySelectorAll<HTMLLabelElement>('label')].find(({ innerText }) =>
      innerText.startsWith(words),
    )?.control as HTMLInputElement | undefined;
    box?.focus();
    const times: number[] = [];
    Object.assign(globalThis, { benchKeys: times });
    box?.addEventListener('keydown', (event) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => void times.push(performance.now() - event.timeStamp);
      requestAnimationFrame(() => port2.postMessage(undefined));
    });
  }, label);
  const times = async (): Promise<number[]> =>
    page.evaluate(() => (globalThis as unknown as { benchKeys: number[] }).benchKeys.slice());
  for (const letter of text) {
    await page.keyboard.press(letter === ' ' ? 'Space' : (letter as 'a'));
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  for (let nth = 0; nth < text.length; nth += 1) {
    await page.keyboard.press('Backspace');
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return times();
}
