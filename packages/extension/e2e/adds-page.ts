/** Adds what was read while a draft is open to that draft, and says that both are about the same person if asked. */
import type { Page } from 'puppeteer-core';
import { presses, says, sees, until } from './officer.ts';

const IS_ASKED = 'Another page was read';
const SAME = 'the same person?';

export async function addsToDraft(panel: Page): Promise<void> {
  await sees(panel, IS_ASKED);
  await presses(panel, 'Add this page to the draft about');
  await until(
    'it is added, or the person is asked about',
    async () => (await says(panel, SAME)) || !(await says(panel, IS_ASKED)),
  );
  if (await says(panel, SAME)) await presses(panel, 'Yes, they are the same person: add it');
}
