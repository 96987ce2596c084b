/** Headless Chromium, with the reader in an isolated world on pages made of strings: for the end-to-end tests. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type FrameSnapshot, parseSnapshot } from '@cyber-prevent/core/page';
import { build } from 'esbuild';
import { type Browser, type CDPSession, launch, type Page } from 'puppeteer-core';
import type { FrameHead } from './frame-head.js';

export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A script as the build makes it: one file, no imports. */
export async function bundle(source: string, minify = true): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: source,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    minify,
    target: 'es2023',
    conditions: ['@cyber-prevent/source'],
  });
  return outputFiles[0]?.text ?? '';
}

/** Serves each path's HTML from this machine, and records the requests. */
export interface TestSite {
  readonly origin: string;
  readonly asked: string[];
  close(): void;
}

export async function serve(pages: Readonly<Record<string, string>>): Promise<TestSite> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/';
    asked.push(path);
    const html = pages[path];
    response.writeHead(html === undefined ? 404 : 200, {
      'content-type': html?.startsWith('%PDF') ? 'application/pdf' : 'text/html; charset=utf-8',
    });
    response.end(html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, asked, close: () => server.close() };
}

export function openChromium(): Promise<Browser> {
  return launch({ executablePath: CHROMIUM, headless: true, pipe: true, args: CHROMIUM_ARGS });
}

export interface FrameReport {
  readonly head: FrameHead;
  readonly frame: FrameSnapshot;
}

/** @param json - the result of `snapshotFrame` */
export function reportOf(json: string): FrameReport {
  const { head, frame } = JSON.parse(json);
  const parsed = parseSnapshot(JSON.stringify({ version: 1, unread: [], frames: [frame] }));
  const read = parsed.ok ? parsed.value.frames[0] : undefined;
  if (!read) throw new Error('The reader wrote no snapshot');
  return { head, frame: read };
}

/** The reader in an isolated world of a page's top frame, like an extension's script. */
export interface World {
  run<T>(expression: string): Promise<T>;
  report(): Promise<FrameReport>;
  readonly cdp: CDPSession;
  readonly contextId: number;
}

/** Value of the expression in one world of the page, once its promise is kept. */
export async function valueIn<T>(
  cdp: CDPSession,
  contextId: number,
  expression: string,
): Promise<T> {
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    contextId,
    expression,
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

export async function isolated(page: Page, script: string): Promise<World> {
  const cdp = await page.createCDPSession();
  await cdp.send('Page.enable');
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId: contextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'cyber-prevent',
  });
  const run = <T>(expression: string): Promise<T> => valueIn(cdp, contextId, expression);
  await run(script);
  return {
    cdp,
    contextId,
    run,
    report: async () => reportOf(await run<string>('reader.snapshotFrame()')),
  };
}
