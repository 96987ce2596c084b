/**
 * A browser for a whole walk: its profile, its downloads and its network log are in one folder, which is deleted with
 * it.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { netLogSwitches } from '../../../assure/net-log.ts';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { WHOLE_STRINGS } from './heap-hunt.ts';

export interface Walker {
  readonly officer: OfficerBrowser;
  /** Folder for the browser's downloads. */
  readonly downloads: string;
  /** File of the browser's network log, which has no end while the browser runs. */
  readonly netLog: string;
  /** Ends the browser, if it still runs, and deletes its folder. */
  remove(): Promise<void>;
}

/** @param extension - folder of a build; the one in place by default */
export async function launchWalker(extension?: string): Promise<Walker> {
  const folder = mkdtempSync(join(tmpdir(), 'walker-'));
  const [profile, downloads, netLog] = ['profile', 'downloads', 'net-log.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  mkdirSync(downloads);
  const officer = await launchOfficer({
    profile,
    args: [WHOLE_STRINGS, ...netLogSwitches(netLog)],
    ...(extension ? { extension } : {}),
  });
  const session = await officer.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  return {
    officer,
    downloads,
    netLog,
    async remove() {
      await officer.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
