/**
 * A force's settings for every officer, read by a real browser from its managed policies, and the lock when the browser
 * reports that the officer has left.
 */
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  mkdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchOfficer, type OfficerBrowser } from './browser.ts';
import { setsUp } from './first-run-steps.ts';
import { askKeeper } from './keeper-ask.ts';
import { keepsSubject } from './keeps-subject.ts';
import { goesTo, locks, presses, sees, unlocks, until } from './officer.ts';
import { opensSetting } from './tour-controls.ts';
import { type Variant, variantOf } from './variant.ts';

const POLICY = {
  fips: true,
  lockMinutes: 2,
  requireReason: true,
  adapters: ['{ "id": "north-rms/referral" }'],
  adaptersOff: [{ id: 'practice-rms/legacy', versions: '<2' }],
};
const FILE = 'cyber-prevent-suite.json';

/** This browser's folder for policies; undefined when it is not writable. */
const folder = writable(
  /google-chrome/.test(chromiumPath())
    ? '/etc/opt/chrome/policies/managed'
    : /edge/.test(chromiumPath())
      ? '/etc/opt/edge/policies/managed'
      : '/etc/chromium/policies/managed',
);

describe.skipIf(folder === undefined)('a managed policy (needs the right to write in /etc)', () => {
  let officer: OfficerBrowser;
  let copy: Variant;
  let desk: Page;
  let made: string | undefined;

  beforeAll(async () => {
    // A new folder gives it an id that no other browser on this computer has.
    copy = variantOf(() => undefined);
    made = mkdirSync(folder ?? '', { recursive: true });
    const extensions = { [idOf(copy.dir)]: POLICY };
    writeFileSync(join(folder ?? '', FILE), JSON.stringify({ '3rdparty': { extensions } }));
    officer = await launchOfficer({ extension: copy.dir });
    desk = await officer.open('workspace.html');
    // The browser reads the policies of an extension a few seconds after it was first installed.
    await until(
      'the policy is there',
      () => desk.evaluate(async () => 'fips' in (await chrome.storage.managed.get())),
      45_000,
    );
    await setsUp(desk);
  });
  afterAll(async () => {
    await officer?.close();
    copy?.remove();
    rmSync(join(folder ?? '', FILE), { force: true });
    removeEmpty(folder ?? '', made);
  });

  it('is read as it was written, and no page can change it', async () => {
    expect(officer.extensionId).toBe(idOf(copy.dir));
    expect(await desk.evaluate(() => chrome.storage.managed.get())).toEqual(POLICY);
    await expect(desk.evaluate(() => chrome.storage.managed.set({ fips: false }))).rejects.toThrow(
      'read-only',
    );
  });

  it('decides how the passphrase is derived, and the longest time until the vault locks', async () => {
    const held = await desk.evaluate(() => chrome.storage.local.get('cp-vault-practice'));
    expect(held['cp-vault-practice']).toMatchObject({
      passphrase: { derivation: { name: 'pbkdf2-sha-256', iterations: 600_000 } },
    });
    await opensSetting(desk, 'When the vault locks');
    await sees(desk, 'Your force allows at most 2 minutes');
    const minutes = await desk.$$eval('main option, main input[type=radio]', (all) =>
      all.map((each) => (each as HTMLOptionElement | HTMLInputElement).value),
    );
    expect(minutes).toEqual(['1', '2']);
  });

  it('switches an adapter off, and says what is wrong with one that it hands out', async () => {
    // An error opens its section.
    await goesTo(desk, 'Settings');
    await sees(desk, '1.0.0 (switched off by your force)');
    await sees(desk, 'Line 1, column 1: “title” is missing.');
  });

  it('asks why a record is opened, takes one key for the answer, and logs that', async () => {
    const subject = await keepsSubject(desk, 'Petra Lindqvist');
    const looks = async () =>
      ((await askKeeper(desk, 'audit')) as readonly Logged[]).filter(
        ({ action, records }) => action === 'consultation' && records.includes(subject),
      );
    await goesTo(desk, 'Subjects');
    await presses(desk, 'Petra Lindqvist');
    await sees(desk, 'Why are you opening this record?');
    expect(await looks()).toEqual([]);
    // The sixth of an officer's choices; the page's own reason would be “case-work”.
    await desk.keyboard.press('6');
    await sees(desk, 'Opening this page was logged');
    expect((await looks()).map(({ reason }) => reason)).toEqual(['safeguarding']);

    // Given once, it applies to that record until the vault is locked.
    await goesTo(desk, 'Subjects');
    await presses(desk, 'Petra Lindqvist');
    await sees(desk, 'Opening this page was logged');
    expect(new Set((await looks()).map(({ reason }) => reason))).toEqual(new Set(['safeguarding']));
    await locks(desk);
    await unlocks(desk);
    await goesTo(desk, 'Subjects');
    await presses(desk, 'Petra Lindqvist');
    await sees(desk, 'Why are you opening this record?');
    await presses(desk, 'Do not open it');
    await sees(desk, 'Find a subject');
  });

  // Real idleness cannot be produced without a display: its event is sent instead.
  it.each(['locked', 'idle'])(
    'locks when the browser says that the computer is %s',
    async (idle) => {
      const target = await officer.browser.waitForTarget((one) => one.type() === 'service_worker');
      const worker = await target.worker();
      await worker?.evaluate((state) => {
        const { onStateChanged } = chrome.idle as unknown as { onStateChanged: Sendable };
        onStateChanged.dispatch(state);
      }, idle);
      await sees(desk, 'Forgotten your passphrase?');
      await unlocks(desk);
      await sees(desk, 'Settings');
    },
  );
});

interface Logged {
  readonly action: string;
  readonly records: readonly string[];
  readonly reason: string;
}

interface Sendable {
  dispatch(state: string): void;
}

/** The id that the browser derives from the path of an extension's folder. */
function idOf(dir: string): string {
  const digest = createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** @returns the folder, if it can be written to or made */
function writable(wanted: string): string | undefined {
  const above = wanted.split('/').slice(0, 3).join('/');
  for (const each of [wanted, above, '/etc'])
    try {
      accessSync(each, constants.W_OK);
      return wanted;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return undefined;
    }
  return undefined;
}

/** Removes the folders that were made for it, up to the first that was. */
function removeEmpty(from: string, first: string | undefined): void {
  if (first === undefined) return;
  for (let each = from; each.startsWith(first); each = join(each, '..')) rmdirSync(each);
}
