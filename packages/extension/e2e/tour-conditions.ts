/**
 * Cautions, their conditions and work with other agencies: advised, evidenced, reported; and each form of them with its
 * errors.
 */
import { keepsSubject } from './keeps-subject.ts';
import {
  cancels,
  chooses,
  control,
  dates,
  goesTo,
  presses,
  saveWords,
  sees,
  types,
} from './officer.ts';
import type { Tour } from './tour.ts';
import { choosesFirst, looksForNothing, opensAll, opensSection } from './tour-controls.ts';

/** A day in the future, whenever the suite runs. */
const NEXT_YEAR = String(new Date().getFullYear() + 1);
/** A birth date for the age of fourteen, whenever the suite runs. */
const BORN_ON = `${new Date().getFullYear() - 14}-01-05`;

const back = async ({ page }: Tour, section = 'Conditions'): Promise<void> => {
  await page.waitForSelector(`main section[aria-label="${section}"]`);
};
const AGENCIES = 'Agencies and monitoring';

/** The screens that differ from one another. @param person - a name unlike any other on record */
export async function toursConditions(tour: Tour, person: string): Promise<void> {
  const { page, visit } = tour;
  await keepsSubject(page, person, { bornOn: BORN_ON });
  await goesTo(page, 'Subjects');
  await control(page, 'Find a subject');
  await looksForNothing(page);
  await presses(page, person);
  await sees(page, 'Opening this page was logged');
  await opensSection(page, 'Conditions');
  await toursAdvice(tour);
  await toursEvidence(tour);
  await opensSection(page, AGENCIES);
  await presses(page, 'Log a contact with an agency');
  await sees(page, 'Share no more than the legal gateway allows');
  await presses(page, await saveWords(page));
  await sees(page, 'There is a problem');
  await choosesFirst(page, 'Agency');
  await choosesFirst(page, 'How');
  await types(page, 'Who it was with', 'Perrin Hale, case manager');
  await types(page, 'What it was about', 'Whether the conditions fit.');
  await chooses(page, 'Legal gateway', 'To reduce crime and disorder');
  await types(page, 'What they said', 'They see him on Thursdays.');
  await chooses(page, 'Report');
  await visit('agency-contact');
  await presses(page, await saveWords(page));
  await back(tour, AGENCIES);
  await sees(page, 'To reduce crime and disorder');
  await visit('subject-agencies');
  await presses(page, 'Correct the contact');
  await sees(page, 'What they said is');
  await visit('agency-contact-correct');
  await cancels(page);
  await back(tour, AGENCIES);
}

async function toursAdvice(tour: Tour): Promise<void> {
  const { page, visit } = tour;
  await presses(page, 'Advise on conditions');
  await sees(page, 'Advice for the officer in the case');
  await presses(page, 'Save the advice');
  await sees(page, 'There is a problem');
  await chooses(page, 'Kind of caution or order', 'Youth conditional caution');
  await types(page, 'Officer in the case', 'DC 2218 Tamsin Okoro');
  await chooses(page, 'Yes');
  await chooses(page, 'Mentoring');
  await sees(page, 'Meet the mentor');
  await visit('caution-advice');
  await presses(page, 'Save the advice');
  await back(tour);
  await sees(page, 'The advice was saved');
  await presses(page, 'Advice on conditions, as a report');
  await choosesFirst(page, 'Where is it going?');
  await sees(page, 'This is advice.');
  await visit('condition-advice');
  await presses(page, 'Back to the conditions');
  await back(tour);
  await presses(page, 'Record what happened to the advice');
  await chooses(page, 'Given as advised');
  await types(page, 'Who gave or made it', 'DC 2218 Tamsin Okoro');
  await presses(page, await saveWords(page));
  await back(tour);
  await sees(page, 'Running');
}

async function toursEvidence(tour: Tour): Promise<void> {
  const { page, visit } = tour;
  await presses(page, 'Certify the condition');
  await sees(page, 'A named person says');
  await presses(page, await saveWords(page));
  await sees(page, 'There is a problem');
  await visit('condition-certify');
  await cancels(page);
  await back(tour);
  await presses(page, 'Add evidence');
  await chooses(page, 'Part of it is met');
  await types(page, 'What was seen or handed over', 'He did not come twice.');
  await types(page, 'Who reported it, or where it was seen', 'The mentor');
  await chooses(page, 'Report');
  await visit('condition-evidence');
  // Only now, so that no visit names a person who was informed.
  await chooses(page, 'It may have been breached');
  await chooses(page, 'No, nobody yet');
  await presses(page, await saveWords(page));
  await back(tour);
  await sees(page, 'Nobody is recorded as told.');
  await opensAll(page);
  await visit('subject-conditions');
  await presses(page, 'Note for the officer in the case');
  await choosesFirst(page, 'Where is it going?');
  await sees(page, 'Whether it is a breach is not decided here');
  await visit('breach-note');
  await presses(page, 'Back to the conditions');
  await back(tour);
}

/** Every condition. Only the workspace has it in its navigation; there is at least one. */
export async function toursConditionList({ page, visit }: Tour): Promise<void> {
  await goesTo(page, 'Conditions');
  await sees(page, 'by the day on which each must be met');
  await page.waitForSelector('tbody th button');
  await visit('conditions');
}

/** The other forms, all of one view: from the screen where {@link toursConditions} ends. */
export async function toursWorkForms(tour: Tour): Promise<void> {
  const { page } = tour;
  await opensSection(page, 'Conditions');
  await toursForm(tour, 'Record a caution or order', 'Enter it as you were told');
  await toursForm(tour, 'Remove the condition', 'Why, and who decided');
  await toursForm(tour, 'Say who was told', 'or the decision maker');
  await opensAll(page);
  await toursForm(tour, 'Correct this evidence', 'Who reported it');
  await toursForm(tour, 'Add a condition', 'As the young person reads it');
  await toursForm(tour, 'Propose an outcome', 'It changes nothing by itself');
  await toursForm(tour, 'Note the recorded outcome', 'This does not record it there');
  await toursForm(tour, 'Say how it ended', 'Every condition was met');
  await opensSection(page, AGENCIES);
  await toursForm(tour, 'Choose a tier', 'follows from the tier', AGENCIES);
  await toursForm(tour, 'Record a check for offending', 'nothing is copied here', AGENCIES);
  await presses(page, 'Arrange a panel');
  await types(page, 'Panel', 'Out-of-court panel of Testford');
  await dates(page, 'Meets on', `14/3/${NEXT_YEAR}`);
  await chooses(page, 'Legal gateway', 'To reduce crime and disorder');
  await types(page, 'Agenda', 'What fits him');
  await presses(page, await saveWords(page));
  await back(tour, AGENCIES);
  await sees(page, 'Out-of-court panel');
  await toursForm(tour, 'Record the outcome of the panel', 'Who came', AGENCIES);
  await toursForm(tour, 'Change what was arranged', 'One item on each line', AGENCIES);
}

async function toursForm(tour: Tour, button: string, words: string, section = 'Conditions') {
  const { page, visit } = tour;
  await presses(page, button);
  await sees(page, words);
  await visit(button);
  await cancels(page);
  await back(tour, section);
}
