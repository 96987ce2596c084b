import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.js';
import { isDay, soughtDays } from './sought-day.js';
import { soundOf } from './sound.js';
import { markForms, marksOfLine, marksOfProse, wordsIn, writtenWords } from './words.js';

describe('the words of a text', () => {
  it('are compared without capitals, accents, apostrophes and marks that nobody sees', () => {
    expect(wordsIn('Zoë O’Shea-Brandt, 14!')).toEqual(['zoe', 'oshea', 'brandt', '14']);
    expect(wordsIn('Олександр عُمَر')).toEqual(['олександр', 'عمر']);
  });

  it('have forty letters at most', () => {
    expect(wordsIn('a'.repeat(10_000))).toEqual(['a'.repeat(40)]);
  });

  it('have their places in the text as written', () => {
    const text = '“Zoë\u200b O’Shea”';
    expect(writtenWords(text).map(({ word, from, to }) => [word, text.slice(from, to)])).toEqual([
      ['zoe', 'Zoë\u200b'],
      ['oshea', 'O’Shea'],
    ]);
  });
});

describe('a mark', () => {
  it('is a line as a whole, and a telephone number as it is dialled here', () => {
    expect(marksOfLine('CC/2026/101')).toEqual(['cc2026101']);
    expect(marksOfLine('+44 7700 900101')).toEqual(['447700900101', '07700900101']);
  });

  it('is in running text whatever is shaped like a number, a handle or an address', () => {
    const text =
      'He rang from 07700 900 101, is well-known as zeph_99, and wrote to me@example.org.';
    const marks = ['07700', '900', '101', 'zeph99', 'meexampleorg', '07700900101'];
    expect(marksOfProse(text)).toEqual(marks);
  });

  it.each(['+447700900101', '00447700900101', '447700900101', '4407700900101', '07700900101'])(
    'is meant by %s',
    (typed) => expect(markForms(typed.replace(/\D/g, ''))).toContain('07700900101'),
  );
});

describe('a day that is looked for', () => {
  it.each([
    ['14 3 2010'],
    ['14 03 10'],
    ['2010 03 14'],
    ['14 march 2010'],
    ['march 14 2010'],
    ['14th mar 2010'],
    ['14032010'],
    ['2010'],
    ['march 2010'],
    ['3 2010'],
    ['14 march'],
    ['march 14'],
  ])('may be written as %s', (typed) => {
    const days = soughtDays(typed.split(' '));
    expect(days.some((day) => isDay(day, '2010-03-14'))).toBe(true);
    expect(days.some((day) => isDay(day, '2011-04-15'))).toBe(false);
  });

  it.each(['99 99 2010', '0 3 2010', 'may', '14', 'tamsin 2010', '3000'])('is not %s', (typed) => {
    expect(soughtDays(typed.split(' '))).toEqual([]);
  });
});

it.each([
  ['kayleigh', 'kaylee'],
  ['shaun', 'sean'],
  ['catherine', 'kathryn'],
  ['stephen', 'steven'],
  ['phillip', 'filip'],
])('hears %s and %s alike', (one, other) => expect(soundOf(one)).toBe(soundOf(other)));

describe('an excerpt', () => {
  const long = `${'word '.repeat(100)}the bees ${'word '.repeat(100)}`;

  it('is the whole of a short text, on one line', () => {
    expect(excerptOf('7 Sample Row\n  Testford', 'testford')).toBe('7 Sample Row Testford');
  });

  it('is cut at words around what was found', () => {
    expect(excerptOf(long, 'bees')).toMatch(/^…word( word)+ the bees( word)+…$/);
    expect(excerptOf(`${long} Ring 07700 900 101 now. ${long}`, '900101')).toContain(
      '07700 900 101',
    );
  });

  it('splits no character of a text without spaces', () => {
    const text = `x${'😀'.repeat(300)}`;
    expect(excerptOf(text)).toMatch(/^x(😀)+…$/u);
  });
});
