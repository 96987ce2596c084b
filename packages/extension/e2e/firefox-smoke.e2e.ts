import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type PracticeRms,
  shownOn,
  startPracticeRms,
} from '../../../examples/practice-rms/src/index.ts';
import { type FirefoxOfficer, launchFirefoxOfficer } from './firefox.ts';
import { draftOf } from './journey-steps.ts';
import { recordsHeld } from './keeper-ask.ts';
import { control, presses, sees, setsUp, unlocks } from './officer.ts';
import { differences, expectedOf, valuesHeld, valuesOf } from './shown-values.ts';

/** What starts as *leave*, and so is not in the records. */
const LEFT = /^(relatedPersons|referral\.(narrative|statedRisk))/;

describe('the workspace in Firefox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'officer-saved-'));
  let rms: PracticeRms;
  let firefox: FirefoxOfficer;
  let desk: Page;

  beforeAll(async () => {
    rms = await startPracticeRms();
    firefox = await launchFirefoxOfficer();
    desk = await firefox.open('workspace.html');
  }, 120_000);
  afterAll(async () => {
    await firefox?.close();
    await rms?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sets up a vault, locks it and unlocks it', async () => {
    await setsUp(desk);
    await sees(desk, 'No subjects yet.');
    await presses(desk, 'Lock');
    await unlocks(desk);
    await sees(desk, 'No subjects yet.', 60_000);
  });

  it('files a referral from a saved page', async () => {
    const address = `${rms.url}/summary/records/1`;
    const html = await (await fetch(address)).text();
    const file = join(folder, 'record.html');
    // As browsers write it when they save a page.
    const mark = `<!-- saved from url=(${String(address.length).padStart(4, '0')})${address} -->`;
    writeFileSync(file, html.replace('<html', `${mark}\n<html`));

    await presses(desk, 'Read a saved page');
    const input = (await control(desk, 'Saved page')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await presses(desk, 'Read the file');
    await sees(desk, 'Review what was read', 60_000);
    const shown = expectedOf(shownOn(rms.record('1'), 'summary'));
    expect(differences(shown, valuesOf((await draftOf(desk)).rows))).toEqual([]);

    await presses(desk, 'Save as referral');
    await sees(desk, 'What next?');
    await presses(desk, 'Open the subject');
    await sees(desk, 'Opening this page was logged.');
    await sees(desk, 'Tamsin Aoife O’Connell-Vael');
  });

  it('has it still after a lock', async () => {
    await presses(desk, 'Lock');
    await unlocks(desk);
    await sees(desk, 'Saved page', 60_000);
    const records = await recordsHeld(desk);
    expect(records.referral).toHaveLength(1);
    const taken = Object.entries(expectedOf(shownOn(rms.record('1'), 'summary'))).filter(
      ([path]) => !LEFT.test(path),
    );
    expect(differences(Object.fromEntries(taken), valuesHeld(records))).toEqual([]);
    expect(records.relatedPerson).toEqual([]);
  });
});
