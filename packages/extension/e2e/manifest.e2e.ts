/** What the built extension may do, for each browser: exactly what is listed here, and nothing of it before a press. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeRms, startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { sees, setsUp } from './officer.ts';

const built = (browser: string) => resolve(import.meta.dirname, `../.output/${browser}-mv3`);
const manifestOf = (browser: string): Record<string, unknown> =>
  JSON.parse(readFileSync(resolve(built(browser), 'manifest.json'), 'utf8'));

const BOTH = [
  'activeTab',
  'scripting',
  'storage',
  'contextMenus',
  'alarms',
  'idle',
  'unlimitedStorage',
];
const NEVER = [
  'content_scripts',
  'web_accessible_resources',
  'host_permissions',
  'externally_connectable',
  'optional_permissions',
];
const PAGES =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; " +
  "font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types cp-worker";

describe.each([
  ['chrome', [...BOTH, 'offscreen', 'sidePanel']],
  ['firefox', BOTH],
] as const)('the build for %s', (browser, permissions) => {
  const manifest = manifestOf(browser);

  it('asks for exactly these permissions at install, and a host only when asked for', () => {
    expect([...(manifest.permissions as string[])].sort()).toEqual([...permissions].sort());
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    for (const member of NEVER) expect(manifest, member).not.toHaveProperty(member);
  });

  it('stays out of private windows and keeps its pages under the strict policy', () => {
    expect(manifest.incognito).toBe('not_allowed');
    expect(manifest.content_security_policy).toMatchObject({ extension_pages: PAGES });
  });

  it('reads hostile input in a frame that has an origin of its own and a policy of its own', () => {
    const page = readFileSync(resolve(built(browser), 'parse.html'), 'utf8');
    expect(page).toContain("default-src 'none'; script-src 'self' blob:; worker-src blob:");
    if (browser === 'chrome')
      expect(manifest).toMatchObject({
        sandbox: { pages: ['parse.html'] },
        content_security_policy: {
          sandbox:
            "sandbox allow-scripts; default-src 'none'; script-src 'self' blob:; worker-src blob:; base-uri 'none'; form-action 'none'",
        },
      });
  });

  it('injects no more than 30 kB, gzipped', () => {
    const script = readFileSync(resolve(built(browser), 'snapshot.js'));
    expect(gzipSync(script).length).toBeLessThanOrEqual(30_000);
  });
});

it('states the oldest browsers it runs in', () => {
  expect(manifestOf('chrome').minimum_chrome_version).toBe('137');
  expect(manifestOf('firefox').browser_specific_settings).toMatchObject({
    gecko: { strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
  });
});

describe('a page of a record system', () => {
  let rms: PracticeRms;
  let officer: OfficerBrowser;
  beforeAll(async () => {
    rms = await startPracticeRms();
    officer = await launchOfficer();
  });
  afterAll(async () => {
    await officer?.close();
    await rms?.stop();
  });

  it('runs none of our code until the press, and is not changed by it', async () => {
    const page = await officer.browser.newPage();
    const session = await page.createCDPSession();
    const worlds: string[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.origin));
    await session.send('Runtime.enable');
    await page.goto(`${rms.url}/summary/records/1`);
    const ours = () => worlds.filter((origin) => origin.includes(officer.extensionId));
    expect(ours()).toEqual([]);

    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      new MutationObserver((changes) => {
        for (const { type, target } of changes) seen.push(`${type} ${target.nodeName}`);
      }).observe(document, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
    });
    const before = await page.content();
    const asked = rms.requests.length;
    const panel = await officer.press(page);
    await setsUp(panel);
    await sees(panel, 'Review what was read');
    await sees(panel, 'Save as referral');

    expect(await page.content()).toBe(before);
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual(
      [],
    );
    expect(rms.requests.length).toBe(asked);
  });
});
