/** People of one name and one date of birth are told apart by one rule, in every form in which a person is named. */
import {
  foldText,
  isUnnamed,
  type PlainDate,
  type RecordId,
  type SubjectRow,
} from '@cyber-prevent/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twinsOf } from '../../components/list/twins.js';
import { knownBy } from './known-by.js';
import { subjectWords, toldBy } from './subject-words.js';
import { apartLine, toldApart, withBirth } from './told-apart.js';

const day = (text: string) => text as PlainDate;
const TODAY = day('2026-11-30');
const NAME = { name: 'Ada Vael', bornOn: day('2010-05-02') };

it('says the referral, the day of the record and the place, in this order and each only if it is known', () => {
  const by = {
    firstReceivedOn: day('2026-11-02'),
    recordedOn: day('2026-11-24'),
    place: { nth: 1, of: 2 },
  };
  expect(toldApart(withBirth(NAME), by)).toBe(
    'Ada Vael, born 2 May 2010, first referred 2 November 2026, recorded on 24 November 2026, 1 of 2 alike',
  );
  expect(toldApart('Ada Vael', { ...by, reference: 'CC/2026/222' })).toBe(
    'Ada Vael, CC/2026/222, recorded on 24 November 2026, 1 of 2 alike',
  );
  expect(toldApart('Ada Vael', { place: by.place })).toBe('Ada Vael, 1 of 2 alike');
  expect(toldApart('Ada Vael')).toBe('Ada Vael');
});

it('says another name or a handle instead of any day, and the school only without them', () => {
  const by = {
    school: 'Testford Academy',
    recordedOn: day('2026-11-24'),
  };
  expect(toldApart('Ada Vael', { ...by, known: { by: 'alias', text: 'Addy' } })).toBe(
    'Ada Vael, known as Addy',
  );
  expect(toldApart('Unknown', { ...by, known: { by: 'handle', text: 'kestrel_77' } })).toBe(
    'Unknown, handle kestrel_77',
  );
  expect(toldApart('Ada Vael', { ...by, reference: 'CC/2026/222' })).toBe(
    'Ada Vael, CC/2026/222, at Testford Academy',
  );
  expect(apartLine(by)).toBe('At Testford Academy');
});

it('says none of several dates of birth as if it were certain', () => {
  const births = [day('2010-05-02'), day('2008-05-02')];
  const also = [{ what: 'bornOn' as const, date: day('2008-05-02'), notedOn: TODAY }];
  expect(withBirth({ ...NAME, births })).toBe('Ada Vael, 2 dates of birth');
  expect(withBirth({ ...NAME, alsoRecorded: also })).toBe('Ada Vael, 2 dates of birth');
  expect(knownBy({ bornOn: NAME.bornOn, births }, TODAY)).toBe('2 dates of birth');
});

it('is a sentence of its own below a name, and none where nothing is known', () => {
  expect(apartLine({ recordedOn: day('2026-11-24'), place: { nth: 2, of: 2 } })).toBe(
    'Recorded on 24 November 2026, 2 of 2 alike',
  );
  expect(apartLine({ place: { nth: 2, of: 2 } })).toBe('2 of 2 alike');
  expect(apartLine(undefined)).toBeUndefined();
});

describe('people of one name and one date of birth', () => {
  const days = fc.constantFrom(undefined, day('2026-11-02'), day('2026-11-03'));
  /** Twins in all capitals and spaces, people without a name, and people of other names among them. */
  const names: fc.Arbitrary<string> = fc.constantFrom(
    'Ada Vael',
    'ADA  VAEL',
    ' Ada Vael ',
    'Unknown',
    'Name not known',
    'Kit',
  );
  const shared = (...texts: readonly string[]): fc.Arbitrary<string | undefined> =>
    fc.constantFrom(undefined, ...texts);
  interface Made {
    readonly name: string;
    readonly bornOn: PlainDate | undefined;
    readonly isDisputed: boolean;
    readonly otherNames: readonly string[];
    readonly handle: string | undefined;
    readonly school: string | undefined;
    readonly reference: string | undefined;
    readonly firstReceivedOn: PlainDate | undefined;
    readonly recordedOn: PlainDate | undefined;
  }
  const row: fc.Arbitrary<Made> = fc.record({
    name: names,
    bornOn: fc.constantFrom(undefined, NAME.bornOn, day('2012-01-09')),
    isDisputed: fc.boolean(),
    otherNames: fc.subarray(['Addy', 'addy', 'Ada', 'Kit']),
    handle: shared('kestrel_77', 'Kestrel_77', 'kestrel_78'),
    school: shared('Testford Academy', 'Addy'),
    reference: shared('CC/2026/222', 'CC/2026/223', 'cc/2026/222'),
    firstReceivedOn: days,
    recordedOn: days,
  });
  const people = (rows: fc.Arbitrary<Made>) =>
    fc.array(rows, { minLength: 2, maxLength: 6 }).map((each) =>
      each.map(
        ({ name, bornOn, isDisputed, otherNames, reference, ...more }, nth): SubjectRow => ({
          id: `0a0a0a0a-0000-4000-8000-00000000000${nth}` as RecordId,
          name,
          otherNames,
          references: reference ? [reference] : [],
          ...(bornOn && { bornOn }),
          ...(bornOn && isDisputed && { births: [bornOn, day('2009-01-01')] }),
          ...(reference && { reference }),
          ...(isUnnamed(name) ? { isUnnamed: true as const } : {}),
          ...(more.handle && { handle: more.handle }),
          ...(more.school && { school: more.school }),
          ...(more.firstReceivedOn && { firstReceivedOn: more.firstReceivedOn }),
          ...(more.recordedOn && { recordedOn: more.recordedOn }),
        }),
      ),
    );
  const alike = people(row.map((each): Made => ({ ...each, ...NAME, isDisputed: false })));

  it('are never the same words on a button, whoever else is on record, and in whatever order', () => {
    fc.assert(
      fc.property(people(row), (rows) => {
        const words = subjectWords(rows);
        expect(new Set([...words.values()].map(foldText)).size).toBe(rows.length);
        expect(subjectWords(rows.toReversed())).toEqual(words);
        // Nothing but the name is said of somebody whom the name tells from everybody else.
        const kits = rows.filter(({ name }) => name === 'Kit');
        const [kit] = kits;
        if (kit && kits.length === 1) expect(words.get(kit.id)).toBe('Kit');
        // No button says only that a name is not known.
        for (const { id, name, recordedOn } of rows)
          if (isUnnamed(name) && recordedOn)
            expect(words.get(id)).toMatch(/^(?:Unknown|Name not known), ./);
      }),
    );
  });

  it('are told by what is known of them on the button and in the line alike', () => {
    fc.assert(
      fc.property(people(row), (rows) => {
        const [words, told] = [subjectWords(rows), toldBy(rows)];
        for (const { id } of rows) {
          const line = apartLine(told.get(id));
          if (line !== undefined)
            expect(words.get(id)?.toLowerCase().endsWith(line.toLowerCase())).toBe(true);
        }
      }),
    );
  });

  it.each<readonly [string, (rows: readonly SubjectRow[]) => readonly unknown[]]>([
    [
      'in a sentence',
      (rows) => {
        const twins = twinsOf(rows);
        return rows.map((row) => toldApart(withBirth(row), twins.get(row.id)));
      },
    ],
    [
      'in a search',
      (rows) => {
        const twins = twinsOf(rows);
        return rows.map((row) => knownBy({ ...row, twin: twins.get(row.id) }, TODAY));
      },
    ],
    ['in a choice', (rows) => [...subjectWords(rows).values()]],
  ])('are never the same words: %s', (_, wordsOf) => {
    fc.assert(
      fc.property(alike, (rows) => {
        const words = wordsOf(rows);
        expect(new Set(words).size).toBe(rows.length);
      }),
    );
  });
});
