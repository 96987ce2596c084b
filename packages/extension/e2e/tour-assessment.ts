/** Assessing a person: instruments, items, another level, signing, the page for the person, and a blind rating. */
import { keepsSubject } from './keeps-subject.ts';
import { cancels, chooses, control, dates, goesTo, presses, sees } from './officer.ts';
import { picks, pushes } from './tabs.ts';
import type { Tour } from './tour.ts';
import {
  choosesFirst,
  looksForNothing,
  opensAll,
  opensSection,
  typesIfEmpty,
} from './tour-controls.ts';

/** A day in the future, whenever the suite runs. */
const NEXT_YEAR = String(new Date().getFullYear() + 1);

/** @param person - a name unlike any other on record */
export async function toursAssessment({ page, visit }: Tour, person: string): Promise<void> {
  await keepsSubject(page, person, { bornOn: '2012-03-14' });
  await opensAssessments(page, person);
  await pushes(page, 'Start an assessment');
  await sees(page, 'Which instrument?');
  await visit('assess-choose');
  await pushes(page, 'Use Cyber Prevent structured judgement');
  await sees(page, 'items are answered');
  await pushes(page, 'Show one item at a time');
  await sees(page, 'Item 1 of 32');
  await picks(page, 'Has used a computer', 'Partly');
  await opensAll(page);
  await visit('assess-one');
  await pushes(page, 'Show all items as a list');
  await picks(page, 'Spends time on forums', 'Present');
  await picks(page, 'Has an adult', 'Present');
  await sees(page, 'Still possible: Low, Medium or High');
  await visit('assess');
  await presses(page, 'Save without signing');
  await sees(page, 'The draft is saved');
  await presses(page, 'Sign the assessment');
  await presses(page, 'Yes, sign it');
  // A formulation may be there by now; the confidence and the review date are not.
  await sees(page, 'There is a problem');
  await opensAll(page);
  await visit('assessment-draft');
  await presses(page, 'Propose another level');
  await sees(page, 'The answers give');
  await presses(page, 'Propose this level');
  await sees(page, 'There is a problem');
  await visit('assessment-override');
  await cancels(page);
  await toursSigned({ page, visit }, person);
  await toursRating({ page, visit }, person);
}

async function toursSigned({ page, visit }: Tour, person: string): Promise<void> {
  await presses(page, 'Continue the assessment');
  await typesIfEmpty(page, 'Formulation', 'Signed in as a teacher once, for a dare.');
  await choosesFirst(page, 'How sure are you?');
  await dates(page, 'Review due', `14/3/${NEXT_YEAR}`);
  await presses(page, 'Save without signing');
  await sees(page, 'The draft is saved');
  await presses(page, 'Sign the assessment');
  await presses(page, 'Yes, sign it');
  await sees(page, 'The assessment is signed');
  await visit('assessment-signed');
  await presses(page, 'Page for the person');
  await presses(page, 'Save the decision');
  await sees(page, 'Enter the reason for your decision');
  await visit('assessment-page-decide');
  await chooses(page, 'Give it');
  await chooses(page, 'Does anything have to be held back', 'No, nothing');
  await typesIfEmpty(page, 'Reason for your decision', 'Nothing stands in the way.');
  await typesIfEmpty(page, 'What you say to them', 'We meet again on Tuesday.');
  await presses(page, 'Save the decision');
  await sees(page, 'No computer decided anything about you');
  await visit('assessment-page');
  await choosesFirst(page, 'Where is it going?');
  await typesIfEmpty(page, 'Who receives it?', 'Whom the page is about');
  await choosesFirst(page, 'Legal gateway');
  await presses(page, 'Save as HTML');
  await sees(page, 'The disclosure was logged');
  await opensAssessments(page, person);
  await sees(page, 'Signed');
  await visit('subject-assessed');
}

async function toursRating({ page, visit }: Tour, person: string): Promise<void> {
  await presses(page, 'Rate blind with a colleague');
  await pushes(page, 'Use Impact scale');
  await sees(page, 'You and a colleague answer separately');
  await presses(page, 'Commit to this rating');
  await sees(page, 'Answer at least one item');
  await visit('rating');
  await picks(page, 'Impact on a person', 'No person was affected');
  await presses(page, 'Commit to this rating');
  await sees(page, 'Nothing opens until both are in');
  await visit('rating-round');
  await opensAssessments(page, person);
  await sees(page, 'Blind ratings');
  await presses(page, 'Start an assessment');
  await presses(page, 'See all instruments');
  await sees(page, 'Load an instrument from a file');
  await visit('instruments');
}

/** Only the workspace has the list in its navigation. */
export async function toursAssessments({ page, visit }: Tour): Promise<void> {
  await goesTo(page, 'Assessments');
  await page.waitForSelector('tr[data-row]');
  await visit('assessments');
}

async function opensAssessments(page: Tour['page'], person: string): Promise<void> {
  await goesTo(page, 'Subjects');
  await control(page, 'Find a subject');
  // The list comes back as it was left, and a visit may have searched for a word.
  await looksForNothing(page);
  await presses(page, person);
  await sees(page, 'Opening this page was logged');
  await opensSection(page, 'Assessments');
}
