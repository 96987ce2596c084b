/**
 * Draws the icons of the extension from `packages/extension/icons/`: `node scripts/icons.mjs`, with CHROMIUM_PATH set. A
 * picture of its own for 16 px; the others are one drawing in several sizes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const extension = resolve(import.meta.dirname, '../packages/extension');
const { default: puppeteer } = await import(
  createRequire(join(extension, 'package.json')).resolve('puppeteer-core')
);
const SIZES = [16, 32, 48, 128];
const executablePath = process.env.CHROMIUM_PATH;
if (!executablePath) throw new Error('No Chromium: set CHROMIUM_PATH');

const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  const folder = join(extension, 'public/icon');
  mkdirSync(folder, { recursive: true });
  for (const state of ['open', 'locked'])
    for (const size of SIZES) {
      const source = join(extension, 'icons', `${state}${size === 16 ? '-16' : ''}.svg`);
      await page.setViewport({ width: size, height: size });
      await page.setContent(
        `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${readFileSync(source, 'utf8')}`,
      );
      const picture = await page.screenshot({ omitBackground: true });
      writeFileSync(join(folder, `${state === 'open' ? '' : 'locked-'}${size}.png`), picture);
    }
} finally {
  await browser.close();
}
