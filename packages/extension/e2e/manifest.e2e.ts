/** The abilities of the built extension, from its manifests and from a real page's view of it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import { BUILT, launchOfficer, type OfficerBrowser } from './browser.ts';
import { chromiumManifest, firefoxManifest, manifestOf } from './expected-manifest.ts';
import { sees, until } from './officer.ts';
import { servesPlainPage } from './plain-page.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { discardsDraft } from './tour.ts';
import { variantOf } from './variant.ts';

const FIREFOX = resolve(import.meta.dirname, '../.output/firefox-mv3');

describe('the manifest', () => {
  it('for Chromium asks for what the design names and nothing else', () => {
    expect(manifestOf(BUILT)).toEqual(chromiumManifest());
  });

  it.skipIf(!existsSync(FIREFOX))(
    'for Firefox asks for the same without what it does not have',
    () => {
      expect(manifestOf(FIREFOX)).toEqual(firefoxManifest());
    },
  );
});

it.each([
  ['snapshot.js', 30],
  ['fill.js', 12],
])('injects at most, gzipped, %s of %i kB', (name, kB) => {
  const script = readFileSync(join(BUILT, name));
  expect(gzipSync(script).length).toBeLessThanOrEqual(kB * 1024);
});

describe('a page in a browser with the extension', () => {
  let officer: OfficerBrowser;
  let rms: Awaited<ReturnType<typeof startPracticeRms>>;
  beforeAll(async () => {
    rms = await startPracticeRms({});
    officer = await launchPrepared();
    const workspace = await opensUnlocked(officer);
    await workspace.close();
  });
  afterAll(async () => {
    await officer?.close();
    await rms?.stop();
  });

  it.each(['summary', 'lists', 'legacy'])(
    'in the %s look runs none of our code before the press, and is not touched by it',
    async (look) => {
      const page = await officer.browser.newPage();
      const worlds = await worldsOf(page, officer.extensionId);
      await page.goto(`${rms.url}/${look}/records/1`);
      expect(worlds).toEqual([]);
      expect(await differences(page)).toEqual([]);

      await watchesMutations(page);
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const panel = await officer.press(page);
      await sees(panel, 'Save as referral');
      // Highlighting shows a place on the page with a style sheet of the extension, and adds no element.
      await panel.focus('[data-row]');
      await until('the place is shown', async () => {
        const shown = await Promise.all(
          page.frames().map((frame) => frame.evaluate(() => CSS.highlights.size)),
        );
        return Math.max(...shown) > 0;
      });

      expect(worlds.length).toBeGreaterThan(0);
      expect(await mutationsOf(page)).toEqual([]);
      expect(await differences(page)).toEqual([]);
      expect(requests).toEqual([]);
      await discardsDraft(panel);
      await panel.close();
      await page.close();
    },
  );

  it('cannot be told from one without: no file of it can be fetched, loaded or framed', async () => {
    expect(await reachableOf(officer)).toEqual([]);
  });
});

it('would be found out, if it offered its files to pages', async () => {
  const variant = variantOf((dir) => {
    const file = join(dir, 'manifest.json');
    const offered = { resources: ['*'], matches: ['<all_urls>'] };
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...manifest, web_accessible_resources: [offered] }));
  });
  const officer = await launchOfficer({ extension: variant.dir });
  try {
    const found = await reachableOf(officer);
    for (const how of ['fetch', 'script', 'link'])
      expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${how} `)));
  } finally {
    await officer.close();
    variant.remove();
  }
});

/** Every file of the extension that a web page can reach, and in which way. */
async function reachableOf(officer: OfficerBrowser): Promise<readonly string[]> {
  const files = readdirSync(BUILT, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => `chrome-extension://${officer.extensionId}/${name.split(sep).join('/')}`);
  expect(files.length).toBeGreaterThan(10);
  const plain = await servesPlainPage('<main></main>');
  const page = await officer.browser.newPage();
  try {
    await page.goto(plain.url);
    const found = await page.evaluate(reachable, files);
    const framed = page.frames().filter((frame) => frame.url().startsWith('chrome-extension:'));
    return [...found, ...framed.map((frame) => `frame ${frame.url()}`)];
  } finally {
    await page.close();
    await plain.stop();
  }
}

/** Worlds of the extension in the page, as they appear. */
async function worldsOf(page: Page, extensionId: string): Promise<readonly string[]> {
  const session = await page.createCDPSession();
  const worlds: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.includes(extensionId) || context.name.includes('Cyber Prevent'))
      worlds.push(`${context.name} ${context.origin}`);
  });
  await session.send('Runtime.enable');
  return worlds;
}

/** Compares the document in each frame with the one that the server sent. */
async function differences(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    const source = await (await fetch(frame.url())).text();
    const isSame = await frame.evaluate((html) => {
      const sent = new DOMParser().parseFromString(html, 'text/html');
      return sent.documentElement.outerHTML === document.documentElement.outerHTML;
    }, source);
    if (!isSame) found.push(frame.url());
  }
  return found;
}

interface Watched {
  mutations: string[];
}

async function watchesMutations(page: Page): Promise<void> {
  for (const frame of page.frames())
    await frame.evaluate(() => {
      const mutations: string[] = [];
      new MutationObserver((list) => {
        for (const { type, target } of list) mutations.push(`${type} ${target.nodeName}`);
      }).observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      (globalThis as unknown as Watched).mutations = mutations;
    });
}

async function mutationsOf(page: Page): Promise<readonly string[]> {
  const all = await Promise.all(
    page
      .frames()
      .map((frame) => frame.evaluate(() => (globalThis as unknown as Watched).mutations)),
  );
  return all.flat();
}

/**
 * Runs in a page: finds the addresses that answer to fetch, image, script or style sheet; those of pages are framed.
 */
async function reachable(addresses: readonly string[]): Promise<readonly string[]> {
  const loads = (tag: 'img' | 'script' | 'link' | 'iframe', address: string): Promise<boolean> =>
    new Promise((done) => {
      const element = document.createElement(tag);
      element.addEventListener('load', () => done(true));
      element.addEventListener('error', () => done(false));
      if (element instanceof HTMLLinkElement) {
        element.rel = 'stylesheet';
        element.href = address;
      } else element.src = address;
      document.body.append(element);
    });
  const found: string[] = [];
  for (const address of addresses) {
    const fetched = fetch(address, { mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
    if (await fetched) found.push(`fetch ${address}`);
    for (const tag of ['img', 'script', 'link'] as const)
      if (await loads(tag, address)) found.push(`${tag} ${address}`);
    // A refused frame also loads, with the browser's own page: the caller checks its content.
    if (address.endsWith('.html')) await loads('iframe', address);
  }
  return found;
}
