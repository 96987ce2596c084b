import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_PATHS } from '../field/field-path.js';
import { splitValue } from './split-value.js';

const parts = (...args: Parameters<typeof splitValue>) =>
  splitValue(...args).map(({ path, raw, person }) => [path, raw, ...(person ? [person] : [])]);

describe('splitValue', () => {
  it('cuts a list of numbers, and puts an email address among them where it belongs', () => {
    expect(parts('subject.phones[]', '07700 900415; 07700 900416')).toEqual([
      ['subject.phones[]', '07700 900415'],
      ['subject.phones[]', '07700 900416'],
    ]);
    expect(parts('subject.phones[]', '07700 900219\n01632 960884')).toHaveLength(2);
    expect(parts('referrer.phone', '01632 960201, l.grewal@example.org')).toEqual([
      ['referrer.phone', '01632 960201'],
      ['referrer.email', 'l.grewal@example.org'],
    ]);
  });

  it('gives a number that is said to be the mother’s to her', () => {
    expect(parts('subject.phones[]', '07700 900 415 (mum’s: 07700 900416)')).toEqual([
      ['subject.phones[]', '07700 900 415'],
      ['relatedPersons[].phones[]', '07700 900416', 'mum'],
    ]);
    expect(parts('subject.phones[]', '07700 900415, mother 07700 900416')).toContainEqual([
      'relatedPersons[].phones[]',
      '07700 900416',
      'mother',
    ]);
  });

  it('keeps what it cannot read under the path of its label', () => {
    expect(parts('subject.phones[]', 'ring after six')).toEqual([
      ['subject.phones[]', 'ring after six'],
    ]);
    expect(parts('subject.phones[]', '07700 900415; ring after six')).toEqual([
      ['subject.phones[]', '07700 900415'],
      ['subject.phones[]', 'ring after six'],
    ]);
  });

  it('takes a person’s line apart where it understands what stands beside the name', () => {
    expect(parts('relatedPersons[].name', 'Dawn Example (mother), 07700 900456')).toEqual([
      ['relatedPersons[].name', 'Dawn Example'],
      ['relatedPersons[].relationship', 'mother'],
      ['relatedPersons[].phones[]', '07700 900456'],
    ]);
    expect(parts('referrer.name', 'DS Amrit Bains, Eastshire Police Cyber Crime Unit')).toEqual([
      ['referrer.name', 'DS Amrit Bains'],
      ['referrer.organisation', 'Eastshire Police Cyber Crime Unit'],
    ]);
    expect(parts('referrer.name', 'Lorna Hartwell, Designated Safeguarding Lead')).toEqual([
      ['referrer.name', 'Lorna Hartwell'],
      ['referrer.role', 'Designated Safeguarding Lead'],
    ]);
  });

  it('leaves a name whole when it does not', () => {
    for (const name of ['VAEL, Morgan (M)', 'Vael, Morgan', 'Taz O’Connell-Vael'])
      expect(parts('referrer.name', name)).toEqual([['referrer.name', name]]);
    expect(parts('subject.name', 'VAEL, Morgan')).toEqual([['subject.name', 'VAEL, Morgan']]);
  });

  it('parts a name from the organisation next to it', () => {
    expect(parts('subject.name', 'Taz Vael, Testford Academy')).toEqual([
      ['subject.name', 'Taz Vael'],
      ['subject.school', 'Testford Academy'],
    ]);
    expect(parts('subject.name', 'Vael, Taz (Testford High School)')).toEqual([
      ['subject.name', 'Vael, Taz'],
      ['subject.school', 'Testford High School'],
    ]);
    // Somebody's place of work is not said to be the subject's.
    expect(parts('subject.name', 'Taz Vael, Eastshire Police')).toEqual([
      ['subject.name', 'Taz Vael'],
      [undefined, 'Eastshire Police'],
    ]);
    expect(parts('relatedPersons[].name', 'Dawn Example, Testford Housing Trust')).toEqual([
      ['relatedPersons[].name', 'Dawn Example'],
      [undefined, 'Testford Housing Trust'],
    ]);
    for (const name of ['Church, Anna', 'VAEL, Morgan', 'Academy, Testford School'])
      expect(parts('subject.name', name)).toEqual([['subject.name', name]]);
  });

  it('does not call a self-referral a name', () => {
    expect(parts('referrer.name', 'Self-referral by parent')).toEqual([
      [undefined, 'Self-referral by parent'],
    ]);
  });

  it('cuts handles, but not at what says when they were seen', () => {
    expect(parts('subject.onlineIdentifiers[].asSeen', 'Discord: a.b; Telegram: @c')).toHaveLength(
      2,
    );
    expect(
      parts('subject.onlineIdentifiers[].asSeen', 'a.b on Discord, first seen: 9 January 2026'),
    ).toHaveLength(1);
  });

  it('knows an alias that is a handle by its platform', () => {
    expect(parts('subject.aliases[]', 'Lex, zer0dream (Discord)')).toEqual([
      ['subject.aliases[]', 'Lex'],
      ['subject.onlineIdentifiers[].asSeen', 'zer0dream (Discord)'],
    ]);
    expect(parts('subject.aliases[]', 'VAEL, Taz')).toEqual([['subject.aliases[]', 'VAEL, Taz']]);
  });

  it('cuts only at line breaks and semicolons what may hold commas', () => {
    expect(
      parts(
        'referral.suspectedOffences[]',
        'Making, supplying or obtaining articles\nUnauthorised access',
      ),
    ).toHaveLength(2);
    expect(parts('referral.incidentDates[]', '02/02/2026 and 31/01/2026')).toHaveLength(2);
    expect(parts('referral.incidentDates[]', '20260202, 20260131')).toHaveLength(2);
    expect(parts('referral.incidentDates[]', 'between Monday and Friday')).toHaveLength(1);
  });

  it('cuts every part out of the text as it stood, and loses no letter outside its separators', () => {
    const piece = fc.constantFrom(
      '07700 900415',
      'taz@example.org',
      'Dawn Example',
      '(mother)',
      '(mum: 07700 900416)',
      'Eastshire Police',
      ', ',
      '; ',
      '\n',
      ' and ',
      ' / ',
      'Discord: x',
      '<a@example.org>',
      '—',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...FIELD_PATHS),
        fc.array(piece, { maxLength: 8 }),
        (path, pieces) => {
          const text = pieces.join(' ');
          const found = splitValue(path, text);
          expect(found.length).toBeGreaterThan(0);
          for (const { raw } of found) expect(text).toContain(raw);
        },
      ),
    );
  });
});
