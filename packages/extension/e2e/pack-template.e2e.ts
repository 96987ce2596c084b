/**
 * Templates of a pack in the built extension, by the keyboard alone: offered where a document about a person is made,
 * named with their standing on the paper, held to what the recipient may have, and gone once the pack is set aside.
 */
import { buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  day,
  instant,
  signedPack,
  type TestIssuer,
  testIssuer,
  written,
} from '../src/testing/packs-under-test.ts';
import type { OfficerBrowser } from './browser.ts';
import { opensSubject } from './journey-steps.ts';
import { askKeeper } from './keeper-ask.ts';
import { tabsTo } from './keyboard.ts';
import { chooses, control, goesTo, presses, says, sees, types } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { readsFile } from './tour.ts';

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
/** Long ago, so that it acts on the day of the run on any computer. */
const LONG_AGO = { madeAt: instant('2020-01-02T10:00:00.000Z'), from: day('2020-01-02') };

function template(id: string, title: string, body: string, marking = 'OFFICIAL-SENSITIVE') {
  const head = `---\nid: ${id}\ntitle: ${title}\nmarking: ${marking}\nneeds: [subject]\nmay: [referral, interventions]\n---\n`;
  return written('template', id, { markdown: `${head}\n${body}\n` }, { title });
}
const SUMMARY = template(
  'case-summary',
  'Wendingshire summary',
  '# Wendingshire summary\n\nPrepared on :value[preparedOn].\n\n- Name: :value[subject.name]',
);
const LETTER = template(
  'our-letter',
  'Letter to a school',
  'We have met :value[subject.name].\n\nThey say: :value[referral.narrative]\n\nThis is official.',
);
const LOWERED = template('lowered', 'A lower marking', 'Words.', 'OFFICIAL');
const LOOPS = template('loops', 'A loop', `${'>'.repeat(5000)} deep`);

describe('a template of a pack', () => {
  let officer: OfficerBrowser;
  let desk: Page;
  let issuer: TestIssuer;

  beforeAll(async () => {
    issuer = await testIssuer('Wendingshire cyber unit');
    officer = await launchPrepared();
    desk = await opensUnlocked(officer);
    await askKeeper(desk, 'commit', crypto.randomUUID(), {
      changes: [
        newRecord('subject', ADA),
        newRecord(
          'referral',
          buildReferral({ subjectId: ADA.id, referrerId: undefined, narrative: 'Her aunt rang.' }),
        ),
      ],
      reason: 'case-work',
    });
  }, 120_000);
  afterAll(() => officer?.close());

  const opensSummary = async (): Promise<void> => {
    await opensSubject(desk, ADA.name);
    await presses(desk, 'Case summary');
    await control(desk, 'Where is it going?');
  };

  it('that lowers the marking or nests without end is left out by name, and the rest taken in', async () => {
    const text = await signedPack(issuer, [SUMMARY, LETTER, LOWERED, LOOPS], LONG_AGO);
    await goesTo(desk, 'Definitions');
    await tabsTo(desk, 'Take in a pack');
    await readsFile(desk, 'Choose or drop a file', 'pack.json', text);
    await sees(desk, 'Chosen: pack.json');
    await tabsTo(desk, 'Show what it would change');
    await chooses(desk, 'They are the same');
    await chooses(desk, 'My force’s');
    await tabsTo(desk, 'Continue');
    await sees(desk, 'Write marking: OFFICIAL-SENSITIVE');
    await sees(desk, 'It is nested too deeply');
    await tabsTo(desk, 'Take in this pack');
    await sees(desk, 'was taken in');
  });

  it('replaces the document that ships, and the paper says whose it is', async () => {
    await opensSummary();
    await chooses(desk, 'Where is it going?', 'Supervisor');
    await sees(
      desk,
      '“Wendingshire summary”, version 1.0.0. From: Wendingshire cyber unit (force)',
    );
    await sees(desk, 'Template (its issuer’s own, not official)');
  });

  it('is offered beside it with its standing, and shows a school nothing that is withheld', async () => {
    await sees(desk, 'Version 1.0.0. From: Wendingshire cyber unit (force). The issuer’s own');
    await chooses(desk, 'Letter to a school');
    await chooses(desk, 'Where is it going?', 'School');
    await types(desk, 'Who receives it?', 'The head of Brackenfield School');
    await chooses(desk, 'Legal gateway', 'To safeguard a child');
    await sees(desk, 'We have met Ada Vael.');
    await sees(desk, 'What the referral says');
    expect(await says(desk, 'Her aunt rang')).toBe(false);
    expect(await says(desk, 'They say')).toBe(false);
    await presses(desk, 'Save as HTML');
    await sees(desk, 'The summary was exported');
  });

  it('is offered no more once its pack is set aside, and what ships is back', async () => {
    await goesTo(desk, 'Definitions');
    await presses(desk, 'Set aside Wendingshire force pack, version 1');
    await types(desk, 'Why are you setting it aside?', 'The letter is not agreed yet.');
    await tabsTo(desk, 'Set aside');
    await sees(desk, 'Nothing from a pack is in force today.');
    await opensSummary();
    await chooses(desk, 'Where is it going?', 'Supervisor');
    await sees(desk, '“Case summary”, version');
    await sees(desk, 'From: This toolkit');
    expect(await says(desk, 'Letter to a school')).toBe(false);
  });
});
