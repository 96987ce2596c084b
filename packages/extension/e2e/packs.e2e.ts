/**
 * A definition pack in the built extension, by the keyboard alone: refused, compared, taken in, at work, replaced by its
 * next version, set aside; on the audit trail, and moved to another computer. Records made with it keep their words.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  day,
  instant,
  signedPack,
  type TestIssuer,
  testIssuer,
  written,
} from '../src/testing/packs-under-test.ts';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { askKeeper } from './keeper-ask.ts';
import { tabsTo } from './keyboard.ts';
import {
  chooses,
  control,
  goesTo,
  locks,
  OFFICER,
  presses,
  says,
  sees,
  types,
  unlocks,
} from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { readsFile } from './tour.ts';

const TOPICS = [
  { code: 'law', label: 'What the law says' },
  { code: 'other', label: 'Other' },
];
const OWN = { code: 'mesh-club', label: 'The mesh club in Wendingshire' };

const topics = (codes: readonly object[], version: string) =>
  written(
    'code-list',
    'advice-topic',
    { id: 'advice-topic', title: 'What advice was asked about', codes },
    { title: 'Topics of advice', version },
  );
const LIMITS = written(
  'time-limits',
  'our-limits',
  [{ id: 'colleague-answer', workingDays: 2, words: 'A colleague is answered in 2 working days' }],
  { title: 'Our time limits' },
);
/** Long ago, so that it acts on the day of the run on any computer. */
const LONG_AGO = { madeAt: instant('2020-01-02T10:00:00.000Z'), from: day('2020-01-02') };

describe('a definition pack', () => {
  let officer: OfficerBrowser;
  let desk: Page;
  let issuer: TestIssuer;

  const pack = (version: number, definitions: readonly object[]) =>
    signedPack(issuer, definitions, { ...LONG_AGO, version });
  const reads = async (name: string, text: string): Promise<void> => {
    await goesTo(desk, 'Definitions');
    await tabsTo(desk, 'Take in a pack');
    await readsFile(desk, 'Choose or drop a file', name, text);
    await sees(desk, `Chosen: ${name}`);
    await tabsTo(desk, 'Show what it would change');
  };

  beforeAll(async () => {
    issuer = await testIssuer('Wendingshire cyber unit');
    officer = await launchPrepared();
    desk = await opensUnlocked(officer);
  });
  afterAll(() => officer?.close());

  it('that is none, or was altered, is refused in words, and nothing is taken in', async () => {
    await reads('shopping.json', '{}');
    await sees(desk, 'This is not a pack, or it was altered.');
    const altered = (await pack(1, [LIMITS])).replace('2 working', '9 working');
    await reads('altered.json', altered);
    await sees(desk, 'The signature of this pack is not valid');
    await goesTo(desk, 'Definitions');
    await sees(desk, 'No pack has been taken in.');
  });

  it('of an issuer whom nobody knows shows its fingerprint, and nothing of it can be taken in', async () => {
    await reads('pack-1.json', await pack(1, [topics([...TOPICS, OWN], '1.0.0'), LIMITS]));
    await sees(desk, 'Nobody here has compared its key with Wendingshire cyber unit yet');
    expect(await says(desk, 'Take in this pack')).toBe(false);
    await tabsTo(desk, 'Continue');
    await sees(desk, 'Select whether the groups are the same');
    await chooses(desk, 'They are not the same, or I could not compare them');
    await tabsTo(desk, 'Continue');
    await sees(desk, 'Nothing was taken in, and nothing here has changed.');
    expect(await says(desk, 'Take in this pack')).toBe(false);
  });

  it('says what it would change once its key is compared, and is in force when it is taken in', async () => {
    await chooses(desk, 'They are the same');
    await chooses(desk, 'My force’s');
    await tabsTo(desk, 'Continue');
    await sees(desk, '2 changed');
    await sees(desk, 'Topics of advice, version 1.0.0');
    await tabsTo(desk, 'Take in this pack');
    await sees(desk, '“Wendingshire force pack”, version 1, was taken in');
    await sees(desk, 'Wendingshire cyber unit (force)');
    await sees(desk, 'The issuer’s own, not official');
  });

  it('is at work where its list is chosen from', async () => {
    await goesTo(desk, 'Advice');
    await presses(desk, 'Log advice');
    await control(desk, 'What was asked');
    await chooses(desk, OWN.label);
    await types(desk, 'What was asked', 'Is a mesh club allowed to test its own access point?');
    await types(desk, 'Advice given', 'It is, if its owner agrees.');
    await presses(desk, 'Save the advice');
    await sees(desk, 'The advice was logged');
  });

  it('leaves a record its words when the next version takes the code away', async () => {
    await reads('pack-2.json', await pack(2, [topics(TOPICS, '1.1.0'), LIMITS]));
    await sees(desk, '1 changed');
    await sees(desk, 'Taken out.');
    await tabsTo(desk, 'Take in this pack');
    await sees(desk, 'version 2, was taken in');
    await goesTo(desk, 'Advice');
    await sees(desk, OWN.label);
    await presses(desk, 'Log advice');
    await control(desk, 'What was asked');
    expect(await says(desk, OWN.label)).toBe(false);
  });

  it('decides nothing once it is set aside, and is put back the same day', async () => {
    const limits = async () => {
      const given = (await askKeeper(desk, 'rules-in-force')) as {
        readonly rules: { readonly timeLimits?: readonly { readonly id: string }[] };
      };
      return (given.rules.timeLimits ?? []).map(({ id }) => id);
    };
    await goesTo(desk, 'Definitions');
    await sees(desk, 'Our time limits');
    expect(await limits()).toEqual(['colleague-answer']);
    await presses(desk, 'Set aside Wendingshire force pack, version 2');
    await sees(desk, 'Set aside “Wendingshire force pack”, version ');
    await types(desk, 'Why are you setting it aside?', 'The limit is not agreed yet.');
    await tabsTo(desk, 'Set aside');
    await sees(desk, 'The limit is not agreed yet.');
    await sees(desk, 'Nothing from a pack is in force today.');
    expect(await limits()).toEqual([]);
    await presses(desk, 'Put back Wendingshire force pack, version 2');
    await sees(desk, 'is in force again');
    expect(await limits()).toEqual(['colleague-answer']);
  });

  it('is held with every version after a lock', async () => {
    await locks(desk);
    await unlocks(desk);
    await goesTo(desk, 'Definitions');
    await sees(desk, 'Our time limits');
    const held = (await askKeeper(desk, 'packs-held')) as {
      readonly packs: readonly { readonly version: number; readonly by: string }[];
    };
    expect(held.packs.map(({ version, by }) => [version, by])).toEqual([
      [1, 'officer'],
      [2, 'officer'],
    ]);
  });

  it('is on the audit trail and in the officer’s activity, with each act on it', async () => {
    await goesTo(desk, 'Audit trail');
    await sees(
      desk,
      'Trusted the key of Wendingshire cyber unit, which issues definition packs (force)',
    );
    for (const act of ['Took in', 'Set aside', 'Put back'])
      await sees(desk, `${act} the definition pack “Wendingshire force pack”, version 2`);
    await goesTo(desk, 'Your activity');
    await sees(desk, 'Decided by the officer. Reason: The limit is not agreed yet.');
  });

  it('moves to another computer with a backup, in force from the same days', async () => {
    await goesTo(desk, 'Backup');
    const file = await saves(officer, () => presses(desk, 'Make a backup'));
    await sees(desk, 'nothing saved since');
    const before = await askKeeper(desk, 'packs-held');
    const profile = mkdtempSync(join(tmpdir(), 'moved-'));
    const other = await launchOfficer({ profile });
    try {
      const there = await other.open('workspace.html');
      await sees(there, 'Which vault do you want to set up?');
      await presses(there, 'Restore a backup instead');
      const input = await control(there, 'Backup file');
      await (input as ElementHandle<HTMLInputElement>).uploadFile(file.path);
      await types(there, 'Passphrase', OFFICER.passphrase);
      await presses(there, 'Check the backup');
      await sees(there, 'Definition packs in it');
      await presses(there, 'Restore the backup here');
      await sees(there, '2 definition packs were brought back.');
      const { packs, inForce } = before as Readonly<Record<'packs' | 'inForce', unknown>>;
      expect(await askKeeper(there, 'packs-held')).toMatchObject({ packs, inForce });
      await goesTo(there, 'Definitions');
      await sees(there, 'Our time limits');
      await goesTo(there, 'Audit trail');
      await sees(there, 'Took in the definition pack “Wendingshire force pack”, version 2');
    } finally {
      await other.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
});
