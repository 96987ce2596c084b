/**
 * Every key of the managed policy, in one browser: each is seen to act, then each is spoilt while the rest goes on
 * acting. The gate sets some of them in `policy.e2e.ts`.
 */
import {
  buildIntervention,
  buildReferral,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import { saves } from './downloads.ts';
import { setsUp } from './first-run-steps.ts';
import { askKeeper } from './keeper-ask.ts';
import { launchManaged, type ManagedOfficer, POLICY_FOLDER } from './managed-policy.ts';
import { goesTo, locks, OFFICER, presses, says, sees, unlocks } from './officer.ts';
import { type PlainPage, servesPlainPage } from './plain-page.ts';
import {
  GUIDE_PAGE,
  opensInstruments,
  opensNotice,
  opensPack,
  POLICY_KEY_NAMES,
  POLICY_KEYS,
  policyOf,
  SUBJECT,
  searches,
  type UnderPolicy,
} from './policy-keys.ts';
import { opensAll, opensSetting } from './tour-controls.ts';

/** Keys whose bad value the browser lets through to the extension. */
const LET_THROUGH = POLICY_KEY_NAMES.filter(
  (name) => POLICY_KEYS[name].told !== undefined || name === 'auditorKey',
);
const KEPT_BACK = POLICY_KEY_NAMES.filter((name) => !LET_THROUGH.includes(name));
const CAN_WRITE = POLICY_FOLDER !== undefined;

describe.skipIf(!CAN_WRITE)('a key of the policy (needs the right to write in /etc)', () => {
  let managed: ManagedOfficer;
  let page: PlainPage;
  let desk: Page;
  let at: UnderPolicy;

  beforeAll(async () => {
    page = await servesPlainPage(GUIDE_PAGE);
    managed = await launchManaged(policyOf('good'));
    desk = managed.desk;
    await sees(desk, 'Set by your force');
    const firstRun = await desk.evaluate(() => document.body.innerText);
    at = { officer: managed.officer, desk, page, firstRun };
    await setsUp(desk, { ...OFFICER, force: '' }, { policy: '' });
    await sees(desk, 'Settings');
    await keepsCase(desk);
  });
  afterAll(async () => {
    await managed?.close();
    await page?.stop();
  });

  it.each(POLICY_KEY_NAMES)('acts as its description says: %s', async (name) => {
    await POLICY_KEYS[name].acts(at);
  });

  describe('that cannot be used', () => {
    beforeAll(async () => {
      await opensSetting(desk, 'Adapters');
      await sees(desk, 'Enquiry register');
      await opensAll(desk);
      const exported = await saves(managed.officer, () => presses(desk, 'Export Enquiry register'));
      expect(exported.name).toBe('my-system.register.adapter.json');
      const bad = policyOf('bad', LET_THROUGH);
      const adapters = [exported.text, ...(bad.adapters as readonly string[])];
      await managed.changes({ ...policyOf('good'), ...bad, adapters });
      await locks(desk);
      await unlocks(desk);
      await sees(desk, 'Settings');
    });

    it.each(LET_THROUGH.filter((name) => POLICY_KEYS[name].told !== undefined))(
      'is told in the settings: %s',
      async (name) => {
        if (name === 'instruments') await opensInstruments(desk);
        else await opensSetting(desk, name === 'adapters' ? 'Adapters' : 'When the vault locks');
        await sees(desk, POLICY_KEYS[name].told ?? '');
      },
    );

    it('is told with nothing cut, in a narrow window and in large text', async () => {
      await opensSetting(desk, 'When the vault locks');
      await sees(desk, 'Part of your force’s policy cannot be used');
      expect(await axeProblems(desk)).toEqual([]);
      for (const width of [640, 360, 320]) expect(await sidewaysProblems(desk, width)).toEqual([]);
    });

    it('and names an auditor, stops every search, and says why', async () => {
      await sees(desk, 'names an auditor’s key that cannot be used');
      const before = await seals(desk);
      await searches(desk, 'Lindqvist');
      await sees(desk, 'Nobody is shown, because the search could not be logged.');
      expect(await seals(desk)).toBe(before);
    });

    it.each(['adapters', 'instruments', 'retention', 'timeLimits', 'hostClasses'] as const)(
      'leaves its other rows in force: %s',
      async (name) => {
        // The adapter is in the policy as it was exported.
        await POLICY_KEYS[name].acts(at);
      },
    );

    it.each(KEPT_BACK)('leaves the other keys in force: %s', async (name) => {
      await POLICY_KEYS[name].acts(at);
    });

    it('leaves the notice that ships, and the adapter switched on', async () => {
      await opensNotice(desk);
      await sees(desk, 'Nobody’s name is on it');
      expect(await says(desk, 'Form 12')).toBe(false);
      await presses(desk, 'Back to the subject');
      await opensSetting(desk, 'Adapters');
      await opensAll(desk);
      await sees(desk, 'practice-rms/legacy');
      expect(await says(desk, 'switched off by your force')).toBe(false);
    });
  });

  describe('of another type than the schema says', () => {
    beforeAll(async () => {
      const spoilt = { ...policyOf('good'), ...policyOf('bad', KEPT_BACK) };
      const others = POLICY_KEY_NAMES.filter((name) => !KEPT_BACK.includes(name));
      await managed.changes(spoilt, policyOf('good', others));
      await locks(desk);
      await unlocks(desk);
      await sees(desk, 'Settings');
    });

    it('is kept back by the browser, and the toolkit goes on as without it', async () => {
      await goesTo(desk, 'Subjects');
      await presses(desk, SUBJECT);
      await sees(desk, 'Opening this page was logged');
      expect(await says(desk, 'Why are you opening this record?')).toBe(false);
      await opensPack(desk);
      await sees(desk, 'Copy 1 of');
      await presses(desk, 'Close the paste pack');
    });

    it.each(POLICY_KEY_NAMES.filter((name) => !KEPT_BACK.includes(name)))(
      'leaves the other keys in force: %s',
      async (name) => {
        await POLICY_KEYS[name].acts(at);
      },
    );
  });
});

/** A person with a referral to decide and a contact, kept as their own screens would keep them. */
async function keepsCase(page: Page): Promise<void> {
  const person = buildSubject({ name: SUBJECT, bornOn: '2012-03-14', categories: [] });
  const of = { subjectId: person.id };
  const changes = [
    newRecord('subject', person),
    newRecord('referral', buildReferral({ ...of, receivedOn: '2026-11-20' })),
    newRecord('intervention', buildIntervention({ ...of, heldOn: '2026-11-20' })),
  ];
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}

/** The number of searches whose words are in the log, sealed. */
async function seals(page: Page): Promise<number> {
  return JSON.stringify(await askKeeper(page, 'audit')).split('"sealed"').length - 1;
}
