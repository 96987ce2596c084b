import { describe, expect, it } from 'vitest';
import { readTyped } from './read-identifier.js';
import { readValue } from './reader.js';

describe('an identifier read from a page', () => {
  it.each([
    ['198.51.100.7 on 20/11/2026 at 14:05 UTC', '2026-11-20', '14:05', 'UTC'],
    ['198.51.100.7, 2026-11-20T14:05:30Z', '2026-11-20', '14:05:30', 'Z'],
    ['198.51.100.7 (20 November 2026 9:05 BST)', '2026-11-20', '09:05', 'BST'],
    ['198.51.100.7 - 20/11/2026 14:05:30 +01:00', '2026-11-20', '14:05:30', '+01:00'],
    ['198.51.100.7:443 on 20/11/2026 at 14:05 UTC', '2026-11-20', '14:05', 'UTC'],
  ])('takes an IP address with its moment: %s', (text, on, at, zone) => {
    const seenAt = { on, at, zone };
    expect(readTyped(text)).toMatchObject({
      ok: true,
      value: { type: 'ip-address', asSeen: '198.51.100.7', seenAt },
    });
    expect(readValue('handle', text)).toMatchObject({ ok: true, value: { value: text } });
  });

  it.each([
    '198.51.100.7',
    '2001:db8::7',
    '198[.]51[.]100[.]7',
    '198.51.100.7:443',
    '198.51.100.0/24',
    'IP: 198.51.100.7',
    '198.51.100.7:443 on 20/11/2026',
    '198.51.100.7 on 20/11/2026',
    '198.51.100.7 on 20/11/2026 at 14:05',
    '198.51.100.7 at 14:05 UTC',
    '198.51.100.7 on 20/11/2026 at 14:05 local time',
  ])('takes none without: %s', (text) => {
    expect(readValue('handle', text).issues).toMatchObject([{ code: 'ip-without-time' }]);
  });

  it('tells the other types by their form, and leaves a name a name', () => {
    const typeOf = (text: string) => {
      const read = readTyped(text);
      return read?.ok ? read.value.type : undefined;
    };
    expect(typeOf('wren@example.org')).toBe('email');
    expect(typeOf('hxxps://booter[.]example/panel')).toBe('web-address');
    expect(typeOf('0xde0b295669a9fd93d5f28d9ec85e40f4cb697bae')).toBe('wallet');
    expect(typeOf('0123456789ABCDEF0123456789ABCDEF01234567')).toBe('pgp-key');
    for (const name of ['wren_m', 'wren.tv', 'taz#0001', 'steamcommunity.com/id/wren', '@wren'])
      expect(typeOf(name)).toBeUndefined();
  });
});
