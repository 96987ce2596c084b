/** The screens of accountability: advice, incidents, identifiers, logs, the state known on a day. Only the workspace has them. */
import { cancels, chooses, control, goesTo, presses, sees, types } from './officer.ts';
import type { Tour } from './tour.ts';
import { opensSection } from './tour-controls.ts';

/** A question with a name in it, which the form asks about. */
const NAMED = 'Rowan has bought time on a stresser. Is that against the law?';

/** Needs a subject; ends on the officer's own log. */
export async function toursAccount({ page, visit }: Tour): Promise<void> {
  await goesTo(page, 'Advice');
  await sees(page, 'It needs no subject');
  await presses(page, 'Log advice');
  await control(page, 'What was asked');
  await presses(page, 'Save the advice');
  await sees(page, 'There is a problem');
  await chooses(page, 'Topic', 'What the law says');
  await types(page, 'Organisation', 'Brackenfield College');
  await types(page, 'What was asked', NAMED);
  await types(
    page,
    'Advice given',
    'It is. Keep what was seen, and send an enquiry without a name.',
  );
  await sees(page, 'Remove it');
  await visit('advice-form');
  // A visit may have typed over them.
  await types(page, 'Organisation', 'Brackenfield College');
  await types(page, 'What was asked', NAMED);
  await presses(page, 'Remove it');
  await presses(page, 'Save the advice');
  await sees(page, 'The advice was logged');
  await sees(page, 'Correct this advice');
  await visit('advice-one');
  await goesTo(page, 'Advice');
  await sees(page, 'Brackenfield College');
  await visit('advice');
  await goesTo(page, 'Incidents');
  await presses(page, 'Record an incident');
  await control(page, 'Where it happened');
  await presses(page, 'Grade this incident');
  await presses(page, 'Save the incident');
  await sees(page, 'There is a problem');
  await visit('incident-form');
  await goesTo(page, 'Incidents');
  await sees(page, 'No incident is recorded yet');
  await visit('incident');
  await toursOrganisations({ page, visit });
  await goesTo(page, 'Identifiers');
  await sees(page, 'of people on record and of nobody yet');
  await visit('identifier');
  await presses(page, 'Add an identifier on nobody');
  await control(page, 'As seen');
  await presses(page, 'Save the identifier');
  await sees(page, 'There is a problem');
  await visit('identifier-form');
  await goesTo(page, 'Subjects');
  await page.waitForSelector('.cp-list__open');
  await page.focus('.cp-list__open');
  await page.keyboard.press('Enter');
  await opensSection(page, 'As known on a date');
  await presses(page, 'Show that day');
  await sees(page, 'Enter the date');
  await visit('subject-as-known');
  await opensSection(page, 'Who used this record');
  await sees(page, 'The log itself');
  await visit('subject-log');
  await goesTo(page, 'Your activity');
  await sees(page, 'The log itself');
  await visit('log');
}

/** Needs the advice of the college; one organisation is made, and the words of that advice are joined to it. */
async function toursOrganisations({ page, visit }: Pick<Tour, 'page' | 'visit'>): Promise<void> {
  await goesTo(page, 'Organisations');
  await sees(page, 'No organisation is on record yet');
  await presses(page, 'Add an organisation');
  await control(page, 'Name');
  await presses(page, 'Save the organisation');
  await sees(page, 'There is a problem');
  await visit('organisation-form');
  // The visit wrote in each box, and not every word is an email domain.
  await cancels(page);
  await presses(page, 'Add an organisation');
  await chooses(page, 'Kind of organisation', 'College');
  await types(page, 'Name', 'Brackenfield College');
  await types(page, 'Town or city', 'Testford');
  await presses(page, 'Save the organisation');
  await sees(page, 'The organisation was added');
  await goesTo(page, 'Organisations');
  await sees(page, 'Brackenfield College');
  await visit('organisation');
  await presses(page, 'Words to join');
  await sees(page, '“Brackenfield College”');
  await presses(page, 'Join the selected places');
  await sees(page, 'Select which organisation the words mean');
  await visit('organisation-join');
  await chooses(page, 'Brackenfield College, Testford');
  await presses(page, 'Join the selected places');
  await sees(page, 'was joined to');
  await goesTo(page, 'Organisations');
  await page.waitForSelector('.cp-list__open');
  await page.focus('.cp-list__open');
  await page.keyboard.press('Enter');
  await sees(page, '“Brackenfield College”, organisation that advice was given to');
  await visit('organisation-one');
}
