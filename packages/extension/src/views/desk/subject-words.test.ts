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

  it('say date of birth and referral of two of one name, whatever its capitals and spaces', () => {
    expect(
      wordsOf(
        row('a', { bornOn: day('2010-05-02'), reference: 'CP-1' }),
        row('b', { name: 'ADA  VAEL', bornOn: day('2012-01-09') }),
      ),
    ).toEqual([
      'Ada Vael (CP-1), born 2 May 2010, no referral',
      'ADA  VAEL, born 9 January 2012, no referral',
    ]);
  });

  it('say every date of birth of somebody with more than one', () => {
    const births = [day('2010-05-02'), day('2011-05-02')];
    expect(
      wordsOf(row('a', { bornOn: day('2010-05-02'), births }), row('b', { name: 'ADA VAEL' })),
    ).toEqual([
      'Ada Vael, born 2 May 2010 or 2 May 2011, no referral',
      'ADA VAEL, born not known, no referral',
    ]);
  });

  it('say the day of the first referral, which stays the same when there is another, and no earlier reference', () => {
    const both = {
      references: ['CC-2026-0901'],
      firstReceivedOn: day('2026-11-10'),
      receivedOn: day('2026-11-30'),
    };
    expect(wordsOf(row('a', both), row('b'))[0]).toBe(
      'Ada Vael, born not known, first referred 10 November 2026',
    );
  });

  it('say the day of the record, if nothing else parts them', () => {
    const born = { bornOn: day('2010-05-02') };
    expect(
      wordsOf(
        row('a', { ...born, recordedOn: day('2026-11-02') }),
        row('b', { ...born, recordedOn: day('2026-11-03') }),
      ),
    ).toEqual([
      'Ada Vael, born 2 May 2010, no referral, recorded on 2 November 2026',
      'Ada Vael, born 2 May 2010, no referral, recorded on 3 November 2026',
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
