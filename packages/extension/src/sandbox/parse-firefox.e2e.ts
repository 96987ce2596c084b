import { rm } from 'node:fs/promises';
import { type Browser, launch } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type TestSite } from '../page/test-browser.js';
import { MANIFEST, writeExtension } from '../page/test-extension.js';
import { PARSE_PANEL } from './test-panel.js';

const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
const ID = 'cyber-prevent-test@toolkit.example';
/** Chosen beforehand, since Firefox makes up the address of an extension's pages. */
const HOST = '3f2b1c9a-1111-4222-8333-444455556666';

let browser: Browser;
let folder: string;
let site: TestSite;

beforeAll(async () => {
  site = await serve({ '/': 'here' });
  const { background: _, sandbox: __, ...manifest } = MANIFEST;
  const { extension_pages } = MANIFEST.content_security_policy;
  folder = await writeExtension(`${PARSE_PANEL}${onLoad(site.origin)}`, {
    ...manifest,
    content_security_policy: { extension_pages },
    browser_specific_settings: { gecko: { id: ID } },
  });
  browser = await launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }) },
  });
  await browser.installExtension(folder);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  site?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Firefox lets no driver into an extension's page while it loads, so the page tests itself and writes down what it saw. */
function onLoad(origin: string): string {
  return `
    const big = '<table>' + '<tr><th>Field</th><td>Value</td></tr>'.repeat(60_000) + '</table>';
    const at = { kind: 'html', url: 'https://rms.example/1' };
    void (async () => {
      const first = await test.parse({ ...at, html: '<dl><dt>Date of birth<dd>3 April 2011</dl>' });
      const slow = await test.parse({ ...at, html: big }, 50);
      const next = await test.parse({ kind: 'text', title: 'Call', text: 'Date of birth: 03/04/2011' });
      const frame = document.querySelector('iframe');
      const out = document.createElement('pre');
      out.id = 'out';
      out.textContent = JSON.stringify({
        value: first.ok ? first.value.rows[0]?.value : first.issues,
        slow: slow.ok ? 'read' : slow.issues[0]?.code,
        next: next.ok ? next.value.rows[0]?.value : next.issues,
        reachable: (() => { try { return frame.contentDocument !== null; } catch { return false; } })(),
      });
      document.body.append(out);
    })();
    void '${origin}';
  `;
}

describe('the parser in Firefox, which has no sandboxed extension pages', () => {
  it('reads in a worker of a frame without origin, and ends one that takes too long', async () => {
    const page = await browser.newPage();
    // Firefox never says that an extension's page has loaded.
    page.goto(`moz-extension://${HOST}/panel.html`).catch(() => undefined);
    const found = async (): Promise<unknown> => {
      for (const each of await browser.pages()) {
        const text = await each
          .evaluate(() => document.querySelector('#out')?.textContent)
          .catch(() => undefined);
        if (text) return JSON.parse(text);
      }
      return undefined;
    };
    await expect.poll(found, { timeout: 60_000, interval: 500 }).toEqual({
      value: '2011-04-03',
      slow: 'parse-too-slow',
      next: '2011-04-03',
      reachable: false,
    });
  }, 90_000);
});
