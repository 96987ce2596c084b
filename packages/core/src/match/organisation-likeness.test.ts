import { expect, it } from 'vitest';
import { buildOrganisation } from '../testing/fiction/builder.js';
import { organisationLikeness } from './organisation-likeness.js';

const held = (over: Parameters<typeof buildOrganisation>[0]) => {
  const value = buildOrganisation({ town: undefined, identifiers: [], emailDomains: [], ...over });
  return { id: value.id, value };
};

it.each([
  [
    'the same words, however abbreviated',
    { name: 'St Testwin’s School' },
    { words: 'SAINT TESTWINS SCH' },
    ['same-words'],
  ],
  [
    'an earlier name',
    { name: 'Upper', earlierNames: [{ name: 'Testford Academy', until: '2026-01-01' }] },
    { words: 'testford acad.' },
    ['earlier-name'],
  ],
  [
    'part of the name',
    { name: 'Testwin Church of England Primary School' },
    { words: 'Testwin Primary' },
    ['like-words'],
  ],
  ['one wrong letter', { name: 'Testwin School' }, { words: 'Testwyn School' }, ['like-words']],
  [
    'its email domain and a part of that',
    { name: 'Upper', emailDomains: ['testford.example'] },
    { words: 'the school', emails: ['a.b@staff.testford.example'] },
    ['same-email-domain'],
  ],
  [
    'its number in the words',
    { name: 'Upper', identifiers: [{ scheme: 'urn', value: '999001' }] },
    { words: 'School 999001' },
    ['same-identifier'],
  ],
  [
    'its town beside the name',
    { name: 'Testwin School', town: 'Reading' },
    { words: 'Testwin School', near: ['1 High Street\nReading'] },
    ['same-words', 'same-town'],
  ],
] as const)('finds %s', (_, own, sought, reasons) => {
  expect(organisationLikeness([held(own as never)])(sought)).toMatchObject([{ reasons }]);
});

it.each([
  ['a town alone', { name: 'Testwin School', town: 'Reading' }, { words: 'Reading' }],
  ['words that many have', { name: 'Testwin High School' }, { words: 'High School' }],
  ['another name', { name: 'Testwin School' }, { words: 'Testford School' }],
  ['no words at all', { name: '…' }, { words: '…' }],
  ['a general word of a club', { name: 'Testwin Youth Club' }, { words: 'Youth Club' }],
  ['another saint', { name: 'St Mary’s School' }, { words: 'St Mark’s School' }],
  [
    'a public email domain, whoever has it',
    { name: 'Testwin', emailDomains: ['gmail.com'] },
    { words: 'x', emails: ['a@gmail.com'] },
  ],
  [
    'a domain that many bodies share',
    { name: 'Testwin', emailDomains: ['nhs.net', 'gov.uk'] },
    { words: 'x', emails: ['a@nhs.net', 'a@testford.gov.uk'] },
  ],
  [
    'a public email domain that nobody has',
    { name: 'Testwin' },
    { words: 'x', emails: ['a@gmail.com'] },
  ],
])('finds nothing by %s', (_, own, sought) => {
  expect(organisationLikeness([held(own)])(sought)).toEqual([]);
});

it('offers both of two with one name, the one in the town first', () => {
  const [slough, reading] = ['Slough', 'Reading'].map((town) =>
    held({ name: 'St Testwin’s', town }),
  );
  const found = organisationLikeness([slough, reading].flatMap((each) => each ?? []))({
    words: 'St Testwin’s, Reading',
    near: [],
  });
  expect(found.map(({ organisation }) => organisation.id)).toEqual([reading?.id, slough?.id]);
});
