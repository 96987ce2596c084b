import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lookAlikeLetters } from './look-alike.js';

const lettersIn = (text: string) => lookAlikeLetters(text).map(({ letter }) => letter);

it.each([
  ['А Cyrillic letter at the start', 'Аlice', ['А']],
  ['a Greek one in the middle', 'Mοrgan', ['ο']],
  ['a word of twins alone', 'Сара Smith', ['С', 'а', 'р']],
  ['a word that passes for ours', 'ѕсоре', ['ѕ', 'с', 'о', 'р', 'е']],
  ['full-width letters', 'Ａlice', ['Ａ']],
] as const)('says %s', (_, text, letters) => {
  expect(lettersIn(text)).toEqual(letters);
});

it.each([
  'Zoë Ó Súilleabháin-Łukasz',
  '李小龍',
  'محمد',
  'Иван Петров',
  'Γιάννης',
  'DC 4417',
  'e\u0301',
])('says nothing of a name in a script of its own: %s', (name) => {
  expect(lookAlikeLetters(name)).toEqual([]);
});

it('says each letter that took the place of one of ours, wherever it stands', () => {
  const twins = { a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у' } as const;
  const letter = fc.constantFrom(...(Object.keys(twins) as (keyof typeof twins)[]));
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{1,8}$/),
      letter,
      fc.stringMatching(/^[a-z]{0,8}$/),
      (before, replaced, after) => {
        const text = `${before}${twins[replaced]}${after}`;
        expect(lettersIn(text)).toEqual([twins[replaced]]);
        expect(lettersIn(`${before}${replaced}${after}`)).toEqual([]);
      },
    ),
  );
});
