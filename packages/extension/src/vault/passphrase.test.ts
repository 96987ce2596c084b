import { describe, expect, it } from 'vitest';
import { passphraseBytes, passphraseIssue } from './passphrase.js';

describe('a new passphrase', () => {
  it('may be any twelve characters that are hard to guess, without rules for digits or capitals', () => {
    for (const good of [
      'copper kettle mossy lantern',
      'tvrzkqwlbnxp',
      'ŵythnos glas tân',
      '🦊🐙🌵🎻🥁🪁🧭🧵🛶🪐🗿🎈',
    ])
      expect(passphraseIssue(good)).toBeUndefined();
  });

  it.each(['', 'short', 'elevenchars', ' '.repeat(30), '🦊🐙🌵🎻🥁🪁'])(
    'is refused when it is too short or empty: "%s"',
    (weak) => {
      expect(passphraseIssue(weak)).toMatchObject({ code: 'passphrase-weak', at: 'passphrase' });
    },
  );

  it.each([
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    'PasswordPassword',
    'password 123456',
    'Correct Horse Battery Staple',
    'cyberchoices2026!',
    '123456789012',
    'qwertyuiopasdfghjkl',
  ])('is refused when everybody uses it: "%s"', (weak) => {
    expect(passphraseIssue(weak)?.message).toContain('harder to guess');
  });

  it('is one text however the keyboard composed its letters', () => {
    expect(passphraseBytes('caf\u00e9 au lait, merci')).toEqual(
      passphraseBytes('cafe\u0301 au lait, merci'),
    );
  });
});
