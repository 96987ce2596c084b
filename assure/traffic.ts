/** An officer's whole tour under the browser's own network log: what our pages asked of the network, and of whom. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOfficer } from '../packages/extension/e2e/browser.ts';
import { addsScript, variantOf } from '../packages/extension/e2e/variant.ts';
import { toursEverything } from '../packages/extension/e2e/whole-tour.ts';
import { atLeast, exactly, type Measure, told } from './measure.ts';
import { type Asked, askedOf } from './net-log.ts';

/** A host that does not exist, by the names that never do. */
const ELSEWHERE = 'beacon.prevent.invalid';

/** Whom the browser itself asks about the forms of any page that is opened, with or without an extension. */
const AUTOFILL = 'content-autofill.googleapis.com';
const MAKER = /(^|\.)(google|googleapis|gstatic|gvt1)\.com$/;

export const traffic: Measure = {
  name: 'traffic',
  what: 'requests and DNS look-ups during an officer’s whole tour',
  async run({ extension, say }) {
    const tour = await logged(extension, async (officer) => {
      let screens = 0;
      await toursEverything(officer, {
        async visit() {
          screens += 1;
        },
      });
      return screens;
    });
    say(`${tour.result} screens, ${tour.asked.length} things asked of the network`);
    const ours = tour.asked.filter(({ by }) => by.startsWith('chrome-extension:'));
    const pages = /chrome-extension:|127\.0\.0\.1|localhost/;
    // The browser asks its maker for updates and lists; no page of ours or of the practice system stands behind that.
    const isBrowsers = ({ host, by }: Asked): boolean =>
      MAKER.test(host) &&
      (!pages.test(by) || (host === AUTOFILL && !by.includes('chrome-extension:')));
    const elsewhere = tour.asked.filter((each) => !isLoopback(each.host) && !isBrowsers(each));
    const toMaker = new Set(tour.asked.filter(isBrowsers).map(({ host }) => host));
    const control = await withBeacon(extension);
    return [
      atLeast('screens toured', tour.result, 55),
      atLeast(
        'requests seen to the practice system, by its own pages',
        tour.asked.length - ours.length,
        1,
      ),
      exactly('requests and look-ups by our pages', shown(ours), 'none'),
      exactly('by any page, to anything but the practice system', shown(elsewhere), 'none'),
      told('of its maker, by the browser itself', [...toMaker].join(' ') || 'nothing'),
      atLeast(
        'control, a page of ours that fetches: requests and look-ups seen',
        control.filter(({ host }) => host === ELSEWHERE).length,
        1,
      ),
      told(
        'control, who was seen to ask',
        [...new Set(control.map(({ by }) => by.split('/')[0] ?? ''))].join(' '),
      ),
    ];
  },
};

function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === 'localhost' || host === '[::1]';
}

function shown(asked: readonly Asked[]): string {
  const what = asked.map(({ kind, host, by }) => `${kind} ${host} by ${by}`);
  return what.length === 0 ? 'none' : [...new Set(what)].slice(0, 4).join('; ');
}

type Officer = Awaited<ReturnType<typeof launchOfficer>>;

async function logged<T>(
  extension: string,
  use: (officer: Officer) => Promise<T>,
): Promise<{ readonly result: T; readonly asked: readonly Asked[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'net-log-'));
  const file = join(folder, 'log.json');
  try {
    const officer = await launchOfficer({
      extension,
      args: [`--log-net-log=${file}`, '--net-log-capture-mode=Everything'],
    });
    try {
      const result = await use(officer);
      await officer.close();
      return { result, asked: askedOf(readFileSync(file, 'utf8')) };
    } finally {
      await officer.kill();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A build that may reach out, and does from the workspace. */
async function withBeacon(extension: string): Promise<readonly Asked[]> {
  const variant = variantOf((dir) => {
    addsScript(
      dir,
      'workspace.html',
      'beacon.js',
      `fetch('http://${ELSEWHERE}/').catch(() => undefined).then(() => { globalThis.isAsked = true; });`,
    );
    const path = join(dir, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    const policy: string = manifest.content_security_policy.extension_pages;
    if (!policy.includes('connect-src')) throw new Error('The build has no policy to loosen');
    manifest.content_security_policy.extension_pages = policy.replace(
      'connect-src',
      `connect-src http://${ELSEWHERE}`,
    );
    writeFileSync(path, JSON.stringify(manifest));
  }, extension);
  try {
    const { asked } = await logged(variant.dir, async (officer) => {
      const page = await officer.open('workspace.html');
      await page.waitForFunction(() => 'isAsked' in globalThis);
    });
    return asked;
  } finally {
    variant.remove();
  }
}
