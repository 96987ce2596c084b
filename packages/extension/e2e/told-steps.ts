/** The source of the officer's knowledge: a question in every form that changes a person's records. */
import type { Page } from 'puppeteer-core';
import { chooses, presses, types } from './officer.ts';

export async function saysHow(page: Page): Promise<void> {
  await chooses(page, 'Report');
  await types(page, 'How you learned it', 'Telephone call');
  await types(page, 'Who told you', 'Ottilie Brandt');
  await presses(page, 'Use the time now');
}
