/** A real Chromium with a practice vault, driven below its screens: commits, kills, and the state afterwards. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchOfficer, type OfficerBrowser } from '../packages/extension/e2e/browser.ts';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import { PATIENCE_MS, until } from '../packages/extension/e2e/officer.ts';
import { VAULT } from '../packages/extension/e2e/vault-damage.ts';

export const PASSPHRASE = 'lantern orbit mustard quiet';

const SETUP = {
  kind: 'practice',
  name: 'DC Rowan Thackeray',
  number: '4172',
  force: '43',
  role: 'Regional Cyber Prevent officer',
  regime: 'dpa-part-3',
  passphrase: PASSPHRASE,
};

/** A profile that is used by many browsers in turn. */
export interface Ground {
  readonly profile: string;
  recoveryKey: string;
  /** Those opened on it: one that a failed run left open would still write into the folder. */
  readonly browsers: Set<OfficerBrowser>;
  /** Ends every browser that is open on it, then deletes it. */
  remove(): Promise<void>;
}

export interface OpenVault {
  readonly officer: OfficerBrowser;
  readonly page: Page;
  /** Notices present once the records are read: the repairs. */
  readonly notices: readonly { readonly code: string; readonly message: string }[];
  /** Number of entries that the browser's own database has now and lacked before the unlock. */
  readonly putBack: number;
}

/** @param profile - an empty folder; a new one by default */
export async function newGround(
  extension: string,
  profile = mkdtempSync(join(tmpdir(), 'assure-')),
): Promise<Ground> {
  const officer = await launchOfficer({ profile, extension });
  const page = await ready(officer);
  const made = (await askKeeper(page, 'create', SETUP)) as Made;
  if (!made.ok) throw new Error(`No vault was made: ${JSON.stringify(made)}`);
  await officer.close();
  const browsers = new Set<OfficerBrowser>();
  return {
    profile,
    recoveryKey: made.value.recoveryKey,
    browsers,
    async remove() {
      for (const browser of browsers) await browser.kill();
      // The browser's own helpers outlive it by a moment.
      rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

interface Made {
  readonly ok: boolean;
  readonly value: { readonly recoveryKey: string };
}

/** Error for a vault that was made there but can no longer be seen. */
export const TAKEN_FOR_NEW = 'The computer was taken for one without a vault';

/** Starts the browser and unlocks. @throws {Error} with the vault's own words when it does not open */
export async function openVault(ground: Ground, extension: string): Promise<OpenVault> {
  const officer = await launchOfficer({ profile: ground.profile, extension });
  ground.browsers.add(officer);
  try {
    const page = await ready(officer);
    if ((await foundState(page)) === 'none') throw new Error(TAKEN_FOR_NEW);
    const before = await entriesInDatabase(page);
    const { recoveryKey } = ground;
    const opened = (await askKeeper(page, 'unlock', 'practice', { recoveryKey })) as Unlocked;
    if (!opened.ok) throw new Error(opened.issues.map(({ message }) => message).join(' '));
    const putBack = (await entriesInDatabase(page)) - before;
    return { officer, page, notices: await noticesOn(page, isLoss(putBack)), putBack };
  } catch (error) {
    await officer.kill();
    throw error;
  }
}

/** The state of the vaults, once the keeper has looked. */
async function foundState(page: Page): Promise<string> {
  let name = 'checking';
  await until('the vaults are looked for', async () => {
    const { state } = (await askKeeper(page, 'join')) as { state: { name: string } };
    name = state.name;
    return name !== 'checking';
  });
  return name;
}

/** Locks. @returns another window, since a lock reloads the open ones */
export async function locks({ officer, page }: Pick<OpenVault, 'officer' | 'page'>): Promise<Page> {
  // The requesting window may be gone before the answer comes.
  await askKeeper(page, 'lock').catch(() => undefined);
  const window = await ready(officer);
  const { state } = (await askKeeper(window, 'join')) as { state: { name: string } };
  if (state.name !== 'locked') throw new Error(`The vault is ${state.name}`);
  return window;
}

interface Unlocked {
  readonly ok: boolean;
  readonly issues: readonly { readonly message: string }[];
}

/** Opens a window of ours, and waits until a keeper answers it. */
export async function ready(officer: OfficerBrowser): Promise<Page> {
  const page = await officer.open('workspace.html');
  await page.waitForFunction(
    () =>
      new Promise<boolean>((resolve) => {
        const channel = new BroadcastChannel('cp-keeper');
        const id = crypto.randomUUID();
        const answered = (isThere: boolean): void => {
          channel.close();
          resolve(isThere);
        };
        channel.onmessage = ({ data }) => {
          if (data.id === id && data.name === 'done') answered(true);
        };
        setTimeout(answered, 2000, false);
        const client = crypto.randomUUID();
        channel.postMessage({ to: 'keeper', client, id, verb: 'leave', args: [] });
      }),
    { polling: 100, timeout: PATIENCE_MS },
  );
  return page;
}

/** Ends every process of the browser at once, as a power cut would: the zygote's children too. */
export async function cutPower(officer: OfficerBrowser): Promise<void> {
  const child = officer.browser.process();
  if (!child?.pid) return;
  spawnSync('pkill', ['-KILL', '-f', officer.profile]);
  await officer.kill();
}

/** Subjects of one commit. */
const PARTS = 3;
/** Milliseconds between the saves of a commit that is split into several. */
const APART_MS = 150;

/**
 * Commits one after another in the page until it ends, each of three subjects that name the commit; calls `onKept` with
 * each acknowledged one.
 */
export function commitsOn(
  page: Page,
  from: number,
  onKept: (commit: number) => void,
): Promise<void> {
  return commits(page, from, onKept, 0);
}

/** As `commitsOn`, for a control: each subject in a separate save. */
export function commitsApart(
  page: Page,
  from: number,
  onKept: (commit: number) => void,
): Promise<void> {
  return commits(page, from, onKept, APART_MS);
}

/** @param apartMs - 0: all parts in one save */
async function commits(
  page: Page,
  from: number,
  onKept: (commit: number) => void,
  apartMs: number,
): Promise<void> {
  await page.exposeFunction('kept', onKept);
  const inPage = (first: number, many: number, pauseMs: number): void => {
    const channel = new BroadcastChannel('cp-keeper');
    const waiting = new Map<string, (data: { name: string; message?: string }) => void>();
    channel.onmessage = ({ data }) => {
      if (data.to !== 'client' || data.name === 'taken') return;
      waiting.get(data.id)?.(data);
    };
    const commit = (number: number, parts: readonly number[]): Promise<{ name: string }> => {
      const id = crypto.randomUUID();
      const changes = parts.map((part) => {
        const record = crypto.randomUUID();
        const name = `Commit ${number} part ${part}`;
        return {
          kind: 'subject',
          record,
          parents: [],
          set: {
            id: record,
            name,
            aliases: [],
            addresses: [],
            schools: [],
            phones: [],
            emails: [],
            categories: [],
          },
        };
      });
      const request = {
        to: 'keeper',
        client: crypto.randomUUID(),
        id,
        verb: 'commit',
        args: [crypto.randomUUID(), { changes, reason: 'case-work' }],
      };
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        channel.postMessage(request);
      });
    };
    const go = async (): Promise<void> => {
      const all = Array.from({ length: many }, (_, index) => index + 1);
      for (let number = first; ; number += 1) {
        for (const parts of pauseMs > 0 ? all.map((part) => [part]) : [all]) {
          if (parts[0] !== 1) await new Promise((wait) => setTimeout(wait, pauseMs));
          const { name } = await commit(number, parts);
          if (name !== 'done') return;
        }
        await (globalThis as unknown as { kept(n: number): Promise<void> }).kept(number);
      }
    };
    void go();
  };
  await page.evaluate(inPage, from, PARTS, apartMs);
}

/** Waits until another commit is acknowledged: a slow machine gets its time. */
export async function oneMore(kept: ReadonlySet<number>, before: number): Promise<void> {
  await until('a commit is acknowledged', async () => kept.size > before);
}

/** One entry that only the journal has was in progress at the power cut, and was never acknowledged. */
export function isLoss(putBack: number): boolean {
  return putBack > 1;
}

/** True if an unlock reported that the browser lost entries. */
export function toldOfLoss({ notices }: Pick<OpenVault, 'notices'>): boolean {
  return notices.some(({ code }) => code === 'records-recovered');
}

/** @param isDue - a loss must be reported: the notice appears once all records are read, a little after the unlock */
async function noticesOn(page: Page, isDue: boolean): Promise<OpenVault['notices']> {
  let notices: OpenVault['notices'] = [];
  const areThere = async (): Promise<boolean> => {
    ({ notices } = (await askKeeper(page, 'join')) as Pick<OpenVault, 'notices'>);
    return !isDue || toldOfLoss({ notices });
  };
  // The caller counts a notice that never appears.
  await until('what was put right is told', areThere).catch(() => undefined);
  return notices;
}

/** Reads the database directly, since the vault does not report this. */
function entriesInDatabase(page: Page): Promise<number> {
  return page.evaluate(async (name) => {
    const counted = async (): Promise<number> => {
      // Opening a missing database by its name would create it.
      const all = await indexedDB.databases();
      if (!all.some((each) => each.name === name)) return 0;
      return new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const count = database.transaction('batches').objectStore('batches').count();
          count.onerror = () => reject(count.error);
          count.onsuccess = () => {
            database.close();
            resolve(count.result);
          };
        };
      });
    };
    // The browser may give up at its first look at a damaged log, and empties it at the next.
    return counted().catch(counted);
  }, VAULT);
}

/** Number of parts of each commit, of three, that are there. */
export async function partsHeld(page: Page): Promise<ReadonlyMap<number, number>> {
  const subjects = (await askKeeper(page, 'query', 'subject', {})) as {
    value: { name: string };
  }[];
  const parts = new Map<number, number>();
  for (const { value } of subjects) {
    const number = Number(/^Commit (\d+) part/.exec(value.name)?.[1]);
    if (!Number.isNaN(number)) parts.set(number, (parts.get(number) ?? 0) + 1);
  }
  return parts;
}

/** Number of commits that are not complete. */
export function lostOf(kept: ReadonlySet<number>, parts: ReadonlyMap<number, number>): number {
  return [...kept].filter((number) => parts.get(number) !== PARTS).length;
}

/** Number of commits with only a part there. */
export function halfOf(parts: ReadonlyMap<number, number>): number {
  return [...parts.values()].filter((held) => held !== PARTS).length;
}
