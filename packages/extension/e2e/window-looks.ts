/** The windows and colours that a screen is looked at in, and a picture of it in each. */
import type { Page } from 'puppeteer-core';
import type { Shot } from './contact-sheet.ts';
import { rests } from './whole-picture.ts';

/** Windows by what is written on their pictures: a panel, a small and a large screen, and one enlarged to 200 %. */
export const WINDOWS = {
  1920: { width: 1920, height: 1080 },
  1280: { width: 1280, height: 900 },
  360: { width: 360, height: 820 },
  // As the browser's own zoom does it: half the pixels of the page, each drawn twice as large.
  '200-percent': { width: 640, height: 450, deviceScaleFactor: 2 },
} as const;
export const WINDOW_NAMES = ['1920', '1280', '360', '200-percent'] as const;
export type WindowName = (typeof WINDOW_NAMES)[number];

export const COLOURS = ['light', 'dark'] as const;
export type Colour = (typeof COLOURS)[number];

/** Shows the page in that window and colour, and waits until it has come to rest. */
export async function looksAt(page: Page, window: WindowName, colour: Colour): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colour }]);
  const { width, height } = WINDOWS[window];
  const has = await page.evaluate(() => [innerWidth, innerHeight]);
  if (has[0] !== width || has[1] !== height) await page.setViewport(WINDOWS[window]);
  await rests(page);
}

/** A picture of the window as it stands, with what stays in sight at its edges. */
export async function shotOf(page: Page, name: string): Promise<Shot> {
  return { name, png: await page.screenshot() };
}
