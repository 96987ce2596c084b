/** The list of a file's rows says of a date what the draft of the row will say. */
import { expect, it } from 'vitest';
import { testHost } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import { fileDates } from './file-date.js';

const TEXTS = [
  '05/04/2010',
  '13/04/2010',
  '04/13/2010',
  '14 March 2010',
  '31/12/2036',
  '05/04/2036',
  '11-Sep-09',
  '30/02/2010',
  'spring 2010',
  'N/A',
] as const;

it.each(
  (['day-first', 'month-first', 'both', undefined] as const).flatMap((dates) =>
    TEXTS.map((text) => [text, dates] as const),
  ),
)('reads %s of a file that is %s as its draft does', (text, dates) => {
  const values = { 'subject.bornOn': [' ', text], 'referral.receivedOn': [text] };
  const host = testHost();
  const orders = dates ? { 'subject.bornOn': dates, 'referral.receivedOn': dates } : {};
  const { rows } = draftOfFields(
    values,
    { way: 'file', system: 'CSV', title: '', dates: orders },
    host,
  );
  const found = fileDates({ values }, orders, host.clock.today());
  expect(found.map(({ path, index }) => [path, index])).toEqual([
    ['subject.bornOn', 1],
    ['referral.receivedOn', 0],
  ]);
  for (const { path, written, day, either, issues } of found) {
    const row = rows.find((each) => each.path === path);
    expect(written).toBe(row?.raw);
    expect(issues).toEqual(row?.issues);
    if (either) expect(row?.either).toMatchObject(either);
    else expect(row?.either).toBeUndefined();
    if (day) expect(row?.value).toBe(day);
    else expect(row?.decision).toEqual({ kind: 'leave' });
  }
});

it('says that a day is still to come, and which two days a date may be', () => {
  const read = (born: string) =>
    fileDates({ values: { 'subject.bornOn': [born] } }, undefined, '2026-11-24')[0];
  expect(read('24/11/2026')).toMatchObject({ day: '2026-11-24', issues: [] });
  expect(read('25/11/2026')).toMatchObject({
    day: '2026-11-25',
    issues: [{ code: 'date-in-future' }],
  });
  const open = read('05/04/2010');
  expect(open).toMatchObject({
    either: { dayFirst: '2010-04-05', monthFirst: '2010-05-04' },
    issues: [{ code: 'date-either-order' }],
  });
  expect(open).not.toHaveProperty('day');
});
