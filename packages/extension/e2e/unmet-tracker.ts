/** An officer in a tracker that no adapter knows, which puts the month first: read, queried, and written to. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { discards, draftOf, logsIntervention, rowOf, WRITTEN } from './journey-steps.ts';
import { presses, sees, until } from './officer.ts';
import { savesReferral } from './saves-referral.ts';
import { ISSUES } from './systems/redmine/seed.ts';
import { saysWhose, typesValues } from './types-values.ts';

export interface TrackerVisit {
  readonly officer: OfficerBrowser;
  /** The page after signing in. */
  readonly page: Page;
  /** The page of each issue, and the form that changes one. */
  readonly urls: { readonly doubtful: string; readonly plain: string; readonly edit: string };
  /** Unlocks the vault, with no draft left open. */
  unlocks(panel: Page): Promise<void>;
  stop(): Promise<void>;
}

/** Boxes that identify the form that changes an issue, by their labels on the page. */
export const TRACKER_BOXES = [
  'Surname',
  'Date of birth',
  'Contact date',
  'Contact minutes',
  'Notes',
] as const;

/** @returns the visit and the panel, once the suite has begun */
export function playsInTracker(begin: () => Promise<TrackerVisit>) {
  const now = {} as { visit: TrackerVisit; panel: Page };
  beforeAll(async () => {
    now.visit = await begin();
    const { officer, page, urls } = now.visit;
    // It asks before leaving a form with typed input.
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(urls.doubtful);
    now.panel = await officer.press(page);
    await now.visit.unlocks(now.panel);
    await sees(now.panel, 'Review what was read');
  });
  afterAll(() => now.visit?.stop());

  it('asks which of two days each date is where nothing on the page says so', async () => {
    const { panel } = now;
    const draft = await draftOf(panel);
    expect(rowOf(draft, 'subject.familyName').decision.kind).toBe('take');
    for (const path of ['subject.bornOn', 'referral.receivedOn'])
      expect(rowOf(draft, path).decision.kind, path).toBe('leave');
    await sees(panel, 'This is 5 September 2008 or 9 May 2008');
    await sees(panel, 'This is 2 March 2026 or 3 February 2026');
  });

  it('reads every date of the page as the officer answers for one', async () => {
    const { panel } = now;
    await presses(panel, 'It is 9 May 2008');
    const { fields } = ISSUES.doubtful;
    let draft = await draftOf(panel);
    await until('the answer is put away', async () => {
      draft = await draftOf(panel);
      return rowOf(draft, 'subject.bornOn').value === fields['Date of birth'];
    });
    expect(rowOf(draft, 'referral.receivedOn').value).toBe(fields['Date received']);
    await discards(panel);
  });

  it('reads the month first on another page of the same system, and asks nothing', async () => {
    const { panel, visit } = now;
    await visit.page.goto(visit.urls.plain);
    await visit.officer.press(visit.page);
    await sees(panel, 'Review what was read');
    const born = rowOf(await draftOf(panel), 'subject.bornOn');
    expect(born.value).toBe(ISSUES.plain.fields['Date of birth']);
    expect(born.decision.kind).toBe('take');
  });

  it('writes the day as its box takes it, and the note into the empty box', async () => {
    const { panel, visit } = now;
    await savesReferral(panel);
    await sees(panel, 'What next?');
    await presses(panel, 'Log an intervention');
    await logsIntervention(panel);
    await presses(panel, 'Write to another system');
    await sees(panel, 'Open the form, then press');
    await visit.page.goto(visit.urls.edit);
    await visit.page.waitForNetworkIdle();
    await visit.officer.press(visit.page);
    await sees(panel, 'Form of 127.0.0.1');
    await saysWhose(panel);
    // By its legend, or by the text just above it.
    await sees(panel, '“Notes”');
    await typesValues(panel, 'Type 3 values');
    await sees(panel, '3 values were typed');
    const boxes = await valuesOf(visit.page);
    expect(boxes['Contact date']).toBe('2026-03-20');
    expect(boxes['Contact minutes']).toBe('45');
    expect(boxes.Notes).toBe(WRITTEN.happened);
    // Other values are unchanged, including the record's own description.
    expect(boxes.Surname).toBe(ISSUES.plain.fields.Surname);
    expect(boxes.Description).toBe(ISSUES.plain.description);
  });
  return now;
}

/**
 * The values by the words that ask for each: its label, or the legend around it. Runs on the form that changes an
 * issue.
 */
function valuesOf(page: Page): Promise<Record<string, string>> {
  const written = 'input[type="text"], input[type="date"], input:not([type]), textarea';
  return page.$$eval(written, (boxes) =>
    Object.fromEntries(
      (boxes as (HTMLInputElement | HTMLTextAreaElement)[]).map((box) => {
        const asks = box.labels?.[0] ?? box.closest('fieldset')?.querySelector('legend');
        return [(asks?.textContent ?? '').replace(/[\s*]+/g, ' ').trim(), box.value];
      }),
    ),
  );
}
