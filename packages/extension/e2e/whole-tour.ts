/**
 * The whole tour in one browser: first run and a pressed page in the real panel, a saved page in the workspace, the
 * lock.
 */
import type { Page } from 'puppeteer-core';
import { startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import type { OfficerBrowser } from './browser.ts';
import { goesTo, OFFICER, sees, unlocks } from './officer.ts';
import {
  readsSavedPage,
  toursFirstRun,
  toursLock,
  toursReview,
  toursSubject,
  toursTheRest,
  toursToday,
} from './tour.ts';
import { toursAccount } from './tour-account.ts';
import { toursAssessment, toursAssessments } from './tour-assessment.ts';
import { toursConditionList, toursConditions } from './tour-conditions.ts';
import {
  toursAudit,
  toursBackup,
  toursBringIn,
  toursExchange,
  toursGiveOut,
  toursPacks,
} from './tour-desk.ts';
import { toursAsked, toursEnding } from './tour-ending.ts';
import { toursForm, toursPack } from './tour-fill.ts';
import { toursIntake } from './tour-intake.ts';
import { toursList, toursSelected } from './tour-list.ts';
import { toursPerson } from './tour-person.ts';
import { toursPlan } from './tour-plan.ts';
import { toursAdapters, toursSeen } from './tour-seen.ts';
import { toursTeach } from './tour-teach.ts';

export type Surface = 'panel' | 'workspace';

export interface WholeTourOptions {
  /** Called with each screen while it is shown. */
  visit(page: Page, screen: string, surface: Surface): Promise<void>;
  readonly passphrase?: string;
  /** Alters the saved page before it is read in the workspace. */
  readonly savedPage?: (html: string) => string;
}

export interface Toured {
  readonly panel: Page;
  /** The workspace, unlocked again, on a screen of work. */
  readonly workspace: Page;
  readonly recoveryKey: string;
}

/** Walks every screen of both surfaces. The page that is read is the practice system's. */
export async function toursEverything(
  officer: OfficerBrowser,
  { visit, passphrase = OFFICER.passphrase, savedPage = (html) => html }: WholeTourOptions,
): Promise<Toured> {
  const rms = await startPracticeRms({});
  try {
    const page = await officer.browser.newPage();
    await page.goto(`${rms.url}/summary/records/1`);
    const panel = await officer.press(page);
    const inPanel = { page: panel, visit: (screen: string) => visit(panel, screen, 'panel') };
    const recoveryKey = await toursFirstRun(inPanel, passphrase);
    await toursTeach(inPanel);
    await toursReview(inPanel);
    await toursSubject(inPanel);
    await toursPerson(inPanel);
    await toursPlan(inPanel);
    await toursPack(inPanel);
    await toursForm(inPanel, async () => {
      const form = await officer.browser.newPage();
      await form.goto(`${rms.url}/lists/records/1/contact`);
      await officer.press(form);
    });
    await toursSeen(inPanel, '14/03/2008', false);
    await toursAdapters(inPanel);
    await toursList(inPanel, 'Nobody beside a page');
    await toursIntake(inPanel, 'Wilhelmina Quarrie');
    await toursAssessment(inPanel, 'Evadne Sorrel');
    await toursConditions(inPanel, 'Jory Tamblyn');
    await toursEnding(inPanel, 'Anselm Pryor');
    await toursToday(inPanel);
    await toursTheRest(inPanel);

    const workspace = await officer.open('workspace.html');
    const inWorkspace = {
      page: workspace,
      visit: (screen: string) => visit(workspace, screen, 'workspace'),
    };
    await sees(workspace, 'Settings');
    await goesTo(workspace, 'Saved page');
    const saved = await (await fetch(`${rms.url}/lists/records/2`)).text();
    await readsSavedPage(workspace, savedPage(saved));
    await toursTeach(inWorkspace);
    await toursReview(inWorkspace);
    await toursSubject(inWorkspace);
    await toursPerson(inWorkspace);
    await toursPlan(inWorkspace);
    await toursPack(inWorkspace);
    await toursSeen(inWorkspace, '15/03/2009', true);
    await toursAdapters(inWorkspace);
    await toursAccount(inWorkspace);
    await toursList(inWorkspace, 'Nobody yet');
    await toursSelected(inWorkspace);
    await toursIntake(inWorkspace, 'Leopold Fennimore');
    await toursAssessment(inWorkspace, 'Casimir Ledwidge');
    await toursAssessments(inWorkspace);
    await toursConditions(inWorkspace, 'Merryn Trevail');
    await toursConditionList(inWorkspace);
    await toursEnding(inWorkspace, 'Beatrix Holloway');
    await toursAsked(inWorkspace, 'Ottmar Quill');
    await toursAudit(inWorkspace);
    await toursBackup(inWorkspace);
    await toursExchange(inWorkspace);
    await toursGiveOut(inWorkspace);
    await toursBringIn(inWorkspace);
    await toursPacks(inWorkspace);
    await toursToday(inWorkspace);
    await toursTheRest(inWorkspace);
    await toursLock(inWorkspace);
    await sees(panel, 'Forgotten your passphrase?');
    await visit(panel, 'lock', 'panel');
    await unlocks(workspace, passphrase);
    await sees(workspace, 'Read the file');
    return { panel, workspace, recoveryKey };
  } finally {
    await rms.stop();
  }
}
