/**
 * A force's settings for every officer, read by a real browser from its managed policies, and the lock when the browser
 * reports that the officer has left.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { setsUp } from './first-run-steps.ts';
import { askKeeper } from './keeper-ask.ts';
import { keepsSubject } from './keeps-subject.ts';
import { launchManaged, type ManagedOfficer, POLICY_FOLDER } from './managed-policy.ts';
import { goesTo, locks, presses, sees, unlocks } from './officer.ts';
import { opensSetting } from './tour-controls.ts';

const POLICY = {
  fips: true,
  lockMinutes: 2,
  requireReason: true,
  adapters: ['{ "id": "north-rms/referral" }'],
  adaptersOff: [{ id: 'practice-rms/legacy', versions: '<2' }],
};
const CAN_WRITE = POLICY_FOLDER !== undefined;

describe.skipIf(!CAN_WRITE)('a managed policy (needs the right to write in /etc)', () => {
  let managed: ManagedOfficer;
  let officer: OfficerBrowser;
  let desk: Page;

  beforeAll(async () => {
    managed = await launchManaged(POLICY);
    ({ officer, desk } = managed);
    await setsUp(desk);
  });
  afterAll(() => managed?.close());

  it('is read as it was written, and no page can change it', async () => {
    expect(await managed.handedOut()).toEqual(POLICY);
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
    // The fifth of an officer's choices; the page's own reason would be “case-work”.
    await desk.keyboard.press('5');
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
