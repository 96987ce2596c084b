/** A real Chromium with a practice vault, driven below its screens: commits, kills, and what is there afterwards. */
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

/** A profile that lives through many browsers. */
export interface Ground {
  readonly profile: string;
  recoveryKey: string;
  remove(): void;
}

export interface OpenVault {
  readonly officer: OfficerBrowser;
  readonly page: Page;
  /** Notices that stand once the records are read: what was put right. */
  readonly notices: readonly { readonly code: string; readonly message: string }[];
  /** Entries that the browser's own database has now and lacked before the unlock. */
  readonly putBack: number;
}

/** @param profile - an empty folder; one of its own unless given */
export async function newGround(
  extension: string,
  profile = mkdtempSync(join(tmpdir(), 'assure-')),
): Promise<Ground> {
  const officer = await launchOfficer({ profile, extension });
  const page = await ready(officer);
  const made = (await askKeeper(page, 'create', SETUP)) as Made;
  if (!made.ok) throw new Error(`No vault was made: ${JSON.stringify(made)}`);
  await officer.close();
  return {
    profile,
    recoveryKey: made.value.recoveryKey,
    remove: () => rmSync(profile, { recursive: true, force: true }),
  };
}

interface Made {
  readonly ok: boolean;
  readonly value: { readonly recoveryKey: string };
}

/** What is thrown when a vault that was made there is not seen any more. */
export const TAKEN_FOR_NEW = 'The computer was taken for one without a vault';

/** Starts the browser and unlocks. @throws {Error} with the vault's own words when it does not open */
export async function openVault(ground: Ground, extension: string): Promise<OpenVault> {
  const officer = await launchOfficer({ profile: ground.profile, extension });
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

/** The state of the vaults, once they were looked for. */
async function foundState(page: Page): Promise<string> {
  let name = 'checking';
  await until('the vaults are looked for', async () => {
    const { state } = (await askKeeper(page, 'join')) as { state: { name: string } };
    name = state.name;
    return name !== 'checking';
  });
  return name;
}

/** Locks. @returns another window, since a lock loads those that are open again */
export async function locks({ officer, page }: Pick<OpenVault, 'officer' | 'page'>): Promise<Page> {
  // The window that asked may be gone before the answer comes.
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

/** A window of ours, once a keeper answers it. */
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
/** Milliseconds between the saves of a commit that is made in several. */
const APART_MS = 150;

/**
 * Commits one after another in the page until it ends, each of three subjects that name the commit; tells each one
 * that was acknowledged.
 */
export function commitsOn(
  page: Page,
  from: number,
  onKept: (commit: number) => void,
): Promise<void> {
  return commits(page, from, onKept, 0);
}

/** As `commitsOn`, for a control: each subject in a save of its own. */
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

/** Until more were acknowledged than there were: a machine that is slow to begin is given its time. */
export async function oneMore(kept: ReadonlySet<number>, before: number): Promise<void> {
  await until('a commit is acknowledged', async () => kept.size > before);
}

/** One entry that only the journal has was under way when the power went, and nobody was told that it was kept. */
export function isLoss(putBack: number): boolean {
  return putBack > 1;
}

/** Whether an unlock told that the browser lost entries. */
export function toldOfLoss({ notices }: Pick<OpenVault, 'notices'>): boolean {
  return notices.some(({ code }) => code === 'records-recovered');
}

/** @param isDue - a loss is to be told: it comes once the whole of the records is read, a little after the unlock */
async function noticesOn(page: Page, isDue: boolean): Promise<OpenVault['notices']> {
  let notices: OpenVault['notices'] = [];
  const areThere = async (): Promise<boolean> => {
    ({ notices } = (await askKeeper(page, 'join')) as Pick<OpenVault, 'notices'>);
    return !isDue || toldOfLoss({ notices });
  };
  // One that never comes is for who asked to count.
  await until('what was put right is told', areThere).catch(() => undefined);
  return notices;
}

/** Read beside the vault, which says nothing of it. */
function entriesInDatabase(page: Page): Promise<number> {
  return page.evaluate(async (name) => {
    // Opened by its name, a database that is gone would be made.
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
  }, VAULT);
}

/** How many of each commit's three parts stand. */
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

/** Commits that do not stand whole. */
export function lostOf(kept: ReadonlySet<number>, parts: ReadonlyMap<number, number>): number {
  return [...kept].filter((number) => parts.get(number) !== PARTS).length;
}

/** Commits of which a part stands. */
export function halfOf(parts: ReadonlyMap<number, number>): number {
  return [...parts.values()].filter((held) => held !== PARTS).length;
}
