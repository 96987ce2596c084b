/** A date on a page that is still to come is a slip, and is never offered as taken. */
import { expect, it } from 'vitest';
import { dayIssues } from '../../record/day-rule.js';
import { draftOfFields } from '../../review/draft-of-fields.js';
import { addDays } from '../../shared/dates.js';
import { pasted } from '../../testing/email-under-test.js';
import { testHost } from '../../testing/host.js';
import { buildReading } from '../../testing/reading.js';
import type { Draft } from '../draft.js';
import { openDraft } from './open-draft.js';
import { settleDates } from './settle-dates.js';
import { mayTakeTogether } from './take-together.js';

const read = (...dates: readonly (readonly [string, string])[]): Draft =>
  openDraft({
    reading: buildReading(
      { label: 'Name', value: 'Taz Vael' },
      ...dates.map(([label, value]) => ({ label, value })),
    ),
    adapters: [],
    way: 'page',
    host: testHost(),
  });
const started = ({ rows }: Draft) =>
  rows
    .filter(({ path }) => path !== 'subject.name')
    .map(({ path, decision, issues }) => [path, decision.kind, issues.map(({ code }) => code)]);

it('starts as left with what is wrong with it, and is not taken with others', () => {
  const draft = read(
    ['Date of birth', '5 May 2027'],
    ['Date of referral', '12 December 2026'],
    ['Date of incident', '25 November 2026'],
  );
  const late = ['date-in-future'];
  expect(started(draft)).toEqual([
    ['subject.bornOn', 'leave', late],
    ['referral.receivedOn', 'leave', late],
    ['referral.incidentDates[]', 'leave', late],
  ]);
  expect(
    mayTakeTogether(
      draft,
      draft.rows.map(({ id }) => id),
    ),
  ).toEqual([]);
});

it('starts as taken on the day itself', () => {
  expect(started(read(['Date of referral', '24 November 2026']))).toEqual([
    ['referral.receivedOn', 'take', []],
  ]);
});

it('is found when the officer says which of two days it is, and not of the other', () => {
  const draft = read(['Date of referral', '03/12/2026']);
  const ids = draft.origins.map(({ id }) => id);
  expect(started(settleDates(draft, ids, 'day-first'))).toEqual([
    ['referral.receivedOn', 'leave', ['date-in-future']],
  ]);
  expect(started(settleDates(draft, ids, 'month-first'))).toEqual([
    ['referral.receivedOn', 'take', []],
  ]);
});

it('is left in a file too', () => {
  const draft = draftOfFields(
    { 'subject.name': ['Taz Vael'], 'subject.bornOn': ['2027-05-05'] },
    { way: 'page', system: 'File', title: 'File' },
    testHost(),
  );
  expect(started(draft)).toEqual([['subject.bornOn', 'leave', ['date-in-future']]]);
});

it('is a day to come from the day after the capture, as for a record', () => {
  const today = testHost().clock.today();
  for (const days of [-1, 0, 1, 2]) {
    const on = addDays(today, days);
    const isOffered = dayIssues('The day', on, 'on', today).length === 0;
    expect(started(read(['Date of incident', on]))).toEqual([
      [
        'referral.incidentDates[]',
        isOffered ? 'take' : 'leave',
        isOffered ? [] : ['date-in-future'],
      ],
    ]);
  }
});

it('is no day of an incident in a sentence, not even tomorrow', () => {
  const incidentsIn = (on: string) =>
    pasted(`I am writing about Taz Vael. The attack on our network took place on ${on}.`)
      .rows.filter(({ path }) => path === 'referral.incidentDates[]')
      .map(({ value }) => value);
  expect(incidentsIn('24 November 2026')).toEqual(['2026-11-24']);
  expect(incidentsIn('25 November 2026')).toEqual([]);
});

it.each<readonly [string, string | undefined, string]>([
  ['12/01/2026', '2026-01-12', 'its month-first day is tomorrow, so only 12 January is left'],
  ['11/12/2026', undefined, 'a day to come in the order of this country may be a slip'],
  ['01/12/2026', undefined, 'tomorrow in the order of this country may be a slip too'],
  ['11/09/2026', undefined, 'both days have come'],
])('settles %s on the last of November as %s: %s', (written, day) => {
  const { rows } = openDraft({
    reading: buildReading({ label: 'Date of incident', value: written }),
    adapters: [],
    way: 'page',
    host: testHost({ at: '2026-11-30T09:30:00.000Z' }),
  });
  expect(rows.map(({ value, either }) => (either ? undefined : value))).toEqual([day]);
});
