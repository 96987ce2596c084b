/** A small extension made of our own parts, loaded into a real browser: for end-to-end tests that need one. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { bundle, CHROMIUM, CHROMIUM_ARGS } from './test-browser.js';

/** The policy of the built manifest. */
export const SANDBOX_POLICY =
  "sandbox allow-scripts; default-src 'none'; script-src 'self' blob:; worker-src blob:";
const PAGES_POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; frame-src 'self'; frame-ancestors 'self'; require-trusted-types-for 'script'";

/** The sandboxed page: a plain script, since Firefox loads no module there, with its own policy for Firefox. */
export const PARSE_PAGE = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' blob:; worker-src blob:"><title>Cyber Prevent Toolkit</title><script src="parse-frame.js"></script>`;

export const MANIFEST = {
  manifest_version: 3,
  name: 'Cyber Prevent Toolkit: test',
  version: '1',
  permissions: ['scripting'],
  host_permissions: ['http://127.0.0.1/*'],
  background: { service_worker: 'background.js' },
  sandbox: { pages: ['parse.html'] },
  content_security_policy: { extension_pages: PAGES_POLICY, sandbox: SANDBOX_POLICY },
};

export interface TestExtension {
  readonly browser: Browser;
  /** A page of the extension; its script is the one given. */
  readonly panel: Page;
  close(): Promise<void>;
}

/**
 * Writes the extension's files into a new folder.
 *
 * @param scripts - more scripts to bundle, by their file's name
 */
export async function writeExtension(
  panelScript: string,
  manifest: object,
  scripts: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cyber-prevent-'));
  const files: Record<string, string> = {
    'manifest.json': JSON.stringify(manifest),
    'background.js': '',
    'panel.html': '<!doctype html><title>Panel</title><body><script src="panel.js"></script>',
    'panel.js': await bundle(panelScript),
    'parse.html': PARSE_PAGE,
    'parse-frame.js': await bundle(
      "import { startParseFrame } from '../sandbox/parse-frame.ts'; startParseFrame();",
    ),
    'parse-worker.js': await bundle(
      "import { startParseWorker } from '../sandbox/parse-worker.ts'; startParseWorker();",
    ),
    'pointer.js': await bundle(
      "import { installPointer } from './pointing/pointer.ts'; installPointer();",
    ),
    // The result of an injection is the value of the script's last expression.
    'snapshot.js': `${await bundle("import { installSnapshot } from './install.ts'; import { keptReader } from './kept-reader.ts'; globalThis.__cpRead = keptReader('1', installSnapshot);")}\n__cpRead();`,
    'fill.js': `${await bundle("import { installFill } from './fill/install-fill.ts'; globalThis.__cpInstall = () => installFill('1');")}\n__cpInstall();`,
    'quiet.html': '<!doctype html><title>Quiet</title>',
  };
  for (const [name, script] of Object.entries(scripts)) files[name] = await bundle(script);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

export async function openExtension(
  panelScript: string,
  scripts?: Readonly<Record<string, string>>,
): Promise<TestExtension> {
  const folder = await writeExtension(panelScript, MANIFEST, scripts);
  const browser = await launch({
    executablePath: CHROMIUM,
    headless: true,
    pipe: true,
    enableExtensions: [folder],
    args: CHROMIUM_ARGS,
  });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const panel = await browser.newPage();
  await panel.goto(`chrome-extension://${new URL(worker.url()).host}/panel.html`);
  return {
    browser,
    panel,
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
