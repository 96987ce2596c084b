import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PlainDate } from '../shared/primitives.js';
import { comeIssues, dayIssues } from './day-rule.js';
import { fieldsOf } from './kind.js';

const day = (text: string) => v.parse(PlainDate, text);
const TODAY = day('2026-11-24');
const told = (kind: Parameters<typeof fieldsOf>[0], value: object, besides: string[] = []) =>
  comeIssues(
    fieldsOf(kind),
    value,
    TODAY,
    besides.map((at) => ({ code: 'invalid', severity: 'error', message: '', at })),
  ).map(({ code, at }) => `${code} ${at}`);

describe('a day that must have come', () => {
  it.each([
    ['2026-11-25', 'The date it was served must be today or in the past'],
    ['1899-12-31', 'The date it was served must be in 1900 or later'],
  ])('is refused on %s: %s', (on, message) => {
    expect(dayIssues('The date it was served', day(on), 'servedOn', TODAY)).toMatchObject([
      { message, severity: 'error', at: 'servedOn' },
    ]);
  });

  it('is taken on any day from 1900 to today, and on no other', () => {
    const days = fc
      .date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => day(date.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(days, (on) => {
        const isWithin = on >= '1900-01-01' && on <= TODAY;
        expect(dayIssues('The day', on, 'on', TODAY).length === 0).toBe(isWithin);
      }),
    );
  });
});

describe('the days of a record that cannot be read yet', () => {
  it('are told each at its field, in a list and in a group too', () => {
    expect(told('intervention', { heldOn: '1899-11-24', minutes: 'an hour' })).toEqual([
      'date-out-of-reach heldOn',
    ]);
    expect(
      told('referral', { receivedOn: '2027-01-01', incidentDates: ['2026-01-01', '2030-01-01'] }),
    ).toEqual(['date-in-future receivedOn', 'date-in-future incidentDates.1']);
    expect(
      told('relatedPerson', { roles: [{ from: '2026-01-01' }, { from: '1066-10-14' }] }),
    ).toEqual(['date-out-of-reach roles.1.from']);
  });

  it('are left alone where they are not dates, may be to come, or have an issue already', () => {
    expect(told('intervention', { heldOn: '2026-2-31', followUpDueOn: '2027-01-01' })).toEqual([]);
    expect(told('intervention', { heldOn: '2027-01-01' }, ['heldOn'])).toEqual([]);
  });
});
