/** A small extension with the vault's files in its page, bundled as ours is and under the same policy. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { CHROMIUM, CHROMIUM_ARGS } from '../../page/test-browser.js';

/** As in the built manifest. */
const PAGES_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types cp-worker";

export const FILES_MANIFEST = {
  manifest_version: 3,
  name: 'Cyber Prevent Toolkit: test of files',
  version: '1',
  permissions: ['unlimitedStorage'],
  content_security_policy: { extension_pages: PAGES_POLICY },
};

/**
 * Writes the extension into its own folder.
 *
 * @param panel - the file whose script the page `panel.html` runs
 */
export async function writeFilesExtension(
  panel: 'test-files-panel.ts' | 'test-files-firefox.ts',
  manifest: object,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cyber-prevent-'));
  const input = fileURLToPath(new URL(panel, import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@cyber-prevent/source'] },
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: false,
      target: 'es2023',
      rolldownOptions: { input, output: { entryFileNames: 'panel.js' } },
    },
  });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'panel.html'),
    '<!doctype html><title>Panel</title><body><script type="module" src="/panel.js"></script>',
  );
  await writeFile(join(folder, 'background.js'), '');
  return folder;
}

export interface FilesBrowser {
  readonly browser: Browser;
  /** A page of the extension with `vault` in it. */
  openPanel(): Promise<Page>;
  /** Ends the browser as a power cut would, all its processes at once. */
  kill(): Promise<void>;
}

/** @param profile - a folder that keeps the files from one start to the next */
export async function openFilesBrowser(folder: string, profile: string): Promise<FilesBrowser> {
  const browser = await launch({
    executablePath: CHROMIUM,
    headless: true,
    pipe: true,
    userDataDir: profile,
    enableExtensions: [folder],
    args: CHROMIUM_ARGS,
  });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const origin = `chrome-extension://${new URL(worker.url()).host}`;
  return {
    browser,
    async openPanel() {
      const page = await browser.newPage();
      await page.goto(`${origin}/panel.html`);
      await page.waitForFunction('globalThis.vault !== undefined');
      return page;
    },
    async kill() {
      const child = browser.process();
      if (!child?.pid) return;
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGKILL');
      await gone;
    },
  };
}
