/** Pictures of many screens on one page, for people to look at side by side: joined by the browser, as one picture. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { SCREENS } from './whole-picture.ts';

/** Pictures of one screen each, and the sheets that join them. */
export const SHEETS = join(SCREENS, 'sheets');

export interface Shot {
  readonly name: string;
  readonly png: Uint8Array;
}

export interface Sheet {
  readonly title: string;
  readonly shots: readonly Shot[];
  /** Width of each picture on the sheet, in pixels. */
  readonly width: number;
  readonly columns: number;
}

const GAP = 16;

/** Keeps a picture by its name. */
export function keepsShot({ name, png }: Shot): void {
  mkdirSync(SHEETS, { recursive: true });
  writeFileSync(join(SHEETS, `${name}.png`), png);
}

/** Joins the pictures, each under its name, and keeps the sheet by its title. @returns its file */
export async function joinsSheet(browser: Browser, sheet: Sheet): Promise<string> {
  const { title, shots, width, columns } = sheet;
  mkdirSync(SHEETS, { recursive: true });
  const path = join(SHEETS, `sheet-${title}.png`) as `${string}.png`;
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: columns * (width + GAP) + GAP, height: 600 });
    await page.setContent(
      `<!doctype html><title>${title}</title><style>
        body { margin: 0; padding: ${GAP}px 0 0 ${GAP}px; background: #808080; }
        main { columns: ${columns}; column-gap: ${GAP}px; }
        figure { margin: 0; padding: 0 0 ${GAP}px; break-inside: avoid; }
        figcaption { font: 14px sans-serif; color: #ffffff; }
        img { display: block; width: ${width}px; }
      </style><main>${shots.map(figure).join('')}</main>`,
      { waitUntil: 'load' },
    );
    await page.screenshot({ path, fullPage: true });
  } finally {
    await page.close();
  }
  return path;
}

function figure({ name, png }: Shot): string {
  const data = Buffer.from(png).toString('base64');
  return `<figure><figcaption>${name}</figcaption><img alt="" src="data:image/png;base64,${data}"></figure>`;
}
