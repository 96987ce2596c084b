import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeRms, startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import type { OfficerBrowser } from './browser.ts';
import { discards, draftOf } from './journey-steps.ts';
import { draftHeld, recordsHeld } from './keeper-ask.ts';
import { chooses, presses, says, sees, unlocks, until } from './officer.ts';
import { launchPrepared } from './prepared-officer.ts';
import { savesReferral } from './saves-referral.ts';

describe('pages after the first', () => {
  let rms: PracticeRms;
  let officer: OfficerBrowser;
  let panel: Page;

  /** Opens a record in a new tab and presses the toolbar button there. */
  const pressesOn = async (record: string): Promise<Page> => {
    const page = await officer.browser.newPage();
    await page.goto(`${rms.url}/summary/records/${record}`);
    return officer.press(page);
  };

  beforeAll(async () => {
    rms = await startPracticeRms();
    officer = await launchPrepared();
    panel = await pressesOn('1');
    await unlocks(panel);
    await sees(panel, 'Review what was read');
    await savesReferral(panel);
    await sees(panel, 'What next?');
  });
  afterAll(async () => {
    await officer?.close();
    await rms?.stop();
  });

  it('undoes a save, and leaves the other save alone', async () => {
    await pressesOn('2');
    await sees(panel, rms.record('2').reference);
    await savesReferral(panel);
    await sees(panel, 'What next?');
    expect((await recordsHeld(panel)).referral).toHaveLength(2);

    await presses(panel, 'Undo this save');
    await sees(panel, 'The save was undone');
    const { referral, subject } = await recordsHeld(panel);
    expect(subject.map(({ value }) => value.familyName ?? value.name)).toEqual([
      'Tamsin Aoife O’Connell-Vael',
    ]);
    expect(referral.map(({ value }) => value.reference)).toEqual([rms.record('1').reference]);
  });

  it('moves a save to another subject', async () => {
    const before = await recordsHeld(panel);
    await pressesOn('3');
    await sees(panel, rms.record('3').reference);
    await savesReferral(panel);
    await sees(panel, 'What next?');

    await presses(panel, 'Move to another subject');
    await chooses(panel, 'The subject it belongs to', 'Tamsin');
    await presses(panel, 'Move from');
    await presses(panel, 'Yes, move it to');
    await sees(panel, 'Moved the referral');
    const { referral } = await recordsHeld(panel);
    const moved = referral.find(({ value }) => value.reference === rms.record('3').reference);
    expect(moved?.value.subjectId).toBe(before.subject[0]?.id);
  });

  it('adds no page of a child born on another day, and goes on with the draft', async () => {
    await pressesOn('4');
    await sees(panel, rms.record('4').reference);
    const draft = await draftOf(panel);

    await pressesOn('5');
    await sees(panel, 'Another page was read');
    await sees(panel, 'Their dates of birth differ');
    expect(await says(panel, 'Add this page to the draft')).toBe(false);
    await presses(panel, 'Continue with the open draft');
    await until('the question is gone', async () => !(await says(panel, 'Another page was read')));
    expect((await draftHeld(panel))?.rows.map(({ id }) => id)).toEqual(
      draft.rows.map(({ id }) => id),
    );
  });

  it('adds another page of the same child at one press, and each value once', async () => {
    const rows = (await draftOf(panel)).rows.length;
    const page = await officer.browser.newPage();
    await page.goto(`${rms.url}/lists/records/4`);
    await officer.press(page);
    await sees(panel, 'Another page was read');
    await presses(panel, 'Add this page to the draft about');
    await sees(panel, 'and 1 more page');
    await until('both are put away', async () => (await draftHeld(panel))?.origins.length === 2);
    expect((await draftOf(panel)).rows.length).toBeLessThan(2 * rows);
  });

  it('takes a second press on the same page as a second look, not as another page', async () => {
    const rows = (await draftOf(panel)).rows.length;
    const last = (await officer.browser.pages()).at(-1) as Page;
    const before = (await draftOf(panel)).origins.length;
    await officer.press(last);
    await until('it was read again', async () => (await draftOf(panel)).origins.length > before);
    expect((await draftOf(panel)).rows).toHaveLength(rows);
    expect(await says(panel, 'Another page was read')).toBe(false);
    await discards(panel);
  });
});
