/** People of one name and one date of birth are told apart by one rule, in every form in which a person is named. */
import type { PlainDate, RecordId, SubjectRow } from '@cyber-prevent/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twinsOf } from '../../components/list/twins.js';
import { knownBy } from './known-by.js';
import { subjectWords } from './subject-words.js';
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
  const alike = fc
    .array(
      fc.record({
        reference: fc.constantFrom(undefined, 'CC/2026/222', 'CC/2026/223'),
        firstReceivedOn: days,
        recordedOn: days,
      }),
      { minLength: 2, maxLength: 6 },
    )
    .map((each) =>
      each.map(
        ({ reference, firstReceivedOn, recordedOn }, nth): SubjectRow => ({
          ...NAME,
          id: `0a0a0a0a-0000-4000-8000-00000000000${nth}` as RecordId,
          otherNames: [],
          references: [],
          ...(reference && { reference }),
          ...(firstReceivedOn && { firstReceivedOn }),
          ...(recordedOn && { recordedOn }),
        }),
      ),
    );

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
