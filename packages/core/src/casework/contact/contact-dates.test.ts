import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PlainDate } from '../../shared/primitives.js';
import { testHost } from '../../testing/host.js';
import { contactDateIssues } from './contact-dates.js';

const day = (text: string) => v.parse(PlainDate, text);
const host = testHost({ at: '2026-11-24T09:30:00.000Z' });

const wrong = (dates: object, subject: object = {}) =>
  contactDateIssues(dates, subject, { host }).map(({ code, at }) => `${code} ${at}`);
const born = (date: string, ...others: string[]) => ({
  bornOn: day(date),
  alsoRecorded: others.map((other) => ({
    what: 'bornOn' as const,
    date: day(other),
    notedOn: day('2026-01-01'),
  })),
});

describe('the dates of a contact', () => {
  it('say every wrong one at once', () => {
    expect(wrong({ heldOn: '1899-11-24', followUpDueOn: '1898-11-24' })).toEqual([
      'date-out-of-reach heldOn',
      'date-out-of-order followUpDueOn',
    ]);
    expect(wrong({ heldOn: '2026-11-25', followUpDueOn: '2026-11-24' })).toEqual([
      'date-in-future heldOn',
      'date-out-of-order followUpDueOn',
    ]);
  });

  it('are right on the day itself, and with a follow-up to come', () => {
    expect(wrong({ heldOn: '2026-11-24', followUpDueOn: '2026-12-24' })).toEqual([]);
    expect(wrong({ heldOn: '2026-02-31' })).toEqual([]);
    expect(wrong({})).toEqual([]);
  });

  it('are not before the person was born', () => {
    expect(wrong({ heldOn: '1926-11-24' }, born('2010-03-14'))).toEqual([
      'date-before-birth heldOn',
    ]);
    expect(wrong({ heldOn: '2010-03-14' }, born('2010-03-14'))).toEqual([]);
    expect(wrong({ heldOn: '1926-11-24' })).toEqual([]);
  });

  it('are measured by the earliest date of birth where several are on record', () => {
    expect(wrong({ heldOn: '2009-06-01' }, born('2010-03-14', '2009-01-02', '2011-01-01'))).toEqual(
      [],
    );
    expect(wrong({ heldOn: '2008-06-01' }, born('2010-03-14', '2009-01-02'))).toEqual([
      'date-before-birth heldOn',
    ]);
  });
});
