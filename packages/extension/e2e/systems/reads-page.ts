/** A press of the toolbar button on a page of a system, and the resulting reading. */
import type { Page } from 'puppeteer-core';
import type { OfficerBrowser } from '../browser.ts';
import { discards, draftOf } from '../journey-steps.ts';
import { draftHeld, type HeldDraft } from '../keeper-ask.ts';
import { sees } from '../officer.ts';

/** Discards an open draft first, so that the page is read by itself. The vault is unlocked. */
export async function readsPage(officer: OfficerBrowser, page: Page): Promise<HeldDraft> {
  const open = await officer.panel();
  if (open && (await draftHeld(open))) await discards(open);
  const panel = await officer.press(page);
  await sees(panel, 'Review what was read');
  return draftOf(panel);
}

/** The adapter that read each page of the draft; undefined if none did. */
export function adaptersOf({ origins }: HeldDraft): readonly (string | undefined)[] {
  return origins.map(({ adapter }) => adapter?.id);
}
