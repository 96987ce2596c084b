import { expect, it } from 'vitest';
import { answerDates, settleDates } from '../capture/draft/settle-dates.js';
import { mayTakeTogether, whyStarted } from '../capture/draft/take-together.js';
import { draftValues } from '../capture/draft.js';
import { testHost } from '../testing/host.js';
import { draftOfFields, type ImportOrigin } from './draft-of-fields.js';
import type { FieldValues } from './field-values.js';

const FILE: ImportOrigin = {
  way: 'saved-page',
  system: 'Referral spreadsheet',
  title: 'Row 2',
  adapter: { id: 'csv/referrals', version: '1.0.0' },
  labels: { 'subject.bornOn': 'DOB' },
};
const draftOf = (values: FieldValues, more: Partial<ImportOrigin> = {}) =>
  draftOfFields(values, { ...FILE, ...more }, testHost());

it('reads each value under its heading and keeps the text as it stood', () => {
  const draft = draftOf({
    'subject.bornOn': [' 14/03/2010 '],
    'subject.phones[]': ['ring school'],
  });
  expect(draft.rows).toMatchObject([
    { label: 'DOB', raw: ' 14/03/2010 ', value: '2010-03-14', issues: [] },
    { raw: 'ring school', value: 'ring school', issues: [{ code: 'phone-unreadable' }] },
  ]);
  expect(draft.origins).toMatchObject([{ hostClass: 'force', adapter: { id: 'csv/referrals' } }]);
});

it('starts each row as a page would: third persons and narrative are left', () => {
  const values: FieldValues = {
    'subject.name': ['Rowan Vael'],
    'relatedPersons[].name': ['Marisol Vael'],
    'referral.narrative': ['Told us.'],
    'referrer.name': ['Ottilie Brandt'],
  };
  const starts = (more: FieldValues = {}) =>
    draftOf({ ...values, ...more }).rows.map((row) => `${row.path} ${row.decision.kind}`);
  expect(starts()).toEqual([
    'subject.name take',
    'referral.narrative leave',
    'referrer.name leave',
    'relatedPersons[].name leave',
  ]);
  expect(starts({ 'referrer.role': ['Teacher'] })).toContain('referrer.name take');
});

it('takes what the officer typed', () => {
  const draft = draftOf({ 'referral.narrative': ['On the telephone.'] }, { way: 'typed' });
  expect(draft.rows).toMatchObject([{ namedBy: 'officer', decision: { kind: 'take' } }]);
});

it('passes over empty texts and keeps people apart by their place', () => {
  const draft = draftOf({
    'relatedPersons[].name': ['Marisol Vael', 'Teodor Vael'],
    'relatedPersons[].phones[]': [' ', '01632 960001'],
    'subject.phones[]': ['07700 900123', '07700 900456'],
  });
  expect(draft.rows.map(({ path, index }) => [path, index])).toEqual([
    ['subject.phones[]', undefined],
    ['subject.phones[]', undefined],
    ['relatedPersons[].name', 0],
    ['relatedPersons[].name', 1],
    ['relatedPersons[].phones[]', 1],
  ]);
  expect(draftValues(draft, 'relatedPersons[].phones[]')).toEqual(['+441632960001']);
});

it('keeps for each value what it stood under and where, and tells the platform of a handle by its own label', () => {
  const path = 'subject.onlineIdentifiers[].asSeen';
  const draft = draftOf(
    { [path]: ['taz_1', 'taz_2'] },
    {
      labels: { [path]: ['Discord tag', 'Steam name'] },
      places: { [path]: ['row 2, column 4', 'row 2, column 5'] },
    },
  );
  expect(draft.rows).toMatchObject([
    { label: 'Discord tag', platform: 'discord', place: { selector: 'row 2, column 4' } },
    { label: 'Steam name', platform: 'steam', place: { selector: 'row 2, column 5' } },
  ]);
});

it('leaves what a file puts in doubt, with the reason, and takes the rest', () => {
  const values: FieldValues = {
    'subject.name': ['Rowan Vael'],
    'subject.bornOn': ['14/03/2010'],
    'subject.address': ['as above'],
    'subject.phones[]': ['07700 900311'],
  };
  const starts = (more: Partial<ImportOrigin>) =>
    draftOf(values, more).rows.map(({ decision, issues }) =>
      [decision.kind, ...issues.map(({ code }) => code)].join(' '),
    );
  expect(starts({ way: 'file', unsure: ['subject.bornOn'] })).toEqual([
    'take',
    'leave file-unsure',
    'leave file-elsewhere',
    'take',
  ]);
  expect(starts({ way: 'typed' })).toEqual(['take', 'take', 'take', 'take']);
});

it('leaves the email address of a contact of a file, and takes one that somebody typed', () => {
  const values: FieldValues = { 'subject.emails[]': ['w@example.org'] };
  const start = (way: ImportOrigin['way']) => {
    const { rows } = draftOf(values, { way, labels: { 'subject.emails[]': 'Contact email' } });
    return rows.map(({ decision, issues }) => [decision.kind, issues.map(({ code }) => code)]);
  };
  expect(start('file')).toEqual([['leave', ['file-contact']]]);
  expect(start('typed')).toEqual([['take', []]]);
});

it('never takes what a file puts in doubt together with other rows, nor with the order of its days', () => {
  const draft = draftOf(
    { 'subject.name': ['Rowan Vael'], 'subject.bornOn': ['04/05/2010'] },
    { way: 'file', unsure: ['subject.name', 'subject.bornOn'] },
  );
  expect(
    mayTakeTogether(
      draft,
      draft.rows.map(({ id }) => id),
    ),
  ).toEqual([]);
  expect(draft.rows.map((row) => whyStarted(draft, row))).toEqual(['unread', 'unread']);
  const settled = settleDates(
    draft,
    draft.origins.map(({ id }) => id),
    'day-first',
    { path: 'subject.bornOn' },
  );
  expect(settled.rows.map(({ decision }) => decision.kind)).toEqual(['leave', 'leave']);
});

const BORN = (...dates: readonly string[]): FieldValues => ({
  'subject.name': ['Rowan Vael'],
  'subject.bornOn': dates,
});
const bornRows = (...dates: readonly string[]) =>
  draftOf(BORN(...dates), { way: 'file' }).rows.flatMap(({ path, decision, issues }) =>
    path === 'subject.bornOn' ? [[decision.kind, ...issues.map(({ code }) => code)].join(' ')] : [],
  );

it('takes neither of two dates of birth of one row, and asks which is right', () => {
  expect(bornRows('14/03/2010', '14/03/2011')).toEqual([
    'leave several-values',
    'leave several-values',
  ]);
  const draft = draftOf(BORN('14/03/2010', '14/03/2011'), { way: 'file' });
  const ids = draft.rows.map(({ id }) => id);
  expect(mayTakeTogether(draft, ids)).toEqual([]);
});

it('takes one day of birth that is written in two ways, beside one that is not known', () => {
  expect(bornRows('14/03/2010', '14 March 2010')).toEqual(['take', 'take']);
  expect(bornRows('14/03/2010', 'Not known')[0]).toBe('take');
});

it('leaves both of two dates of birth once the order of the days is known', () => {
  const draft = draftOf(BORN('04/05/2010', '04/06/2010'), { way: 'file' });
  const origins = draft.origins.map(({ id }) => id);
  const { rows } = settleDates(draft, origins, 'day-first', { path: 'subject.bornOn' });
  expect(rows.map(({ decision }) => decision.kind)).toEqual(['take', 'leave', 'leave']);
});

it('reads no other field of a file by the answer to one, and a page as a whole', () => {
  const texts = { ...BORN('04/05/2010'), 'referral.receivedOn': ['02/03/2026'] };
  const days = (way: 'file' | 'saved-page') => {
    const draft = draftOf(texts, { way });
    const origins = draft.origins.map(({ id }) => id);
    const said = answerDates(draft, origins, 'month-first', {
      now: draft.updatedAt,
      path: 'subject.bornOn',
    });
    return said.rows.flatMap(({ path, value, either }) =>
      path === 'subject.name' ? [] : [either ? `${path} open` : `${path} ${value}`],
    );
  };
  expect(days('file').toSorted()).toEqual([
    'referral.receivedOn open',
    'subject.bornOn 2010-04-05',
  ]);
  expect(days('saved-page').toSorted()).toEqual([
    'referral.receivedOn 2026-02-03',
    'subject.bornOn 2010-04-05',
  ]);
});

it('asks about no list of values, nor about what the officer typed', () => {
  const phones = { 'subject.phones[]': ['07700 900311', '07700 900312'] };
  expect(draftOf(phones, { way: 'file' }).rows.flatMap(({ issues }) => issues)).toEqual([]);
  const typed = draftOf(BORN('14/03/2010', '14/03/2011'), { way: 'typed' });
  expect(typed.rows.flatMap(({ issues }) => issues)).toEqual([]);
});
