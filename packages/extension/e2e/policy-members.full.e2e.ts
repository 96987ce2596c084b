/**
 * Every member within a key of the managed policy, in one browser that a real policy file governs: each is seen to act.
 * Then the file changes while the vault is open, and text that the settings make is put into it as it is.
 */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildIntervention,
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saves } from './downloads.ts';
import { setsUp } from './first-run-steps.ts';
import { discards } from './journey-steps.ts';
import { askKeeper } from './keeper-ask.ts';
import { launchManaged, type ManagedOfficer, POLICY_FOLDER } from './managed-policy.ts';
import { chooses, control, goesTo, OFFICER, presses, says, sees } from './officer.ts';
import { type PlainPage, servesPlainPage } from './plain-page.ts';
import { GUIDE_ADAPTER, GUIDE_PAGE, SUBJECT, type UnderPolicy } from './policy-keys.ts';
import {
  definitionsSay,
  MEMBERS_POLICY,
  northPack,
  PACKS,
  POLICY_MEMBERS,
  previews,
} from './policy-members.ts';
import { membersOfSchema } from './policy-paths.ts';
import { opensAll, opensSetting, wasRead } from './tour-controls.ts';

const MEMBERS = membersOfSchema();
const CAN_WRITE = POLICY_FOLDER !== undefined;

it('has a row for each member that the schema of the policy has, and for no other', () => {
  expect(Object.keys(POLICY_MEMBERS).sort()).toEqual([...MEMBERS].sort());
});

describe.skipIf(!CAN_WRITE)('a member of the policy (needs the right to write in /etc)', () => {
  let managed: ManagedOfficer;
  let page: PlainPage;
  let desk: Page;
  let at: UnderPolicy;

  beforeAll(async () => {
    page = await servesPlainPage(GUIDE_PAGE);
    managed = await launchManaged(MEMBERS_POLICY);
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

  it.each(Object.entries(POLICY_MEMBERS))('acts: %s', (_, acts) => acts(at));

  describe('that changes while the vault is open', () => {
    const recalled = {
      ...MEMBERS_POLICY,
      timeLimits: MEMBERS_POLICY.timeLimits.map((each) => ({
        ...each,
        words: each.words.replace('Our force’s', 'The next'),
      })),
      packs: {
        ...PACKS,
        recalls: [
          ...PACKS.recalls,
          {
            kind: 'time-limits',
            id: 'north-limits',
            versions: '*',
            reason: 'They were agreed for another year.',
            recalledOn: '2026-11-30',
          },
        ],
      },
    };

    it('recalls a definition on the screen that shows it', async () => {
      await definitionsSay('New limits, version 1.1.0')(at);
      await managed.changes(recalled);
      await sees(desk, 'They were agreed for another year.');
      await sees(desk, 'The next rule for case-review');
    });

    it('changes the limits on Today', async () => {
      await goesTo(desk, 'Today');
      await sees(desk, 'The next rule for referral-decision');
      await managed.changes(MEMBERS_POLICY);
      await sees(desk, 'Our force’s rule for referral-decision');
    });

    it('has a pack shown again that was shown before it changed', async () => {
      await previews(desk, await northPack(2));
      await sees(desk, 'Take in this pack');
      await managed.changes(recalled);
      await presses(desk, 'Take in this pack');
      await sees(desk, 'Something changed since you saw what this pack would change');
      const held = async () =>
        ((await askKeeper(desk, 'packs-held')) as { readonly packs: readonly unknown[] }).packs;
      expect(await held()).toHaveLength(2);
      await presses(desk, 'Take in this pack');
      await sees(desk, 'was taken in');
      expect(await held()).toHaveLength(3);
    });

    it('trusts an issuer no more that it no longer names', async () => {
      await managed.changes({ ...recalled, packs: { ...PACKS, issuers: [] } });
      await sees(desk, 'The key has not been trusted since');
      await sees(desk, 'Nothing from a pack is in force today.');
    });
  });

  it('is what the settings make of an officer’s own adapter, as it is', async () => {
    await opensSetting(desk, 'Adapters');
    const file = join(mkdtempSync(join(tmpdir(), 'adapter-')), 'register.json');
    writeFileSync(file, GUIDE_ADAPTER);
    const input = await control(desk, 'Load an adapter file');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
    await sees(desk, 'The adapter “Enquiry register” was loaded.');
    await opensAll(desk);
    await chooses(desk, 'Enquiry register');
    const made = await saves(managed.officer, () => presses(desk, 'Make the text for the policy'));
    expect(made.name).toBe('adapters.policy.json');
    await managed.changes({ ...MEMBERS_POLICY, ...JSON.parse(made.text) });
    await presses(desk, 'Remove');
    await sees(desk, 'The adapter was removed.');
    await opensAll(desk);
    await sees(desk, 'my-system/register');
    expect(await says(desk, 'A file that you loaded')).toBe(false);
    const tab = await managed.officer.browser.newPage();
    await tab.goto(page.url);
    const panel = await managed.officer.press(tab);
    await wasRead(panel, 'Adapter my-system/register, version 1.0.0: 3 of 3 anchors found');
    await discards(panel);
  });
});

/** A person with a referral to decide, a contact, and a concern whose crime has no reference yet. */
async function keepsCase(page: Page): Promise<void> {
  const person = buildSubject({ name: SUBJECT, bornOn: '2012-03-14', categories: [] });
  const of = { subjectId: person.id };
  const changes = [
    newRecord('subject', person),
    newRecord('referral', buildReferral({ ...of, receivedOn: '2026-11-20' })),
    newRecord('intervention', buildIntervention({ ...of, heldOn: '2026-11-20' })),
    newRecord('safeguardingConcern', buildSafeguardingConcern({ crimeDisclosed: 'yes' })),
  ];
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}
