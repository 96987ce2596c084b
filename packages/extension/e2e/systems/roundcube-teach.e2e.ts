/**
 * A running Roundcube that no adapter knows: taught by keyboard alone, sent as one file, and read with it by a
 * colleague.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAdapterFile, proveFile } from '@cyber-prevent/core/teach';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Roundcube, startRoundcube } from '../../../plugins/roundcube/e2e/index.ts';
import { launchOfficer, type OfficerBrowser } from '../browser.ts';
import { type Saved, saves } from '../downloads.ts';
import { setsUp } from '../first-run-steps.ts';
import { draftOf } from '../journey-steps.ts';
import { sees } from '../officer.ts';
import { conforms, loads, names, presses, teaches, withoutAdapter } from '../teach-steps.ts';
import { wasRead } from '../tour-controls.ts';
import { signsInToWebmail } from './sign-in.ts';

const OWN = 'Roundcube: message';
const folder = mkdtempSync(join(tmpdir(), 'officer-'));
let webmail: Roundcube;
let officer: OfficerBrowser;
let panel: Page;
let file: Saved;

async function setsUpDesk(of: OfficerBrowser): Promise<Page> {
  const desk = await of.open('workspace.html');
  await setsUp(desk);
  return desk;
}

/** An officer without the plugin's adapter, on the message with the form. */
async function opensMessage(of: OfficerBrowser): Promise<Page> {
  const page = await of.browser.newPage();
  await signsInToWebmail(page, webmail);
  await page.goto(webmail.messages.form.url);
  await page.waitForNetworkIdle();
  return of.press(page);
}

beforeAll(async () => {
  [webmail, officer] = await Promise.all([startRoundcube(), launchOfficer()]);
  const desk = await setsUpDesk(officer);
  await withoutAdapter(desk, OWN);
  await desk.close();
  panel = await opensMessage(officer);
  await wasRead(panel, 'No adapter knows this screen');
});
afterAll(async () => {
  await officer?.close();
  await webmail?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('is taught from its list of values, proved, and becomes a file without a value of the message', async () => {
  await presses(panel, 'Teach this page');
  await sees(panel, 'Values on this page');
  await teaches(panel, 'full name of individual', 'Subject: Name');
  await teaches(panel, 'date of birth', 'Subject: Date of birth');
  await teaches(panel, 'contact telephone', 'Subject: Telephone');
  await teaches(panel, 'organisation', 'Referrer: Referrer’s organisation');
  await names(panel, 'Webmail: message');
  await sees(panel, 'all 4 fields read what you pointed at');
  await presses(panel, 'Save to this device');
  await sees(panel, 'The adapter was saved to this device.');
  file = await saves(officer, () => presses(panel, 'Download the file'), folder);
  expect(file.text).not.toMatch(/thistlewood|caspian|03\.10\.2009|900471|tidewell|perpetua/i);
  const checked = checkAdapterFile(file.text);
  expect(checked.ok && proveFile(checked.value)).toMatchObject({ isProved: true });
  expect(conforms(file)).toBe('');
});

it('is read with the file by a colleague in a fresh profile', async () => {
  const colleague = await launchOfficer();
  try {
    const desk = await setsUpDesk(colleague);
    await withoutAdapter(desk, OWN);
    await loads(desk, file.path, 'Proved today:');
    const theirs = await opensMessage(colleague);
    await wasRead(theirs, 'webmail-message, version 1.0.0');
    const { rows } = await draftOf(theirs);
    const named = rows.filter(({ namedBy }) => namedBy === 'adapter').map(({ path }) => path);
    expect(named.sort()).toEqual([
      'referrer.organisation',
      'subject.bornOn',
      'subject.name',
      'subject.phones[]',
    ]);
  } finally {
    await colleague.close();
  }
});
