/** A headless browser, the toolkit's own snapshot script bundled for a page of it, and calls there. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, type CDPSession, launch } from 'puppeteer-core';
import { valueIn } from '../../packages/extension/src/page/test-browser.ts';

export function startsBrowser(): Promise<Browser> {
  return launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    defaultViewport: { width: 1280, height: 900 },
  });
}

/** @param contents - an entry that imports from the folder of the script */
export async function pageScript(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents,
      resolveDir: join(import.meta.dirname, '../../packages/extension/src/page'),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target: 'es2023',
    conditions: ['@cyber-prevent/source'],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** @returns the text that the expression gives; empty for anything else */
export async function runIn(
  cdp: CDPSession,
  contextId: number,
  expression: string,
): Promise<string> {
  const value = await valueIn<unknown>(cdp, contextId, expression);
  return typeof value === 'string' ? value : '';
}
