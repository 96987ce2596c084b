/** How the officer knows: what every form asks that changes what is held of a person. */
import type { Page } from 'puppeteer-core';
import { chooses, presses, types } from './officer.ts';

export async function saysHow(page: Page): Promise<void> {
  await chooses(page, 'Report');
  await types(page, 'How you learned it', 'Telephone call');
  await types(page, 'Who told you', 'Ottilie Brandt');
  await presses(page, 'Use the time now');
}
