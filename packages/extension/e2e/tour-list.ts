/** The list of subjects looked through, its saved views, and the command palette over it. */
import { control, goesTo, presses, sees, types } from './officer.ts';
import type { Tour } from './tour.ts';

/** Letters of no word that a walk types: the end of one and a postcode such as ZZ1 1ZZ have three letters z between them. */
const NOBODY = 'jkjkjk';

/** @param view - a name for the view that is saved: both surfaces show the same views */
export async function toursList({ page, visit }: Tour, view: string): Promise<void> {
  await goesTo(page, 'Subjects');
  await control(page, 'Find a subject');
  await page.waitForSelector('tr[data-row]');
  await types(page, 'Find a subject', NOBODY);
  await sees(page, 'Nothing here matches.');
  await visit('list-nothing');
  const views = await page.waitForSelector('.cp-list summary');
  await views?.press('Enter');
  await presses(page, 'Save this view');
  await sees(page, 'Enter a name for the view');
  await types(page, 'Name of the view', view);
  await presses(page, 'Save this view');
  await sees(page, 'The view is saved.');
  await visit('list-views');
  await presses(page, 'Show the whole list');
  await page.waitForSelector('tr[data-row]');
  await presses(page, 'Filter');
  await control(page, 'Filter by');
  await visit('list-filter');
  await presses(page, 'Filter');

  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await sees(page, 'What do you want to open or do?');
  await visit('palette');
  await page.keyboard.type(NOBODY);
  await sees(page, 'Nothing matches what you typed');
  await visit('palette-nothing');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dialog') === null);
}

/** The screens of several people at once, which are chosen in the workspace alone; and the graded notes. */
export async function toursSelected({ page, visit }: Tour): Promise<void> {
  await goesTo(page, 'Subjects');
  await page.waitForSelector('tbody .cp-tick');
  await page.click('tbody .cp-tick');
  await sees(page, '1 selected');
  await visit('list-selected');
  await presses(page, 'Print or export');
  await sees(page, 'Save as a table');
  await visit('people');
  await goesTo(page, 'Subjects');
  // The selection is still there.
  await sees(page, '1 selected');
  await presses(page, 'Set a review');
  await sees(page, 'Each of these cases gets a decision');
  await presses(page, 'Set the review');
  await sees(page, 'Enter the date of the review');
  await visit('set-reviews');
  await goesTo(page, 'Graded notes');
  await sees(page, 'Graded notes');
  await visit('notes');
}
