/**
 * The printed output: one sentence for any screen, and the content logged as a disclosure, with its marking at head and
 * foot.
 */

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { askKeeper } from './keeper-ask.ts';
import { chooses, goesTo, OFFICER, presses, sees, types } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { opensSection } from './tour-controls.ts';

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
  const [first] = changes;
  const contacts = Array.from({ length: MANY }, () => {
    const id = crypto.randomUUID();
    const about = { id, subjectId: first?.record, kind: 'one-to-one', heldOn: '2026-01-05' };
    const how = { mode: 'in-person', minutes: 45, outcome: 'engaged', note: 'Talked at length.' };
    return { kind: 'intervention', record: id, parents: [], set: { ...about, ...how } };
  });
  await askKeeper(desk, 'commit', crypto.randomUUID(), {
    changes: [...changes, ...contacts],
    reason: 'case-work',
  });
});
afterAll(() => officer?.close());

/** The printed content, as one endless sheet: the visible words, in order. */
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
  expect(text).toMatch(/OFFICIAL-SENSITIVE Practice vault: every person must be fictional$/);
  for (const button of ['Safeguarding concern', 'Lock', 'Enquiries', 'Find a person', 'backup'])
    expect(text).not.toContain(button);
}

/** The content of the browser’s own print of any screen. */
const ONE_SENTENCE = 'Use the print button on the page';

describe('on paper', () => {
  it('a list is one sentence, marked, and names nobody', async () => {
    await goesTo(desk, 'Subjects');
    await desk.waitForSelector('tr[data-row]');
    const text = await onPaper();
    isMarked(text);
    expect(text).toContain(ONE_SENTENCE);
    expect(text).not.toContain('Rowan Vael');
  });

  it('a subject’s page is one sentence, marked, and names nobody', async () => {
    await presses(desk, 'Rowan Vael 000');
    await sees(desk, 'Opening this page was logged.');
    const text = await onPaper();
    isMarked(text);
    expect(text).toContain(ONE_SENTENCE);
    expect(text).not.toContain('Rowan Vael');
  });

  it('a case summary is not there before its disclosure is logged', async () => {
    await presses(desk, 'Case summary');
    await chooses(desk, 'Where is it going?', 'Supervisor');
    await sees(desk, 'Prepared on');
    const text = await onPaper();
    expect(text).not.toContain('Prepared on');
    expect(text).not.toContain('Rowan Vael');
    expect(text).toContain(ONE_SENTENCE);
  });

  it('a chronology has every row once its disclosure is logged, and marked on every sheet', async () => {
    await goesTo(desk, 'Subjects');
    await desk.waitForSelector('tr[data-row]');
    await presses(desk, 'Rowan Vael 000');
    await sees(desk, 'Opening this page was logged.');
    await opensSection(desk, 'Timeline');
    // The printer's own window is suppressed: its input is examined here.
    await desk.evaluate(() => {
      globalThis.print = () => undefined;
    });
    await presses(desk, 'Print or hand on this chronology');
    await chooses(desk, 'Where is it going?', 'Supervisor');
    await types(desk, 'Who receives it?', 'DS Ines Marlow');
    await chooses(desk, 'Legal gateway', 'Needed for a law enforcement task');
    await sees(desk, 'Prepared on');
    await presses(desk, 'Print');
    await sees(desk, 'The disclosure was logged');
    const pdf = Buffer.from(await desk.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)?.length).toBeGreaterThan(3);
  });

  it('has a head and a foot that repeat on every sheet', async () => {
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
