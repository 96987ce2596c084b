/** Tests of people whom a page names without saying what they are to the subject. */
import { describe, expect, it, test } from 'vitest';
import { growth } from '../../testing/growth.js';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import { openDraft } from '../draft/open-draft.js';

const rowsOf = (...cells: readonly ReadingCell[]) =>
  openDraft({
    reading: buildReading(...cells),
    adapters: [],
    way: 'page',
    host: testHost(),
  }).rows;
const subjects = (...cells: readonly ReadingCell[]) =>
  rowsOf(...cells).flatMap(({ path, raw }) => (path?.startsWith('subject.') ? [raw] : []));

const own = (label: string, value: string): ReadingCell => ({ label, value, owner: ['Basics'] });
const SUBJECT = [own('Name', 'Taz Vael'), own('DOB', '14/03/2009'), own('Mobile', '07700 900111')];
const SUBJECTS = SUBJECT.map(({ value }) => value);

describe('a part of the page that names somebody else', () => {
  const under = (owner: string, ...cells: readonly (readonly [string, string])[]) =>
    cells.map(([label, value]): ReadingCell => ({ label, value, owner: [owner] }));

  it.each([
    ['Logged by', 'Logged by', 'Insp. L. Grewal'],
    ['Logged by', 'Logged by', 'Folasade Quist'],
    ['Form of the day', 'Entered by', 'Folasade Quist'],
    ['Web information', 'Web name', 'PC 2210 Mared Elis'],
    ['Web information', 'Web name', 'Folasade Quist'],
  ])('has no telephone of the subject below it: %s, %s: %s', (heading, label, name) => {
    const other = under(
      heading,
      [label, name],
      ['Phone', '01632 960585'],
      ['Work email', 'q@example.org'],
    );
    expect(subjects(...SUBJECT, ...other)).toEqual(SUBJECTS);
    expect(subjects(...other, ...SUBJECT)).toEqual(SUBJECTS);
  });

  it('gives a parent’s part to the parent, in a table too', () => {
    for (const row of [undefined, { table: 1, index: 0 }]) {
      const other = under(
        'Contacts',
        ['Mother', 'Dawn Vael'],
        ['Contact telephone', '07700 900456'],
      );
      const placed = other.map((cell) => (row ? { ...cell, row } : cell));
      expect(subjects(...SUBJECT, ...placed)).toEqual(SUBJECTS);
      expect(rowsOf(...SUBJECT, ...placed)).toContainEqual(
        expect.objectContaining({ path: 'relatedPersons[].phones[]', value: '+447700900456' }),
      );
    }
  });

  it('leaves the subject’s own numbers that come before the name', () => {
    const part = under('Overview', ['Mobile', '07700 900111'], ['Entered by', 'Folasade Quist']);
    expect(subjects(...part)).toEqual(['07700 900111']);
  });

  it('is found among lines without headings, up to the next known fact', () => {
    const lines = [
      { label: 'Contact made by', value: 'Insp. L. Grewal' },
      { label: 'Contact’s agency', value: 'Eastshire Police' },
      { label: 'Contact’s telephone', value: '01632 960108' },
      { label: 'Contact’s email address', value: 'l.grewal@example.org' },
      { label: 'Child’s telephone', value: '07700 900913' },
    ];
    const plain = SUBJECT.map(({ label, value }) => ({ label, value }));
    expect(subjects(...plain, ...lines)).toEqual([...SUBJECTS, '07700 900913']);
  });

  it('is a practitioner’s where the heading says so', () => {
    const other = under(
      'Your practitioner',
      ['Contact number', '01632 960063'],
      ['Email', 'help@example.org'],
    );
    expect(subjects(...SUBJECT, ...other)).toEqual(SUBJECTS);
  });
});

test('an account is neither a day nor somebody else’s name', () => {
  const handle = (value: string, label = 'Gamertags') =>
    subjects(...SUBJECT, own(label, value)).slice(SUBJECTS.length);
  expect(handle('09/06/2026 10:48')).toEqual([]);
  expect(handle('Mr Teo Lanyon')).toEqual([]);
  expect(handle('Folasade Quist', 'Web name')).toEqual([]);
  expect(handle('Shadow Blade')).toEqual(['Shadow Blade']);
  expect(handle('Taz Vael', 'Facebook name')).toEqual(['Taz Vael']);
  expect(handle('taz_vael')).toEqual(['taz_vael']);
});

test('parts that each name somebody take no longer than they are many', async () => {
  const reads = (count: number) => {
    const cells = Array.from({ length: count }, (_, nth): ReadingCell[] => [
      { label: 'Entered by', value: 'Folasade Quist', owner: [`Entry ${nth}`] },
      { label: 'Phone', value: '01632 960585', owner: [`Entry ${nth}`] },
    ]).flat();
    return () => expect(subjects(...cells)).toEqual([]);
  };
  expect(await growth(reads(1_250), reads(10_000), 8)).toBeLessThan(3);
});
