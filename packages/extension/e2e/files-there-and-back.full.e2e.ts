/**
 * Both formats of a file of referrals the whole way, by the keyboard alone: in, reviewed, filed, undone, in again with
 * duplicates shown, given out, and what was given out read back in.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatherCodeLists, type PlainDate, type StoredRecord } from '@cyber-prevent/core';
import { type FieldPath, type FieldValues, referralValues } from '@cyber-prevent/core/plugin';
import { recordsToGive } from '@cyber-prevent/core/report';
import { csvImporter } from '@cyber-prevent/plugin-csv';
import { STANDARD_PATHS, singleOnlineHomeImporter } from '@cyber-prevent/plugin-single-online-home';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { type Saved, saves } from './downloads.ts';
import { draftOf } from './journey-steps.ts';
import { askKeeper, recordsHeld } from './keeper-ask.ts';
import { tabsTo } from './keyboard.ts';
import { goesByKey, picksByKey, selectsByKey, typesByKey } from './keyboard-form.ts';
import { control, sees, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { savesReferral } from './saves-referral.ts';
import { taps } from './struck-keys.ts';
import { WINDOWS } from './window-looks.ts';

const OTTOLINE = 'Ottoline Brackwater';
const TOBIAS = 'Tobias Wren';
const TEACHER = 'Hesper Quillon';
const ACCOUNT = 'The booking page went down after the lesson.';

const ROWS = [
  'Name,DOB,Reference,School,Referrer’s name,Referrer’s role,Narrative',
  `${OTTOLINE},05/04/2010,HA-0231,Harrowmere School,${TEACHER},Teacher,${ACCOUNT}`,
  `${TOBIAS},25/12/2011,HA-0232,Harrowmere School,${TEACHER},Teacher,${ACCOUNT}`,
];
const REPORTS = [
  report(OTTOLINE, '2010-04-05', 'HA-0231'),
  report(TOBIAS, '2011-12-25', 'HA-0232'),
];

function report(name: string, dateOfBirth: string, reference: string) {
  const named = (whole: string) => {
    const [given, surname] = whole.split(' ');
    return { givenName: [given], surname };
  };
  const link = (id: string) => ({ data: [{ id, type: 'person' }] });
  const school = { educationLocation: 'Harrowmere School' };
  return {
    data: {
      id: 'i1',
      type: 'incident',
      attributes: { incidentDescription: ACCOUNT },
      relationships: {
        submission: { data: [{ id: 's1', type: 'submission' }] },
        knownSuspect: link('p1'),
        personReporting: link('p2'),
      },
    },
    included: [
      { id: 's1', type: 'submission', attributes: { customerReferenceNumber: reference } },
      { id: 'p1', type: 'person', attributes: { ...named(name), dateOfBirth, ...school } },
      { id: 'p2', type: 'person', attributes: { ...named(TEACHER), occupation: 'Teacher' } },
    ],
  };
}

interface Format {
  readonly name: string;
  readonly title: string;
  readonly importer: typeof csvImporter | typeof singleOnlineHomeImporter;
  readonly ending: string;
  /** Two referrals. */
  readonly first: string;
  /** The same people in a file of other bytes, the first of them twice. */
  readonly again: string;
  readonly twice: string;
  /** Fields that the format has room for; absent: each. */
  readonly room?: readonly FieldPath[];
}

const FORMATS: readonly Format[] = [
  {
    name: 'CSV',
    title: 'Spreadsheet (CSV)',
    importer: csvImporter,
    ending: 'csv',
    first: ROWS.join('\n'),
    again: [...ROWS, ROWS[1]].join('\n'),
    twice: 'The same as row 2, in every value',
  },
  {
    name: 'Single Online Home',
    title: 'Single Online Home (JSON)',
    importer: singleOnlineHomeImporter,
    ending: 'json',
    first: JSON.stringify(REPORTS),
    again: JSON.stringify([...REPORTS, REPORTS[0]]),
    twice: 'The same as report 1, in every value',
    room: STANDARD_PATHS,
  },
];
const WIDTHS = ['1280', '360'] as const;
const WAYS = FORMATS.flatMap((format) => WIDTHS.map((width) => ({ ...format, width })));

describe.each(WAYS)('a file of $name in a window of $width', (way) => {
  const folder = mkdtempSync(join(tmpdir(), 'there-and-back-'));
  let officer: OfficerBrowser;
  let desk: Page;
  let given: Saved | undefined;

  const brings = async (name: string, text: string): Promise<void> => {
    const file = join(folder, name);
    writeFileSync(file, text);
    await goesByKey(desk, 'Bring in a file');
    if (!(await desk.$('input[type="file"]'))) await tabsTo(desk, 'Choose another file');
    const input = await control(desk, 'Choose or drop a file');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
    await sees(desk, `Chosen: ${name}`);
    await tabsTo(desk, 'Read the file');
    await sees(desk, `Bring in ${name}`);
  };
  const reviews = async (person: string): Promise<void> => {
    const words = await desk.evaluate(
      (name) =>
        [...document.querySelectorAll('main button')]
          .map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim())
          .find((said) => said.startsWith('Review') && said.endsWith(name)) ?? '',
      person,
    );
    await tabsTo(desk, words);
    await sees(desk, 'Save as referral');
  };
  const names = async () => (await recordsHeld(desk)).subject.map(({ value }) => value.name);

  beforeAll(async () => {
    officer = await launchPrepared();
    desk = await opensUnlocked(officer);
    await desk.setViewport(WINDOWS[way.width]);
  });
  afterAll(async () => {
    await officer?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is reviewed row by row, filed, undone, and filed again', async () => {
    await brings(`list.${way.ending}`, way.first);
    await sees(desk, '2 referrals. None is on record until you have reviewed and saved it.');
    await reviews(OTTOLINE);
    await savesReferral(desk, tabsTo);
    await sees(desk, 'What next?');
    expect(await names()).toEqual([OTTOLINE]);
    await tabsTo(desk, 'Undo this save');
    await sees(desk, 'The save was undone');
    expect(await names()).toEqual([]);
    for (const person of [OTTOLINE, TOBIAS]) {
      await goesByKey(desk, 'Bring in a file');
      await sees(desk, `Bring in list.${way.ending}`);
      await reviews(person);
      await savesReferral(desk, tabsTo);
      await sees(desk, 'What next?');
    }
    expect(await names()).toEqual([OTTOLINE, TOBIAS]);
  });

  it('comes in again with the duplicates shown, and none of it is filed by itself', async () => {
    await brings(`again.${way.ending}`, way.again);
    await sees(desk, way.twice);
    await until('each row has its possible match', async () => {
      const cells = await desk.$$eval('main td', (all) => all.map((cell) => cell.innerText));
      return cells.filter((text) => text.includes('1 possible match')).length === 3;
    });
    await sees(desk, 'None of these can be filed with others: review them one at a time.');
    expect(await names()).toEqual([OTTOLINE, TOBIAS]);
  });

  it('is given out once that is logged, with what a partner may have and nothing else', async () => {
    await goesByKey(desk, 'Subjects');
    await desk.waitForSelector('.cp-tick');
    await until('both people are selected', async () => {
      await taps(desk, 'j');
      await taps(desk, 'x');
      return (await desk.$$('.cp-tick:checked')).length >= 2;
    });
    await tabsTo(desk, 'Give out as a file');
    await sees(desk, 'Referrals to give out');
    await selectsByKey(desk, 'Where is it going?', 'Partner agency');
    await typesByKey(desk, 'Who receives it?', 'DS Ines Marlow');
    await selectsByKey(desk, 'Legal gateway', 'To safeguard a child');
    await picksByKey(desk, way.title);
    await tabsTo(desk, 'Prepare the file');
    await sees(desk, 'The file has 2 referrals.');
    await sees(desk, 'Who made the referral, and other people');
    given = await saves(officer, () => tabsTo(desk, 'Give out the file'));
    await sees(desk, '2 referrals were given out as a file');
    const read = await way.importer.read(new TextEncoder().encode(given.text), {
      lists: gatherCodeLists(),
      today: new Date().toISOString().slice(0, 10) as PlainDate,
    });
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(read.value.map(({ values }) => values)).toEqual(await mayHave(desk, way));
    for (const withheld of [TEACHER, 'Hesper', 'Quillon', ACCOUNT])
      expect(given.text).not.toContain(withheld);
    const log = (await askKeeper(desk, 'audit')) as readonly {
      readonly action: string;
      readonly file?: { readonly format: string };
    }[];
    const logged = log.filter(({ action }) => action === 'disclosure');
    expect(logged.map(({ file }) => file?.format)).toEqual([way.importer.id]);
  });

  it('is read back in as the same people, with the same words', async () => {
    expect(given).toBeDefined();
    await brings(`back.${way.ending}`, given?.text ?? '');
    await sees(desk, '2 referrals. None is on record until you have reviewed and saved it.');
    await until('each row has its possible match', async () => {
      const cells = await desk.$$eval('main td', (all) => all.map((cell) => cell.innerText));
      return cells.filter((text) => text.includes('1 possible match')).length === 2;
    });
    await reviews(OTTOLINE);
    const { rows } = await draftOf(desk);
    const inDraft = (path: string) => rows.find((row) => row.path === path)?.value;
    expect(inDraft('subject.bornOn')).toBe('2010-04-05');
    expect(inDraft('subject.school')).toBe('Harrowmere School');
    expect(inDraft('referral.reference')).toBe('HA-0231');
    expect(rows.filter(({ path }) => path?.startsWith('referrer.'))).toEqual([]);
  });
});

/** The values that a partner may have of everything on record, as far as the format has room for them. */
async function mayHave(page: Page, { room }: Format): Promise<readonly FieldValues[]> {
  const kinds = ['subject', 'referral', 'referrer'] as const;
  const asked = kinds.map((kind) => askKeeper(page, 'query', kind, {}));
  const records = (await Promise.all(asked)).flat() as readonly StoredRecord[];
  const made = await recordsToGive(records, {
    referrals: records.flatMap(({ kind, id }) => (kind === 'referral' ? [id] : [])),
    audience: 'partner',
    marking: 'OFFICIAL-SENSITIVE',
    officer: records[0]?.updatedBy ?? ('' as never),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  const fits = new Set<string>(room);
  return referralValues(made.value.set).map((values) =>
    Object.fromEntries(Object.entries(values).filter(([path]) => !room || fits.has(path))),
  );
}
