/** The files that roll an edition out, in the form that each browser reads on each system. */
import { describe, expect, it } from 'vitest';
import { rolloutFiles } from './rollout-files.mjs';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const POLICY = {
  lockMinutes: 5,
  requireReason: true,
  auditorKey: 'BEGIN\n"é"',
  setup: { force: '43', policyReference: 'A & B' },
  adapters: ['{ "id": "a\\\\b" }'],
};
const files = rolloutFiles({
  name: 'Wendingshire <test>',
  id: ID,
  firefoxId: 'cyber-prevent@wendingshire.example',
  hostedAt: 'https://software.example/?a=1&b=2/',
  version: '0.0.1.3',
  policy: POLICY,
});
const json = (name) => JSON.parse(files.get(name));

it('is a file for each browser and system, and one for updates', () => {
  expect([...files.keys()]).toEqual([
    'chromium-extension-settings.json',
    'chromium-linux.json',
    'chrome-windows.reg',
    'chrome-macos.mobileconfig',
    'edge-windows.reg',
    'edge-macos.mobileconfig',
    'firefox-policies.json',
    'updates.xml',
    'updates.json',
  ]);
});

it('installs the fixed id in Chromium, and takes updates from the same address', () => {
  expect(json('chromium-extension-settings.json')).toEqual({
    [ID]: {
      installation_mode: 'force_installed',
      update_url: 'https://software.example/?a=1&b=2/updates.xml',
      override_update_url: true,
    },
  });
});

it('gives the policy to the fixed id, and replaces no other policy of the browser', () => {
  expect(json('chromium-linux.json')).toEqual({ '3rdparty': { extensions: { [ID]: POLICY } } });
  for (const name of ['chrome-windows.reg', 'edge-windows.reg'])
    expect(files.get(name).toString('utf16le')).not.toContain('ExtensionSettings');
  for (const name of ['chrome-macos.mobileconfig', 'edge-macos.mobileconfig'])
    expect(files.get(name)).not.toContain('ExtensionSettings');
});

it('installs the fixed id in Firefox, with the same policy', () => {
  const { policies } = json('firefox-policies.json');
  expect(Object.keys(policies.ExtensionSettings)).toEqual(['cyber-prevent@wendingshire.example']);
  expect(policies['3rdparty'].Extensions['cyber-prevent@wendingshire.example']).toEqual(POLICY);
});

describe('the file for the Windows registry', () => {
  const text = files.get('edge-windows.reg').toString('utf16le');

  it('is UTF-16 with its mark and CRLF', () => {
    expect(text.startsWith('\ufeffWindows Registry Editor Version 5.00\r\n\r\n[-HKEY_')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('deletes what an earlier policy set, and nothing outside the extension’s own key', () => {
    const deleted = [...text.matchAll(/^\[-(.*)\]\r$/gm)].map(([, key]) => key);
    expect(deleted).toEqual([
      `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${ID}\\policy`,
    ]);
  });

  it('has each setting in its type under the key of the extension', () => {
    expect(text).toContain(
      `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${ID}\\policy]\r\n`,
    );
    expect(text).toContain('"lockMinutes"=dword:00000005\r\n');
    expect(text).toContain('"requireReason"=dword:00000001\r\n');
  });

  it('has lists and objects as JSON that survives the quotes', () => {
    const [, written = ''] = /"adapters"="(.*)"\r\n/.exec(text) ?? [];
    expect(JSON.parse(written.replace(/\\(["\\])/g, '$1'))).toEqual(POLICY.adapters);
  });

  it('has text of several lines as its bytes', () => {
    const [, hex = ''] = /"auditorKey"=hex\(1\):([0-9a-f,]+)\r\n/.exec(text) ?? [];
    const bytes = Buffer.from(hex.replaceAll(',', ''), 'hex');
    expect(bytes.toString('utf16le')).toBe(`${POLICY.auditorKey}\0`);
  });
});

describe('the profile for macOS', () => {
  const text = files.get('chrome-macos.mobileconfig');

  it('has the domain of the extension', () => {
    expect(text).toContain(`<string>com.google.Chrome.extensions.${ID}</string>`);
    expect(text).toContain('<key>lockMinutes</key>\n<integer>5</integer>');
    expect(text).toContain('<key>requireReason</key>\n<true/>');
  });

  it('writes every text as text', () => {
    expect(text).toContain('<string>Wendingshire &lt;test&gt;</string>');
    expect(text).toContain('<string>A &amp; B</string>');
  });

  it('has the same ids each time, so that the next replaces it', () => {
    const [first, ...others] = [...text.matchAll(/<string>([0-9A-F]{8}-[0-9A-F-]{27})<\/string>/g)];
    expect(others).toHaveLength(1);
    expect(new Set([first, ...others].map(([, id]) => id)).size).toBe(2);
  });
});

it('offers the version to both browsers', () => {
  expect(files.get('updates.xml')).toContain(`appid="${ID}"`);
  expect(files.get('updates.xml')).toContain(
    'codebase="https://software.example/?a=1&amp;b=2/cyber-prevent.crx" version="0.0.1.3"',
  );
  expect(json('updates.json').addons['cyber-prevent@wendingshire.example'].updates).toEqual([
    { version: '0.0.1.3', update_link: 'https://software.example/?a=1&b=2/cyber-prevent.xpi' },
  ]);
});
