/**
 * A picture of a whole screen that has come to rest: a page grows while its parts load, and while its rows are painted.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { UNSTUCK } from './accessibility-check.ts';
import { until } from './officer.ts';
import type { Surface } from './whole-tour.ts';

/** One picture of each screen, for people to look at. */
export const SCREENS = resolve(import.meta.dirname, '../../../test-output/screens');
/** Pictures that the officers' guides show. */
export const GUIDE_PICTURES = resolve(import.meta.dirname, '../../../docs/officers/pictures');
/** Set to `all`, takes pictures that no test needs; set to `1`, also renews those of the guides. */
export const PICTURES = process.env.PICTURES ?? '';

const WIDTH = { panel: 360, workspace: 1280 } as const;
/** Offset of the height in a PNG: after its signature, the length and name of its first chunk, and its width. */
const HEIGHT_AT = 20;
const TRIES = 4;

export function pictureName(screen: string, surface: Surface): `${string}.png` {
  return `${screen}-${WIDTH[surface]}.png`;
}

/** File names mentioned in the guides. */
export function guidePictures(): readonly string[] {
  const folder = join(GUIDE_PICTURES, '..');
  const guides = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return guides.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/\(pictures\/([\w-]+\.png)\)/g)].map(
      ([, picture = '']) => picture,
    ),
  );
}

/** Waits until no part of the screen is still opening and its height is the same for three frames. */
export async function rests(page: Page): Promise<void> {
  await until('the screen has come to rest', () =>
    page.evaluate(async () => {
      const { body, documentElement } = document;
      if (body.innerText.includes('Opening…')) return false;
      const height = documentElement.scrollHeight;
      for (let frame = 0; frame < 3; frame += 1) {
        await new Promise(requestAnimationFrame);
        if (documentElement.scrollHeight !== height) return false;
      }
      return !body.innerText.includes('Opening…');
    }),
  );
}

/** @throws {Error} if the screen is higher than the picture at every try */
export async function takesPicture(page: Page, path: `${string}.png`): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await rests(page);
    await page.evaluate((style) => {
      const unstuck = new CSSStyleSheet();
      unstuck.replaceSync(style);
      document.adoptedStyleSheets.push(unstuck);
    }, UNSTUCK);
    await page.screenshot({ path, fullPage: true });
    await page.evaluate(() => void document.adoptedStyleSheets.pop());
    await rests(page);
    const [height, scale] = await page.evaluate(() => [
      document.documentElement.scrollHeight,
      devicePixelRatio,
    ]);
    const taken = readFileSync(path).readUInt32BE(HEIGHT_AT);
    if (Math.abs(taken - (height ?? 0) * (scale ?? 1)) <= 1) return;
  }
  throw new Error(`The screen grew under every picture of it: ${path}`);
}
