import { expect, test } from 'vitest';
import { readFrame } from '../read-frame.js';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const KNOWN = new Set(['name', 'date of birth', 'telephone', 'school', 'town']);
const knows = (label: string): boolean => KNOWN.has(label.toLowerCase());
const RECORD = [
  ['Name', 'Tamsin Vael'],
  ['Date of birth', '14/03/2009'],
  ['Telephone', '07700 900417'],
  ['School', 'Brackenfield Vale'],
] as const;
const TOLD = RECORD.map(([label, value]) => `${label} => ${value}`);
const each = (row: (label: string, value: string, nth: number) => string): string =>
  RECORD.map(([label, value], nth) => row(label, value, nth)).join('');
const pairs = (html: string, known: ((label: string) => boolean) | undefined = knows) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' }), {
    ...(known ? { knows: known } : {}),
  }).values.map(({ label, value }) => `${label} => ${value}`);

test.each([
  ['blocks that take turns', `<div>${each((a, b) => `<div>${a}</div><div>${b}</div>`)}</div>`],
  [
    'rows of two blocks of one make',
    each((a, b) => `<div class="r"><div>${a}</div><div>${b}</div></div>`),
  ],
  [
    'tiles with the value above',
    each((a, b) => `<div class="t"><div class="n">${b}</div><div class="s">${a}</div></div>`),
  ],
  [
    'two pairs a row',
    `<div class="r"><i>Name</i><b>Tamsin Vael</b><i>Date of birth</i><b>14/03/2009</b></div>
     <div class="r"><i>Telephone</i><b>07700 900417</b><i>School</i><b>Brackenfield Vale</b></div>
     <div class="r"><i>Town</i><b>Testham</b></div>`,
  ],
])('%s are told apart by labels that are known', (_, html) => {
  const found = pairs(`<section><h2>Details</h2>${html}</section>`);
  expect(found).toEqual(html.includes('Testham') ? [...TOLD, 'Town => Testham'] : TOLD);
});

test.each([
  [
    'a hint between label and value',
    (a: string, b: string, nth: number) =>
      `<div class="q"><div class="a">${a}</div><div class="b">${nth % 2 ? 'As it is on papers' : 'Leave nothing out'}</div><div class="c">${b}</div></div>`,
  ],
  [
    'a mark after the label and a note after the value',
    (a: string, b: string) =>
      `<div class="q"><div class="a">${a}</div><small>optional</small><div class="c">${b}</div><div class="d">Updated 24/06/2026</div></div>`,
  ],
  [
    'a tooltip that is closed',
    (a: string, b: string) =>
      `<div class="q"><span class="a">${a}</span><button>?</button><span style="display: none">Ask.</span><span class="c">${b}</span></div>`,
  ],
])('%s, returning in each row, is nobody’s value', (_, row) => {
  const many = each(row) + each(row) + each(row);
  expect(new Set(pairs(`<section><h2>Details</h2>${many}</section>`))).toEqual(new Set(TOLD));
});

test('a label with the box of its value is not the label of the field above it', () => {
  const row = (label: string, value: string) =>
    `<div class="row"><div class="l"><label>${label}</label></div><div class="c"><input value="${value}"></div></div>`;
  const found = pairs(
    `<form>${each((a, b) => `<div class="item">${row('Band', 'Qx7')}${row(a, b)}</div>`)}</form>`,
  );
  expect(found.filter((pair) => pair.endsWith('Qx7'))).toEqual(RECORD.map(() => 'Band => Qx7'));
  expect(found).toEqual(expect.arrayContaining(TOLD));
});

test('the name of an icon is the label of what stands beside it', () => {
  expect(
    pairs(
      each(
        (a, b) => `<div class="m"><i title="${a}"><svg></svg></i><div class="v">${b}</div></div>`,
      ),
    ),
  ).toEqual(TOLD);
});

test('rows under a heading are read by their make where no label is known', () => {
  const row = (a: string, b: string) =>
    `<div class="p"><div class="x">${a}</div><div class="y">${b}</div></div>`;
  expect(pairs(`<section><h2>Manylion</h2>${each(row)}</section>`, undefined)).toEqual(TOLD);
});

test('codes with words in brackets are labels, in whatever language', () => {
  const words = ['Enw', 'Cyfeiriad', 'Ysgol'];
  const row = (word: string, nth: number) =>
    `<div><span>001${nth},0030 (${word})</span>: <span>Llŷr ${word}</span></div>`;
  expect(pairs(`<h2>Manylion</h2>${words.map(row).join('')}`, undefined)).toEqual(
    words.map((word, nth) => `001${nth},0030 (${word}) => Llŷr ${word}`),
  );
});

test('a list whose order slipped pairs nothing by turns', () => {
  const texts = ['Name', 'Tamsin Vael', 'Town', 'Address', '1 Reed Lane', 'School', 'Name'];
  expect(
    pairs(`<div>${[...texts, 'Telephone'].map((text) => `<div>${text}</div>`).join('')}</div>`),
  ).toEqual([]);
});

test('a list of things with no known name is no list of fields', () => {
  const things = ['Oak', 'Tall tree', 'Ash', 'Grey tree', 'Elm', 'Old tree'];
  expect(pairs(`<div>${things.map((text) => `<div>${text}</div>`).join('')}</div>`)).toEqual([]);
});

test('a known label does not break a pair that the markup gives', () => {
  const row = (a: string, b: string) => `<dt>${b}</dt><dd>${a}</dd>`;
  expect(pairs(`<dl>${each(row)}</dl>`)).toEqual(RECORD.map(([a, b]) => `${b} => ${a}`));
});

test('rows named by the group before them are read under its name', () => {
  const group = (name: string) =>
    `<div class="g"><div class="cat">${name}</div>${each((a, b) => `<div class="r"><div></div><div class="n">${a}</div><div class="v">${b}</div></div>`)}</div>`;
  const { values } = readPage(
    snapshotOfHtml(group('Parent or carer'), { url: 'https://rms.example.org/1' }),
    { knows },
  );
  expect(values.map(({ owner }) => owner.at(-1))).toEqual(RECORD.map(() => 'Parent or carer'));
});

test.each([
  ['labels as long as books', `<div><p>${'word '.repeat(20_000)}</p><p>x</p></div>`.repeat(20)],
  ['one label many times', '<div class="r"><i>Name</i><b>Taz</b></div>'.repeat(10_000)],
  ['atoms of one make', `<div>${'<div>Name</div><div>Taz</div>'.repeat(30_000)}</div>`],
])('%s are read in bounded time', (_, html) => {
  const snapshot = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
  const [frame] = snapshot.frames;
  let asked = 0;
  if (frame)
    readFrame(frame, (label) => {
      asked += 1;
      return knows(label);
    });
  expect(asked).toBeLessThanOrEqual(4_000);
});

test('links under names are a menu', () => {
  const row = (name: string, links: readonly string[]) =>
    `<div><span class="m">${name}</span><div class="s">${links.map((link) => `<a href="/x">${link}</a>`).join('')}</div></div>`;
  expect(
    pairs(row('Payroll', ['Wages']) + row('Reports', ['Transfer']) + row('Users', ['Add', 'Find'])),
  ).toEqual([]);
});

test('rows that are all in one link are read', () => {
  const html = `<ul><li><a href="/1">${each((a, b) => `<p class="d">${a}: <strong>${b}</strong></p>`)}</a></li></ul>`;
  expect(pairs(html)).toEqual(TOLD);
});

test('names that open columns of links are a menu, also where one column holds a name of its own', () => {
  const heading = (text: string) => `<div class="head">${text}</div>`;
  const links = (...texts: readonly string[]) =>
    texts.map((text) => `<div class="entry"><a href="#">${text}</a></div>`).join('');
  const column = (inside: string) => `<div class="column">${inside}</div>`;
  const menu = [
    heading('Address') + column(links('New entry', 'Search entries')),
    heading('School') + column(links('All schools', 'Terms') + heading('Set-up') + links('Types')),
    heading('Name') + column(links('Merge')),
    heading('Referrals') + column(links('New referral', 'My referrals', 'Reports')),
  ].join('');
  expect(pairs(menu)).toEqual([]);
});

test('one column of links among values takes nothing from the others', () => {
  const row = (label: string, value: string) =>
    `<div class="line"><div class="name">${label}</div><div class="answer">${value}</div></div>`;
  const mail = (text: string) => `<div><a href="#">${text}</a></div>`;
  expect(
    pairs(
      row('Name', 'Taz Vael') +
        row('Email', mail('taz@example.org') + mail('t.vael@example.org')) +
        row('School', 'Testford Academy'),
    ),
  ).toEqual(['Name => Taz Vael', 'School => Testford Academy']);
});

test('lines that have their answers are no labels of the lines after them', () => {
  const html = `<div>${each((a, b, nth) => `<p>${a}: ${b}</p><p>Remark ${'abcd'[nth]}: seen</p>`)}</div>`;
  const isIn = (label: string): boolean => /^(?:name|date of birth|telephone|school)/i.test(label);
  expect(pairs(html, isIn).filter((pair) => !pair.startsWith('Remark'))).toEqual(TOLD);
});

test('a line with its own answer is no label of the line after it', () => {
  const isKnown = (label: string): boolean => knows(label.split(' (', 1)[0] ?? '');
  const lines = [
    'Name: Taz',
    'Colour: red',
    'Town: Testham',
    'Shape: round',
    'School: High',
    'Size: 4',
  ];
  const html = lines.map((line) => `<p>${line.replace(':', ' (required):')}</p>`).join('');
  expect(pairs(`<div>${html}</div>`, isKnown)).toEqual(
    lines.map((line) => line.replace(': ', ' (required) => ')),
  );
});
