import { describe, expect, it } from 'vitest';
import type { FieldPath } from '../field/field-path.js';
import { fileDoubts, isFileDoubt } from './file-doubt.js';

const codes = (path: FieldPath, ...texts: readonly string[]) =>
  fileDoubts({ [path]: texts }).map(({ issue }) => issue.code);

describe('a name in a file', () => {
  it.each([
    'Wren Abara & Ivo Abara',
    'Wren / Ivo Abara',
    'Wren Abara\nIvo Quay',
    'Wren and Ivo Abara',
  ])('of two people, %j, puts all that is the person’s own in doubt', (name) => {
    const doubts = fileDoubts({
      'subject.name': [name],
      'subject.bornOn': ['14/03/2010'],
      'referral.reference': ['R-1'],
    });
    expect(doubts.map(({ path, issue }) => `${path} ${issue.code}`)).toEqual([
      'subject.name file-several',
      'subject.bornOn file-several',
    ]);
  });

  it.each([
    ['as above', 'file-elsewhere'],
    ['DITTO.', 'file-elsewhere'],
    ['"', 'file-elsewhere'],
    ['Name withheld', 'file-no-name'],
    ['Grand total', 'file-no-name'],
    ['12 pupils', 'file-no-name'],
    ['Wren Abara 14/03/2010', 'file-no-name'],
    ['Test Test', 'file-no-name'],
    ['Name', 'file-no-name'],
    ['Wren '.repeat(100), 'file-no-name'],
    ['=A2', 'file-error'],
    ['＝A2', 'file-error'],
    ['#REF!', 'file-error'],
    ['ZoÃ« Quay', 'file-damaged'],
    ['JosÃ© Quay', 'file-damaged'],
    ['Zo\uFFFD Quay', 'file-damaged'],
    ['Zo? Quay', 'file-damaged'],
    ['Wr\u0000en', 'file-damaged'],
    ['\u202EnerW', 'file-damaged'],
    ['Se&aacute;n', 'file-damaged'],
    ['<b>Wren</b>', 'file-damaged'],
  ])('such as %j is in doubt', (name, code) => {
    expect(codes('subject.name', name)).toEqual([code]);
  });

  it.each([
    'Wren Abara',
    'Ana Sandiford-Andrews',
    "'Abd al-Noor",
    'JOÃO ÂNGELO',
    'ABARA, Wren',
    'Testa Quay',
    'نور الصندي',
    '\u200Fליאור\u200F',
    'Linh Do',
    'Zoe\u0308',
  ])('such as %j is in none', (name) => {
    expect(codes('subject.name', name)).toEqual([]);
  });
});

it('doubts a day with the time of another clock, and one that stands for none', () => {
  expect(
    codes(
      'subject.bornOn',
      '2011-05-03T23:00:00.000Z',
      '2010-12-25T00:00:00Z',
      '01/01/1900',
      '04/05/2011 00:00:00',
      '04/05/2011',
    ),
  ).toEqual(['file-clock', 'file-placeholder']);
  expect(codes('referral.receivedOn', '2026-09-03T23:30:00Z', '2026-09-03T08:14:00Z')).toEqual([
    'file-clock',
  ]);
});

it('doubts a rounded number and an error in any field, and a handle for nothing else', () => {
  expect(codes('referral.reference', '1.00E+05', '1E5', 'E-5', '000123')).toEqual([
    'file-error',
    'file-error',
  ]);
  expect(codes('subject.address', 'as above', '########', '3 Fernmoor Lane')).toEqual([
    'file-elsewhere',
    'file-error',
  ]);
  expect(codes('subject.onlineIdentifiers[].asSeen', '=x', '#NAME?', '<b>', '1e5', '#tag')).toEqual(
    ['file-error'],
  );
});

it('doubts what the importer is not sure of, and somebody else’s words for nothing', () => {
  const values = { 'subject.name': ['Wren'], 'referral.narrative': ['as above; <b> ? & =x'] };
  expect(fileDoubts(values)).toEqual([]);
  const doubts = fileDoubts(values, ['subject.name']);
  expect(doubts).toMatchObject([{ path: 'subject.name', issue: { code: 'file-unsure' } }]);
  expect(isFileDoubt(doubts.map(({ issue }) => issue))).toBe(true);
  expect(isFileDoubt([])).toBe(false);
});

it('doubts a contact’s email address, which may be that of a parent or a teacher', () => {
  const of = (heading: string, unsure: readonly FieldPath[] = []) =>
    fileDoubts({ 'subject.emails[]': ['w@example.org'] }, unsure, {
      'subject.emails[]': heading,
    }).map(({ issue }) => issue.code);
  for (const heading of [
    'Contact email',
    'contact e-mail address',
    ' Contact’s email',
    'contact_email',
    'ContactEmail',
    'CONTACT_EMAIL_1',
    'Contact: E Mail',
    'Ｃｏｎｔａｃｔ e‑mail',
    'Email (contact)',
    'Email address of main contact',
    'Contacts mail',
    'Emergency contact email',
  ])
    expect(of(heading), heading).toEqual(['file-contact']);
  for (const heading of ['Email', 'Email address', 'Student email', 'Contacted by email'])
    expect(of(heading)).toEqual([]);
  expect(of('Contact email', ['subject.emails[]'])).toEqual(['file-unsure']);
  const own = { 'subject.emails[]': ['w@example.org', 'a@example.org'] };
  const each = fileDoubts(own, [], { 'subject.emails[]': ['Email', 'Contact email'] });
  expect(each.map(({ index }) => index)).toEqual([1]);
});

it('looks at a long text without a pause', () => {
  const long = '<a'.repeat(2_000_000);
  const before = performance.now();
  codes('subject.address', long, ' '.repeat(2_000_000), `t00:00${' '.repeat(2_000_000)}`);
  expect(performance.now() - before).toBeLessThan(1_000);
});
