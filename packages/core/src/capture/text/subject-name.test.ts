/** The person whom a sentence is about, by the words next to the name; everyone is fictional. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsInText } from './prose-fact.js';

const subjects = (text: string) =>
  factsInText(text)
    .filter(({ path }) => path === 'subject.name')
    .map(({ raw }) => raw);
const births = (text: string) =>
  factsInText(text)
    .filter(({ path }) => path === 'subject.bornOn')
    .map(({ raw, subject }) => [raw, subject]);

describe('a name in apposition', () => {
  it.each([
    [
      'I am writing about one of our Year 9 pupils, Tobias Wren, date of birth 14/03/2013.',
      'Tobias Wren',
    ],
    ['Tobias Wren (DOB 14/03/2013) is with us.', 'Tobias Wren'],
    ['We have spoken to pupil Tobias Wren in Year 9.', 'Tobias Wren'],
    ['A pupil called Tobias Wren has used a booter.', 'Tobias Wren'],
    ['A pupil in my form named Tobias Wren has used a booter.', 'Tobias Wren'],
    ['re: Tobias WREN, 14.03.2013', 'Tobias WREN'],
    ['A Year 9 pupil (Tobias Wren) admitted it.', 'Tobias Wren'],
    ['A pupil at Moorfield School, Tobias Wren, got past the filter.', 'Tobias Wren'],
    ['Tobias Wren, aged 13, told us.', 'Tobias Wren'],
    ['Tobias Wren (he/him), Year 9, told us.', 'Tobias Wren'],
    ['We asked Tobias Wren (9B) about it.', 'Tobias Wren'],
    ['Tobias Wren is 13 years old.', 'Tobias Wren'],
    ['Tobias Wren, a Year 9 pupil, told us.', 'Tobias Wren'],
    ['Student Tobias Wren Y9 DOB 14/03/2013', 'Tobias Wren'],
    ['TOBIAS WREN, DOB 14/03/2013, IS A PUPIL HERE.', 'TOBIAS WREN'],
    ['OUR PUPIL TOBIAS WREN HAS USED A BOOTER.', 'TOBIAS WREN'],
    ['We wish to refer WREN, Tobias (DOB 14/03/2013).', 'WREN, Tobias'],
    ['Tobias Wren’s date of birth is 14/03/2013.', 'Tobias Wren'],
    ['I would like to talk about a young person, Tobias Wren. He’s in Year 10.', 'Tobias Wren'],
    ['My daughter has been hacking. Her name is Lucy Wren and she is 14.', 'Lucy Wren'],
    ['My son Tobias Wren spends his nights on it.', 'Tobias Wren'],
    ['Her son, Ahmad bin Khalid al-Sayed, is 13 years old.', 'Ahmad bin Khalid al-Sayed'],
    ['The student is Omar al-Farouq (DOB 02/02/2012).', 'Omar al-Farouq'],
    ['We have a concern about Lleucu ferch Owain, a Year 10 pupil.', 'Lleucu ferch Owain'],
    ['Our learner Siân ap Rhys-Morgan, aged 15, told us.', 'Siân ap Rhys-Morgan'],
    ['A student named Nguyễn Văn An (DOB 02/02/2012) did it.', 'Nguyễn Văn An'],
    ['Our pupil Seán Ó Briain, his mother Tessa Vael and his tutor came.', 'Seán Ó Briain'],
    ['Dev Wren (DOB 03/03/1980), father of Tobias Wren (Year 9), rang.', 'Tobias Wren'],
    ['Our student Finn O’Connell-Vael, aged 14, told us.', 'Finn O’Connell-Vael'],
    ['Advice regarding Anaïs van der Vael-Okafor, in Year 8, please.', 'Anaïs van der Vael-Okafor'],
    ['I spoke to Mrs Tessa Wren, the mother of Tobias Wren (Year 9).', 'Tobias Wren'],
  ])('%s', (text, name) => {
    expect(subjects(text)).toEqual([name]);
  });

  it('is read in letters with separate accents, as some systems paste them', () => {
    const [name = ''] = subjects('Our pupil Siân Lefèvre, aged 15, told us.'.normalize('NFD'));
    expect(name.normalize('NFC')).toBe('Siân Lefèvre');
  });
});

describe('somebody around the subject', () => {
  it.each([
    ['a mother', 'His mother, Tessa Wren, was born on 03/03/1980.'],
    ['a father with an age', 'His dad, Dev Wren (41), knows.'],
    ['a tutor and a head', 'His form tutor, Mr Dev Vael, told the head, Ann Marlow.'],
    ['a teacher who is called something', 'A teacher called Dev Vael found it.'],
    ['a member of staff by a role after the name', 'Our pupil told Dev Vael, the network manager.'],
    ['an officer', 'I am writing about DC Ann Vale, who came to our school.'],
    ['the writer', 'My name is Priya Shah and I am the DSL at Moorfield School.'],
    ['a mother by name', 'Our pupil has a mother. Her name is Tessa Wren.'],
    ['a victim', 'The victim, Mia Reed, DOB 02/02/2012, is upset.'],
    ['a victim in brackets', 'The account of Mia Reed (victim) was used.'],
    ['another pupil', 'He hacked the account of another pupil, Mia Reed (Year 9).'],
    ['a pupil who complains', 'A pupil called Mia Reed complained that her account was taken.'],
    ['a pupil whose account it was', 'A Year 9 student, Mia Reed, had her account hacked.'],
    ['the holder of an account', 'A pupil used Mia Reed’s password.'],
    ['a classmate', 'He showed it to a classmate, Kit Marlow (Year 9).'],
    ['a lead of a year', 'Please ask Priya Shah (Year 9 pastoral lead) about it.'],
    ['a lead by a word for pupils', 'Dev Vael is our student support lead.'],
    ['somebody with a time', 'Please ring Dev Vael 10am or later.'],
    ['somebody with an address', 'Dev Vael, 14, Fen Row, Northmoor.'],
    ['a company', 'It was sold by a company called Bright Spark.'],
    ['a school', 'She is a pupil at Moorfield School.'],
  ])('is never the subject: %s', (_, text) => {
    expect(subjects(text)).toEqual([]);
    expect(births(text)).toEqual([]);
  });

  it.each([
    ['His mother’s mobile is 07700 900111.'],
    ['His mother is Tessa Wren and her number is 07700 900111.'],
    ['Our pupil Tobias Wren lives here. His father lives at 4 Fen Row, Northmoor, ZZ99 3VZ.'],
  ])('keeps what is theirs: %s', (text) => {
    const own = factsInText(text).filter(({ path }) => /phones|address/.test(path ?? ''));
    expect(own.filter(({ path }) => path?.startsWith('subject.'))).toEqual([]);
  });
});

describe('a letter about a subject and others', () => {
  const OWN = [
    'Our pupil Tobias Wren (DOB 14/03/2013) told us.',
    'Tobias lives at 4 Fen Row, Northmoor, ZZ99 3VZ.',
    'His mobile is 07700 900222.',
    'He is “tobz_9” on Discord.',
    'He attends Moorfield School.',
  ];
  const OTHERS = [
    'His mother is Tessa Vael, born 03/03/1980. Her mobile is 07700 900111.',
    'Mrs Vael, his mother, rang. Her email is tessa@example.org.',
    'His father’s mobile is 07700 900112.',
    'His father lives at 9 Sample Row, Testford, ZZ99 1WF.',
    'The victim, Mia Reed (DOB 02/02/2012), is known as “mia_r” on Discord.',
    'A pupil called Ann Marlow complained that her account was taken.',
    'His head of year, Mr Dev Okafor, is on 01632 960124.',
    'Priya Shah, our network manager, wrote to d.okafor@example.org.',
    'It happened on 20/11/2026.',
    'He used the account of another student, Finn Quill (Year 9).',
  ];

  it('gives the subject nothing of anybody else, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...OWN, ...OTHERS]), (sentences) => {
        const own = factsInText(sentences.join(' ')).filter(({ path }) =>
          path?.startsWith('subject.'),
        );
        for (const { raw } of own)
          expect(
            OWN.some((each) => each.includes(raw)),
            raw,
          ).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('several subjects', () => {
  it.each([
    'Tobias Wren (DOB 14/03/2013) and Kit Marlow (DOB 02/02/2012)',
    'two pupils: Tobias Wren, born 14/03/2013, and Kit Marlow, born 02/02/2012.',
    'Tobias Wren is in Year 9. He was born on 14/03/2013. Kit Marlow is in Year 10. He was born on 02/02/2012.',
    'I am referring Tobias Wren, 14/03/2013, and Kit Marlow, 02/02/2012.',
    'Our pupils Tobias Wren and Kit Marlow did it. Tobias was born on 14/03/2013. Kit’s date of birth is 02/02/2012.',
  ])('keep each their own date: %s', (text) => {
    expect(births(text)).toEqual([
      ['14/03/2013', 'Tobias Wren'],
      ['02/02/2012', 'Kit Marlow'],
    ]);
  });

  const NAMES = ['Tobias Wren', 'Kit Marlow', 'Lleucu ferch Owain', 'Omar al-Farouq'] as const;
  const ways = fc.constantFrom(
    (name: string, born: string) => `Our pupil ${name} (DOB ${born}) did it.`,
    (name: string, born: string) => `A student called ${name}, born ${born}, knew of it.`,
    (name: string, born: string) => `${name}, date of birth ${born}, is in Year 9.`,
    (name: string, born: string) => `${name} is a pupil here. Their date of birth is ${born}.`,
  );

  it('keep each their own date, in any order and in any of these words', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...NAMES], { minLength: 2 }),
        fc.infiniteStream(ways),
        (names, said) => {
          const people = names.map((name, nth) => [name, `0${nth + 1}/03/2013`] as const);
          const text = people.map(([name, born]) => said.next().value(name, born)).join(' ');
          expect(births(text)).toEqual(people.map(([name, born]) => [born, name]));
          expect(new Set(subjects(text))).toEqual(new Set(names));
        },
      ),
    );
  });
});

describe('the way a text is set', () => {
  const TOLD =
    'I am writing about one of our Year 9 pupils, Tobias Wren, date of birth 14 March 2013, who lives at 4 Fen Row, Northmoor, ZZ99 3VZ.';
  const said = (text: string) =>
    factsInText(text).map(({ path, raw }) => [path, raw.replace(/[\s>]+/g, ' ')]);

  it('changes nothing: broken lines, wide spaces and marks of quotation', () => {
    const gap = fc.constantFrom(' ', '  ', '\u00a0', '\t', ' \u00a0 ');
    fc.assert(
      fc.property(
        fc.infiniteStream(gap),
        fc.integer({ min: 46, max: 90 }),
        fc.constantFrom('', '> ', '>> ', '> > '),
        fc.constantFrom('\n', '\r\n'),
        (gaps, width, mark, end) => {
          const lines: string[] = [];
          for (const word of TOLD.split(' ')) {
            const last = lines.at(-1);
            // A mail program breaks a line where the next word would be past its width.
            if (last === undefined || last.length >= width) lines.push(word);
            else lines[lines.length - 1] = `${last}${gaps.next().value}${word}`;
          }
          expect(said(lines.map((line) => mark + line).join(end))).toEqual(said(TOLD));
        },
      ),
    );
  });
});
