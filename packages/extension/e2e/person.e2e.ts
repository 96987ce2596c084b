/** The person over time, by keyboard alone: the records contain the text typed on the screens. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { type HeldKind, recordsHeld } from './keeper-ask.ts';
import { chooses, dates, goesTo, presses, saveWords, says, sees, types, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { savesReferral } from './saves-referral.ts';
import { saysHow } from './told-steps.ts';
import { readsSavedPage } from './tour.ts';
import { opensActs, opensAll, opensSection as opensPart, showsWhole } from './tour-controls.ts';

const PAGE = `<!doctype html><title>Referral</title><h1>Referral</h1><h2>Subject</h2>
<dl><dt>Full name</dt><dd>Perrin Oakhollow</dd><dt>Date of birth</dt><dd>14/03/2011</dd>
<dt>Date of referral</dt><dd>20/11/2026</dd></dl>`;

describe('the person', () => {
  let officer: OfficerBrowser;
  let desk: Page;

  const opensSection = async (name: string): Promise<void> => {
    await sees(desk, 'Opening this page was logged.');
    await opensPart(desk, name);
  };
  const saves = async (): Promise<void> => {
    await presses(desk, await saveWords(desk));
    await sees(desk, 'Opening this page was logged.');
  };
  const held = async (kind: HeldKind) => (await recordsHeld(desk))[kind].map(({ value }) => value);
  const clean = async (): Promise<void> => {
    await opensAll(desk);
    expect(await axeProblems(desk)).toEqual([]);
    expect(await sidewaysProblems(desk, 360)).toEqual([]);
  };

  beforeAll(async () => {
    officer = await launchPrepared();
    desk = await opensUnlocked(officer);
    await goesTo(desk, 'Saved page');
    await readsSavedPage(desk, PAGE);
    await savesReferral(desk);
    await sees(desk, 'What next?');
    await presses(desk, 'Open the subject');
    await sees(desk, 'Opening this page was logged.');
  });
  afterAll(async () => officer?.close());

  it('has an address added, with who told it, and ended without going', async () => {
    await opensSection('Details');
    await clean();
    await presses(desk, 'Add addresses');
    await sees(desk, 'How you know');
    await presses(desk, await saveWords(desk));
    await sees(desk, 'There is a problem');
    await clean();
    await types(desk, 'Address', '9 Other Road');
    await saysHow(desk);
    await saves();
    await showsWhole(desk);
    await sees(desk, 'Told by Ottilie Brandt (Telephone call)');
    await presses(desk, 'Mark as out of date addresses 1');
    await sees(desk, 'This address is no longer theirs');
    await sees(desk, 'Save the end date for');
    await saves();
    const [subject] = await held('subject');
    expect(subject).toMatchObject({
      addresses: [{ lines: '9 Other Road', until: expect.any(String) }],
    });
  });

  it('is refused as suspected under ten, in words, with what was typed kept', async () => {
    await presses(desk, 'Correct date of birth');
    await sees(desk, 'What was recorded before stays in the history.');
    await dates(desk, 'Date of birth', '14/3/2020');
    await saysHow(desk);
    await saves();
    await presses(desk, 'Add data subject categories');
    await chooses(desk, 'Suspected of');
    await dates(desk, 'From', '24/11/2026');
    await presses(desk, await saveWords(desk));
    await sees(desk, 'A child under 10 is never recorded as suspected');
    await chooses(desk, 'At risk, not suspected');
    await saves();
    const [subject] = await held('subject');
    expect(subject).toMatchObject({
      bornOn: '2020-03-14',
      categories: [expect.objectContaining({ category: 'at-risk' })],
    });
  });

  it('has a ledger of handles, and somebody around them', async () => {
    await opensSection('Identifiers');
    await presses(desk, 'Add an identifier');
    await chooses(desk, 'Platform', 'Discord');
    await types(desk, 'As seen', '@Perrin_O');
    await saysHow(desk);
    await clean();
    await saves();
    await presses(desk, 'Note that it was seen again today');
    await sees(desk, 'Last noted here');
    await opensSection('Related people');
    await presses(desk, 'Add a person');
    await types(desk, 'Name', 'Sorrel Oakhollow');
    await saysHow(desk);
    await clean();
    await saves();
    expect(await held('onlineIdentifier')).toMatchObject([
      { asSeen: '@Perrin_O', canonical: 'perrin_o', lastSeenOn: expect.any(String) },
    ]);
    expect(await held('relatedPerson')).toMatchObject([{ name: 'Sorrel Oakhollow' }]);
  });

  it('keeps taking part and the right to process apart', async () => {
    await opensSection('Taking part and basis');
    await presses(desk, 'Record an answer about taking part');
    await chooses(desk, 'Yes');
    await chooses(desk, 'Parent or carer');
    await chooses(desk, 'Telephone');
    await clean();
    await saves();
    await presses(desk, 'Record that it was withdrawn');
    await chooses(desk, 'Withdrawn by', 'The subject');
    await saves();
    expect(await held('participation')).toMatchObject([
      { answer: 'agreed', saidBy: 'parent-carer', withdrawnBy: 'subject' },
    ]);
    expect(await held('processingBasis')).toEqual([]);
  });

  it('has a contact plan with a page of its own, which shows nothing else', async () => {
    await opensSection('Contact plan');
    await presses(desk, 'Write the contact plan');
    await types(desk, 'Preferred name', 'Perry');
    await types(desk, 'What to avoid', 'Raised voices');
    await clean();
    await saves();
    await presses(desk, 'Page for a visit');
    await sees(desk, 'Raised voices');
    const words = await desk.$eval('main', (main) => main.innerText);
    expect(words).toContain('Perrin Oakhollow');
    for (const other of ['Sorrel', 'referral:', 'suspected', 'Discord', 'Told by'])
      expect(words).not.toContain(other);
    await clean();
    await presses(desk, 'Back to the subject');
  });

  it('says to check before contact until that was read', async () => {
    await sees(desk, 'Opening this page was logged.');
    await opensActs(desk);
    await presses(desk, 'Ask for a check before contact');
    await sees(desk, 'Everybody who opens this page will see that a check is needed');
    await clean();
    await presses(desk, 'Ask for a check before contact');
    await sees(desk, 'I have read this and will check');
    await clean();
    await goesTo(desk, 'Today');
    await presses(desk, 'Say that you will check with investigations before contact');
    await sees(desk, 'A check before contact');
    await clean();
    await presses(desk, 'I have read this and will check');
    await sees(desk, 'You said on');
    await goesTo(desk, 'Today');
    await sees(desk, 'Decide on a referral');
    await until(
      'it is not due any more',
      async () => !(await says(desk, 'Say that you will check')),
    );
    await presses(desk, 'Open the record');
    await sees(desk, 'You said on');
    expect(await held('contactCheck')).toMatchObject([
      { acknowledged: [{ name: expect.any(String) }] },
    ]);
  });

  it('is one chronology, as a table and to be read through', async () => {
    await opensSection('Timeline');
    // Details noted on one day are folded into one row.
    await sees(desk, 'details noted');
    await opensAll(desk);
    await sees(desk, 'Identifier: @Perrin_O (Discord)');
    await clean();
    await chooses(desk, 'Text to read through');
    await sees(desk, 'Told by Ottilie Brandt');
    await chooses(desk, 'Kind', 'Contact plans');
    await sees(desk, '1 entry');
    await clean();
  });
});
