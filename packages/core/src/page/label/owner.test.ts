import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const owners = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values.map(
    ({ owner }) => owner,
  );
const ROW = '<dl><dt>Name<dd>Taz</dl>';

test('a heading rules what follows it, up to the next of its rank', () => {
  expect(owners(`<h1>Record</h1><h2>Subject</h2>${ROW}<h2>Referrer</h2>${ROW}`)).toEqual([
    ['Record', 'Subject'],
    ['Record', 'Referrer'],
  ]);
});

test('a heading inside a box rules that box and no more', () => {
  expect(owners(`<h1>Record</h1><section><h2>Menu</h2><p>x</p></section>${ROW}`)).toEqual([
    ['Record'],
  ]);
});

test('a heading wrapped with its buttons rules what stands beside the wrapper', () => {
  expect(owners(`<div><div><div><h2>Parent</h2></div></div><div>${ROW}</div></div>`)).toEqual([
    ['Parent'],
  ]);
});

test('legends, captions and summaries are owners', () => {
  expect(owners(`<fieldset><legend>Person</legend>${ROW}</fieldset>`)).toEqual([['Person']]);
  expect(
    owners('<table><caption>Contacts</caption><tr><th>Name</th><td>Taz</td></tr></table>'),
  ).toEqual([['Contacts']]);
  expect(owners(`<details open><summary>Officer</summary>${ROW}</details>`)).toEqual([['Officer']]);
});

test('a tab panel is ruled by its tab', () => {
  expect(
    owners(
      `<ul><li><a id="t" role="tab">Referral</a></li></ul><div role="tabpanel" aria-labelledby="t">${ROW}</div>`,
    ),
  ).toEqual([['Referral']]);
});

test('a line in bold that stands alone is a heading in all but name', () => {
  expect(owners(`<div><p><b>Referring officer</b></p>${ROW}</div>`)).toEqual([
    ['Referring officer'],
  ]);
  expect(
    owners(
      `<div class="card"><div class="card-header"><span>The basics</span></div><div>${ROW}</div></div>`,
    ),
  ).toEqual([['The basics']]);
});

test('an edit link in a heading is no part of it', () => {
  expect(owners(`<h2>Contacts <span>[<a href="#">edit</a>]</span></h2>${ROW}`)).toEqual([
    ['Contacts'],
  ]);
});

test('the heading that gives the label is not also the owner', () => {
  const html =
    '<fieldset><legend>Sex</legend><input type="radio" name="s" id="m" checked><label for="m">Male</label></fieldset>';
  expect(owners(html)).toEqual([[]]);
});

test('headings of every frame are listed for the anchors of adapters', () => {
  const page = snapshotOfHtml('<h1>Desk</h1><iframe src="r.html"></iframe>', {
    url: 'https://rms.example.org/',
    frames: { 'r.html': `<h2>Record</h2>${ROW}` },
  });
  expect(readPage(page).headings).toEqual(['Desk', 'Record']);
});

test('a heading further in of the same rank ends the rule of the outer one, inside its own box', () => {
  expect(owners(`<h2>Menu</h2><div><h2>Person</h2>${ROW}</div>`)).toEqual([['Person']]);
});

test('a heading that is the label of one box rules nothing', () => {
  const box = (id: string, label: string) =>
    `<h1><label for="${id}">${label}</label></h1><input id="${id}" value="Ann Sample">`;
  expect(
    owners(`<h1>Referrer details</h1>${box('a', 'Full name')}${box('b', 'Known as')}`),
  ).toEqual([['Referrer details'], ['Referrer details']]);
});

test('a heading in the first item of a list, with at most a code beside it, rules the other items', () => {
  const items = '<li><span>Date of birth:</span> <span>14/03/2009</span></li>';
  const first = (beside: string) =>
    `<ul><li><p class="x-heading-s"><a href="#">Vael, Taz</a></p><span>${beside}</span></li>${items}</ul>`;
  expect(owners(first('A1234ZZ'))).toEqual([['Vael, Taz']]);
  expect(owners(first('07700 900222'))).toEqual([[]]);
  expect(owners(first('A1234ZZ').replace(/<\/?a[^>]*>/g, ''))).toEqual([[]]);
});

test('each item with a heading of its own is ruled by that one', () => {
  const item = (name: string) => `<li><h3>${name}</h3><span>Age:</span> <span>14</span></li>`;
  expect(owners(`<ul>${item('Taz Vael')}${item('Kai Marlow')}</ul>`)).toEqual([
    ['Taz Vael'],
    ['Kai Marlow'],
  ]);
});

test('a line that names a part of a form is its heading, and no label', () => {
  const part = (line: string) => `<p>${line}</p><table><tr><td>Name:</td><td>Jo</td></tr></table>`;
  const html = part('Part A - Young person') + part('Part B – Parent, guardian or adult');
  expect(owners(html)).toEqual([['Part A - Young person'], ['Part B – Parent, guardian or adult']]);
});

test('bold print by style makes a heading, as bold print by an element does', () => {
  const line = '<p><span style="font-weight:bold">Parent</span></p>';
  expect(owners(line + ROW)).toEqual([['Parent']]);
});
