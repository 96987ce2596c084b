import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type LookId,
  type PracticeRms,
  shownOn,
  startPracticeRms,
} from '../../../examples/practice-rms/src/index.ts';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { type MainJob, playMainJob, readsBack } from './journey.ts';
import { opensSubject, WRITTEN } from './journey-steps.ts';
import { type HeldRecords, recordsById } from './keeper-ask.ts';
import { sees } from './officer.ts';
import { differences, expectedOf, valuesHeld, valuesOf } from './shown-values.ts';
import { opensSection, showsWhole } from './tour-controls.ts';

/** The parts next to a value on screen. */
interface ShownRow {
  readonly group: string;
  readonly value: string;
}

const GROUPS = {
  subject: 'Subject',
  referral: 'Referral',
  referrer: 'Referrer',
  relatedPersons: 'Related people',
} as const;

describe.each<LookId>(['legacy', 'lists', 'summary'])('the main job in the %s look', (look) => {
  const profile = mkdtempSync(join(tmpdir(), 'officer-'));
  let rms: PracticeRms;
  let officer: OfficerBrowser;
  let job: MainJob;
  let onScreen: Readonly<Record<string, ShownRow>> = {};
  let back: { readonly desk: Page; readonly records: HeldRecords };

  beforeAll(async () => {
    rms = await startPracticeRms();
    officer = await launchOfficer({ profile });
    job = await playMainJob(
      officer,
      { url: rms.url, shown: shownOn(rms.record('1'), look) },
      {
        look,
        record: '1',
        async onStep({ name, page }) {
          if (name.startsWith('Set up')) onScreen = await rowsOnScreen(page);
        },
      },
    );
    await officer.close();
    officer = await launchOfficer({ profile });
    back = await readsBack(officer);
  });
  afterAll(async () => {
    await officer?.close();
    await rms?.stop();
    rmSync(profile, { recursive: true, force: true });
  });

  it('reads every value of the page, and nothing else under its path', () => {
    expect(Object.keys(job.shown).length).toBeGreaterThan(20);
    expect(differences(expectedOf(job.shown), valuesOf(job.draft.rows))).toEqual([]);
  });

  it('shows each value under whose it is', () => {
    for (const { id, path, value, label } of job.draft.rows) {
      if (path === undefined) continue;
      const owner = path.split(/[.[]/, 1)[0] as keyof typeof GROUPS;
      expect(onScreen[id]?.group, `${label}: ${value}`).toBe(GROUPS[owner]);
      const isLongOrDate = value.length > 280 || /^\d{4}-\d\d-\d\d$/.test(value);
      if (!isLongOrDate) expect(onScreen[id]?.value).toBe(value);
    }
  });

  it('reads back after a restart what was on the page, as it was decided', () => {
    const expected = {
      ...expectedOf(job.shown),
      'subject.school': [WRITTEN.school],
      'subject.sexRecorded': [],
    };
    expect(differences(expected, valuesHeld(back.records))).toEqual([]);
    expect(recordsById(back.records)).toEqual(recordsById(job.records));
  });

  it('keeps the page’s own words beside a correction, and nothing of what was masked or left', () => {
    const [subject] = back.records.subject;
    expect(subject?.sources?.['schools[0].name']?.[0]).toMatchObject({
      decision: 'take-corrected',
      verbatim: job.corrected.raw,
    });
    const kept = JSON.stringify(back.records);
    expect(kept).not.toContain(`"${job.masked.raw}"`);
    expect(kept).not.toContain(rms.record('1').subject.communicationNeeds);
  });

  it('keeps the intervention and the graded note on the subject', () => {
    const [subject] = back.records.subject;
    expect(back.records.intervention.map(({ value }) => value)).toEqual([
      expect.objectContaining({
        subjectId: subject?.id,
        kind: 'home-visit',
        heldOn: '2026-03-20',
        minutes: 45,
        place: WRITTEN.place,
        note: WRITTEN.happened,
      }),
    ]);
    const [note] = back.records.intelligenceNote;
    expect(back.records.intelligenceNote).toHaveLength(1);
    expect(note?.value).toMatchObject({
      subjectId: subject?.id,
      statement: 'reported',
      grade: { sourceEvaluation: '2', intelligenceAssessment: 'B', handlingCode: 'P' },
    });
    expect(note?.value.text).toContain(WRITTEN.note);
    expect(note?.sources?.text?.[0]).toMatchObject({ decision: 'take-corrected' });
  });

  it('exports the summary without the note', () => {
    const { markdown, html } = job.summary;
    for (const text of [markdown, html]) {
      expect(text).toContain('Practice vault: every person must be fictional');
      expect(text).toContain('Home visit or initial meeting');
      expect(text).toContain('NCCU/2026/0417');
      expect(text).not.toContain(WRITTEN.note);
    }
    expect(markdown).toMatch(/^- Date of birth: 14 March 2009$/m);
    expect(html).toMatch(/^<!doctype html>/i);
    for (const name of job.files)
      expect(name).toMatch(/^case-summary-[\d-]+[0-9a-f]{8}\.(md|html)$/);
  });

  it('shows all of it on the subject’s page after the restart', async () => {
    const { desk } = back;
    await opensSubject(desk, String(back.records.subject[0]?.value.name));
    await opensSection(desk, 'Details');
    await showsWhole(desk);
    await sees(desk, WRITTEN.school);
    await sees(desk, `on the page: ${job.corrected.raw}`);
    await opensSection(desk, 'Interventions');
    await sees(desk, WRITTEN.happened);
    await opensSection(desk, 'Intelligence notes');
    await sees(desk, WRITTEN.note);
    await sees(desk, '2 Untested');
  });

  it('only ever looked at the practice system', () => {
    expect(rms.requests.length).toBeGreaterThan(0);
    expect(rms.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

/** Waits until all are painted: the save bar comes with the second frame, the rows below the fold in the next ones. */
async function rowsOnScreen(panel: Page): Promise<Readonly<Record<string, ShownRow>>> {
  await panel.waitForSelector('.cp-save-bar');
  await panel.waitForFunction(() =>
    [...document.querySelectorAll('.cp-draft-group')].every((group) => {
      const count = group.querySelector('.cp-draft-group__count')?.textContent ?? '';
      const isFolded = group.querySelector('details') !== null;
      return isFolded || group.querySelectorAll('[data-row]').length === Number.parseInt(count, 10);
    }),
  );
  return Object.fromEntries(
    await panel.$$eval('[data-row]', (items) =>
      items.map((item) => [
        item.getAttribute('data-row') ?? '',
        {
          group: item.closest('section')?.getAttribute('aria-label') ?? '',
          value: item.querySelector('.cp-draft-row__value')?.textContent ?? '',
        },
      ]),
    ),
  );
}
