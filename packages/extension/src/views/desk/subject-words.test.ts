/** Namesakes are told apart by what parts them, and nobody else says more than a name. */
import type { PlainDate, RecordId, SubjectRow } from '@cyber-prevent/core';
import { describe, expect, it } from 'vitest';
import { subjectWords } from './subject-words.js';

const id = (text: string) => text as RecordId;
const day = (text: string) => text as PlainDate;
const row = (of: string, more: Partial<SubjectRow> = {}): SubjectRow => ({
  id: id(of),
  name: 'Ada Vael',
  otherNames: [],
  references: [],
  ...more,
});
const wordsOf = (...rows: readonly SubjectRow[]) => [...subjectWords(rows).values()];

describe('the words for a subject', () => {
  it('are the name alone, if nobody else has it', () => {
    expect(wordsOf(row('a', { bornOn: day('2010-05-02'), reference: 'CP-1' }))).toEqual([
      'Ada Vael',
    ]);
  });

  it('say the date of birth of two of one name, whatever its capitals and spaces', () => {
    expect(
      wordsOf(
        row('a', { bornOn: day('2010-05-02'), reference: 'CP-1', references: ['CP-1'] }),
        row('b', { name: 'ADA  VAEL', bornOn: day('2012-01-09') }),
      ),
    ).toEqual(['Ada Vael, born 2 May 2010', 'ADA  VAEL, born 9 January 2012']);
  });

  it('say of somebody with more than one date of birth how many there are', () => {
    const births = [day('2010-05-02'), day('2011-05-02')];
    expect(
      wordsOf(row('a', { bornOn: day('2010-05-02'), births }), row('b', { name: 'ADA VAEL' })),
    ).toEqual(['Ada Vael, 2 dates of birth', 'ADA VAEL, date of birth not recorded']);
  });

  it('say the reference that nobody else has, and none that another has too', () => {
    const own = { reference: 'CP-1', references: ['CP-1'] };
    expect(wordsOf(row('a', own), row('b'))[0]).toBe(
      'Ada Vael, date of birth not recorded, CP-1, 1 of 2 alike',
    );
    const other = row('b', { name: 'Kit Moss', references: ['cp-1'] });
    const first = { firstReceivedOn: day('2026-11-10') };
    const later = { recordedOn: day('2026-11-02') };
    expect(wordsOf(row('a', { ...own, ...first }), row('c', later), other)[0]).toBe(
      'Ada Vael, date of birth not recorded, first referred 10 November 2026, 1 of 2 alike',
    );
  });

  it('say the day of the first referral, which stays the same when there is another, and no earlier reference', () => {
    const both = {
      references: ['CC-2026-0901'],
      firstReceivedOn: day('2026-11-10'),
      receivedOn: day('2026-11-30'),
    };
    expect(wordsOf(row('a', both), row('b', { recordedOn: day('2026-11-02') }))[0]).toBe(
      'Ada Vael, date of birth not recorded, first referred 10 November 2026, 1 of 2 alike',
    );
  });

  it('say what is known of twins before any day', () => {
    const born = { bornOn: day('2010-05-02'), recordedOn: day('2026-11-02') };
    expect(
      wordsOf(
        row('a', { ...born, otherNames: ['Addy'], school: 'Testford Academy' }),
        row('b', { ...born, handle: 'kestrel_77' }),
        row('c', { ...born, school: 'Hexworth School' }),
        row('d', born),
      ),
    ).toEqual([
      'Ada Vael, born 2 May 2010, known as Addy, 1 of 4 alike',
      'Ada Vael, born 2 May 2010, handle kestrel_77, 2 of 4 alike',
      'Ada Vael, born 2 May 2010, at Hexworth School, 3 of 4 alike',
      'Ada Vael, born 2 May 2010, recorded on 2 November 2026, 4 of 4 alike',
    ]);
  });

  it('say the day of the record, if nothing else parts them, and that there is another', () => {
    const born = { bornOn: day('2010-05-02') };
    expect(
      wordsOf(
        row('a', { ...born, recordedOn: day('2026-11-02') }),
        row('b', { ...born, recordedOn: day('2026-11-03') }),
      ),
    ).toEqual([
      'Ada Vael, born 2 May 2010, recorded on 2 November 2026, 1 of 2 alike',
      'Ada Vael, born 2 May 2010, recorded on 3 November 2026, 2 of 2 alike',
    ]);
  });

  it('say of somebody whose name is not known what is, even if nobody else is unnamed', () => {
    const unnamed = { name: 'Name not known', isUnnamed: true as const };
    const recordedOn = day('2026-11-02');
    expect(wordsOf(row('a', { ...unnamed, handle: 'kestrel_77', recordedOn }))).toEqual([
      'Name not known, handle kestrel_77',
    ]);
    expect(
      wordsOf(
        row('a', { ...unnamed, reference: 'CP-1', references: ['CP-1'] }),
        row('b', { ...unnamed, name: 'Unknown', school: 'Testford Academy' }),
        row('c', { ...unnamed, recordedOn }),
        row('d', { ...unnamed, recordedOn }),
      ),
    ).toEqual([
      'Name not known, CP-1',
      'Unknown, at Testford Academy',
      'Name not known, recorded on 2 November 2026, 1 of 2 alike',
      'Name not known, recorded on 2 November 2026, 2 of 2 alike',
    ]);
  });

  it('count those who were recorded alike on one day', () => {
    const same = { bornOn: day('2010-05-02'), recordedOn: day('2026-11-02') };
    const words = wordsOf(row('a', same), row('b', same));
    expect(words.map((each) => each.split(', ').at(-1))).toEqual(['1 of 2 alike', '2 of 2 alike']);
    expect(new Set(words).size).toBe(2);
  });

  it('never name somebody whose record is closed to the officer', () => {
    expect(wordsOf(row('a', { isClosed: true }), row('b'))).toEqual(['Ada Vael']);
  });
});
