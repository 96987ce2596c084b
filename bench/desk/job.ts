/** One job of the desk: driven through the real screens, from where its count begins to where the work is done. */
import type { Page } from 'puppeteer-core';
import type { PracticeRms } from '../../examples/practice-rms/src/index.ts';
import type { OfficerBrowser } from '../../packages/extension/e2e/browser.ts';
import type { CaseOptions, KeptCase } from './caseload.ts';
import type { Hand } from './hand.ts';

export interface Desk {
  readonly officer: OfficerBrowser;
  /** The workspace, unlocked. */
  readonly page: Page;
  readonly rms: Pick<PracticeRms, 'url'>;
  /** Today’s date, as the browser has it. */
  readonly today: string;
  /** A person with a referral, made for this job alone. */
  keeps(options: Omit<CaseOptions, 'receivedOn'> & { readonly daysAgo: number }): Promise<KeptCase>;
  /** Goes to Today, uncounted. */
  opensToday(): Promise<void>;
  /** Opens the record of a person, uncounted. */
  opensPerson(person: KeptCase): Promise<void>;
  /** Begins to count on a page; on the workspace by default. */
  hand(page?: Page): Hand;
}

export interface Job {
  /** Its id among the bars. */
  readonly id: string;
  /** Does the job. @returns the hand that did it, with its counts */
  run(desk: Desk): Promise<Hand>;
}
