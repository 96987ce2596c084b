import { type PageSnapshot, parseSnapshot } from '@cyber-prevent/core/page';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnapshotFailure } from './snapshot-failure.js';
import type { SnapshotParts } from './take-snapshot.js';
import { serve, type TestSite } from './test-browser.js';
import { openExtension, type TestExtension } from './test-extension.js';

let extension: TestExtension;
let site: TestSite;
let tab: Page;

const PANEL = `
  import { createHighlighter } from './highlight.ts';
  import { takeSnapshot } from './take-snapshot.ts';
  const highlighter = createHighlighter(chrome.scripting);
  globalThis.test = {
    highlighter,
    async take(tabId) { return takeSnapshot({ tabId }, chrome.scripting); },
    async tabOf(url) { return (await chrome.tabs.query({})).find((tab) => tab.url?.startsWith(url))?.id; },
    async active() { return (await chrome.tabs.query({ active: true })).map((tab) => tab.id); },
  };
`;

interface Test {
  take(tabId: number): Promise<SnapshotParts | SnapshotFailure>;
  tabOf(url: string): Promise<number | undefined>;
  readonly highlighter: {
    show(tabId: number, place: object, scroll?: boolean): Promise<boolean>;
    clear(): Promise<void>;
  };
}
declare const test: Test;

beforeAll(async () => {
  const rows = Array.from(
    { length: 9_000 },
    (_, at) => `<tr><th>Label ${at}<td>Wert é😀 ${at}`,
  ).join('');
  site = await serve({
    '/': '<!doctype html><title>Record</title><p id="t">Rowan</p>',
    '/big': `<!doctype html><title>Big</title><table>${rows}</table>`,
    '/frames': `<!doctype html><title>Frames</title><iframe src="/inner"></iframe><iframe srcdoc="<p>from srcdoc</p>"></iframe>
      <iframe sandbox="allow-scripts" srcdoc="<p>sandboxed</p>"></iframe><iframe src="http://localhost:PORT/other?secret=1"></iframe>
      <iframe src="http://localhost:PORT/other" hidden></iframe><div id="host"></div>
      <script>document.getElementById('host').attachShadow({mode:'closed'}).innerHTML='<p>closed text</p><iframe srcdoc="<p>in shadow</p>"></iframe>'</script>`,
    '/inner': '<!doctype html><p>inner</p><iframe srcdoc="<p>innermost</p>"></iframe>',
    '/set':
      '<!doctype html><frameset cols="50%,50%"><frame src="/"><frame src="/inner"></frameset>',
    '/mark': `<!doctype html><body style="margin:0"><p id="t">Name: <b>Rowan</b> Vael</p><input id="i" value="x">
      <x-card id="card"><i slot="s">slotted</i></x-card><script>document.getElementById('card').attachShadow({mode:'closed'}).innerHTML='<p>a</p><p>in card</p><slot name="s"></slot>'</script>`,
    '/other': '<!doctype html><p>other</p>',
    '/paper.pdf':
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>',
  });
  extension = await openExtension(PANEL);
  tab = await extension.browser.newPage();
});
afterAll(async () => {
  await extension?.close();
  site?.close();
});

async function open(path: string): Promise<number> {
  await tab.goto(site.origin + path);
  const { port } = new URL(site.origin);
  // The pages name a port that is known only once the server is up.
  await tab.evaluate((at) => {
    for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[src*=":PORT"]'))
      frame.src = (frame.getAttribute('src') ?? '').replace('PORT', at);
  }, port);
  await tab.waitForNetworkIdle({ idleTime: 200 });
  const id = await extension.panel.evaluate((url) => test.tabOf(url), site.origin);
  if (id === undefined) throw new Error('No such tab');
  return id;
}

async function take(tabId: number): Promise<SnapshotParts> {
  const taken = await extension.panel.evaluate((id) => test.take(id), tabId);
  if (!taken.ok) throw new Error(taken.message);
  return taken;
}

function whole(parts: SnapshotParts): PageSnapshot {
  const parsed = parseSnapshot(parts.pieces.join(''));
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return parsed.value;
}

describe('taking a snapshot in an extension', () => {
  it('gives the page, its frames in order, and those that it may not read', async () => {
    const parts = await take(await open('/frames'));
    const snapshot = whole(parts);
    const texts = snapshot.frames.map(({ path, tree }) => [path, textsOf(tree)]);
    expect(texts).toEqual([
      [[], expect.stringContaining('closed text')],
      [[0], 'inner'],
      [[1], 'from srcdoc'],
      [[2], 'sandboxed'],
      [[5], 'in shadow'],
      [[0, 0], 'innermost'],
    ]);
    const { port } = new URL(site.origin);
    expect(snapshot.unread).toEqual([
      { path: [3], origin: `http://localhost:${port}`, why: 'other-origin' },
    ]);
    expect(parts.unread).toEqual(snapshot.unread);
  });

  it('reads framesets', async () => {
    const { frames, unread } = whole(await take(await open('/set')));
    expect(frames.map(({ path }) => path)).toEqual([[], [0], [1], [1, 0]]);
    expect(unread).toEqual([]);
  });

  it('hands a large page over in pieces, leaving nothing behind', async () => {
    const tabId = await open('/big');
    const parts = await take(tabId);
    expect(parts.pieces.length).toBeGreaterThan(4);
    expect(textsOf(whole(parts).frames[0]?.tree)).toContain('Wert é😀 8999');
    console.log(
      `${parts.nodeCount} nodes: read ${parts.readMs} ms, handed over in ${Math.round(parts.totalMs)} ms`,
    );
    const again = await take(tabId);
    expect(again.pieces.join('')).toBe(parts.pieces.join(''));
  });

  it('says what to do about pages that may not be read, and tabs that are gone', async () => {
    const why = async (url: string): Promise<string> => {
      const page = await extension.browser.newPage();
      await page.goto(url).catch(() => undefined);
      await page.bringToFront();
      const [id] = await extension.panel.evaluate(() =>
        (test as unknown as { active(): Promise<number[]> }).active(),
      );
      const taken = await extension.panel.evaluate((at) => test.take(at), id ?? -1);
      await page.close();
      return taken.ok ? 'read' : taken.why;
    };
    expect(await why('chrome://version')).toBe('cannot-read');
    expect(await why(`${site.origin}/paper.pdf`)).toBe('cannot-read');
    expect(await why(`http://localhost:${new URL(site.origin).port}/other`)).toBe('grant-gone');
    const gone = await extension.panel.evaluate(() => test.take(999_999));
    expect(gone).toMatchObject({ ok: false, why: 'nothing' });
  });
});

describe('showing a place on the page', () => {
  it('colours the value without touching the page, and takes the colour away', async () => {
    const tabId = await open('/mark');
    await take(tabId);
    const before = await tab.content();
    await tab.evaluate(() => {
      Object.assign(globalThis, { changes: 0 });
      new MutationObserver((list) => {
        (globalThis as unknown as { changes: number }).changes += list.length;
      }).observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
    const plain = await tab.screenshot({ encoding: 'base64' });
    const places = [
      { selector: '#t', verbatim: 'Rowan Vael' },
      {
        selector: 'html:nth-of-type(1) > body:nth-of-type(1) > p:nth-of-type(1) > b:nth-of-type(1)',
        verbatim: 'Rowan',
      },
      { selector: '#i', verbatim: 'x' },
      { selector: '#card >>> p:nth-of-type(2)', verbatim: 'in card' },
      { selector: '#card >>> slot:nth-of-type(1) > i:nth-of-type(1)', verbatim: 'slotted' },
    ];
    for (const place of places) {
      const shown = await extension.panel.evaluate(
        (id, at) => test.highlighter.show(id, { frame: [], ...at }),
        tabId,
        place,
      );
      expect([place.selector, shown]).toEqual([place.selector, true]);
      const marked = await tab.screenshot({ encoding: 'base64' });
      expect(marked === plain, place.selector).toBe(false);
    }
    const missed = await extension.panel.evaluate(
      (id) => test.highlighter.show(id, { frame: [], selector: '#gone', verbatim: '' }),
      tabId,
    );
    expect(missed).toBe(false);
    expect(await tab.screenshot({ encoding: 'base64' })).toBe(plain);
    expect(await tab.content()).toBe(before);
    expect(await tab.evaluate(() => (globalThis as unknown as { changes: number }).changes)).toBe(
      0,
    );
  });
});

it('shows a place on a page that was never read', async () => {
  const tabId = await open('/mark');
  const highlights = () => tab.evaluate(() => CSS.highlights.size);
  const shows = (selector: string) =>
    extension.panel.evaluate(
      (id, at) => test.highlighter.show(id, { frame: [], selector: at, verbatim: 'Rowan Vael' }),
      tabId,
      selector,
    );
  expect(await shows('#t')).toBe(true);
  expect(await highlights()).toBe(1);
  expect(await shows('#gone')).toBe(false);
  expect(await highlights()).toBe(0);
});

function textsOf(node: unknown): string {
  const { value, children = [] } = (node ?? {}) as { value?: string; children?: unknown[] };
  return (value ?? children.map(textsOf).join(' ')).trim();
}
