import { expect, it } from 'vitest';
import { BYTES_IN_PART, MOST_REFERRALS } from './file-reply.js';
import { takeReferrals, takeWritten } from './file-take.js';

const row = (at: string, more: object = {}) => ({
  values: { 'subject.name': ['Taz Vael'] },
  at,
  issues: [],
  ...more,
});
const rows = (...all: readonly object[]) => ({ type: 'rows', json: JSON.stringify(all) });
const end = (count: number, issues = 0) => ({ type: 'read', rows: count, issues });

it('puts the parts together in their order', () => {
  const take = takeReferrals();
  expect(take(rows(row('row 2')))).toBeUndefined();
  expect(take(rows(row('row 3'), row('row 4')))).toBeUndefined();
  const read = take(end(3));
  expect(read?.ok && read.value.map(({ at }) => at)).toEqual(['row 2', 'row 3', 'row 4']);
});

it('keeps the fields that the importer is not sure of, and no others', () => {
  const take = takeReferrals();
  take(rows(row('row 2', { unsure: ['subject.name'] })));
  const read = take(end(1));
  expect(read?.ok && read.value[0]?.unsure).toEqual(['subject.name']);
  expect(() => takeReferrals()(rows(row('row 2', { unsure: ['subject.secret'] })))).toThrow();
});

it('tells how far the reading is', () => {
  const heard: (readonly number[])[] = [];
  takeReferrals((...said) => heard.push(said))({ type: 'progress', done: 5, of: 9 });
  expect(heard).toEqual([[5, 9]]);
});

it('gives the issues with what was read, and alone for what was not', () => {
  const issue = { code: 'row-broken', severity: 'error', message: 'Row 3 was not read.' };
  const some = takeReferrals();
  some({ type: 'issues', issues: [issue] });
  some(rows(row('row 2')));
  expect(some(end(1, 1))?.issues).toEqual([issue]);
  const none = takeReferrals();
  none({ type: 'issues', issues: [issue] });
  expect(none({ type: 'refused' })).toEqual({ ok: false, issues: [issue] });
});

it.each([
  ['fewer rows than were counted', [rows(row('row 2')), end(2)]],
  ['more rows than were counted', [rows(row('row 2'), row('row 3')), end(1)]],
  ['one place twice', [rows(row('row 2'), row('row 2')), end(2)]],
  ['issues that did not come', [rows(row('row 2')), end(1, 1)]],
  ['a field that there is not', [rows(row('row 2', { values: { 'subject.secret': ['x'] } }))]],
  ['a value that is no text', [rows(row('row 2', { values: { 'subject.name': [1] } }))]],
  ['a row without a place', [rows(row(''))]],
  ['another member', [rows(row('row 2', { decision: 'take' }))]],
  ['no JSON', [{ type: 'rows', json: '[' }]],
  ['an answer to another order', [{ type: 'about', importers: [] }]],
  ['something else', [{ type: 'commit' }]],
  ['nothing', [undefined]],
])('takes nothing of a worker that sends %s', (_, messages) => {
  const take = takeReferrals();
  expect(() => {
    for (const message of messages) if (take(message)?.ok) throw new SyntaxError('It was taken');
  }).toThrow(/^(?!It was taken)/);
});

it('refuses more referrals than a file may have', () => {
  const take = takeReferrals();
  const many = Array.from({ length: 10_000 }, (_, at) => row(`row ${at}`));
  for (let count = 0; count < MOST_REFERRALS; count += many.length)
    expect(take(rows(...many))).toBeUndefined();
  expect(take(rows(row('one more')))?.issues[0]?.code).toBe('file-too-many');
});

const part = (...own: readonly number[]) => ({ type: 'bytes', bytes: Uint8Array.from(own) });
const made = (size: number, issues = 0) => ({ type: 'written', size, issues });

it('puts a file that is made together, with what its format left out', () => {
  const issue = { code: 'no-room', severity: 'warning', message: 'No room for the status.' };
  const take = takeWritten();
  take({ type: 'issues', issues: [issue] });
  take(part(1, 2));
  take(part(3));
  const outcome = take(made(3, 1));
  expect(outcome?.ok && [...outcome.value]).toEqual([1, 2, 3]);
  expect(outcome?.issues).toEqual([issue]);
});

it.each([
  ['fewer bytes than were counted', [part(1), made(2)]],
  ['more bytes than were counted', [part(1, 2), made(1)]],
  ['a part that is too long', [{ type: 'bytes', bytes: new Uint8Array(BYTES_IN_PART + 1) }]],
  ['text for bytes', [{ type: 'bytes', bytes: 'Ada Vael' }]],
  ['rows', [end(0)]],
])('takes no file of a worker that sends %s', (_, messages) => {
  const take = takeWritten();
  expect(() => {
    for (const message of messages) take(message);
  }).toThrow();
});

it('tells how far the writing is', () => {
  const heard: (readonly number[])[] = [];
  takeWritten((...said) => heard.push(said))({ type: 'progress', done: 5, of: 9 });
  expect(heard).toEqual([[5, 9]]);
});
