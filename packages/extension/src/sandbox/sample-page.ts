/**
 * A record page in the shapes of record systems, written as the reader of live pages writes it: otherwise code compiled
 * for other objects, or code without every branch, would be thrown away at the officer's first page. The people in it
 * do not exist.
 */
import { SNAPSHOT_VERSION } from '@cyber-prevent/core/page';

type Properties = Readonly<Record<string, string | number | readonly string[]>>;
type Box = readonly [x: number, y: number, width: number, height: number];
type Live =
  | 0
  | Box
  | { readonly hidden: true }
  | {
      readonly box: Box;
      readonly value?: string;
      readonly checked?: boolean;
      readonly withheld?: true;
    };
/** See the core's `compact-tree`. */
type Element = readonly [tag: string, properties: Properties | 0, live: Live, ...Node[]];
type Node = Element | string;

/** @returns the JSON of a `PageSnapshot` of some 400 nodes for each round */
export function samplePage(rounds = 1): string {
  const sections = Array.from({ length: rounds }, (_, round) => [
    section(round === 0 ? 'Subject' : `Linked person ${round}`, layoutTable(round)),
    section('Referral', definitions(round)),
    section('Referring officer', summaryList(round)),
    section('Online accounts', form(round)),
    section('Health and birth', choices(round)),
    section('Contact log', contacts(round)),
    section('Address history', history(round)),
    section('Narrative', ...prose(round)),
    aside(round),
  ]).flat();
  const body = element('body', 0, element('h1', 0, 'Record of a referral'), '\n', ...sections);
  const page = {
    path: [],
    url: 'https://sample.example.org/record',
    title: 'Record',
    language: 'en-GB',
    viewport: [1280, 900],
    tree: ['', 0, 0, element('html', { lang: 'en-GB' }, element('head', 0), body)],
  };
  return JSON.stringify({ version: SNAPSHOT_VERSION, unread: [], frames: [page] });
}

const SCHOOLS = ['Brackenfield Academy', 'Lower Wending School', 'Marlow Edge College'];
const NAMES = ['Orla Fennimore', 'Barnaby Quillon', 'Imogen Marsh', 'Casimir Vale'];

const of = (list: readonly string[], number: number): string => list[number % list.length] ?? '';

const facts = (round: number): readonly (readonly [label: string, value: string])[] => [
  ['Full name', of(NAMES, round)],
  ['Date of birth', `${14 + (round % 9)} March 2010`],
  ['Home address', `${7 + round} Sample Row, Wending, ZZ99 3VZ`],
  ['Mobile number', `07700 9001${23 + (round % 70)}`],
  ['Email address', `orla${round}@example.org`],
  ['School', of(SCHOOLS, round)],
  ['Username', `null_ferret_${round}`],
];

function layoutTable(round: number): Element {
  const rows = facts(round).map(([label, value], nth) =>
    element(
      'tr',
      0,
      element('td', { className: ['lbl'] }, element('b', 0, `${label}:`)),
      element('td', nth % 3 === 2 ? { id: `v${round}-${nth}` } : 0, element('font', 0, value)),
    ),
  );
  return element('table', 0, element('tbody', 0, ...rows));
}

function definitions(round: number): Element {
  const known = [
    ['Referral reference', `CC-2026-0000${round % 10}`],
    ['Date received', '03/04/2026'],
    ['Referred by', of(NAMES, round + 1)],
    ['Reason for referral', 'Signed in to the school network as another pupil.'],
    ['Priority', round % 2 ? 'Routine' : 'Urgent'],
  ] as const;
  return element(
    'dl',
    0,
    ...known.flatMap(([label, value]) => [element('dt', 0, label), element('dd', 0, value)]),
  );
}

function summaryList(round: number): Element {
  const name = 'govuk-summary-list';
  const link = { className: ['govuk-link'], href: '/change' };
  const rows = facts(round + 2)
    .slice(0, 5)
    .map(([label, value]) =>
      element(
        'div',
        { className: [`${name}__row`] },
        element('dt', { className: [`${name}__key`] }, label),
        element('dd', { className: [`${name}__value`] }, value),
        element('dd', { className: [`${name}__actions`] }, element('a', link, 'Change')),
      ),
    );
  return element('dl', { className: [name] }, ...rows);
}

function form(round: number): Element {
  const boxes = facts(round + 3).flatMap(([label, value], nth) => {
    const id = `s${round}-${nth}`;
    return [
      element('label', { htmlFor: [id] }, label),
      live('input', nth % 2 ? { id, name: id } : { type: 'text', id, name: id }, value),
    ];
  });
  const options = ['Discord', 'Steam'].map((name) => element('option', 0, name));
  return element(
    'form',
    0,
    ...boxes,
    element('label', { htmlFor: [`p${round}`] }, 'Platform'),
    live('select', { id: `p${round}` }, 'Steam', ...options),
    element('label', { htmlFor: [`n${round}`] }, 'Notes'),
    live('textarea', { id: `n${round}` }, `Uses null_ferret_${round} for games.`),
    element('button', { type: 'submit' }, 'Save'),
  );
}

/** Labels of every other kind, and controls with choices instead of typed text. */
function choices(round: number): Element {
  const box = (
    type: 'checkbox' | 'radio',
    name: string,
    label: string,
    checked: boolean,
  ): Element => element('label', 0, ['input', { type, name }, { box: BOX, checked }], label);
  const day = [
    ['Day', '14'],
    ['Month', '3'],
    ['Year', '2010'],
  ].flatMap(([label = '', value = '']) => {
    const id = `d${round}-${label}`;
    return [element('label', { htmlFor: [id] }, label), live('input', { id, type: 'text' }, value)];
  });
  return element(
    'form',
    0,
    element('fieldset', 0, element('legend', 0, 'Date of birth'), ...day),
    element(
      'fieldset',
      0,
      element('legend', 0, 'Consent'),
      box('radio', `c${round}`, 'Yes', round % 2 === 0),
      box('radio', `c${round}`, 'No', round % 2 === 1),
    ),
    box('checkbox', `k${round}`, 'Known to services', true),
    live('input', { type: 'text', ariaLabel: 'Gender' }, 'Female'),
    live('input', { type: 'text', placeholder: 'Alias' }, `ferret${round}`),
    element('div', { id: `e${round}` }, 'Ethnicity'),
    live('input', { type: 'text', ariaLabelledBy: [`e${round}`] }, 'Not stated'),
    element('div', 0, 'Preferred language'),
    live('input', { type: 'text', name: `l${round}` }, 'English'),
    ['input', { type: 'password', name: `w${round}` }, { box: BOX, withheld: true }],
  );
}

/** Rows with their own heading, cells that span, and an address that continues in rows without a label. */
function history(round: number): Element {
  const row = (label: string, ...values: readonly string[]): Element =>
    element(
      'tr',
      0,
      element('th', { scope: 'row' }, label),
      ...values.map((value) => element('td', 0, value)),
    );
  return element(
    'table',
    { id: `a${round}` },
    element('caption', 0, 'Address history'),
    element('tr', 0, element('th', { colSpan: 2 }, `Household ${round}`)),
    row('Address', `${round + 1} Sample Row`),
    row('', 'Wending'),
    row('', 'ZZ99 3VZ'),
    row('Telephone', '07700 900415 (mum: 07700 900416)'),
    row('Accounts', `Discord: ferret${round}; Telegram: @ferret${round}`),
  );
}

function contacts(round: number): Element {
  const row = (cell: 'th' | 'td', ...texts: readonly string[]): Element =>
    element('tr', 0, ...texts.map((text) => element(cell, 0, text)));
  return element(
    'table',
    { className: ['data'] },
    element('thead', 0, row('th', 'Date', 'Who', 'How', 'Outcome')),
    element(
      'tbody',
      0,
      row('td', '03/04/2026', of(NAMES, round), 'Visit', 'Will think about the workshop.'),
      row('td', '11/05/2026', of(NAMES, round + 1), 'Telephone', 'Will think about the workshop.'),
      row('td', '12/05/2026', of(NAMES, round + 2), 'Visit', 'Will think about the workshop.'),
    ),
  );
}

function prose(round: number): Element[] {
  return [0, 1].map((nth) =>
    element(
      'p',
      0,
      `${of(NAMES, round + nth)} said that the account null_ferret_${round + nth} had been used on 11/05/2026 by a friend, and that no harm was meant. `,
      element('em', 0, 'The school was told the same day.'),
    ),
  );
}

/** The parts of a page around the record. */
function aside(round: number): Element {
  return element(
    'div',
    { className: ['side'] },
    element(
      'p',
      0,
      `Discord: null_ferret_${round}; Steam: ferret${round}`,
      element('br', 0),
      'Phone: 07700 900199',
    ),
    ['div', { id: `h${round}` }, { hidden: true }, element('span', 0, 'Not on screen')],
    element('ul', 0, element('li', 0, element('a', { href: '/next' }, 'Next record'))),
  );
}

function section(heading: string, ...children: readonly Element[]): Element {
  return element('section', 0, element('h2', 0, heading), '\n', ...children, '\n');
}

const BOX: Box = [8, 8, 200, 20];

function live(
  tag: string,
  properties: Properties,
  value: string,
  ...children: readonly Element[]
): Element {
  return [tag, properties, { box: BOX, value }, ...children];
}

/** Mere containers have no box in a snapshot. */
const BOXLESS = new Set('html head body section table thead tbody tr dl div form ul br'.split(' '));

function element(tag: string, properties: Properties | 0, ...children: readonly Node[]): Element {
  return [tag, properties, BOXLESS.has(tag) ? 0 : BOX, ...children];
}
