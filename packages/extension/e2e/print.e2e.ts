/** What comes out of the printer: every screen of work with its marking at head and foot, who printed it, and no buttons. */

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { askKeeper } from './keeper-ask.ts';
import { chooses, goesTo, OFFICER, presses, sees } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';

const MANY = 120;
let officer: OfficerBrowser;
let desk: Page;

beforeAll(async () => {
  officer = await launchPrepared();
  desk = await opensUnlocked(officer);
  const changes = Array.from({ length: MANY }, (_, nth) => {
    const record = crypto.randomUUID();
    const name = `Rowan Vael ${String(nth).padStart(3, '0')}`;
    const none = {
      aliases: [],
      addresses: [],
      schools: [],
      phones: [],
      emails: [],
      categories: [],
    };
    return { kind: 'subject', record, parents: [], set: { id: record, name, ...none } };
  });
  await askKeeper(desk, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
});
afterAll(() => officer?.close());

/** What is on paper, as one sheet without end: the words that are shown, in order. */
async function onPaper(): Promise<string> {
  await desk.emulateMediaType('print');
  try {
    await desk.evaluate(() => void dispatchEvent(new Event('beforeprint')));
    return await desk.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return document.body.innerText.replace(/\s+/g, ' ').trim();
    });
  } finally {
    await desk.evaluate(() => void dispatchEvent(new Event('afterprint')));
    await desk.emulateMediaType(undefined);
  }
}

function isMarked(text: string): void {
  const head = 'OFFICIAL-SENSITIVE Practice vault: every person must be fictional Printed by ';
  expect(text.slice(0, head.length)).toBe(head);
  expect(text).toContain(`${OFFICER.name}, ${OFFICER.number}, on `);
  expect(text).toMatch(/Practice vault: every person must be fictional OFFICIAL-SENSITIVE$/);
  for (const button of ['Safeguarding concern', 'Lock', 'Enquiries', 'Go to'])
    expect(text).not.toContain(button);
}

describe('on paper', () => {
  it('a list has every row, marked, and no buttons', async () => {
    await goesTo(desk, 'Subjects');
    await desk.waitForSelector('tr[data-row]');
    const text = await onPaper();
    isMarked(text);
    expect(text.match(/Rowan Vael \d{3}/g)).toHaveLength(MANY);
    expect(text).toContain('Name Reference Date of referral Status of referral');
  });

  it('a subject’s page is marked, and has no buttons', async () => {
    await presses(desk, 'Rowan Vael 000');
    await sees(desk, 'Opening this page was logged.');
    isMarked(await onPaper());
  });

  it('a case summary is not there before its disclosure is logged', async () => {
    await presses(desk, 'Case summary');
    await chooses(desk, 'Where is it going?', 'Supervisor');
    await sees(desk, 'Prepared on');
    const text = await onPaper();
    expect(text).not.toContain('Prepared on');
    expect(text).not.toContain('Rowan Vael');
    expect(text).toContain('This document is printed with the Print button');
  });

  it('has as many sheets as it takes, with head and foot that repeat', async () => {
    await goesTo(desk, 'Subjects');
    await desk.waitForSelector('tr[data-row]');
    const pdf = Buffer.from(await desk.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)?.length).toBeGreaterThan(3);
    await desk.emulateMediaType('print');
    const repeated = await desk.evaluate(() =>
      ['.cp-shell__head', '.cp-shell__foot'].map(
        (part) => getComputedStyle(document.querySelector(part) ?? document.body).display,
      ),
    );
    await desk.emulateMediaType(undefined);
    expect(repeated).toEqual(['table-header-group', 'table-footer-group']);
  });
});
