import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deviceIn,
  domainIn,
  emailAddressIn,
  formRefused,
  hasCredentials,
  ipAddressIn,
  ipAddressOf,
  isInsideAddress,
  pgpKeyIn,
  walletIn,
  webAddressIn,
  withoutDefang,
} from './identifier-form.js';

describe('an IP address', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['198[.]51[.]100[.]7', '198.51.100.7'],
    ['2001:DB8:0:0:0:0:0:7', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['::ffff:198.51.100.7', '::ffff:198.51.100.7'],
  ])('has one form: %s', (text, form) => expect(ipAddressIn(text)).toBe(form));

  it.each(['256.1.1.1', '1.2.3', '01.2.3.4', '1.2.3.4.5', '14:05:30', 'fe80::1%eth0', 'a:b', ''])(
    'is none that cannot be: “%s”',
    (text) => expect(ipAddressIn(text)).toBeUndefined(),
  );

  it.each([
    ['198.51.100.7:443', '198.51.100.7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['198.51.100.0/24', '198.51.100.0'],
    ['198 .51 .100 .7', '198.51.100.7'],
    ['IP address: 198[.]51[.]100[.]7', '198.51.100.7'],
    ['14:05:30', undefined],
    ['00:1b:44:11:3a:55', undefined],
    ['build v1.2.3.4-rc1', undefined],
    ['ip man', undefined],
  ])('is found with what is written at it: “%s”', (text, address) =>
    expect(ipAddressOf(text)).toBe(address),
  );

  it.each(['10.0.0.5', '172.31.0.1', '192.168.1.10', '100.64.0.1', '::1', 'fe80::1', 'fd00::1'])(
    'may be one of the inside of a network: %s',
    (text) => expect(isInsideAddress(text)).toBe(true),
  );

  it.each(['172.32.0.1', '100.128.0.1', '198.51.100.7', '2001:db8::1', '110.0.0.5', 'x'])(
    'is of no inside: %s',
    (text) => expect(isInsideAddress(text)).toBe(false),
  );

  it('reads its own form as itself, whatever it is', () => {
    const any = fc.oneof(fc.ipV4(), fc.ipV6());
    fc.assert(
      fc.property(any, (address) => {
        const form = ipAddressIn(address);
        expect(form).toBeDefined();
        expect(ipAddressIn(form ?? '')).toBe(form);
      }),
    );
  });
});

describe('an email address', () => {
  it('keeps the capitals of the person, and puts the domain in its one form', () => {
    expect(emailAddressIn('Wren.M@EXAMPLE.org')).toBe('Wren.M@example.org');
    expect(emailAddressIn('wren[@]bücher[.]example')).toBe('wren@xn--bcher-kva.example');
  });

  it.each(['wren', 'wren@', '@example.org', 'wren@example', 'wren@exa mple.org', 'a@b@c.org'])(
    'is none that cannot be: “%s”',
    (text) => expect(emailAddressIn(text)).toBeUndefined(),
  );
});

describe('domains and web addresses', () => {
  it('has one form of a domain, in small letters, without the point at its end', () => {
    expect(domainIn('Booter[.]EXAMPLE.')).toBe('booter.example');
    expect(['198.51.100.7', 'example', 'a b.example', '-a.example'].map(domainIn)).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('reads what was made harmless to press, and leaves out who logs in', () => {
    const seen = 'hxxps://wren:s3cret@Booter[.]example/Panel?id=7';
    expect(webAddressIn(seen)).toBe('https://booter.example/Panel?id=7');
    expect([seen, 'https://booter.example/@wren'].map(hasCredentials)).toEqual([true, false]);
    expect(webAddressIn('javascript:alert(1)')).toBeUndefined();
    expect(withoutDefang('hxxp[:]//a(.)example')).toBe('http://a.example');
  });

  it('shows no name and no password of an account, whatever they are', () => {
    const word = fc.stringMatching(/^[a-z]{3,12}$/);
    fc.assert(
      fc.property(word, word, (name, password) => {
        const form = webAddressIn(`https://${name}q:${password}zz@host.example/x`);
        expect(form).toBe('https://host.example/x');
      }),
    );
  });
});

describe('keys, wallets and devices', () => {
  it('compares each as its own system does', () => {
    expect(pgpKeyIn('0123 4567 89ab cdef 0123  4567 89ab cdef 0123 4567')).toBe(
      '0123456789ABCDEF0123456789ABCDEF01234567',
    );
    expect(pgpKeyIn('89ABCDEF')).toBeUndefined();
    expect(walletIn('0xDE0B295669a9FD93d5F28D9Ec85E40f4cb697BAe')).toBe(
      '0xde0b295669a9fd93d5f28d9ec85e40f4cb697bae',
    );
    expect(walletIn('1BoatSLRHtKNngkdXEeobR76b53LETtpyT')).toBe(
      '1BoatSLRHtKNngkdXEeobR76b53LETtpyT',
    );
    expect(walletIn('1 BTC')).toBeUndefined();
    expect(deviceIn('00-1B-44-11-3A-B7')).toBe('00:1b:44:11:3a:b7');
    expect(deviceIn('001B.4411.3ab7')).toBe('00:1b:44:11:3a:b7');
    expect(deviceIn('35 209900 176148 1')).toBe('352099001761481');
    expect(deviceIn('35-209900-176148-1')).toBe('352099001761481');
    expect(deviceIn('SN-12 345')).toBe('SN-12345');
  });
});

it('rules out an IP address and an email address that cannot be one, and nothing else', () => {
  for (const asSeen of ['wren', '198.51.100', '198.51.100.256', 'host.example'])
    expect(formRefused('ip-address', asSeen)).toContain('IP address');
  for (const asSeen of ['198.51.100.7', '2001:db8::7'])
    expect(formRefused('ip-address', asSeen)).toBeUndefined();
  expect(formRefused('email', 'wren')).toContain('email address');
  expect(formRefused('email', 'wren@example.org')).toBeUndefined();
  for (const type of [undefined, 'platform-account', 'other', 'wallet'])
    expect(formRefused(type, 'wren')).toBeUndefined();
});
