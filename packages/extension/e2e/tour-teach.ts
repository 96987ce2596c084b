/** The screens that teach a page: from an open draft and back to it. None of the teaching stays. */
import { chooses, control, presses, sees, types } from './officer.ts';
import type { Tour } from './tour.ts';
import { opensAll } from './tour-controls.ts';

export async function toursTeach({ page, visit }: Tour): Promise<void> {
  await sees(page, 'Review what was read');
  await presses(page, 'Teach this page');
  await control(page, 'Find a value');
  await sees(page, 'Nothing yet.');
  await visit('teach');
  await types(page, 'Find a value', 'name');
  await presses(page, 'What is this?');
  await chooses(page, 'Record this as', 'Select one');
  await presses(page, 'Save and continue');
  await sees(page, 'Select what this is');
  await visit('teach-what');
  await chooses(page, 'Record this as', 'Subject: Name');
  await presses(page, 'Save and continue');
  await sees(page, 'Subject: Name');
  await visit('teach-said');
  await presses(page, 'Name the screen');
  await control(page, 'Who answers for this adapter');
  await types(page, 'Name of the system and its screen', ' ');
  await presses(page, 'Prove the adapter');
  await sees(page, 'Enter the name of the system and its screen');
  await visit('teach-about');
  await types(page, 'Name of the system and its screen', 'Practice system: referral');
  await types(page, 'Who answers for this adapter', 'Southmarch Police');
  await types(page, 'Host of the system', '127.0.0.1');
  await types(page, 'Path of the screen', '/**');
  await presses(page, 'Prove the adapter');
  await sees(page, 'What leaves this device', 60_000);
  await opensAll(page);
  await visit('teach-prove');
  await presses(page, 'Discard this teaching');
  await sees(page, 'Discard this teaching?');
  await visit('teach-discard');
  await page.focus('.govuk-button--warning');
  await page.keyboard.press('Enter');
  await sees(page, 'Review what was read');
}
