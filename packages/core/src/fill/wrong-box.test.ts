import { describe, expect, test } from 'vitest';
import type { Adapter } from '../capture/adapter/adapter.js';
import type { FillKind } from '../capture/field/fill-path.js';
import { gatherCodeLists } from '../codes/index.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import {
  buildIntervention,
  buildReferral,
  buildRelatedPerson,
  buildSubject,
} from '../testing/fiction/builder.js';
import { UNCONDITIONED } from '../testing/unconditioned.js';
import { type FillRecords, fillValues } from './fill-value.js';
import { nameForm } from './name-form.js';
import { planFill } from './plan-fill.js';

const LISTS = gatherCodeLists();
const subject = buildSubject({
  name: 'Tamsin Vael',
  bornOn: '2010-03-04',
  phones: ['07700 900417', '01632 960118'],
  emails: ['tamsin@example.org'],
});
const subjectId = subject.id;
const RECORDS: FillRecords = {
  subject,
  referral: buildReferral({ subjectId, reference: 'NM/26/104', receivedOn: '2026-11-02' }),
  intervention: buildIntervention({ subjectId, heldOn: '2026-11-05', minutes: 45, place: 'Home' }),
};
const MIA = buildRelatedPerson({ subjectId, name: 'Mia Vael', phones: [] });
const DAN = buildRelatedPerson({ subjectId, name: 'Dan Vael', phones: ['07700 900888'] });

/** Text that would be in each box, by its id, with the officer's starting choice. */
function typed(html: string, kind: FillKind = 'referral', more: Partial<FillRecords> = {}) {
  const page = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
  const form = nameForm(page, readPage(page), { kind });
  const { rows } = planFill(
    form,
    fillValues(kind, { ...RECORDS, ...more }, LISTS, UNCONDITIONED),
    [],
    [],
    true,
  );
  return rows.flatMap(({ steps, text, start }) =>
    steps.length === 0 ? [] : [`${start} ${text} in ${steps[0]?.target.selector}`],
  );
}

const box = (id: string, label: string, rest = '') =>
  `<p><label for="${id}">${label}</label><input id="${id}" ${rest}></p>`;
const PERSON =
  box('name', 'Name') +
  box('born', 'Date of birth', 'placeholder="DD/MM/YYYY"') +
  box('mail', 'Email');

describe('nothing of the subject is typed', () => {
  test.each([
    ['a search region', `<div role="search">${PERSON}</div>`],
    ['a form that searches', `<form action="/nominals/search" method="get">${PERSON}</form>`],
    ['a form whose button finds', `<form>${PERSON}<button>Find</button></form>`],
    ['a form that subscribes', `<form>${PERSON}<button>Subscribe</button></form>`],
    ['a login', `<form>${PERSON}<input type="password"><button>Go on</button></form>`],
    ...['Search nominals', 'Filter results', 'Sign in', 'Contact us', 'Declaration'].map(
      (title) => [`what stands under ${title}`, `<h2>${title}</h2>${PERSON}`],
    ),
    ...['Add associate', 'Author', 'New user account', 'Solicitor', 'Co-offender'].map((title) => [
      `what stands under ${title}`,
      `<h2>${title}</h2>${PERSON}`,
    ]),
  ])('into %s', (_, html = '') => {
    expect(typed(html)).toEqual([]);
  });

  test.each([
    ['signs up', 9, 0],
    ['keeps a person, a password among many boxes', 12, 3],
  ])('into a form that %s only where it asks for far more than a login', (_, others, count) => {
    const more = Array.from({ length: others - 3 }, (__, at) => box(`b${at}`, `Attribute ${at}`));
    const html = `<form method="post">${PERSON}${more.join('')}<input type="password"><button>Create</button></form>`;
    expect(typed(html)).toHaveLength(count);
  });

  test.each(['Send a copy to (email)', 'Notify (email)', 'Recipient email', 'Search email'])(
    'into a box that writes to somebody or looks for them: %s',
    (label) => {
      expect(typed(box('a', label))).toEqual([]);
    },
  );

  const lives = {
    subject: {
      ...subject,
      addresses: [{ lines: '1 Bogus Road', postcode: 'ZZ99 3VZ', notedOn: '2026-11-02' as const }],
    },
  } as Partial<FillRecords>;
  test.each([
    box('a', 'Postcode of offence'),
    box('a', 'Address of incident'),
    `<h2>Subject</h2>${box('n', 'Number')}<h2>Incident location</h2>${box('a', 'Postcode')}`,
    `<h2>Subject</h2>${box('n', 'Number')}<h2>Venue of the visit</h2>${box('a', 'Address')}`,
  ])('of where they live into where something happened: %s', (html) => {
    expect(typed(html, 'referral', lives)).toEqual([]);
  });

  test('but of where they live into their own address', () => {
    expect(typed(box('a', 'Postcode'), 'referral', lives)).toEqual(['type ZZ99 3VZ in #a']);
  });

  test.each(['Rhiant', 'Form tutor', 'Emergency contacts', 'Cyfreithiwr'])(
    'under a heading of somebody else: %s',
    (title) => {
      expect(typed(`<h2>Subject</h2>${box('n', 'Number')}<h2>${title}</h2>${PERSON}`)).toEqual([]);
    },
  );

  test('but a form that finds an address and saves is a form', () => {
    const html = `<form method="post">${PERSON}<button>Find address</button><button>Save</button></form>`;
    expect(typed(html)).toHaveLength(3);
  });
});

describe('whose box it is', () => {
  test('two forms that ask for a telephone each do not share the telephones out', () => {
    const html = `<h2>Record 1</h2>${box('a', 'Telephone')}<h2>Record 2</h2>${box('b', 'Telephone')}`;
    expect(typed(html)).toEqual([]);
    expect(typed(`${box('c', 'Telephone')}${html}`)).toEqual([]);
  });

  test('a telephone goes to its own person, where the one before has none', () => {
    const parent = (at: number) =>
      `<h2>Parent ${at}</h2>${box(`n${at}`, 'Name')}${box(`t${at}`, 'Telephone')}`;
    expect(typed(parent(1) + parent(2), 'referral', { relatedPersons: [MIA, DAN] })).toEqual([
      'leave Mia Vael in #n1',
      'leave Dan Vael in #n2',
      'leave 07700 900888 in #t2',
    ]);
    expect(typed(parent(1), 'referral', { relatedPersons: [MIA, DAN] })).toEqual([
      'leave Mia Vael in #n1',
    ]);
  });

  test('boxes without headings come as often for each person, or are left', () => {
    const name = (at: number) => box(`n${at}`, `Parent name`);
    const tel = (at: number) => box(`t${at}`, `Parent telephone`);
    const people = { relatedPersons: [MIA, DAN] };
    expect(typed(name(1) + tel(1) + name(2) + tel(2), 'referral', people)).toContain(
      'leave 07700 900888 in #t2',
    );
    const three = name(1) + tel(1) + tel(3) + name(2) + tel(2);
    expect(typed(three, 'referral', people).filter((each) => each.includes('077'))).toEqual([]);
  });

  test('a box for a number is given no name', () => {
    const html = box('a', 'Emergency contact number');
    expect(typed(html, 'referral', { relatedPersons: [MIA] })).toEqual([]);
  });

  test('an adapter that names two boxes has named none', () => {
    const adapter: Adapter = {
      id: 'rms/contact',
      title: 'Records',
      version: '1.0.0',
      owner: 'Northmoor',
      engine: '>=0.0',
      match: { hosts: ['rms.example.org'], anchors: [{ heading: 'Log' }] },
      screens: [{ fields: {} }],
      fill: [{ of: 'intervention', fields: { 'intervention.place': [{ label: 'Where' }] } }],
      fixtures: [],
    };
    const html = `<h1>Log</h1>${box('a', 'Where')}${box('b', 'Where')}`;
    const page = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
    const form = nameForm(page, readPage(page), { kind: 'intervention', adapters: [adapter] });
    const { rows } = planFill(
      form,
      fillValues('intervention', RECORDS, LISTS, UNCONDITIONED),
      [],
      [],
      true,
    );
    expect(rows.find(({ id }) => id === 'intervention.place')?.why?.code).toBe('boxes-several');
  });
});

describe('what a box counts in', () => {
  test.each([
    box('a', 'Duration', 'placeholder="Hours"'),
    box('a', 'Duration', 'placeholder="HH:MM"'),
    '<label for="a">Duration</label><input id="a" type="number" step="0.25"><span>hours</span>',
    box('a', 'Contact time'),
  ])('minutes are not typed into %s', (html) => {
    expect(typed(html, 'intervention').filter((each) => each.includes('45'))).toEqual([]);
  });

  test.each([
    box('a', 'Duration'),
    box('a', 'Duration (mins)'),
    '<label for="a">Duration</label><input id="a"><span>minutes</span>',
  ])('but into %s', (html) => {
    expect(typed(html, 'intervention')).toEqual(['type 45 in #a']);
  });

  test.each(['email', 'tel', 'url'])('a name is not typed into a box of the type %s', (type) => {
    expect(typed(box('a', 'Name', `type="${type}"`))).toEqual([]);
  });

  test('a year takes two figures where its box takes no more', () => {
    const html = `<fieldset><legend>Date of contact</legend>${box('m', 'Month')}${box('d', 'Day')}${box('y', 'Year', 'maxlength="2"')}</fieldset>`;
    expect(typed(html, 'intervention')).toEqual(['type 11 5 26 in #m']);
  });

  test.each([
    [box('z', 'Made', 'value="11/25/2026" readonly') + box('a', 'Date of contact')],
    [
      box('z', 'Made', 'value="11/25/2026"') +
        box('y', 'Seen', 'value="10/05/2026"') +
        box('a', 'Date of contact'),
    ],
    [box('a', 'Date of contact', 'placeholder="e.g. 12/31/2026"')],
    [box('a', 'Date of contact', 'placeholder="month/day/year"')],
    [box('a', 'Date of contact', 'placeholder="MM/DD/YYYY"')],
  ])('the month comes first in %s', (html) => {
    expect(typed(html, 'intervention')).toEqual(['type 11/05/2026 in #a']);
  });
});
