import { readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** Facts of one edition. `edition.json` holds our own; `pnpm edition` writes a force's in the copy that it builds. */
interface Edition {
  readonly name: string;
  readonly firefoxId: string;
  /** Export conditions of the packages: from source here, none where packed packages are installed. */
  readonly conditions: readonly string[];
  /** Base64 public key that fixes the id in Chromium; without it the id depends on the folder. */
  readonly key?: string;
  /** Higher than the version of the release, so that browsers take a force's next build. */
  readonly version?: string;
  /** Address at which Firefox looks for updates; without one it asks addons.mozilla.org. */
  readonly firefoxUpdates?: string;
}

const edition: Edition = JSON.parse(readFileSync(new URL('edition.json', import.meta.url), 'utf8'));

/** Production policy of our own pages: nothing from outside, no eval; WebAssembly is for Argon2id alone. */
const PAGES =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; " +
  "font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types cp-worker";

/** Policy of the sandboxed parser: an origin of its own, workers from blobs, and nothing else. */
const SANDBOX =
  "sandbox allow-scripts; default-src 'none'; script-src 'self' blob:; worker-src blob:; base-uri 'none'; form-action 'none'";

const SHARED_PERMISSIONS = [
  'activeTab',
  'scripting',
  'storage',
  'contextMenus',
  'alarms',
  'idle',
  'unlimitedStorage',
];

/** Drawn by `scripts/icons.mjs`. The button shows a lock until the keeper says that a vault is open. */
const icons = (name: string) =>
  Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/${name}${size}.png`]));

export default defineConfig({
  srcDir: 'src',
  outDir: '.output',
  imports: false,
  manifestVersion: 3,
  dev: { server: { port: 4180 } },
  vite: ({ mode }) => ({
    plugins: [preact({ devToolsEnabled: false })],
    resolve: { conditions: [...edition.conditions] },
    build: {
      sourcemap: mode === 'development',
      target: 'es2023',
      // A late view's imports lie on this disk: a table of them in the first load costs more than asking one by one.
      modulePreload: {
        resolveDependencies: (_, needed, { hostType }) => (hostType === 'html' ? needed : []),
      },
    },
    css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ['node_modules'] } } },
  }),
  manifest: ({ browser, mode }) => {
    const firefox = browser === 'firefox';
    return {
      name: edition.name,
      ...(edition.version ? { version: edition.version } : {}),
      ...(edition.key && !firefox ? { key: edition.key } : {}),
      short_name: 'Cyber Prevent',
      description:
        'Captures, records and reports Cyber Choices work. Reads a page only when you ask.',
      minimum_chrome_version: firefox ? undefined : '137',
      incognito: 'not_allowed',
      permissions: firefox ? SHARED_PERMISSIONS : [...SHARED_PERMISSIONS, 'offscreen', 'sidePanel'],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
      // Firefox reads its policies without a schema.
      ...(firefox ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
      // Firefox knows no sandboxed pages: there the frame's own attribute and the page's own policy do it.
      ...(firefox ? {} : { sandbox: { pages: ['parse.html'] } }),
      icons: icons(''),
      action: { default_title: 'Capture this page', default_icon: icons('locked-') },
      commands: {
        _execute_action: {
          suggested_key: { default: 'Alt+Shift+C' },
          description: 'Capture this page',
        },
        'clip-selection': {
          suggested_key: { default: 'Alt+Shift+X' },
          description: 'Clip the selection',
        },
        'point-at': {
          suggested_key: { default: 'Alt+Shift+Y' },
          description: 'Point at a value while teaching a page',
        },
      },
      content_security_policy: {
        // Hot reload needs what production forbids; a test asserts the production build.
        ...(mode === 'development' ? {} : { extension_pages: PAGES }),
        ...(firefox ? {} : { sandbox: SANDBOX }),
      },
      ...(firefox
        ? {
            browser_specific_settings: {
              gecko: {
                id: edition.firefoxId,
                ...(edition.firefoxUpdates ? { update_url: edition.firefoxUpdates } : {}),
                strict_min_version: '140.0',
                data_collection_permissions: { required: ['none'] },
              },
            },
          }
        : {}),
    };
  },
});
