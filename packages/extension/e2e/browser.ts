/**
 * A real Chromium with the built extension, driven as an officer would: the toolbar action, the side panel, the
 * keyboard.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { PATIENCE_MS } from './officer.ts';

/** The folder of the built extension, as people would load it; another build can be given. */
export const BUILT =
  process.env.EXTENSION_PATH ?? resolve(import.meta.dirname, '../.output/chrome-mv3');

export interface LaunchOptions {
  /** Reused to see the data that survives a restart; a fresh one by default, deleted on close. */
  readonly profile?: string;
  readonly headless?: boolean;
  readonly extension?: string;
  /** More of the browser's own switches. */
  readonly args?: readonly string[];
}

export interface OfficerBrowser {
  readonly browser: Browser;
  readonly profile: string;
  readonly extensionId: string;
  /** Presses the toolbar action on the page, with the real `activeTab` grant, and gives the side panel. */
  press(page: Page): Promise<Page>;
  /** Opens a page of the extension in a tab, `workspace.html`. */
  open(path: string): Promise<Page>;
  /**
   * Puts the toolbar button next to the address bar and sets the suggested shortcut: an extension loaded by a driver
   * gets neither by itself.
   */
  settleIn(): Promise<void>;
  /** The side panel if it is open. */
  panel(): Promise<Page | undefined>;
  close(): Promise<void>;
  /** Ends the browser as a power cut would. */
  kill(): Promise<void>;
}

const ROOT = ['--no-sandbox', '--test-type'];

/** The machine's Chromium. @throws {Error} when there is none: tests that need it were already skipped by name */
export function chromiumPath(): string {
  const path = process.env.CHROMIUM_PATH;
  if (!path) throw new Error('No Chromium: set CHROMIUM_PATH, or run through npm test');
  return path;
}

export async function launchOfficer(options: LaunchOptions = {}): Promise<OfficerBrowser> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'officer-'));
  const isShown = options.headless === false;
  // As root Chromium does not start with its sandbox, and without it shows a warning that is meaningless to a person
  // here.
  const asRoot = process.getuid?.() === 0;
  const browser = await puppeteer.launch({
    executablePath: chromiumPath(),
    headless: options.headless ?? true,
    pipe: true,
    userDataDir: profile,
    enableExtensions: [options.extension ?? BUILT],
    defaultViewport: isShown ? null : { width: 1280, height: 900 },
    // A person works in this browser: the notice about automation is left out.
    ...(isShown ? { ignoreDefaultArgs: ['--enable-automation'] } : {}),
    args: [
      ...(isShown
        ? ['--window-size=1400,900', '--no-default-browser-check', ...(asRoot ? ROOT : [])]
        : ['--no-sandbox']),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.args ?? []),
    ],
  });
  const extensionId = await idOfExtension(browser);
  const panelTarget = (target: Target): boolean =>
    target.url().startsWith(`chrome-extension://${extensionId}/sidepanel.html`);

  return {
    browser,
    profile,
    extensionId,
    async press(page) {
      const extension = (await browser.extensions()).get(extensionId);
      if (!extension) throw new Error('The extension is not installed');
      await page.bringToFront();
      await page.triggerExtensionAction(extension);
      const target = await browser.waitForTarget(panelTarget, { timeout: PATIENCE_MS });
      return patient((await target.asPage()) as Page);
    },
    async open(path) {
      const page = patient(await browser.newPage());
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    async settleIn() {
      const page = await browser.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(async (id) => {
        const { developerPrivate } = chrome as unknown as ExtensionsPage;
        await developerPrivate.updateExtensionConfiguration({
          extensionId: id,
          pinnedToToolbar: true,
        });
        await developerPrivate.updateExtensionCommand({
          extensionId: id,
          commandName: '_execute_action',
          keybinding: 'Alt+Shift+C',
        });
      }, extensionId);
      await page.close();
    },
    async panel() {
      const target = browser.targets().find(panelTarget);
      return target && patient((await target.asPage()) as Page);
    },
    async close() {
      await browser.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
    async kill() {
      const child = browser.process();
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((done) => child.once('exit', () => done()));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Waits on the page have the patience for a slow machine. */
function patient(page: Page): Page {
  page.setDefaultTimeout(PATIENCE_MS);
  page.setDefaultNavigationTimeout(PATIENCE_MS);
  return page;
}

/** The interface of the browser's own page of extensions. */
interface ExtensionsPage {
  readonly developerPrivate: {
    updateExtensionConfiguration(update: {
      readonly extensionId: string;
      readonly pinnedToToolbar: boolean;
    }): Promise<void>;
    updateExtensionCommand(update: {
      readonly extensionId: string;
      readonly commandName: string;
      readonly keybinding: string;
    }): Promise<void>;
  };
}

/** The extension's id, from its service worker. */
async function idOfExtension(browser: Browser): Promise<string> {
  const target = await browser.waitForTarget(
    (candidate) =>
      candidate.type() === 'service_worker' && candidate.url().startsWith('chrome-extension://'),
    { timeout: PATIENCE_MS },
  );
  return new URL(target.url()).host;
}
