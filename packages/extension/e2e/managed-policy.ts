/** A browser with a managed policy, as an administrator sets one: a file in the browser's own folder in /etc. */
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { chromiumPath, launchOfficer, type OfficerBrowser } from './browser.ts';
import { until } from './officer.ts';
import { variantOf } from './variant.ts';

/** This browser's folder for policies; undefined when it is not writable. */
export const POLICY_FOLDER = writable(
  /google-chrome/.test(chromiumPath())
    ? '/etc/opt/chrome/policies/managed'
    : /edge/.test(chromiumPath())
      ? '/etc/opt/edge/policies/managed'
      : '/etc/chromium/policies/managed',
);

export interface ManagedOfficer {
  readonly officer: OfficerBrowser;
  readonly desk: Page;
  /** The policy as the browser hands it out to the extension. */
  handedOut(): Promise<unknown>;
  /**
   * Writes another policy over the file, which the browser notices by itself.
   *
   * @param handedOut - the part of it that the browser lets through
   */
  changes(policy: object, handedOut?: object): Promise<void>;
  close(): Promise<void>;
}

/** Time for the browser to read a policy: it waits until a file has been left alone for some seconds. */
const POLICY_MS = 60_000;

/**
 * A fresh profile, before its first run. The policy is in force when this resolves.
 *
 * @param built - folder of another build
 * @param args - more of the browser's own switches
 */
export async function launchManaged(
  policy: object,
  built?: string,
  args: readonly string[] = [],
): Promise<ManagedOfficer> {
  if (POLICY_FOLDER === undefined) throw new Error('No right to write a policy in /etc');
  const folder = POLICY_FOLDER;
  // A new folder gives it an id that no other browser on this computer has, unless the build has a key.
  const copy = variantOf(() => undefined, built);
  const id = idOf(copy.dir);
  const file = join(folder, `cyber-prevent-${id}.json`);
  const made = mkdirSync(folder, { recursive: true });
  const writes = (content: object): void =>
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: content } } }));
  let officer: OfficerBrowser | undefined;
  const close = async (): Promise<void> => {
    await officer?.close();
    copy.remove();
    rmSync(file, { force: true });
    removeEmpty(folder, made);
  };
  try {
    writes(policy);
    officer = await launchOfficer({ extension: copy.dir, args });
    if (officer.extensionId !== id) throw new Error('The policy is for another extension');
    const desk = await officer.open('workspace.html');
    const handedOut = () => desk.evaluate(() => chrome.storage.managed.get());
    const arrives = async (awaited: object): Promise<void> => {
      let found: unknown;
      await until(
        'the policy is there',
        async () => {
          found = await handedOut();
          return isDeepStrictEqual(found, awaited);
        },
        POLICY_MS,
      ).catch((error: unknown) => {
        throw new Error(`The browser hands out ${JSON.stringify(found)}`, { cause: error });
      });
    };
    await arrives(policy);
    // The first screen was there before the policy.
    await desk.reload();
    return {
      officer,
      desk,
      handedOut,
      async changes(next, awaited = next) {
        writes(next);
        await arrives(awaited);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The id that the browser derives from the key of an extension, or from the path of its folder. */
function idOf(dir: string): string {
  const { key } = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
  const from = key === undefined ? realpathSync(dir) : Buffer.from(key, 'base64');
  const digest = createHash('sha256').update(from).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** @returns the folder, if it can be written to or made */
function writable(wanted: string): string | undefined {
  const above = wanted.split('/').slice(0, 3).join('/');
  for (const each of [wanted, above, '/etc'])
    try {
      accessSync(each, constants.W_OK);
      return wanted;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return undefined;
    }
  return undefined;
}

/** Removes the folders that were made for it, up to the first that was; one with another suite's policy stays. */
function removeEmpty(from: string, first: string | undefined): void {
  if (first === undefined) return;
  try {
    for (let each = from; each.startsWith(first); each = join(each, '..')) rmdirSync(each);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
  }
}
