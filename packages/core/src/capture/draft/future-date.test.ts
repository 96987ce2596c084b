/** A date on a page that is still to come is a slip, and is never offered as taken. */
import { expect, it } from 'vitest';
import { draftOfFields } from '../../review/draft-of-fields.js';
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
