import { expect, test } from 'vitest';
import { readPage } from '../../read-page.js';
import { snapshotOfHtml } from '../../saved-page.js';

const read = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://mail.example.org/1' })).values;
const pairs = (html: string) => read(html).map(({ label, value }) => `${label} => ${value}`);

test('a code stands before the name of a field in brackets, and no date or ratio does', () => {
  const lines = ['0010,0010 (PatientName): VAEL^TAZ', '0010,0030 (PatientBirthDate): 20090314'];
  const html = lines.map((line) => `<p>${line}</p>`).join('');
  expect(
    readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values.map(
      ({ label, value }) => [label, value],
    ),
  ).toEqual([
    ['0010,0010 (PatientName)', 'VAEL^TAZ'],
    ['0010,0030 (PatientBirthDate)', '20090314'],
  ]);
  // Such a line is sure: it needs no second one beside it.
  expect(pairs(`<p>${lines[0]}</p><p>and words of somebody</p>`)).toEqual([
    '0010,0010 (PatientName) => VAEL^TAZ',
  ]);
  const others = '<p>10.30 (Monday): seen</p><p>1200,50 (paid): yes</p>';
  expect(readPage(snapshotOfHtml(others, { url: 'https://rms.example.org/1' })).values).toEqual([]);
});

test('lines of a message are read as labels and values', () => {
  expect(
    pairs('<div>Name: Priya Sampleton<br>D.O.B: 2 November 2008<br>Mobile: 07700 900781</div>'),
  ).toEqual(['Name => Priya Sampleton', 'D.O.B => 2 November 2008', 'Mobile => 07700 900781']);
});

test('dot leaders and indented further lines of a print-out are understood', () => {
  const html =
    '<pre>SURNAME..............: DREAMLEY\nMO...................: GUESSED A PASSWORD\n                       AND COPIED A LIST\nEMAIL................: b@example.org</pre>';
  expect(pairs(html)).toEqual([
    'SURNAME => DREAMLEY',
    'MO => GUESSED A PASSWORD\nAND COPIED A LIST',
    'EMAIL => b@example.org',
  ]);
});

test('bold words with a colon are the label of what follows them', () => {
  expect(pairs('<p><b>School:</b> Brackenfield Vale</p>')).toEqual(['School => Brackenfield Vale']);
});

test('a full-width colon and an equals sign do as well', () => {
  expect(pairs('<div>Name： Taz<br>Phone = 07700 900417</div>')).toEqual([
    'Name => Taz',
    'Phone => 07700 900417',
  ]);
});

test.each([
  'At 10:30 they met',
  'See https://example.org/a',
  'The one who said: nothing',
  'Ratio 3:1',
])('“%s” alone is not a label and a value', (text) => {
  expect(read(`<p>${text}</p>`)).toEqual([]);
});

test('the verbatim text is a part of the page, and the label does not belong to it', () => {
  const [value] = read('<div>Name:  Priya&nbsp;&nbsp;Sampleton<br>Town: Testham</div>');
  expect(value?.place.verbatim).toBe('Priya\u00a0\u00a0Sampleton');
  expect(value?.value).toBe('Priya Sampleton');
});

test('lines inside a labelled value are part of that value', () => {
  expect(pairs('<dl><dt>Handles<dd>Discord: taz<br>Roblox: tazzy</dl>')).toEqual([
    'Handles => Discord: taz\nRoblox: tazzy',
  ]);
});

test('text after a labelled value is read as before', () => {
  expect(pairs('<dl><dt>Ref<dd>17</dl><div>Name: Taz<br>Town: Testham</div>')).toEqual([
    'Ref => 17',
    'Name => Taz',
    'Town => Testham',
  ]);
});

test('what is hidden in a line is a break in its verbatim text', () => {
  const [value] = read('<div>Name: Taz<span hidden>secret</span> Vael<br>Town: Testham</div>');
  expect(value).toMatchObject({ value: 'Taz Vael', place: { verbatim: 'Taz\n Vael' } });
});

test('the head of a message says who wrote, and when', () => {
  expect(
    pairs('<div>From <span>DC 0912 Jo Vale</span> on <span>29/01/2026 16:40</span></div>'),
  ).toEqual(['From => DC 0912 Jo Vale', 'Date => 29/01/2026 16:40']);
  expect(pairs('<div>From Testham on the coast</div>')).toEqual([]);
});

test('white space between the items of a list or the paragraphs does not part neighbours', () => {
  const items = ['Name: Taz', 'Town: Testham', 'D.O.B: 2 November 2008'];
  const expected = ['Name => Taz', 'Town => Testham', 'D.O.B => 2 November 2008'];
  const spread = (tag: string) =>
    items.map((item) => `\n\n    <${tag}>\n  ${item}\n  </${tag}>\n`).join('');
  expect(pairs(`<ul>${spread('li')}</ul>`)).toEqual(expected);
  expect(pairs(`<section>${spread('p')}</section>`)).toEqual(expected);
});

test('the further lines of an item belong to its value, and to its neighbours they are no barrier', () => {
  const html =
    '<ul><li>Address: 4 Slate Row<br>Testham<br>Mockshire</li> <li>Handles: Discord: taz<br>Roblox: tazzy</li> <li>Town: Testham</li></ul>';
  expect(pairs(html)).toEqual([
    'Address => 4 Slate Row\nTestham\nMockshire',
    'Handles => Discord: taz\nRoblox: tazzy',
    'Town => Testham',
  ]);
});

test('lines of a paragraph that have labels of their own are no further lines', () => {
  expect(pairs('<p>Name: Taz<br>Town: Testham<br>Thank you</p>')).toEqual([
    'Name => Taz',
    'Town => Testham',
  ]);
});

test('a bold label with a colon stands above its value', () => {
  expect(pairs('<p><b>Town:</b><br>Testham</p> <p><b>Street:</b><br>4 Slate Row</p>')).toEqual([
    'Town => Testham',
    'Street => 4 Slate Row',
  ]);
});

test('links with a colon are a menu', () => {
  const links = '<li><a href="#">Reports: open</a></li>\n<li><a href="#">Reports: closed</a></li>';
  expect(read(`<ul>${links}</ul>`)).toEqual([]);
});

test('a dash parts labels from values only where all lines have one', () => {
  expect(pairs('<div>Name: Taz<br>Town - Testham</div>')).toEqual(['Town => Testham']);
  expect(read('<ul><li>Minutes - draft</li><li>Agenda</li></ul>')).toEqual([]);
});

test('lines that go on with a list under a label that cannot be read have no labels of their own', () => {
  const lines = [
    '01/2024 Accounts: Discord: taz<br>Steam: tazzy<br>Reddit: taz_vael',
    '02/2024 Town: Testham',
  ];
  expect(pairs(lines.map((line) => `<p>${line}</p>`).join(''))).toEqual([]);
});

test('a link that edits the value before it is no part of it', () => {
  const line = (link: string) => `<p><b>Log code:</b> AB-26-019 <a href="e">${link}</a></p>`;
  expect(pairs(line('Edit log code'))).toEqual(['Log code => AB-26-019']);
  expect(read(line('Change'))[0]?.place.verbatim.trim()).toBe('AB-26-019');
  expect(pairs(line('Testford Academy'))).toEqual(['Log code => AB-26-019 Testford Academy']);
  expect(pairs('<p><b>Log code:</b> <a href="e">Edit</a></p>')).toEqual(['Log code => Edit']);
});

test('an answer to a numbered part is a value still', () => {
  expect(pairs('<p>Part 2: Yes</p><p>Part 3: No</p>')).toEqual(['Part 2 => Yes', 'Part 3 => No']);
});
