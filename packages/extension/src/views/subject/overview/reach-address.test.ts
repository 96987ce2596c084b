import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailAddress, telephoneAddress } from './reach-address.js';

describe('what a telephone program gets', () => {
  it.each([
    ['07700 900417', 'tel:07700900417'],
    ['+44 (0)7700 900417', 'tel:+447700900417'],
    ['020 7946 0123', 'tel:02079460123'],
    ['01632-960001', 'tel:01632960001'],
  ])('is the digits of %s', (text, address) => expect(telephoneAddress(text)).toBe(address));

  it.each([
    '',
    'ask his mother',
    '07700 900417 ext 3',
    '07700900417,,*31#',
    '+',
    '1234567890123456',
  ])('is nothing where the text is not one number: “%s”', (text) =>
    expect(telephoneAddress(text)).toBeUndefined(),
  );

  it('is digits alone, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(telephoneAddress(text) ?? 'tel:123').toMatch(/^tel:\+?\d+$/);
      }),
    );
  });
});

describe('what a mail program gets', () => {
  it('is the one address', () => {
    expect(mailAddress(' o.fairbarrow@example.org ')).toBe('mailto:o.fairbarrow@example.org');
  });

  it.each([
    'o.fairbarrow',
    'a@example.org,b@example.org',
    'a@example.org?subject=x&body=y',
    'a@example.org; b@example.org',
    '"a b"@example.org',
    'a@exa mple.org',
  ])('is nothing where the text is more than that: “%s”', (text) =>
    expect(mailAddress(text)).toBeUndefined(),
  );

  it('has no second recipient and no further part, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '@example.org'), (a, b) => {
        expect(mailAddress(a + b) ?? 'mailto:a@b').toMatch(/^mailto:[^@?&#,;\s]+@[a-z0-9.-]+$/i);
      }),
    );
  });
});
