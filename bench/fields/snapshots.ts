/**
 * Snapshots of saved and of made pages: one page of one headless Chromium, in which the toolkit's own snapshot script
 * runs in each frame.
 */
import type { CDPSession } from 'puppeteer-core';
import { pageScript, runIn, startsBrowser } from './page-script.ts';
import { type SavedPage, servePages } from './saved-pages.ts';

export interface Snapshots {
  readonly browserVersion: string;
  /** The answers of all frames, each as the script gives it. */
  ofSaved(page: SavedPage): Promise<readonly string[]>;
  ofHtml(html: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** @param pages - folder of the saved pages */
export async function openSnapshots(pages: string): Promise<Snapshots> {
  const [script, server, browser] = await Promise.all([
    snapshotScript(),
    servePages(pages),
    startsBrowser(),
  ]);
  const page = await browser.newPage();
  page.setDefaultNavigationTimeout(PATIENCE_MS);
  const cdp = await page.createCDPSession();
  await cdp.send('Page.enable');
  return {
    browserVersion: await browser.version(),
    async ofSaved(saved) {
      await page.goto('about:blank');
      await page.goto(server.show(saved));
      await server.rest();
      return answers(cdp, script);
    },
    async ofHtml(html) {
      await page.goto(server.show(NO_PAGE));
      await page.setContent(html);
      return answers(cdp, script);
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** Milliseconds for a page to load: the machine may be busy. */
const PATIENCE_MS = 180_000;
/** An address for made pages, under which nothing is saved. */
const NO_PAGE: SavedPage = {
  system: '.',
  page: 'none',
  truth: { url: 'http://127.0.0.1/record' },
};

async function answers(cdp: CDPSession, script: string): Promise<readonly string[]> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const found: string[] = [];
  const waiting = [frameTree];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    waiting.push(...(next.childFrames ?? []));
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
      frameId: next.frame.id,
      worldName: 'cyber-prevent',
    });
    await runIn(cdp, executionContextId, script);
    const answer = await runIn(cdp, executionContextId, 'benchSnapshot()');
    if (answer !== '') found.push(answer);
  }
  return found;
}

/** The reader's own entry; a long frame's pieces are joined at once. */
function snapshotScript(): Promise<string> {
  return pageScript(`
        import { installSnapshot } from './install.ts';
        globalThis.benchSnapshot = async () => {
          const answer = await installSnapshot();
          if (answer === undefined) return '';
          const { token, pieceCount } = JSON.parse(answer.slice(0, answer.indexOf('\\n')));
          const more = [];
          for (let nth = 1; nth < pieceCount; nth += 1)
            more.push(globalThis.__cpSnapshot.piece(token, nth));
          return answer + more.join('');
        };`);
}
