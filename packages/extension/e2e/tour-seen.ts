/** The screens of a page about a person already on record: parts not captured, conditions, seen before, page copies. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { chooses, control, goesTo, presses, says, sees, types } from './officer.ts';
import { savesReferral } from './saves-referral.ts';
import { readsFile, readsSavedPage, type Tour } from './tour.ts';
import { emptiesValue, opensAll, opensSection, takesRow } from './tour-controls.ts';

/**
 * A saved page about the person of the practice system's first record, with another date of birth, a sensitive value,
 * and more than can be read.
 */
function pageAbout(bornOn: string): string {
  return `<!doctype html><title>School record</title><h1>School record</h1><h2>Pupil</h2>
<dl><dt>Full name</dt><dd>Tamsin O’Connell-Vael</dd><dt>Date of birth</dt><dd>${bornOn}</dd>
<dt>Mobile</dt><dd>07700 900417</dd><dt>Communication needs</dt><dd>Large print</dd></dl>
<div role="tablist"><button role="tab" aria-selected="true" aria-controls="a">Pupil</button>
<button role="tab" aria-selected="false" aria-controls="b">Family</button></div>
<div role="tabpanel" id="a">This term</div><div role="tabpanel" id="b" hidden></div>
<p>Showing <b>1</b> to <b>20</b> of <b>57</b> entries</p>`;
}

/**
 * From anywhere, with no draft open, to the page of a subject.
 *
 * @param bornOn - the date on the page; a different one each time, since a difference is asked about once
 * @param isAnswered - whether the sensitive value was taken for them before
 */
export async function toursSeen({ page, visit }: Tour, bornOn: string, isAnswered: boolean) {
  await goesTo(page, 'Capture');
  await presses(page, 'Read a saved page');
  await readsSavedPage(page, pageAbout(bornOn));
  await sees(page, 'Review what was read');
  await sees(page, 'This list has 57 entries and 20 are on this page.');
  await opensAll(page);
  await visit('review-not-captured');

  await takesRow(page, 'Large print');
  await sees(page, 'Why you may take: Communication and support needs');
  await savesReferral(page);
  await sees(page, 'Have we seen this person before?');
  await visit('review-seen');
  await savesReferral(page);
  await sees(page, 'Select new person, same person or not sure');
  await visit('review-seen-missing');

  await chooses(page, 'New person');
  await savesReferral(page);
  await sees(page, 'Select the condition under which you take');
  await visit('review-condition');
  // A visit may have corrected the recorded name.
  await chooses(page, 'Same person:');
  await sees(page, 'What is recorded differently');
  if (isAnswered) {
    // A visit may have begun another answer.
    if (await says(page, 'Keep the earlier answer')) await presses(page, 'Keep the earlier answer');
    await sees(page, 'you answered for this person');
  } else {
    await chooses(page, 'Condition', 'Schedule 8: safeguarding');
    await types(page, 'Why it is strictly necessary', 'The talk is held in large print.');
  }
  await presses(page, 'Change the copy');
  await chooses(page, 'The whole page');
  await savesReferral(page);
  await seesProblem(page);
  await visit(isAnswered ? 'review-seen-answered' : 'review-seen-same');

  await chooses(page, 'A new referral');
  await chooses(page, 'Only what you take');
  await page.waitForSelector('.cp-seen__conflicts input[value="held"]');
  for (const choice of await page.$$('.cp-seen__conflicts input[value="held"]')) {
    await choice.focus();
    await page.keyboard.press('Space');
  }
  await page.waitForFunction(
    () => !document.querySelector('.cp-seen__conflicts fieldset:not(:has(input:checked))'),
  );
  await emptiesValue(page);
  await savesReferral(page);
  await sees(page, 'What next?');
  await presses(page, 'Open the subject');
  await sees(page, 'Opening this page was logged.');
  await opensSection(page, 'Details');
  await presses(page, 'Where did this come from? name');
  await presses(page, 'Show it on the page');
  await sees(page, 'Opening this copy was logged.');
  await visit('subject-page-copy');
  await presses(page, 'Close the copy of the page');
}

/** From anywhere: the settings, with an adapter file that is refused and one that is accepted. It is removed again. */
export async function toursAdapters({ page, visit }: Tour): Promise<void> {
  const guide = readFileSync('docs/plugins/adapter.md', 'utf8');
  // The first block is the expected reading of the page.
  const [, file = ''] = [...guide.matchAll(/```json\n(.*?)```/gs)].map(([, block]) => block);
  const loads = (text: string) => readsFile(page, 'Load an adapter file', 'adapter.json', text);
  await presses(page, 'Help');
  await sees(page, 'Choose the keys');
  await presses(page, 'Adapters');
  await control(page, 'Load an adapter file');
  await loads(file.replace('subject.bornOn', 'subject.birthday'));
  await sees(page, 'The adapter file was not loaded');
  await visit('settings-adapter-refused');
  await loads(file);
  await sees(page, 'The adapter “Enquiry register” was loaded.');
  await visit('settings-adapter');
  await opensAll(page);
  await presses(page, 'Remove');
  await sees(page, 'The adapter was removed.');
}

/** The summary of faults takes the focus; an earlier key press has no effect. */
async function seesProblem(page: Page): Promise<void> {
  await sees(page, 'There is a problem');
  await page.waitForFunction(
    () => document.activeElement?.closest('.govuk-error-summary') !== null,
  );
}
