/**
 * A real Firefox with the built extension. No driver presses its toolbar button: an officer's work begins in the
 * workspace.
 */
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { until } from './officer.ts';

/** The built extension, as people would load it. */
const BUILT = resolve(import.meta.dirname, '../.output/firefox-mv3');
const ID = 'cyber-prevent@toolkit.example';
/** Chosen in advance, since Firefox invents the address of an extension's pages. */
const HOST = '7d1e5b42-1111-4222-8333-444455556666';

export interface FirefoxOfficer {
  readonly browser: Browser;
  /** Opens a page of the extension in a tab, `workspace.html`. */
  open(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** The machine's Firefox. @throws {Error} when there is none: tests that need it were already skipped by name */
export function firefoxPath(): string {
  const path = process.env.FIREFOX_PATH;
  if (!path) throw new Error('No Firefox: set FIREFOX_PATH, or run through npm test');
  return path;
}

/** @param downloads - folder for the files that are saved */
export async function launchFirefoxOfficer(downloads?: string): Promise<FirefoxOfficer> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    // Without it Firefox refuses to go to a page of an extension.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
      ...(downloads === undefined ? {} : savingTo(downloads)),
    },
  });
  try {
    await browser.installExtension(BUILT);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return {
    browser,
    async open(path) {
      const address = `moz-extension://${HOST}/${path}`;
      const page = await browser.newPage();
      namesKeysAsFirefox(page);
      // Firefox never reports that a page of an extension has loaded: its contents are awaited instead.
      page.goto(address).catch(() => undefined);
      await until(`${path} is there`, () =>
        page.evaluate((wanted) => location.href === wanted, address).catch(() => false),
      );
      return page;
    },
    close: () => browser.close(),
  };
}

/** Files are saved there without a question. */
function savingTo(folder: string): Record<string, unknown> {
  return {
    'browser.download.folderList': 2,
    'browser.download.dir': folder,
    'browser.download.useDownloadDir': true,
    // Its panel would take the next key presses.
    'browser.download.alwaysOpenPanel': false,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.start_downloads_in_tmp_dir': false,
    'browser.helperApps.neverAsk.saveToDisk': 'application/json,application/octet-stream',
  };
}

/** Runs the act and waits for the file that it saves into the folder. @returns its path */
export async function savesInto(folder: string, act: () => Promise<void>): Promise<string> {
  const before = new Set(readdirSync(folder));
  await act();
  let path = '';
  await until('the file is saved', async () => {
    const names = readdirSync(folder).filter((name) => !before.has(name));
    const [name] = names;
    if (name === undefined || names.some((each) => each.endsWith('.part'))) return false;
    path = join(folder, name);
    return statSync(path).size > 0;
  });
  return path;
}

/**
 * Translates Space: `officer.ts` uses Chromium's name for it, but Firefox's protocol names that key by its character.
 */
function namesKeysAsFirefox({ keyboard }: Page): void {
  const [down, up] = [keyboard.down.bind(keyboard), keyboard.up.bind(keyboard)];
  const press = keyboard.press.bind(keyboard);
  keyboard.down = (key, options) => down(key === 'Space' ? ' ' : key, options);
  keyboard.up = (key) => up(key === 'Space' ? ' ' : key);
  keyboard.press = (key, options) => press(key === 'Space' ? ' ' : key, options);
}
