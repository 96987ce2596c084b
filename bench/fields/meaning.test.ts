import { describe, expect, it } from 'vitest';
import { foldedLabel, keyOf, MEANINGS, meansSame } from './meaning.ts';

const ALIKE = {
  text: [
    ['Lex', ' lex\u00a0'],
    ['St Mark’s', "St Mark's"],
  ],
  name: [
    ['DC 0912 Piers Amory', 'Piers Amory'],
    ['DREAMLEY, Blake Ashton', 'Blake Ashton Dreamley'],
    ['Tobias Q. Imaginary', 'Tobias Q Imaginary'],
  ],
  date: [
    ['3 April 2009', '2009-04-03'],
    ['03/04/2009', '2009-04-03'],
    ['30.08.2010', '2010-08-30'],
    ['4-Jul-2008', '2008-07-04'],
    ['Monday 1st March 2010', '2010-03-01'],
    ['August 21, 2011', '2011-08-21'],
  ],
  phone: [
    ['07700 900 377', '+447700900377'],
    ['+44 (0)7700 900377', '07700900377'],
  ],
  email: [['A.B@mail.example', 'a.b@mail.example']],
  code: [['ZZ6 3HD', 'zz63hd']],
  address: [['6 Storybook Close\nTale End\nZZ6 3HD', '6 Storybook Close, Tale End']],
  handle: [
    ['Discord: tobes_x64', 'tobes_x64'],
    ['averyvoid (GitLab)', '@averyvoid'],
    ['https://t.example/averyvoid', 'averyvoid'],
  ],
  law: [
    ['Sections 1 and 3A Computer Misuse Act 1990', 'CMA 1990 ss 3A, 1'],
    ['CMA 1990 s.3ZA', 'section 3ZA of the Computer Misuse Act 1990'],
  ],
  prose: [['He ran it from home.\nTwice.', 'He ran it from home. Twice.']],
} as const;

const APART = {
  text: ['Lex', 'Alex'],
  name: ['Gwen Invented', 'Harper Invented'],
  date: ['03/04/2009', '2009-03-04'],
  phone: ['07700 900377', '07700 900378'],
  email: ['a@mail.example', 'b@mail.example'],
  code: ['ZZ6 3HD', 'ZZ6 3HB'],
  address: ['6 Storybook Close', '7 Storybook Close'],
  handle: ['harpz_dev', 'harpz-dev'],
  law: ['CMA 1990 s3', 'CMA 1990 s3A'],
  prose: ['He ran it from home, twice, and said so.', 'He ran it from home.'],
} as const;

describe('what means the same', () => {
  it.each(MEANINGS)('is seen through the ways in which a %s is written', (meaning) => {
    for (const [one, other] of ALIKE[meaning]) {
      expect([one, meansSame(meaning, one, other)]).toEqual([one, true]);
      expect([other, meansSame(meaning, other, one)]).toEqual([other, true]);
    }
  });

  it.each(MEANINGS)('is not found between two that differ, for a %s', (meaning) => {
    const [one, other] = APART[meaning];
    expect(meansSame(meaning, one, other)).toBe(false);
    expect(meansSame(meaning, one, one)).toBe(true);
  });

  it('takes a key for its own key, so that comparing twice changes nothing', () => {
    for (const meaning of MEANINGS) {
      if (meaning === 'prose') continue;
      for (const text of ALIKE[meaning].flat()) {
        const key = keyOf(meaning, text);
        expect([meaning, keyOf(meaning, key)]).toEqual([meaning, key]);
      }
    }
  });

  it('does not take a page of prose for the one sentence that it holds', () => {
    const sentence = 'She was open about it when asked.';
    expect(meansSame('prose', sentence, `${sentence} ${'And so on and on. '.repeat(4)}`)).toBe(
      false,
    );
  });

  it('leaves what stands around a label out of it', () => {
    expect(foldedLabel('* Name:')).toBe(foldedLabel('name'));
    expect(foldedLabel('Tel (home)')).toBe(foldedLabel('tel (HOME):'));
  });
});
