/**
 * A small record page in the shapes that record systems use, its members as a snapshot has them and in that order: code
 * that was compiled for other objects is thrown away at the officer's first page. Nobody in it exists.
 */
import { SNAPSHOT_VERSION } from '@cyber-prevent/core/page';

interface Element {
  readonly type: 'element';
  readonly tagName: string;
  readonly properties: Properties;
  readonly data?: { readonly box: readonly number[]; readonly value?: string };
  readonly children: readonly (Element | { readonly type: 'text'; readonly value: string })[];
}

type Properties = Readonly<Record<string, string | readonly string[]>>;

const FACTS = [
  ['Full name', 'Orla Fennimore'],
  ['Date of birth', '14 March 2010'],
  ['Home address', '7 Sample Row, Wending, ZZ99 3VZ'],
  ['Mobile number', '07700 900123'],
  ['Email address', 'orla@example.org'],
  ['School', 'Brackenfield Academy'],
  ['Username', 'null_ferret_7'],
] as const;

/** @returns the JSON of a `PageSnapshot` */
export function samplePage(): string {
  const sections = [
    section('Subject', layoutTable()),
    section('Referral', definitions()),
    section('Referring officer', summaryList()),
    section('Online accounts', form()),
    section('Contact log', contacts()),
    section('Narrative', ...paragraphs()),
  ];
  const body = element('body', {}, element('h1', {}, 'Record of a referral'), ...sections);
  const page = {
    path: [],
    url: 'https://sample.example.org/record',
    title: 'Record',
    language: 'en-GB',
    viewport: [1280, 900],
    tree: {
      type: 'root',
      children: [element('html', { lang: 'en-GB' }, element('head', {}), body)],
    },
  };
  return JSON.stringify({ version: SNAPSHOT_VERSION, unread: [], frames: [page] });
}

function layoutTable(): Element {
  const rows = FACTS.map(([label, value]) =>
    element(
      'tr',
      {},
      element('td', { className: ['lbl'] }, element('b', {}, `${label}:`)),
      element('td', {}, element('font', {}, value)),
    ),
  );
  return element('table', {}, element('tbody', {}, ...rows));
}

function definitions(): Element {
  const facts = [
    ['Referral reference', 'CC-2026-00007'],
    ['Date received', '03/04/2026'],
    ['Referred by', 'Barnaby Quillon'],
    ['Reason for referral', 'Signed in to the school network as another pupil.'],
  ] as const;
  return element(
    'dl',
    {},
    ...facts.flatMap(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]),
  );
}

function summaryList(): Element {
  const name = 'govuk-summary-list';
  const rows = FACTS.slice(0, 5).map(([label, value]) =>
    element(
      'div',
      { className: [`${name}__row`] },
      element('dt', { className: [`${name}__key`] }, label),
      element('dd', { className: [`${name}__value`] }, value),
      element('dd', { className: [`${name}__actions`] }, element('a', {}, 'Change')),
    ),
  );
  return element('dl', { className: [name] }, ...rows);
}

function form(): Element {
  const boxes = FACTS.flatMap(([label, value], nth) => [
    element('label', { htmlFor: [`s${nth}`] }, label),
    withValue(value, element('input', { id: `s${nth}`, name: `s${nth}` })),
  ]);
  const options = ['Discord', 'Steam'].map((name) => element('option', {}, name));
  const select = withValue('Steam', element('select', { id: 's9' }, ...options));
  return element('form', {}, ...boxes, element('label', { htmlFor: ['s9'] }, 'Platform'), select);
}

function contacts(): Element {
  const row = (cell: 'th' | 'td', ...texts: readonly string[]): Element =>
    element('tr', {}, ...texts.map((text) => element(cell, {}, text)));
  return element(
    'table',
    {},
    element('thead', {}, row('th', 'Date', 'Who', 'How', 'Outcome')),
    element(
      'tbody',
      {},
      row('td', '03/04/2026', 'Imogen Marsh', 'Visit', 'Will think about the workshop.'),
      row('td', '11/05/2026', 'Casimir Vale', 'Telephone', 'Will think about the workshop.'),
    ),
  );
}

function paragraphs(): Element[] {
  return ['null_ferret_7', 'null_ferret_8'].map((handle) =>
    element(
      'p',
      {},
      `Orla said that the account ${handle} had been used on 11/05/2026 by a friend, and that no harm was meant. `,
      element('em', {}, 'The school was told the same day.'),
    ),
  );
}

function section(heading: string, ...children: readonly Element[]): Element {
  return element('section', {}, element('h2', {}, heading), '\n', ...children);
}

function withValue(value: string, { type, tagName, properties, children }: Element): Element {
  return { type, tagName, properties, data: { box: BOX, value }, children };
}

const BOX = [8, 8, 200, 20];

/** What only holds other elements has no box of its own in a snapshot. */
const BOXLESS = new Set('html head body section table thead tbody tr dl div form'.split(' '));

function element(
  tagName: string,
  properties: Properties,
  ...children: readonly (Element | string)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    ...(BOXLESS.has(tagName) ? {} : { data: { box: BOX } }),
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : child,
    ),
  };
}
