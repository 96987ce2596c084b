import { expect, test } from 'vitest';
import { readPage } from './read-page.js';
import { snapshotOfHtml } from './saved-page.js';

const RECORD = [
  ['Name', 'Tamsin Vael'],
  ['Date of birth', '14/03/2009'],
  ['Telephone', '07700 900417'],
  ['School', 'Brackenfield Vale'],
] as const;
const each = (row: (label: string, value: string, place: number) => string, between = '') =>
  RECORD.map(([label, value], place) => row(label, value, place)).join(between);
const read = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values.map(
    ({ label, value }) => [label, value],
  );

test.each([
  [
    'labels without a control beside blocks',
    each((a, b) => `<div><label>${a}</label><div><p>${b}</p></div></div>`),
  ],
  [
    'bold lines above plain ones',
    `<p>${each((a, b) => `<strong>${a}</strong><br>${b}`, '<br>')}</p>`,
  ],
  [
    'cells with a bold line above a plain one',
    `<table><tr>${each((a, b) => `<td><b>${a}</b><br>${b}</td>`)}</tr></table>`,
  ],
  ['a list of bold labels', `<ul>${each((a, b) => `<li><b>${a}:</b> ${b}</li>`)}</ul>`],
  ['a list of lines', `<ul>${each((a, b) => `<li>${a}: ${b}</li>`)}</ul>`],
  [
    'paragraphs from a word processor',
    each((a, b) => `<p><b><span>${a}:</span></b><span> ${b}</span></p>`),
  ],
  [
    'spans that take turns',
    `<div>${each((a, b) => `<span class="label">${a}</span><span class="value">${b}</span>`)}</div>`,
  ],
  [
    'rows of two blocks with nothing to tell by',
    `<div>${each((a, b) => `<div class="r"><div class="x1">${a}</div><div class="x2">${b}</div></div>`)}</div>`,
  ],
  [
    'rows of two spans with nothing to tell by',
    `<div>${each((a, b) => `<div class="r"><span class="x1">${a}</span><span class="x2">${b}</span></div>`)}</div>`,
  ],
  ['small headings above texts', each((a, b) => `<h4>${a}</h4><p>${b}</p>`)],
  [
    'a row of labels above a row of boxes',
    `<table><tr>${each((a) => `<td>${a}</td>`)}</tr><tr>${each((_, b) => `<td><input value="${b}"></td>`)}</tr></table>`,
  ],
  [
    'a row of labels above a row of values',
    `<table><tr>${each((a) => `<td>${a}:</td>`)}</tr><tr>${each((_, b) => `<td>${b}</td>`)}</tr></table>`,
  ],
  [
    'a label above each box',
    each((a, b) => `<table><tr><td>${a}</td></tr><tr><td><input value="${b}"></td></tr></table>`),
  ],
  [
    'four plain columns',
    `<table><tr><td>Name</td><td>Tamsin Vael</td><td>Date of birth</td><td>14/03/2009</td></tr><tr><td>Telephone</td><td>07700 900417</td><td>School</td><td>Brackenfield Vale</td></tr></table>`,
  ],
  ['words before boxes', `<form>${each((a, b) => `${a}<br><input value="${b}"><br>`)}</form>`],
  ['a label after its box', each((a, b) => `<div><input value="${b}"><label>${a}</label></div>`)],
  ['dashes', `<div>${each((a, b) => `${a} - ${b}`, '<br>')}</div>`],
  ['columns of a print-out', `<pre>${each((a, b) => `${a.padEnd(24)}${b}`, '\n')}</pre>`],
  ['tabs of a print-out', `<pre>${each((a, b) => `${a}\t${b}`, '\n')}</pre>`],
  ['one line with bars', `<p>${each((a, b) => `${a}: ${b}`, ' | ')}</p>`],
])('a record laid out as %s is read whole', (_layout, html) => {
  expect(read(html)).toEqual(RECORD.map((pair) => [...pair]));
});

test.each([
  ['a menu', `<ul>${each((a, b) => `<li><a href="#">${a}</a> <a href="#">${b}</a></li>`)}</ul>`],
  [
    'a list of things of one name',
    `<div>${'<div class="r"><b class="a">Note</b><i class="b">seen</i></div>'.repeat(4)}</div>`
      .replaceAll('<b class="a">', '<span class="a">')
      .replaceAll('</b>', '</span>'),
  ],
  [
    'two rows of two',
    '<div><div><span class="a">North</span><span class="b">South</span></div><div><span class="a">East</span><span class="b">West</span></div></div>',
  ],
  ['a signature', '<p>Brackenfield School | T: 01632 960380 | www.example.org</p>'],
])('%s is not read as labels and values', (_what, html) => {
  expect(read(html)).toEqual([]);
});
