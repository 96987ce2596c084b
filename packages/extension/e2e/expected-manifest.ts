/** The whole manifest of each build, so that a new key is a decision and not an accident; an edition's too. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const icons = (name: string) => ({
  16: `icon/${name}16.png`,
  32: `icon/${name}32.png`,
  48: `icon/${name}48.png`,
  128: `icon/${name}128.png`,
});

/** Facts of an edition that its manifest shows; those of our own build by default. */
export interface OwnFacts {
  readonly name: string;
  readonly version: RegExp;
  readonly firefoxId: string;
  /** Of an edition alone: the key that fixes the id in Chromium, and the address of updates for Firefox. */
  readonly key?: string;
  readonly firefoxUpdates?: string;
}

const OURS: OwnFacts = {
  name: 'Cyber Prevent Toolkit',
  version: /^\d+\.\d+\.\d+$/,
  firefoxId: 'cyber-prevent@toolkit.example',
};

const SHARED = {
  manifest_version: 3,
  short_name: 'Cyber Prevent',
  description: 'Captures, records and reports Cyber Choices work. Reads a page only when you ask.',
  incognito: 'not_allowed',
  optional_host_permissions: ['https://*/*', 'http://*/*'],
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
};
const PAGES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types cp-worker',
];
const PARSER = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'self' blob:",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
];
const PERMISSIONS = [
  'activeTab',
  'alarms',
  'contextMenus',
  'idle',
  'scripting',
  'storage',
  'unlimitedStorage',
];

/** @param own - the facts of an edition */
export function chromiumManifest({ name, version, key }: OwnFacts = OURS): object {
  return {
    ...SHARED,
    name,
    version: expect.stringMatching(version),
    ...(key === undefined ? {} : { key }),
    minimum_chrome_version: '137',
    permissions: [...PERMISSIONS, 'offscreen', 'sidePanel'].sort(),
    sandbox: { pages: ['parse.html'] },
    storage: { managed_schema: 'managed-schema.json' },
    content_security_policy: { extension_pages: PAGES, sandbox: PARSER },
    background: { service_worker: 'background.js' },
    side_panel: { default_path: 'sidepanel.html' },
  };
}

/** @param own - the facts of an edition */
export function firefoxManifest(own: OwnFacts = OURS): object {
  return {
    ...SHARED,
    name: own.name,
    version: expect.stringMatching(own.version),
    permissions: PERMISSIONS,
    content_security_policy: { extension_pages: PAGES },
    background: { scripts: ['background.js'] },
    sidebar_action: {
      default_panel: 'sidepanel.html',
      // The title of the page: an edition's name shows in the browser's list alone.
      default_title: 'Cyber Prevent Toolkit',
      open_at_install: false,
    },
    browser_specific_settings: {
      gecko: {
        id: own.firefoxId,
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
        ...(own.firefoxUpdates === undefined ? {} : { update_url: own.firefoxUpdates }),
      },
    },
  };
}

/** The manifest of a build, with permissions sorted and policies split. */
export function manifestOf(dir: string): Record<string, unknown> {
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
  const policies = Object.entries(manifest.content_security_policy as Record<string, string>);
  return {
    ...manifest,
    permissions: manifest.permissions.toSorted(),
    content_security_policy: Object.fromEntries(
      policies.map(([name, policy]) => [name, policy.split('; ')]),
    ),
  };
}
