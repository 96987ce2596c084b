/**
 * An officer in a directory that no adapter knows: a page of linked names above their boxes, and an empty form of the
 * same kind.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { draftOf, logsIntervention, rowOf, WRITTEN } from './journey-steps.ts';
import { presses, sees } from './officer.ts';
import { savesReferral } from './saves-referral.ts';
import { PEOPLE } from './systems/phpldapadmin/seed.ts';
import { opensSection } from './tour-controls.ts';
import { saysWhose, typesValues } from './types-values.ts';

export interface DirectoryVisit {
  readonly officer: OfficerBrowser;
  /** The page after signing in. */
  readonly page: Page;
  readonly entryUrl: string;
  /** Opens the empty form for a new entry. */
  opensEmpty(): Promise<void>;
  /** Unlocks the vault, with no draft left open. */
  unlocks(panel: Page): Promise<void>;
  stop(): Promise<void>;
}

/** Boxes that identify the form for a new entry, by their labels on the page. */
export const DIRECTORY_BOXES = [
  'Surname',
  'Date of birth',
  'Home phone',
  'Mobile',
  'Email',
  'Work telephone',
  'Notes',
] as const;

/** @returns the visit and the panel, once the suite has begun */
export function playsInDirectory(begin: () => Promise<DirectoryVisit>) {
  const now = {} as { visit: DirectoryVisit; panel: Page };
  const { about } = PEOPLE.tegan;
  beforeAll(async () => {
    now.visit = await begin();
    const { officer, page, entryUrl } = now.visit;
    await page.goto(entryUrl);
    now.panel = await officer.press(page);
    await now.visit.unlocks(now.panel);
    await sees(now.panel, 'Review what was read');
  });
  afterAll(() => now.visit?.stop());

  /** Opens the plan for the empty form, from the person's page. */
  async function plans(of: 'Interventions' | 'Referrals'): Promise<void> {
    const { panel, visit } = now;
    await opensSection(panel, of);
    await presses(panel, 'Write to another system');
    await sees(panel, 'Open the form, then press');
    await visit.opensEmpty();
    await visit.officer.press(visit.page);
    await sees(panel, 'Form of 127.0.0.1');
    await saysWhose(panel);
  }

  it('reads each box under the linked name above it, and asks which of two days it is', async () => {
    const draft = await draftOf(now.panel);
    const phones = draft.rows.filter(({ path }) => path === 'subject.phones[]');
    expect(phones.map(({ label, value }) => [label, value])).toEqual([
      ['Home phone', '+441632960480'],
      ['Mobile', '+447700900587'],
    ]);
    expect(rowOf(draft, 'subject.bornOn').decision.kind).toBe('leave');
    await presses(now.panel, 'It is 9 May 2008');
    await savesReferral(now.panel);
    await sees(now.panel, 'What next?');
    await presses(now.panel, 'Log an intervention');
    await logsIntervention(now.panel);
  });

  it('writes the note into the empty box that asks for it, and no day that it would have to guess at', async () => {
    const { panel, visit } = now;
    await plans('Interventions');
    await sees(panel, 'Type this one yourself: 9 May 2008');
    await typesValues(panel, 'Type 4 values');
    await sees(panel, '4 values were typed');
    expect(await boxesOf(visit.page)).toMatchObject({
      Notes: WRITTEN.happened,
      'Date of birth': '',
      Surname: about.sn,
    });
    await presses(panel, 'I did not send it');
    await presses(panel, 'Back');
  });

  it('writes each telephone into the box of its kind', async () => {
    const { panel, visit } = now;
    await plans('Referrals');
    await typesValues(panel, 'Type 9 values');
    await sees(panel, '9 values were typed');
    expect(await boxesOf(visit.page)).toMatchObject({
      'Home phone': '+441632960480',
      Mobile: '+447700900587',
      'Work telephone': '',
      Email: about.mail,
      'Date of birth': '',
      Notes: '',
    });
  });
  return now;
}

/** The boxes by the words in the row above each. Runs on the form for a new entry. */
export function boxesOf(page: Page): Promise<Record<string, string>> {
  return page.$$eval('table table input[type="text"], table table textarea', (boxes) =>
    Object.fromEntries(
      (boxes as (HTMLInputElement | HTMLTextAreaElement)[]).map((box) => {
        const row = box.closest('table')?.closest('tr')?.previousElementSibling;
        return [(row?.querySelector('td')?.textContent ?? '').trim(), box.value];
      }),
    ),
  );
}
