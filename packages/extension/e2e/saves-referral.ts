/** The save of an open draft as a referral, with the answer to what it asks about a narrative that is left. */
import type { Page } from 'puppeteer-core';
import { presses, says, sees } from './officer.ts';

/**
 * Saves without the narrative, if the draft leaves one: the question comes before any other.
 *
 * @param press - by the keyboard alone, if the suite is about it
 */
export async function savesReferral(
  page: Page,
  press: (page: Page, words: string) => Promise<void> = presses,
): Promise<void> {
  await sees(page, 'Save as referral');
  const isAsked = await says(page, 'Save with its narrative');
  await press(page, 'Save as referral');
  if (!isAsked) return;
  await sees(page, 'The narrative is left');
  await press(page, 'Save without it');
}
