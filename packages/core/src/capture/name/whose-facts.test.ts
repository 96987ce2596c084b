/** The person of a value, by a heading with a name, a row's role, or labels that begin alike. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';
import type { FieldPath } from '../field/field-path.js';

const factsIn = (html: string) => {
  const facts: Partial<Record<FieldPath, string[]>> = {};
  const { rows } = openDraft({
    reading: readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })),
    adapters: [],
    way: 'page',
    host: testHost(),
  });
  for (const { path, value } of rows)
    if (path !== undefined) facts[path] = [...(facts[path] ?? []), value];
  return facts;
};
const list = (facts: Readonly<Record<string, string>>) =>
  `<dl>${Object.entries(facts)
    .map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`)
    .join('')}</dl>`;
const table = (...rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((cells, nth) => `<tr>${cells.map((cell) => (nth === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`;
const OWN = { 'Date of birth': '14/03/2009', Mobile: '07700 900111' };

describe('the subject of a record whose name is in a heading', () => {
  it.each([
    ['WREN^TOBIAS^KIT', 'TOBIAS KIT WREN'],
    ['Contact log - Lucy Wren (TW 26-118)', 'Lucy Wren'],
    ['Lucy Wren: referral details', 'Lucy Wren'],
    ['ABCD for Lucy Wren', 'Lucy Wren'],
    ['Wren, Lucy', 'Lucy Wren'],
  ])('is named by %s', (heading, name) => {
    const facts = factsIn(`<h1>${heading}</h1>${list(OWN)}`);
    expect(facts['subject.name']).toEqual([name]);
  });

  it.each(['Kai Marlow - sibling', 'Sibling: Kai Marlow', 'Contact log - Cyber Choices'])(
    'is not named by %s',
    (heading) => {
      expect(factsIn(`<h1>${heading}</h1>${list(OWN)}`)['subject.name']).toBeUndefined();
    },
  );

  it('is named right over a single date of birth', () => {
    const born = list({ 'Date of birth': '14/03/2009', 'Cell number': 'C-2-014' });
    const facts = factsIn(`<h2>Lucy Wren</h2>${born}`);
    expect(facts['subject.name']).toEqual(['Lucy Wren']);
    expect(facts['subject.phones[]']).toBeUndefined();
    expect(factsIn(`<h1>Lucy Wren</h1><h2>Details</h2>${born}`)['subject.name']).toBeUndefined();
  });

  it('is named by a label of the same list over a reference', () => {
    const facts = factsIn(
      `<h2>Key details</h2><table><tr><td>Lucy Wren</td><td>CRN: X100001</td></tr><tr><td>Date of birth</td><td>14/03/2009</td></tr><tr><td>Contact number</td><td>07700 900111</td></tr></table>`,
    );
    expect(facts['subject.name']).toEqual(['Lucy Wren']);
    expect(facts['referral.otherReferences[]']).toEqual(['X100001']);
  });
});

describe('a table of people by their relationship', () => {
  it('gives names under “Who” and numbers under “Contact” to family, and those of workers to nobody', () => {
    const facts = factsIn(
      `${list({ Name: 'Tobias Wren', ...OWN })}<h2>People around the person</h2>${table(
        ['Who', 'Relationship', 'Contact'],
        ['Tessa Wren', 'Mother', '07700 900234'],
        ['Theo Wren', 'Step-father', 'not known'],
        ['Wyn Marlow', 'Council caseworker', '01632 960239'],
        ['Deb Orrin', 'Key worker at school', '01632 960240'],
      )}`,
    );
    expect(facts['relatedPersons[].name']).toEqual(['Tessa Wren', 'Theo Wren']);
    expect(facts['relatedPersons[].phones[]']).toEqual(['+447700900234']);
    expect(facts['subject.phones[]']).toEqual(['+447700900111']);
  });
});

describe('the referrer', () => {
  it('has the contact and the reference that are “theirs” below a heading', () => {
    const facts = factsIn(
      `<h2>1. Person</h2>${list({ Name: 'Tobias Wren', ...OWN })}<h2>2. Source</h2>${list({
        'Referred by': 'Insp. Halina Orrin, Testford Police',
        'Their contact': '01632 960238, h.orrin@testford.police.example',
        'Their ref': 'BK/0041/26',
      })}`,
    );
    expect(facts['referrer.phone']).toEqual(['+441632960238']);
    expect(facts['referrer.email']).toEqual(['h.orrin@testford.police.example']);
    expect(facts['referral.otherReferences[]']).toEqual(['BK/0041/26']);
  });

  it('has “your number” and “your school email” on a form that they filled in', () => {
    const facts = factsIn(
      `<h2>Pupil</h2>${list({ Name: 'Tobias Wren', ...OWN })}<h2>You</h2>${list({
        'Your name': 'Eluned Marlow',
        'Your role': 'Head of Computing',
        'Your number': '01632 960470',
        'Your school email': 'e.marlow@testford.sch.example',
      })}`,
    );
    expect(facts['referrer.phone']).toEqual(['+441632960470']);
    expect(facts['referrer.email']).toEqual(['e.marlow@testford.sch.example']);
    expect(facts['subject.emails[]']).toBeUndefined();
  });

  it('is named by the label that begins as the rest of theirs do', () => {
    const web = { 'Web Name': 'Ingrid Orrin', 'Web Email': 'i.orrin@testford.sch.example' };
    const facts = factsIn(list({ 'Contact Name': 'Tobias Wren', ...OWN, ...web }));
    expect(facts['referrer.name']).toEqual(['Ingrid Orrin']);
    expect(facts['subject.onlineIdentifiers[].asSeen']).toBeUndefined();
  });
});

it('takes two lines under “Home” for an address, and a number there for a telephone', () => {
  const at = (home: string) => factsIn(list({ Name: 'Tobias Wren', ...OWN, Home: home }));
  expect(at('7/3 Windmill Place<br>Testford')['subject.address']).toEqual([
    '7/3 Windmill Place\nTestford',
  ]);
  expect(at('01632 960111')['subject.address']).toBeUndefined();
  expect(at('Lives with 2 brothers')['subject.address']).toBeUndefined();
});

describe('a page of several people', () => {
  const form = (name: string, born: string, more: Readonly<Record<string, string>> = {}) =>
    list({ 'Child or young person’s name': name, 'Child’s date of birth': born, ...more });

  it('is the record of whom the title names, though only another has a school', () => {
    const facts = factsIn(
      `<h1>Llŷr Vael</h1>${form('Llŷr Vael', '14/03/2009')}<h2>Kai Marlow</h2>${form('Kai Marlow', '21/06/2008', { School: 'Testham High' })}`,
    );
    expect(facts['subject.name']).toEqual(['Llŷr Vael']);
    expect(facts['subject.school']).toBeUndefined();
  });

  it.each(['Khadija bin Yusuf', 'SINGH, Keziah', 'kai'])(
    'has a name under the same label each time: %s',
    (other) => {
      const lines = (name: string, born: string, phone: string) =>
        `<p>Student: ${name}</p><p>DOB: ${born}</p><p>Mobile: ${phone}</p>`;
      const facts = factsIn(
        `<h1>Taz Vael</h1>${lines('Taz Vael', '14/03/2009', '07700 900111')}${lines(other, '21/06/2008', '07700 900222')}${lines('Sam Orrin', '1/6/2007', '07700 900333')}`,
      );
      expect(facts['subject.phones[]']).toEqual(['+447700900111']);
    },
  );

  it('is not of whom a second heading names, where the first is a name itself', () => {
    const own = (given: string, last: string, born: string) =>
      list({ Forenames: given, Surname: last, 'Other names': 'Lex', 'Date of birth': born });
    const facts = factsIn(
      `<h1>Llŷr de la Vael</h1><h2>Priya Orrin</h2>${own('Priya', 'Orrin', '1/6/2007')}<h2>Llŷr de la Vael</h2>${own('Llŷr', 'de la Vael', '14/03/2009')}`,
    );
    expect(facts['subject.bornOn']).toEqual(['2009-03-14']);
  });

  it('is not of an officer whose name has a rank and a number', () => {
    const facts = factsIn(
      list({
        Forename: 'Taz',
        Surname: 'Vael',
        'Date of birth': '14/03/2009',
        Mobile: '07700 900111',
        Name: 'PC 2210 Mared Elis',
        Role: 'Schools Officer',
        Phone: '01632 960579',
      }),
    );
    expect(facts['subject.phones[]']).toEqual(['+447700900111']);
    expect(facts['subject.name']).not.toContain('PC 2210 Mared Elis');
  });

  it('takes no name for the subject from a heading over somebody after the facts', () => {
    const facts = factsIn(
      `<h1>Record 12</h1>${list(OWN)}<aside><h3>Lucy Wren</h3>${list({ Notes: 'seen' })}</aside>`,
    );
    expect(facts['subject.name']).toBeUndefined();
    expect(facts['subject.phones[]']).toEqual(['+447700900111']);
  });

  it.each(['Gwen de la Feint', 'Gwen al-Harbi'])(
    'takes the name of the subject from a heading with small words: %s',
    (name) => {
      expect(factsIn(`<h1>${name}</h1>${list(OWN)}`)['subject.name']).toEqual([name]);
    },
  );

  it.each(['Khadija bin Yusuf', 'Zayn van der Pretend', 'Ciarán al-Harbi', 'Marlow, Kai'])(
    'gives the subject no telephone below a witness called %s',
    (name) => {
      const facts = factsIn(
        list({
          Name: 'Taz Vael',
          'Date of birth': '14/03/2009',
          Witness: name,
          Phone: '07700 900222',
        }),
      );
      expect(facts['subject.phones[]']).toBeUndefined();
    },
  );
});
