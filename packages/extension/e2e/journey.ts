/** The main job, as an officer does it: from a page to a record, an intervention, a note and a case summary. */
import type { Page } from 'puppeteer-core';
import type { OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { setsUp } from './first-run-steps.ts';
import {
  draftOf,
  keepsNote,
  logsIntervention,
  opensSubject,
  reviews,
  WRITTEN,
} from './journey-steps.ts';
import { type HeldDraft, type HeldRecords, type HeldRow, recordsHeld } from './keeper-ask.ts';
import { tabsTo } from './keyboard.ts';
import { chooses, OFFICER, presses, sees, types, unlocks, until } from './officer.ts';

/** The part of the practice system that the job needs: pass `shownOn` of `examples/practice-rms` with it. */
export interface RecordSystem {
  readonly url: string;
  readonly shown: Readonly<Record<string, readonly string[]>>;
}

export interface Step {
  /** Name in the officer's words: “Press the toolbar button”. */
  readonly name: string;
  /** Duration in milliseconds. */
  readonly ms: number;
  /** The page that is on screen then. */
  readonly page: Page;
}

export interface MainJobOptions {
  readonly look: string;
  /** The record's id in the practice system. */
  readonly record: string;
  readonly onStep?: (step: Step) => void | Promise<void>;
  /** Folder for the exported files; a temporary one by default. */
  readonly exports?: string;
}

export interface MainJob {
  /** The values on the page, by field path. */
  readonly shown: Readonly<Record<string, readonly string[]>>;
  /** The draft as it was read, before any decision. */
  readonly draft: HeldDraft;
  readonly records: HeldRecords;
  readonly summary: { readonly markdown: string; readonly html: string };
  /** The names of the exported files. */
  readonly files: readonly string[];
  /** The row taken with a correction, `WRITTEN.school`. */
  readonly corrected: HeldRow;
  readonly masked: HeldRow;
}

/**
 * Plays the job in a browser without a vault, and leaves the vault open.
 *
 * @param rms - the practice system, and the values on its page
 * @throws {Error} with the text on screen, when a step does not lead where it should
 */
export async function playMainJob(
  officer: OfficerBrowser,
  rms: RecordSystem,
  { look, record, onStep, exports }: MainJobOptions,
): Promise<MainJob> {
  let begun = performance.now();
  const did = async (name: string, page: Page): Promise<void> => {
    await onStep?.({ name, ms: performance.now() - begun, page });
    begun = performance.now();
  };
  const address = `${rms.url}/${look}/records/${record}`;

  const page = await officer.browser.newPage();
  await page.goto(address);
  await did('Open the record in the practice system', page);

  const panel = await officer.press(page);
  await sees(panel, 'Which vault do you want to set up?');
  await did('Press the toolbar button', panel);

  await setsUp(panel);
  await sees(panel, 'Review what was read');
  await did('Set up the practice vault', panel);

  const draft = await draftOf(panel);
  const { corrected, masked } = await reviews(panel, draft);
  await did('Decide on each value, by keyboard alone', panel);

  await tabsTo(panel, 'Save as referral');
  await sees(panel, 'Saved as a referral');
  await did('Save as a referral', panel);

  await presses(panel, 'Log an intervention');
  await logsIntervention(panel);
  await did('Log an intervention', panel);

  await panel.close();
  await until('the panel is closed', async () => (await officer.panel()) === undefined);
  const other = await officer.browser.newPage();
  await other.goto(address);
  const again = await officer.press(other);
  await sees(again, 'Review what was read');
  await did('Close the panel and open it on another tab, still unlocked', again);

  const [subject] = (await recordsHeld(again)).subject;
  const name = String(subject?.value.name);
  await keepsNote(again, await draftOf(again), name);
  await did('Keep a graded intelligence note', again);

  const desk = await officer.open('workspace.html');
  await opensSubject(desk, name);
  await presses(desk, 'Case summary');
  await sees(desk, 'Intelligence notes and safeguarding concerns are left out.');
  await sees(desk, 'Where is it going?');
  await did('Read the case summary in the workspace', desk);

  await desk.bringToFront();
  await chooses(desk, 'Where is it going?', 'Partner agency');
  await types(desk, 'Who receives it?', WRITTEN.recipient);
  await chooses(desk, 'Legal gateway', 'To safeguard a child');
  await sees(desk, 'What is withheld, and why');
  await presses(desk, 'Other formats');
  const markdown = await saves(officer, () => presses(desk, 'Save as Markdown'), exports);
  await presses(desk, 'Export it again');
  const html = await saves(officer, () => presses(desk, 'Save as HTML'), exports);
  await did('Export the summary as Markdown and HTML', desk);

  return {
    shown: rms.shown,
    draft,
    records: await recordsHeld(desk),
    summary: { markdown: markdown.text, html: html.text },
    files: [markdown.name, html.name],
    corrected,
    masked,
  };
}

/** After a restart: opens the workspace, unlocks it, and gives its page and the records. */
export async function readsBack(
  officer: OfficerBrowser,
): Promise<{ readonly desk: Page; readonly records: HeldRecords }> {
  const desk = await officer.open('workspace.html');
  await unlocks(desk, OFFICER.passphrase);
  await sees(desk, 'Settings');
  return { desk, records: await recordsHeld(desk) };
}
