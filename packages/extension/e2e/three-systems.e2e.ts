/**
 * One child in three systems: the practice system, a ticket of Request Tracker and a message in Roundcube become one
 * subject with three sources, and a selection, a paste and a call about the same child join it. A twin stays apart.
 */

import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeRms, startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import { addsToDraft } from './adds-page.ts';
import { draftOf, opensOtherWays, opensSubject } from './journey-steps.ts';
import { type HeldRecord, recordsHeld } from './keeper-ask.ts';
import { chooses, dates, presses, sees, types, until } from './officer.ts';
import { type PlainPage, servesPages } from './plain-page.ts';
import { type ReadyOfficer, readyOfficer } from './ready-officer.ts';
import { savesReferral } from './saves-referral.ts';
import { opensSection, showsWhole, wasRead } from './tour-controls.ts';

const QUESTION = 'Have we seen this person before?';
/**
 * The child's record in the practice system; the fixture of Roundcube is about the same child, here with two digits
 * swapped.
 */
const RECORD = '5';
const MESSAGE = withValues(
  readFileSync('packages/plugins/roundcube/fixtures/message-1.html', 'utf8'),
  { '21.06.2010': '12.06.2010' },
);
/** The fixture of Request Tracker with this child's values in it, except for a wrong year and another number. */
const TICKET = withValues(
  readFileSync('packages/plugins/request-tracker/fixtures/ticket-2.html', 'utf8'),
  {
    'Kit Wraxhollow': 'Jasper Quillfeather',
    '14 March 2009': '21 June 2009',
    'The Old Fictionary, Thistlemoor, ZZ99 4QQ':
      'Dreamt Cottage, Figment Lane, Mythering-on-Sea, ZZ99 1WF',
    '07700 900761': '07700 900809',
  },
);
/** The twin: born on the same day, with the same surname, at the same address. */
const TWIN = withValues(TICKET, {
  'Jasper Quillfeather': 'Cosmo Quillfeather',
  '21 June 2009': '21 June 2010',
  '07700 900809': '07700 900810',
  '#18': '#19',
});
const PAGES: Readonly<Record<string, string>> = {
  '/rt/Ticket/Display.html?id=18': TICKET,
  '/rt/Ticket/Display.html?id=19': TWIN,
  '/?_task=mail&_mbox=INBOX&_uid=7&_action=show': MESSAGE,
};

const SYSTEMS = [
  'Practice record system',
  'Request Tracker: ticket',
  'Roundcube: message',
  'Telephone call',
] as const;

function withValues(markup: string, values: Readonly<Record<string, string>>): string {
  let next = markup;
  for (const [from, to] of Object.entries(values)) {
    if (!next.includes(from)) throw new Error(`The fixture has no “${from}”`);
    next = next.replaceAll(from, to);
  }
  return next;
}

describe('one child in three systems', () => {
  let rms: PracticeRms;
  /** Each system has its own address. */
  let tracker: PlainPage;
  let mail: PlainPage;
  let officer: ReadyOfficer;
  let panel: Page;

  const reads = async (address: string, adapter: string): Promise<Page> => {
    const page = await officer.opens(address);
    await officer.press(page);
    await wasRead(panel, adapter);
    await draftOf(panel);
    return page;
  };
  /** The choice to make for each difference before the save: to keep the recorded value. */
  const keepsHeld = async (): Promise<readonly string[]> => {
    await sees(panel, 'What is recorded differently');
    const labels = await panel.$$eval('.cp-seen__conflicts legend', (legends) =>
      legends.map((legend) => legend.textContent ?? ''),
    );
    for (const choice of await panel.$$('.cp-seen__conflicts input[value="held"]')) {
      await choice.focus();
      await panel.keyboard.press('Space');
    }
    return labels;
  };
  const saves = async (count: number): Promise<void> => {
    await savesReferral(panel);
    await until(`${count} referrals are held`, async () => {
      const { referral } = await recordsHeld(panel);
      return referral.length === count;
    });
    await sees(panel, 'What next?');
  };
  const only = async (): Promise<HeldRecord> => {
    const { subject } = await recordsHeld(panel);
    expect(subject.map(({ value }) => value.name)).toEqual(['Jasper Emeka Quillfeather']);
    return subject[0] as HeldRecord;
  };

  beforeAll(async () => {
    rms = await startPracticeRms();
    const answer = (path: string) => (PAGES[path] ? { body: PAGES[path] } : undefined);
    [tracker, mail] = await Promise.all([servesPages(answer), servesPages(answer)]);
    officer = await readyOfficer(`${rms.url}/summary/records/${RECORD}`);
    ({ opened: panel } = officer);
    await reads(`${rms.url}/summary/records/${RECORD}`, 'Adapter practice-rms/summary');
    await saves(1);
  });
  afterAll(async () => {
    await officer?.close();
    await Promise.all([rms?.stop(), tracker?.stop(), mail?.stop()]);
  });

  it('is known again in a ticket, and a date that differs is kept beside the other', async () => {
    await reads(`${tracker.url}rt/Ticket/Display.html?id=18`, 'Adapter request-tracker/ticket');
    await savesReferral(panel);
    await sees(panel, QUESTION);
    await chooses(panel, 'Same person: Jasper Emeka Quillfeather');
    await chooses(panel, 'A new referral');
    expect(await keepsHeld()).toContain('Date of birth');
    await saves(2);
    expect((await only()).value).toMatchObject({
      bornOn: '2010-06-21',
      phones: ['+447700900808', '+447700900809'],
      alsoRecorded: expect.arrayContaining([
        expect.objectContaining({ what: 'bornOn', date: '2009-06-21' }),
      ]),
    });
  });

  it('is added to by name from a message, before anybody asks', async () => {
    await reads(
      `${mail.url}?_task=mail&_mbox=INBOX&_uid=7&_action=show`,
      'Adapter roundcube/message',
    );
    // 12.06.2010 can be two days, and the page does not show which.
    await presses(panel, 'It is 12 June 2010');
    await chooses(panel, 'Somebody already on record');
    await chooses(panel, 'Subject', 'Jasper Emeka Quillfeather');
    await chooses(panel, 'A new referral');
    expect(await keepsHeld()).toEqual(['Date of birth']);
    await saves(3);
    const subject = await only();
    expect(subject.sources?.['phones[0]']).toHaveLength(2);
    expect(subject.value.alsoRecorded).toContainEqual(
      expect.objectContaining({ what: 'bornOn', date: '2010-06-12' }),
    );
  });

  it('is written about in a clip, a paste and a call, which are one review and one save', async () => {
    const page = (await officer.browser.pages()).find((each) => each.url().startsWith(mail.url));
    await page?.bringToFront();
    await page?.evaluate(() => {
      const form = document.querySelector('#messagebody table');
      if (form) getSelection()?.selectAllChildren(form);
    });
    await officer.clips();
    await sees(panel, 'Review what was read');
    await opensOtherWays(panel);
    await presses(panel, 'Paste text');
    await types(panel, 'Where is it from?', 'Windows client');
    await types(panel, 'Text', 'Full name: Jasper Quillfeather\nSchool: Mythering Sixth Form');
    await presses(panel, 'Read this text');
    await addsToDraft(panel);
    await sees(panel, 'and 1 more page');
    await opensOtherWays(panel);
    await presses(panel, 'Type what you were told');
    await types(panel, 'Where is it from?', 'Telephone call');
    await types(panel, 'Who told you?', 'Chidi Quillfeather');
    await dates(panel, 'When did they tell you?', '24/11/2024');
    await types(panel, 'Time', '09:15');
    await types(panel, 'Name', 'Jasper Quillfeather');
    await types(panel, 'Telephone', '07700 900811');
    await presses(panel, 'Review this');
    await addsToDraft(panel);
    await sees(panel, 'and 2 more pages');
    await until('all three are put away', async () => {
      const { origins } = await draftOf(panel);
      return origins.map(({ way }) => way).join() === 'selection,paste,typed';
    });

    await savesReferral(panel);
    await sees(panel, QUESTION);
    await chooses(panel, 'Same person: Jasper Emeka Quillfeather');
    await chooses(panel, 'A new referral');
    await saves(4);
    await only();
    const { sourceCapture } = await recordsHeld(panel);
    expect(sourceCapture.map(({ value }) => value.way).toSorted()).toEqual([
      'page',
      'page',
      'page',
      'paste',
      'selection',
      'typed',
    ]);
  });

  it('stays apart from a twin at the same address', async () => {
    await reads(`${tracker.url}rt/Ticket/Display.html?id=19`, 'Adapter request-tracker/ticket');
    await savesReferral(panel);
    await sees(panel, QUESTION);
    await sees(panel, 'The same surname and date of birth');
    await sees(panel, 'The forename differs');
    await chooses(panel, 'New person');
    await saves(5);
    const { subject, comparison } = await recordsHeld(panel);
    expect(subject.map(({ value }) => value.name)).toEqual([
      'Jasper Emeka Quillfeather',
      'Cosmo Quillfeather',
    ]);
    expect(comparison.map(({ value }) => value.answer)).toEqual(['not-same']);
  });

  it('shows with each value every system that says so, and with each difference its own', async () => {
    const desk = await officer.open('workspace.html');
    await opensSubject(desk, 'Jasper Emeka Quillfeather');
    await opensSection(desk, 'Details');
    await showsWhole(desk);
    const shown = await desk.$$eval('.govuk-summary-list__row', (rows) =>
      rows.map((row) => ({
        label: row.querySelector('dt')?.textContent ?? '',
        values: [...row.querySelectorAll('.cp-record-details__item')].map((item) => ({
          value: [...item.querySelectorAll('.cp-record-details__line')]
            .map((line) => line.textContent)
            .join('; '),
          sources: [...item.querySelectorAll('.cp-sources__source')]
            .map((each) => each.textContent)
            .join('\n'),
        })),
        // A value that is not recorded has no source.
        isHeld: row.querySelector('.cp-record-details__empty') === null,
        sources: row.querySelectorAll('.cp-sources__source').length,
      })),
    );
    const held = shown.filter(({ isHeld }) => isHeld);
    expect(held.length).toBeGreaterThan(5);
    for (const { label, sources } of held) expect(sources, label).toBeGreaterThan(0);
    /** Checks that the value is under the label with exactly these systems as its sources. */
    const isFrom = (label: string, value: string, systems: readonly string[]): void => {
      const found = shown
        .find((row) => row.label === label)
        ?.values.find((each) => each.value.includes(value));
      const said = SYSTEMS.filter((system) => found?.sources.includes(system));
      expect([label, value, said]).toEqual([label, value, systems]);
    };
    const [practice, ticket, message, call] = SYSTEMS;
    isFrom('Telephone', '07700 900808', [practice, message]);
    isFrom('Telephone', '07700 900809', [ticket]);
    isFrom('Telephone', '07700 900811', [call]);
    isFrom('Email address', 'jasper.q@example.org', [practice, message]);
    isFrom('Recorded differently elsewhere', '21 June 2009', [ticket]);
    isFrom('Recorded differently elsewhere', '12 June 2010', [message]);
  });
});
