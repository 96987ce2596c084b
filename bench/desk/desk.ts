/**
 * `pnpm bench desk`: what the jobs of an officer cost in presses, boxes and keys, driven through the real screens of the
 * built extension in real Chromium, beside the counts of 28 November 2026.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { startPracticeRms } from '../../examples/practice-rms/src/index.ts';
import { launchOfficer } from '../../packages/extension/e2e/browser.ts';
import { setsUp } from '../../packages/extension/e2e/first-run-steps.ts';
import { goesTo, presses, sees, types } from '../../packages/extension/e2e/officer.ts';
import { type Machine, machine } from '../machine.ts';
import { BARS, type Bar } from './bars.ts';
import { daysBefore, fillCaseload, keepCase } from './caseload.ts';
import type { Counts } from './counts.ts';
import { heldToBars, type JobFigures, type JobHeld } from './desk-targets.ts';
import { handOn } from './hand.ts';
import type { Desk } from './job.ts';
import { countsSetUp } from './jobs/set-up.ts';
import { JOBS } from './jobs.ts';

export interface DeskOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  /** Jobs whose ids begin so; all of them by default. */
  readonly only?: string;
  readonly say: (line: string) => void;
}

export interface DeskFigures {
  readonly bench: 'desk';
  readonly at: string;
  readonly machine: Machine;
  readonly browser: string;
  readonly jobs: readonly JobFigures[];
  readonly targets: readonly JobHeld[];
}

export async function benchDesk({ extension, only = '', say }: DeskOptions): Promise<DeskFigures> {
  const atStart = machine();
  const profile = mkdtempSync(join(tmpdir(), 'bench-desk-'));
  const officer = await launchOfficer({ profile, extension });
  const rms = await startPracticeRms();
  const wanted = BARS.filter(({ id }) => id.startsWith(only));
  const done = new Map<string, Omit<JobFigures, keyof Bar>>();
  const tries = async (id: string, act: () => Promise<Counts>): Promise<void> => {
    if (!wanted.some((bar) => bar.id === id)) return;
    say(id);
    done.set(
      id,
      await act().then(
        (now) => ({ now }),
        (error: unknown) => ({ failed: reasonOf(error) }),
      ),
    );
  };
  try {
    const browser = await officer.browser.version();
    const page = await openWorkspace(officer.open, tries);
    const today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'));
    await fillCaseload(page, today);
    const desk = deskOn({ officer, page, rms, today });
    for (const job of JOBS)
      await tries(job.id, async () => {
        await page.bringToFront();
        return (await job.run(desk)).counts();
      });
    const jobs = wanted.map((bar): JobFigures => ({ ...bar, ...done.get(bar.id) }));
    return {
      bench: 'desk',
      at: new Date().toISOString(),
      machine: atStart,
      browser,
      jobs,
      targets: heldToBars(jobs),
    };
  } finally {
    await officer.close();
    await rms.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

type Tries = (id: string, act: () => Promise<Counts>) => Promise<void>;

/** The workspace with its vault set up: by the counted job, or in the e2e's own way where that did not end. */
async function openWorkspace(open: (path: string) => Promise<Page>, tries: Tries): Promise<Page> {
  const page = await open('workspace.html');
  let isSetUp = false;
  await tries('set-up', async () => {
    const counts = await countsSetUp(page);
    isSetUp = true;
    return counts;
  });
  if (!isSetUp) {
    await page.reload();
    await setsUp(page);
  }
  await sees(page, 'Settings');
  return page;
}

function deskOn(given: Pick<Desk, 'officer' | 'page' | 'rms' | 'today'>): Desk {
  const { page, today } = given;
  return {
    ...given,
    keeps: ({ daysAgo, ...person }) =>
      keepCase(page, { ...person, receivedOn: daysBefore(today, daysAgo) }),
    async opensToday() {
      await goesTo(page, 'Today');
      await page.waitForFunction(() => document.querySelector('main h1')?.textContent === 'Today');
    },
    async opensPerson({ name }) {
      await goesTo(page, 'Subjects');
      await types(page, 'Find a subject', name);
      await presses(page, name);
      await sees(page, 'Opening this page was logged.');
    },
    hand: (on = page) => handOn(on),
  };
}

/** In one line. */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error))
    .replace(/\s+/g, ' ')
    .slice(0, 900);
}
