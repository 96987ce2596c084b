/**
 * The same small extension in Firefox. No driver can inspect its pages there, so they test themselves and write down
 * the results.
 */
import { rm } from 'node:fs/promises';
import { type Browser, launch } from 'puppeteer-core';
import { MANIFEST, writeExtension } from './test-extension.js';

const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
const ID = 'cyber-prevent-test@toolkit.example';
/** Chosen in advance, since Firefox invents the address of an extension's pages. */
const HOST = '3f2b1c9a-1111-4222-8333-444455556666';

export interface FirefoxExtension {
  readonly browser: Browser;
  /** Opens the panel, whose script leaves a promise of JSON in `globalThis.seen`; undefined while there is none. */
  openPanel(): Promise<void>;
  seen(): Promise<unknown>;
  close(): Promise<void>;
}

export const MANIFEST_IN_FIREFOX = { browser_specific_settings: { gecko: { id: ID } } };

export async function openFirefoxExtension(panelScript: string): Promise<FirefoxExtension> {
  const { background: _worker, sandbox: _pages, ...manifest } = MANIFEST;
  const { extension_pages } = MANIFEST.content_security_policy;
  const writeDown = `
    globalThis.seen.catch((error) => String(error?.stack ?? error)).then((seen) => {
      const out = document.createElement('pre');
      out.id = 'out';
      out.textContent = JSON.stringify(seen);
      document.body.append(out);
    });`;
  const folder = await writeExtension(panelScript + writeDown, {
    ...manifest,
    content_security_policy: { extension_pages },
    ...MANIFEST_IN_FIREFOX,
  });
  return loadIntoFirefox(folder);
}

/** @param folder - deleted on close; its `panel.html` writes its results, as JSON, into `#out` */
export async function loadIntoFirefox(folder: string): Promise<FirefoxExtension> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }) },
  });
  await browser.installExtension(folder);
  return {
    browser,
    async openPanel() {
      const page = await browser.newPage();
      // Firefox never reports that an extension's page has loaded.
      page.goto(`moz-extension://${HOST}/panel.html`).catch(() => undefined);
    },
    async seen() {
      for (const page of await browser.pages()) {
        const text = await page
          .evaluate(() => document.querySelector('#out')?.textContent)
          .catch(() => undefined);
        if (text) return JSON.parse(text);
      }
      return undefined;
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
