import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyWords } from '../../locales/en/keys.js';
import { areUsable, FUNCTION_KEYS, type OwnKeys, WHILE_TYPING } from './chord-keys.js';
import { COMMANDS, isChangeable, keyTyped, mayMeet, placeOf, refusalOf } from './key-change.js';
import { type CommandId, KEY_TABLE, keyOf } from './key-table.js';

/** Every pair of commands that one key press could mean at once. */
function clashes(own: OwnKeys): readonly string[] {
  return COMMANDS.flatMap((one, at) =>
    COMMANDS.slice(at + 1).flatMap((other) => {
      const [a, b] = [keyOf(one, own), keyOf(other, own)];
      const isAlike = a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
      return isAlike && mayMeet(placeOf(one), placeOf(other)) ? [`${one} and ${other}: ${a}`] : [];
    }),
  );
}

describe('the table of keys', () => {
  it('has words for each place and each command', () => {
    const words = Object.keys(keyWords);
    for (const command of COMMANDS) expect(words).toContain(`keys.${command}`);
    for (const place of Object.keys(KEY_TABLE)) expect(words).toContain(`keys.at.${place}`);
  });

  it('has no command twice', () => {
    expect(new Set(COMMANDS).size).toBe(COMMANDS.length);
  });

  it('means one thing by a key on one screen', () => {
    expect(clashes({})).toEqual([]);
  });

  it('has a letter for nothing that acts while something is typed', () => {
    for (const command of WHILE_TYPING)
      expect(keyOf(command as CommandId, {})).toMatch(/^(F\d|Ctrl\+)/);
  });
});

describe('a key that is chosen', () => {
  it.each([
    ['n', 'n'],
    [' N ', 'n'],
    ['G  X', 'g x'],
    ['f4', 'F4'],
    ['shift t', 'Shift+T'],
    ['Shift+t', 'Shift+T'],
    ['#', '#'],
  ])('may be typed as “%s”', (typed, key) => {
    expect(keyTyped(typed)).toBe(key);
    expect(refusalOf('take', 'z', {})).toBeUndefined();
  });

  it.each([
    ['', 'unread'],
    ['abc', 'unread'],
    ['g t s', 'unread'],
    ['7', 'digit'],
    ['Ctrl+W', 'reserved'],
    ['Alt F', 'reserved'],
    ['tab', 'reserved'],
    ['Enter', 'reserved'],
    ['F5', 'reserved'],
    ['F12', 'reserved'],
    ['arrow down', 'reserved'],
    ['g', 'begins'],
    ['c', undefined],
    ['j', 'taken'],
    ['/', 'taken'],
    ['j t', 'begins'],
    ['F9', 'taken'],
    ['F4', undefined],
    ['z', undefined],
  ])('“%s” for the review is refused as %s', (typed, why) => {
    // Its own letter is not a clash with itself.
    expect(refusalOf('correct', keyTyped(typed), {})?.why).toBe(why);
  });

  it.each(['x', 'g x', '!', 'Shift+T'])('“%s” is never one that would be typed', (key) => {
    for (const command of WHILE_TYPING)
      expect(refusalOf(command as CommandId, key, {})?.why).toBe('types');
  });

  it('may mean something else on a screen where the other does not act', () => {
    expect(refusalOf('mask', 'n', {})).toBeUndefined();
    expect(refusalOf('mask', 'w', {})).toMatchObject({ why: 'taken', by: 'why' });
  });

  const typed = fc.oneof(
    fc.constantFrom(...FUNCTION_KEYS, 'Ctrl+W', 'tab', 'g', 'g t', 'Shift+T', '/', '?', '', '5'),
    fc.stringMatching(/^[a-z]$/),
    fc.stringMatching(/^[a-z] [a-z]$/),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const changes = fc.array(
    fc.tuple(fc.constantFrom(...COMMANDS.filter(isChangeable)), typed.map(keyTyped)),
    { maxLength: 40 },
  );

  it('never makes two meanings of one key, however many are changed', () => {
    fc.assert(
      fc.property(changes, (all) => {
        let own: OwnKeys = {};
        for (const [command, key] of all)
          if (!refusalOf(command, key, own)) own = { ...own, [command]: key };
        expect(clashes(own)).toEqual([]);
        expect(areUsable(own)).toBe(true);
      }),
    );
  });
});
