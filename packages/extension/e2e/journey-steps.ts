/** The steps of the main job, each as an officer does it. */
import type { Page } from 'puppeteer-core';
import { draftHeld, type HeldDraft, type HeldRow } from './keeper-ask.ts';
import { decides } from './keyboard.ts';
import { chooses, control, dates, goesTo, presses, sees, types, until } from './officer.ts';

/** Text typed during the job, so that a suite can look for it. */
export const WRITTEN = {
  school: 'Brackenfield Vale School (sixth form)',
  heldOn: '20/3/2026',
  place: 'Brackenfield library',
  happened: 'Talked about what the law says, and about the club on Thursdays.',
  /** Added to the source text of the note: it is in the note and nowhere else. */
  note: 'A friend is said to have passed the password on.',
  recipient: 'Panel chair',
} as const;

/**
 * The draft that the page shows, once the stored one matches the screen: not an earlier one, nor the state before the
 * last decision.
 */
export async function draftOf(panel: Page): Promise<HeldDraft> {
  let draft: HeldDraft | undefined;
  await until('the draft is put away as it is shown', async () => {
    const shown = await panel.$$eval('.cp-draft-row[data-row]', (rows) =>
      rows.map((row) => [row.getAttribute('data-row') ?? '', row.className] as const),
    );
    draft = await draftHeld(panel);
    const held = new Map(draft?.rows.map(({ id, decision }) => [id, decision.kind]));
    return (
      draft !== undefined &&
      shown.every(([id, look]) => look.split(' ').includes(`cp-draft-row--${held.get(id)}`))
    );
  });
  return draft as HeldDraft;
}

/** The first row with that path. @throws {Error} when the draft has none */
export function rowOf(draft: HeldDraft, path: string): HeldRow {
  const row = draft.rows.find((each) => each.path === path);
  if (!row) throw new Error(`The draft has no ${path}`);
  return row;
}

/**
 * Decides by keyboard alone. Takes the values on the page, even those that start as left. One is corrected, one is
 * masked, and the communication needs stay left.
 */
export async function reviews(
  panel: Page,
  draft: HeldDraft,
): Promise<{ readonly corrected: HeldRow; readonly masked: HeldRow }> {
  const corrected = rowOf(draft, 'subject.school');
  const masked = rowOf(draft, 'subject.sexRecorded');
  await decides(panel, corrected.id, 'take-corrected', WRITTEN.school);
  await decides(panel, masked.id, 'mask');
  for (const { id, path, decision } of draft.rows) {
    // Facts about health and needs stay on the page: nothing here needs them.
    if (decision.kind !== 'leave' || !path || path === 'subject.communicationNeeds') continue;
    await decides(panel, id, 'take');
  }
  return { corrected, masked };
}

/** From the form to the subject's page. */
export async function logsIntervention(
  page: Page,
  happened: string = WRITTEN.happened,
): Promise<void> {
  await sees(page, 'Log for');
  await chooses(page, 'Kind of intervention', 'Home visit');
  await dates(page, 'Date of contact', WRITTEN.heldOn);
  await chooses(page, 'In person');
  await types(page, 'Contact time in minutes', '45');
  await types(page, 'Place', WRITTEN.place);
  await chooses(page, 'Engaged');
  await types(page, 'What happened', happened);
  await presses(page, 'Log for');
  await sees(page, 'The contact with');
}

/** Keeps the narrative of the open draft as a graded note on the subject, then discards the draft. */
export async function keepsNote(page: Page, draft: HeldDraft, subject: string): Promise<void> {
  const narrative = rowOf(draft, 'referral.narrative');
  await presses(page, 'Save as intelligence note');
  await sees(page, 'Intelligence note from this page');
  await chooses(page, `${narrative.label} (Referral): ${narrative.value.slice(0, 20)}`);
  const text = await control(page, 'Intelligence');
  await until('the note says what the narrative says', async () =>
    text.evaluate((box, raw) => (box as HTMLTextAreaElement).value === raw, narrative.raw),
  );
  await text.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(` ${WRITTEN.note}`);
  await types(page, 'Look for a name or a reference', subject);
  await chooses(page, subject);
  await chooses(page, 'Report');
  await chooses(page, '2 Untested');
  await chooses(page, 'B Known indirectly but corroborated');
  await chooses(page, 'P Lawful sharing permitted');
  await presses(page, 'Save the note');
  await sees(page, `The intelligence note about ${subject} was saved`);
  await discards(page);
}

/** Unfolds the other ways of adding to an open draft, which are painted after its rows. */
export async function opensOtherWays(page: Page): Promise<void> {
  await sees(page, 'Add something else to this draft');
  await page.$$eval('details', (all) => {
    for (const each of all) each.open = true;
  });
}

export async function discards(page: Page): Promise<void> {
  await presses(page, 'Discard this draft');
  await sees(page, 'Discard this draft?');
  const buttons = await page.$$('.cp-confirm .govuk-button--warning');
  await buttons[0]?.press('Enter');
  await sees(page, 'Capture a page');
  await until('nothing of it is put away', async () => (await draftHeld(page)) === undefined);
}

/** Opens the page of the subject with this name, or its beginning, from the list of subjects. */
export async function opensSubject(page: Page, name: string): Promise<void> {
  await goesTo(page, 'Subjects');
  await sees(page, 'Find a subject');
  await presses(page, name);
  await sees(page, 'Opening this page was logged.');
}
