/** The list of subjects looked through, its saved views, and the command palette over it. */
import { control, goesTo, presses, sees, types } from './officer.ts';
import type { Tour } from './tour.ts';

/** @param view - a name for the view that is saved: both surfaces show the same views */
export async function toursList({ page, visit }: Tour, view: string): Promise<void> {
  await goesTo(page, 'Subjects');
  await control(page, 'Find a subject');
  await page.waitForSelector('tr[data-row]');
  await types(page, 'Find a subject', 'zzz');
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

  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await sees(page, 'What do you want to open or do?');
  await visit('palette');
  await page.keyboard.type('zzz');
  await sees(page, 'Nothing matches what you typed');
  await visit('palette-nothing');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dialog') === null);
}
