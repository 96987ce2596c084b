/**
 * A pack written by hand to the documents alone, with one definition of every kind, in an extension that was not built
 * again for it: by file and by policy, each definition at work on a screen. Its next version changes two of them and
 * recalls one; records made before keep their words, on screen and on paper.
 */
import { DEFINITION_KINDS, type DefinitionKindName } from '@cyber-prevent/core/pack';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestIssuer, testIssuer } from '../src/testing/packs-under-test.ts';
import { opensAssessments } from './assessment-steps.ts';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { movesClock } from './clock.ts';
import { opensConditions } from './conditions-steps.ts';
import { setsUp } from './first-run-steps.ts';
import { CHECK, CONDITION, EVENING, KINDS_AT_WORK } from './hand-pack/kinds-at-work.ts';
import {
  comparesKey,
  findsSites,
  fingerprintOf,
  ISSUER,
  logsEvening,
  MORNINGS,
  PERSON,
  servesSites,
  showsPack,
  signsVersion,
  takesPack,
} from './hand-pack/steps.ts';
import { decidesOn } from './intake-steps.ts';
import { opensSubject } from './journey-steps.ts';
import { launchManaged, type ManagedOfficer, POLICY_FOLDER } from './managed-policy.ts';
import { chooses, control, goesTo, OFFICER, says, sees, types, unlocks } from './officer.ts';
import type { PlainPage } from './plain-page.ts';
import { brings } from './plan-steps.ts';
import { copiesProfile, SET_UP_AT } from './prepared-officer.ts';
import { pushes, selects } from './tabs.ts';
import { opensSection } from './tour-controls.ts';

const KINDS = Object.keys(KINDS_AT_WORK) as readonly DefinitionKindName[];
const WORKSHOP = 'Thursday workshop of the Wendingshire mesh club';
const RECALL =
  'Mesh green and Mesh amber were told apart by one answer alone; do not use it on anybody.';
const LATER = 'Peregrine Ashdale';

let sites: PlainPage;
let issuer: TestIssuer;

beforeAll(async () => {
  sites = await servesSites();
  issuer = await testIssuer(ISSUER);
});
afterAll(() => sites?.stop());

it('has a definition of every kind, and each is seen at work', async () => {
  const { definitions } = JSON.parse(await signsVersion(issuer, 1)) as {
    readonly definitions: readonly { readonly kind: string }[];
  };
  const kinds = Object.keys(DEFINITION_KINDS).sort();
  expect(definitions.map(({ kind }) => kind).sort()).toEqual(kinds);
  expect([...KINDS].sort()).toEqual(kinds);
});

describe('by file', () => {
  let officer: OfficerBrowser;
  let desk: Page;

  beforeAll(async () => {
    const { profile } = await copiesProfile(OFFICER, { at: SET_UP_AT });
    officer = await launchOfficer({ profile, args: [findsSites(sites)] });
    desk = await officer.open('workspace.html');
    await control(desk, 'Passphrase');
    await movesClock(officer, MORNINGS[1]);
    await unlocks(desk);
    await sees(desk, 'Settings');
  });
  afterAll(() => officer?.close());

  it('is taken in once its fingerprint was compared, and is in force that day', async () => {
    await showsPack(desk, 1, await signsVersion(issuer, 1));
    await comparesKey(desk, issuer);
    await sees(desk, '8 new, 7 changed');
    await takesPack(desk, 1);
    await sees(desk, `${ISSUER} (force)`);
  });

  it.each(KINDS)('is at work: %s', (kind) => KINDS_AT_WORK[kind]({ officer, desk }));

  describe('its next version, a week later', () => {
    it('says that it changes two and recalls one, and why', async () => {
      await movesClock(officer, MORNINGS[2]);
      await showsPack(desk, 2, await signsVersion(issuer, 2));
      await sees(desk, '2 changed, 1 recalled, 12 the same');
      await sees(desk, RECALL);
      expect(await says(desk, 'Whose pack is it?')).toBe(false);
      await takesPack(desk, 2);
      await sees(desk, `Recalled on 9 December 2026. ${RECALL}`);
    });

    it('counts the new days to what is accepted from now on', async () => {
      await brings(desk, LATER, '14/03/2010');
      await pushes(desk, 'Open the referral');
      await sees(desk, 'What the referral says');
      await decidesOn(desk, 'referral', 'Accept the referral', 'Suitable for the programme');
      await goesTo(desk, 'Diary');
      await selects(desk, 'How far ahead', 'Everything');
      await sees(desk, 'The mesh desk makes first contact within 7 working days of accepting');
      await sees(desk, 'Fri 18 Dec');
    });

    it('offers the recalled instrument to nobody', async () => {
      await opensAssessments(desk, PERSON);
      await pushes(desk, 'Start an assessment');
      await sees(desk, 'Which instrument?');
      expect(await says(desk, CHECK)).toBe(false);
    });

    it('leaves the assessment by it its items, its answers and its level', async () => {
      await opensAssessments(desk, PERSON);
      await pushes(desk, '2 December 2026');
      await sees(desk, CHECK);
      await sees(desk, 'Mesh amber');
      await sees(desk, 'Lends out a node that is used to take others off the mesh');
      await sees(desk, RECALL);
    });

    it('gives a contact of the next day the new words, and leaves the earlier ones theirs', async () => {
      await movesClock(officer, '2026-12-10T09:00:00Z');
      await opensSubject(desk, PERSON);
      await logsEvening(desk, WORKSHOP, '10/12/2026');
      await sees(desk, 'All 4 contacts');
      await opensSection(desk, 'Interventions');
      await sees(desk, EVENING);
      await sees(desk, WORKSHOP);
    });

    it('prints both words, each with its day', async () => {
      await opensSection(desk, 'Timeline');
      await desk.evaluate(() => {
        globalThis.print = () => undefined;
      });
      await pushes(desk, 'Print or hand on this chronology');
      await chooses(desk, 'Where is it going?', 'Supervisor');
      await types(desk, 'Who receives it?', 'DS Ines Marlow');
      await chooses(desk, 'Legal gateway', 'Needed for a law enforcement task');
      await sees(desk, 'Prepared on');
      await pushes(desk, 'Print');
      await sees(desk, 'The disclosure was logged');
      const rows = await desk.$$eval('main tr', (all) => all.map((row) => row.textContent ?? ''));
      expect(rows.filter((row) => row.includes(EVENING))).toHaveLength(3);
      expect(rows.filter((row) => row.includes(WORKSHOP))).toHaveLength(1);
    });

    it('leaves the advice its words and the caution its last day', async () => {
      await opensConditions(desk, PERSON);
      await sees(desk, CONDITION);
      await sees(desk, '10 March 2027');
    });
  });
});

describe.skipIf(POLICY_FOLDER === undefined)('by policy (needs the right to write in /etc)', () => {
  let managed: ManagedOfficer;

  beforeAll(async () => {
    const pinned = { fingerprint: fingerprintOf(issuer), name: ISSUER, rank: 'force' };
    const packs = { issuers: [pinned], files: [await signsVersion(issuer, 1)] };
    managed = await launchManaged({ packs }, undefined, [findsSites(sites)]);
    await sees(managed.desk, 'Which vault do you want to set up?');
    await movesClock(managed.officer, MORNINGS[1]);
    await setsUp(managed.desk);
    await sees(managed.desk, 'Settings');
  });
  afterAll(() => managed?.close());

  it('is taken in when the vault opens, and nobody is asked', async () => {
    const { desk } = managed;
    await goesTo(desk, 'Definitions');
    await sees(desk, 'Wendingshire mesh pack, version 1');
    await sees(desk, '2 December 2026, by your force’s policy');
    expect(await says(desk, 'cannot be taken in')).toBe(false);
  });

  it.each(KINDS)('is at work: %s', (kind) => KINDS_AT_WORK[kind](managed));
});
