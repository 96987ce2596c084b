/** Types words that stand nowhere else into the boxes of a screen, so that they can be searched for. */
import type { Page } from 'puppeteer-core';

/** Types a word into each box that is shown and takes any text, key by key. @returns their labels */
export async function plants(page: Page, word: () => string): Promise<readonly string[]> {
  const boxes = await page.$$(
    'main input[type=text]:not([inputmode=numeric]), main input[type=password], main textarea',
  );
  const labels: string[] = [];
  for (const box of boxes) {
    const label = await box.evaluate((element) =>
      element.checkVisibility() ? (element.labels?.[0]?.textContent ?? '').trim() : 'Time',
    );
    // A time of day takes digits; a word there would stop the save.
    if (label === 'Time') continue;
    await box.focus();
    await box.evaluate((element) => element.select());
    const lines = await box.evaluate((element) => element.localName === 'textarea');
    await page.keyboard.type(lines ? `Name: ${word()}` : word());
    labels.push(label);
  }
  return labels;
}
