/**
 * An officer whose vault was set up before the suite began. The first suite to need one goes through the real first
 * run, in a profile of the whole run; every suite gets a copy of it, launches on that and unlocks. Suites about the
 * first run itself have their own.
 */
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { inject } from 'vitest';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { movesClock } from './clock.ts';
import { setsUp } from './first-run-steps.ts';
import { OFFICER, type Officer, PATIENCE_MS, sees, unlocks, until } from './officer.ts';

/** Time of the first run for suites that move the clock, before any of their acts. ISO 8601 */
export const SET_UP_AT = '2026-11-02T08:30:00Z';

/** Time for a launch, a first run, and the wait for another worker that is doing the same. */
const PREPARATION_MS = 5 * PATIENCE_MS;

export interface PreparedProfile {
  readonly profile: string;
  /** The recovery key as shown by the first run. */
  readonly recoveryKey: string;
}

export type PreparedOfficer = OfficerBrowser & PreparedProfile;

export interface PreparedOptions {
  /** The moment of the first run, for suites that move the clock. ISO 8601 */
  readonly at?: string;
  /** Folder of the copy; a new one by default. */
  readonly profile?: string;
}

/** A locked vault in its own browser; its profile is removed on close. */
export async function launchPrepared(
  officer: Officer = OFFICER,
  options: PreparedOptions = {},
): Promise<PreparedOfficer> {
  const prepared = await copiesProfile(officer, options);
  const browser = await launchOfficer({ profile: prepared.profile });
  return {
    ...browser,
    ...prepared,
    async close() {
      await browser.close();
      rmSync(prepared.profile, { recursive: true, force: true });
    },
  };
}

/** The workspace, unlocked. */
export async function opensUnlocked(officer: OfficerBrowser): Promise<Page> {
  const page = await officer.open('workspace.html');
  await unlocks(page);
  await sees(page, 'Settings');
  return page;
}

/** Copies a profile for a suite that restarts the browser on it; the suite removes the copy. */
export async function copiesProfile(
  officer: Officer = OFFICER,
  { at, profile = mkdtempSync(join(tmpdir(), 'officer-')) }: PreparedOptions = {},
): Promise<PreparedProfile> {
  const original = await preparedOnce(officer, at);
  cpSync(original.profile, profile, { recursive: true });
  return { profile, recoveryKey: original.recoveryKey };
}

/**
 * Prepares, unless an earlier suite has, or waits for one that is preparing. @throws {Error} the reason of a failure
 */
async function preparedOnce(officer: Officer, at?: string): Promise<PreparedProfile> {
  const folder = inject('preparedFolder');
  if (folder === undefined) throw new Error('Profiles are prepared in the chromium project only');
  const base = join(folder, `${officer.number}-${(at ?? '').replace(/\W/g, '')}`);
  const answer = `${base}.json`;
  if (isFirst(`${base}.lock`)) {
    const result = await prepares(base, officer, at).catch((error: unknown) => ({
      failure: error instanceof Error ? error.message : String(error),
    }));
    writeFileSync(`${base}.part`, JSON.stringify(result));
    renameSync(`${base}.part`, answer);
  }
  const isPrepared = async (): Promise<boolean> => existsSync(answer);
  await until(`the profile of ${officer.name} is prepared`, isPrepared, PREPARATION_MS);
  const { failure, ...prepared } = JSON.parse(readFileSync(answer, 'utf8'));
  if (failure) throw new Error(`The profile of ${officer.name} could not be prepared: ${failure}`);
  return prepared;
}

async function prepares(profile: string, officer: Officer, at?: string): Promise<PreparedProfile> {
  const browser = await launchOfficer({ profile });
  try {
    const page = await browser.open('workspace.html');
    await sees(page, 'Which vault do you want to set up?');
    if (at) await movesClock(browser, at);
    const recoveryKey = await setsUp(page, officer);
    await sees(page, 'Settings');
    return { profile, recoveryKey };
  } finally {
    await browser.close();
  }
}

/** True for only one of several workers: the one that makes the file. */
function isFirst(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
