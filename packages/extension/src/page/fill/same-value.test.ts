import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saysTheSame } from './same-value.js';

describe('what a page wrote in its own way', () => {
  it.each([
    ['14/03/2009', '14-Mar-2009'],
    ['14/03/2009', '2009-03-14'],
    ['14/03/2009', 'Sat, 14 March 2009'],
    ['4/3/2009', '04/03/2009'],
    ['14 March 2009', '14.3.2009'],
    ['07700900415', '07700 900415'],
    ['07700900415', '(07700) 900-415'],
    ['zz9 9zz', 'ZZ99ZZ'],
    ['O’Connell', "O'CONNELL"],
    ['45', '45.00'],
    ['one\ntwo', 'one two'],
    ['', ''],
  ])('says the same: %s and %s', (text, now) => {
    expect(saysTheSame(text, now)).toBe(true);
  });

  it.each([
    ['03/04/2009', '04/03/2009'],
    ['03/04/2009', '04-Mar-2009'],
    ['14/03/2009', '14/03/2010'],
    ['14/03/2009', ''],
    ['', '0'],
    ['45', '450'],
    ['1.5', '15'],
    ['-5', '5'],
    ['Tamsin Vael', 'Tamsin Va'],
    ['word', 'words'],
  ])('does not say the same: %s and %s', (text, now) => {
    expect(saysTheSame(text, now)).toBe(false);
  });

  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const asTyped = (iso: string): string => iso.split('-').toReversed().join('/');

  it('of two days is the same exactly when the day is, however either is written', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        expect(saysTheSame(asTyped(one), other)).toBe(one === other);
        expect(saysTheSame(asTyped(one), asTyped(other))).toBe(one === other);
        expect(saysTheSame(asTyped(one), one)).toBe(true);
      }),
    );
  });

  it('is the same as itself, and never as nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(saysTheSame(text, text)).toBe(true);
        if (text.normalize('NFKC').trim() !== '') expect(saysTheSame(text, '')).toBe(false);
      }),
    );
  });
});
