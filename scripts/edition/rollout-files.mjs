/** Files with which a force rolls its edition out: what each browser reads on each system, as its maker documents it. */
import { appleProfile, escapeXml } from './apple-profile.mjs';
import { registryFile } from './windows-registry.mjs';

export const CRX = 'cyber-prevent.crx';
export const XPI = 'cyber-prevent.xpi';
export const FIREFOX_UPDATES = 'updates.json';
const CHROMIUM_UPDATES = 'updates.xml';

const BROWSERS = [
  { name: 'chrome', registry: 'Google\\Chrome', domain: 'com.google.Chrome' },
  { name: 'edge', registry: 'Microsoft\\Edge', domain: 'com.microsoft.Edge' },
];

/**
 * @param edition - `name`, `id` (Chromium), `firefoxId`, `hostedAt`, `version` and the managed `policy`
 * @returns file name → content
 */
export function rolloutFiles({ name, id, firefoxId, hostedAt, version, policy }) {
  const settings = {
    [id]: {
      installation_mode: 'force_installed',
      update_url: `${hostedAt}${CHROMIUM_UPDATES}`,
      // Without it the address is only for the first install, and the manifest’s would be asked for updates.
      override_update_url: true,
    },
  };
  return new Map([
    // Apart from the others: a force has more extensions in this policy, and a file of ours would replace them.
    ['chromium-extension-settings.json', json(settings)],
    ['chromium-linux.json', json(thirdParty('extensions', id, policy))],
    ...BROWSERS.flatMap((browser) => [
      [
        `${browser.name}-windows.reg`,
        registryFile(
          `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${browser.registry}\\3rdparty\\extensions\\${id}\\policy`,
          policy,
        ),
      ],
      [
        `${browser.name}-macos.mobileconfig`,
        // On macOS the settings of an extension have a domain of their own.
        appleProfile(name, `${browser.domain}.extensions.${id}`, policy),
      ],
    ]),
    ['firefox-policies.json', json({ policies: firefoxPolicies({ firefoxId, hostedAt, policy }) })],
    [CHROMIUM_UPDATES, chromiumUpdates({ id, hostedAt, version })],
    [FIREFOX_UPDATES, json(firefoxUpdates({ firefoxId, hostedAt, version }))],
  ]);
}

function firefoxPolicies({ firefoxId, hostedAt, policy }) {
  return {
    ExtensionSettings: {
      [firefoxId]: { installation_mode: 'force_installed', install_url: `${hostedAt}${XPI}` },
    },
    ...thirdParty('Extensions', firefoxId, policy),
  };
}

function thirdParty(list, id, policy) {
  return { '3rdparty': { [list]: { [id]: policy } } };
}

function chromiumUpdates({ id, hostedAt, version }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${escapeXml(`${hostedAt}${CRX}`)}" version="${version}" />
  </app>
</gupdate>
`;
}

function firefoxUpdates({ firefoxId, hostedAt, version }) {
  return { addons: { [firefoxId]: { updates: [{ version, update_link: `${hostedAt}${XPI}` }] } } };
}

function json(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
