/** Typing into a planned form, with the answer to whose it is where its page names nobody. */
import type { Page } from 'puppeteer-core';
import { presses, says } from './officer.ts';

/**
 * Types what is ticked. The plan or its question is on screen.
 *
 * @param words - the start of the button: `Type 2 values`
 */
export async function typesValues(panel: Page, words = 'Type '): Promise<void> {
  await saysWhose(panel);
  await presses(panel, words);
}

/** Says that a form that names nobody is about the person, if that is asked. */
export async function saysWhose(panel: Page): Promise<void> {
  if (await says(panel, 'Yes, it is about')) await presses(panel, 'Yes, it is about');
}
