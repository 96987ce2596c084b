/**
 * Made pages, read fast: one page of one headless Chromium, in which the toolkit's own snapshot script runs; what it
 * gives is read and drafted here.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CDPSession } from 'puppeteer-core';
import type { Draft, Reading } from '../../../packages/core/src/index.ts';
import { pageScript, runIn, startsBrowser } from '../page-script.ts';
import type { MadePage } from './make-page.ts';

export interface MadeReading {
  readonly page: MadePage;
  readonly reading: Reading;
  readonly draft: Draft;
}

export interface MadeReader {
  readonly browserVersion: string;
  /** In their order. The browser lays out the next page while the last one is read here. */
  readAll(pages: Iterable<MadePage>, each: (read: MadeReading) => void): Promise<void>;
  close(): Promise<void>;
}

type Reader = Pick<typeof import('../reader.ts'), 'readAnswerAlone'>;

/** @param loading - the reader, which may still be on its way while the browser starts */
export async function openMadeReader(loading: Promise<Reader>): Promise<MadeReader> {
  const [{ readAnswerAlone }, script, server, browser] = await Promise.all([
    loading,
    snapshotScript(),
    emptyPage(),
    startsBrowser(),
  ]);
  const page = await browser.newPage();
  await page.goto(server.url);
  const cdp = await page.createCDPSession();
  const contextId = await ownWorld(cdp);
  await runIn(cdp, contextId, script);
  const snapshot = ({ html }: MadePage): Promise<string> =>
    runIn(cdp, contextId, `madePages.snapshot(${JSON.stringify(html)})`);
  return {
    browserVersion: await browser.version(),
    async readAll(pages, each) {
      let last: { readonly page: MadePage; readonly answer: string } | undefined;
      const read = (): void => {
        if (last) each({ page: last.page, ...readAnswerAlone(last.answer) });
        last = undefined;
      };
      for (const page of pages) {
        const coming = snapshot(page);
        read();
        last = { page, answer: await coming };
      }
      read();
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** The reader's own entry, with the page's document written anew before each reading. */
function snapshotScript(): Promise<string> {
  return pageScript(`
        import { installSnapshot } from './install.ts';
        globalThis.madePages = {
          snapshot(html) {
            document.open();
            document.write(html);
            document.close();
            return installSnapshot();
          },
        };`);
}

/** A document with an address, in which the pages are written. */
async function emptyPage(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Empty</title>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/record`, close: () => server.close() };
}

/** A world of the toolkit's own, as an extension's script has one. */
async function ownWorld(cdp: CDPSession): Promise<number> {
  await cdp.send('Page.enable');
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'cyber-prevent',
  });
  return executionContextId;
}
