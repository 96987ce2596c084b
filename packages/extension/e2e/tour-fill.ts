/** The screens that write to another system, in the order an officer meets them. */
import type { Page } from 'puppeteer-core';
import { control, presses, says, sees } from './officer.ts';
import type { Tour } from './tour.ts';
import { opensSection, opensSubjectAt } from './tour-controls.ts';
import { saysWhose, typesValues } from './types-values.ts';

/** The screen before a form is pressed on, and the paste pack in our own order. Ends on the screen it began with. */
export async function toursPack({ page, visit }: Tour): Promise<void> {
  await opensFill(page);
  await visit('fill');
  await presses(page, 'Paste pack');
  await sees(page, 'Not in the sequence');
  await visit('fill-pack');
  await presses(page, 'Close the paste pack');
  await sees(page, 'copied one after another');
}

/** A form that is planned, typed into and marked as sent; only the panel is next to one. */
export async function toursForm(
  { page, visit }: Tour,
  pressesForm: () => Promise<unknown>,
): Promise<void> {
  await pressesForm();
  await sees(page, 'Form of Practice record system');
  await saysWhose(page);
  await visit('fill-plan');
  await typesValues(page);
  await sees(page, 'Check the form, then send it yourself.');
  await visit('fill-typed');
  await presses(page, 'I have sent it');
  await control(page, 'Reference in Practice record system');
  await visit('fill-reference');
  await presses(page, 'Add it later');
  await sees(page, 'Opening this page was logged.');
}

/** Opens a person with an intervention to write elsewhere: others may be before them in the list. */
async function opensFill(page: Page): Promise<void> {
  for (let nth = 0; ; nth += 1) {
    await opensSubjectAt(page, nth);
    await sees(page, 'Opening this page was logged.');
    await opensSection(page, 'Interventions');
    if (await says(page, 'Write to another system')) break;
  }
  await presses(page, 'Write to another system');
  await sees(page, 'copied one after another');
}
