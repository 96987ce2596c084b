/** Files that the officer exports, as they arrive in a folder. */
import { mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession } from 'puppeteer-core';
import type { OfficerBrowser } from './browser.ts';

export interface Saved {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Runs the act and waits for the file that it saves. */
export async function saves(
  officer: OfficerBrowser,
  act: () => Promise<void>,
  folder = mkdtempSync(join(tmpdir(), 'officer-export-')),
  patienceMs = 40_000,
): Promise<Saved> {
  const session = await officer.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
  const done = finished(session, patienceMs);
  await act();
  const { guid, name } = await done;
  await session.detach();
  const path = join(folder, name);
  renameSync(join(folder, guid), path);
  return { name, path, text: readFileSync(path, 'utf8') };
}

function finished(
  session: CDPSession,
  patienceMs: number,
): Promise<{ readonly guid: string; readonly name: string }> {
  return new Promise((resolve, reject) => {
    const seconds = patienceMs / 1000;
    const late = setTimeout(
      () => reject(new Error(`No file was saved in ${seconds} seconds`)),
      patienceMs,
    );
    let name = 'export';
    session.on('Browser.downloadWillBegin', ({ suggestedFilename }) => {
      name = suggestedFilename;
    });
    session.on('Browser.downloadProgress', ({ guid, state }) => {
      if (state === 'inProgress') return;
      clearTimeout(late);
      if (state === 'completed') resolve({ guid, name });
      else reject(new Error(`The browser gave up saving ${name}`));
    });
  });
}
