import { expect, test } from 'vitest';
import { readPage } from '../../read-page.js';
import { snapshotOfHtml } from '../../saved-page.js';

const read = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values;
const pairs = (html: string) => read(html).map(({ label, value }) => `${label} => ${value}`);

test('a header cell names the value in its row', () => {
  const [value] = read('<table><tr><th scope="row">Reference</th><td>NM/2026/17</td></tr></table>');
  expect(value).toMatchObject({ label: 'Reference', value: 'NM/2026/17', method: 'th-td' });
});

test('a head of links that sort the rows, beside a box that ticks them all, names the columns', () => {
  const tick = '<td><input type="checkbox"></td>';
  const head = ['Intake no', 'Person', 'Born'].map((name) => `<td><a href="?s">${name}</a></td>`);
  const rows = [
    ['A-1', 'Taz Vael', '14/03/2009'],
    ['A-2', 'Kai Marlow', '21/06/2008'],
  ].map((cells) => `<tr>${tick}${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  const found = read(
    `<table><thead><tr>${tick}${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
  expect(found.map(({ label, value, row }) => [label, value, row?.index])).toEqual([
    ['Intake no', 'A-1', 0],
    ['Person', 'Taz Vael', 0],
    ['Born', '14/03/2009', 0],
    ['Intake no', 'A-2', 1],
    ['Person', 'Kai Marlow', 1],
    ['Born', '21/06/2008', 1],
  ]);
});

test('the label of an empty box behind a dash is no value', () => {
  expect(
    pairs(
      '<table><tr><td>Born</td><td>- From:</td></tr><tr><td>Name</td><td>Taz Vael</td></tr></table>',
    ),
  ).toEqual(['Name => Taz Vael']);
});

test('two label and value pairs stand in one row', () => {
  expect(
    pairs(
      '<table><tr><td>Ref No:</td><td>17</td><td>Received:</td><td>11/02/2026</td></tr><tr><td>Risk:</td><td>Low</td><td>Offence:</td><td>Fraud</td></tr></table>',
    ),
  ).toEqual(['Ref No => 17', 'Received => 11/02/2026', 'Risk => Low', 'Offence => Fraud']);
});

test('an empty label cell goes on with the value above, each side for itself', () => {
  const html = `<table>
    <tr><td align="right">Address:</td><td>14 Lanternwick Rise</td><td align="right">Telephone:</td><td>07700 900417</td></tr>
    <tr><td align="right">&nbsp;</td><td>Brackenfield</td><td align="right">&nbsp;</td><td>01632 960118</td></tr>
    <tr><td align="right">&nbsp;</td><td>ZZ99 3VZ</td><td align="right">&nbsp;</td><td>&nbsp;</td></tr></table>`;
  expect(pairs(html)).toEqual([
    'Address => 14 Lanternwick Rise',
    'Telephone => 07700 900417',
    'Address => Brackenfield',
    'Telephone => 01632 960118',
    'Address => ZZ99 3VZ',
  ]);
  const values = read(html);
  expect(values.map(({ continues }) => continues)).toEqual([
    undefined,
    undefined,
    'f0-0',
    'f0-1',
    'f0-0',
  ]);
});

test('an unlabelled row of another kind is not taken for a further line', () => {
  const html = `<table><tr><th>Occupation</th><td><input name="o" value="Pupil"></td></tr>
    <tr><th></th><td><input type="radio" name="g" checked>Male <input type="radio" name="g">Female</td></tr></table>`;
  expect(pairs(html)).not.toContain('Occupation => Male');
});

test('a table nested three deep inside a form is read as one form, with its headings as owners', () => {
  const panel = (
    title: string,
    name: string,
  ) => `<table border="1"><tr><td bgcolor="navy"><font color="white"><b>&nbsp;${title}</b></font></td></tr>
    <tr><td><table><tr><td>Name:</td><td>${name}</td></tr></table></td></tr></table>`;
  const values = read(
    `<form><table><tr><td>${panel('Referring officer', 'Odette Fairbarrow')}${panel('Parent or guardian', 'Niamh Vael')}</td></tr></table></form>`,
  );
  expect(values.map(({ owner, label, value }) => [owner.at(-1), label, value])).toEqual([
    ['Referring officer', 'Name', 'Odette Fairbarrow'],
    ['Parent or guardian', 'Name', 'Niamh Vael'],
  ]);
});

test('a cell alone in its row is a heading for the rows below it', () => {
  const values =
    read(`<table><tr><th colspan="2">Subject</th></tr><tr><th>Name</th><td>Tamsin</td></tr>
    <tr><th colspan="2">Referrer</th></tr><tr><th>Name</th><td>Odette</td></tr></table>`);
  expect(values.map(({ owner, value }) => [owner, value])).toEqual([
    [['Subject'], 'Tamsin'],
    [['Referrer'], 'Odette'],
  ]);
});

test('a table of records is read by column, and each value knows its row', () => {
  const values = read(`<table><thead><tr><th>Platform</th><th>Username</th></tr></thead>
    <tr><td>Discord</td><td>tazvael_0417</td></tr><tr><td>GitHub</td><td>taz-vael</td></tr></table>`);
  expect(values.map(({ label, value, row }) => [label, value, row?.index])).toEqual([
    ['Platform', 'Discord', 0],
    ['Username', 'tazvael_0417', 0],
    ['Platform', 'GitHub', 1],
    ['Username', 'taz-vael', 1],
  ]);
});

test('headers printed in bold make a table of records too', () => {
  expect(
    pairs(
      '<table><tr><td><b>Ref</b></td><td><b>Name</b></td></tr><tr><td>17</td><td>Tamsin</td></tr></table>',
    ),
  ).toEqual(['Ref => 17', 'Name => Tamsin']);
});

test('records of two rows have two rows of headers', () => {
  const html = `<table><tr><th>Ref</th><th>Name</th></tr><tr><th>Status</th><th>Owner</th></tr>
    <tr><td>17</td><td>Tamsin</td></tr><tr><td>New</td><td>Nobody</td></tr><tr><td>18</td><td>Eirik</td></tr><tr><td>Open</td><td>Rowan</td></tr></table>`;
  expect(pairs(html)).toEqual([
    'Ref => 17',
    'Name => Tamsin',
    'Status => New',
    'Owner => Nobody',
    'Ref => 18',
    'Name => Eirik',
    'Status => Open',
    'Owner => Rowan',
  ]);
  expect(read(html).map(({ row }) => row?.index)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
});

test('a table with names on both sides is read by its rows, and the column says whose value it is', () => {
  const values = read(
    '<table><tr><td></td><th>Mother</th><th>Father</th></tr><tr><th>Telephone</th><td>07700 900418</td><td>07700 900419</td></tr></table>',
  );
  expect(values.map(({ owner, label, value }) => [owner, label, value])).toEqual([
    [['Mother'], 'Telephone', '07700 900418'],
    [['Father'], 'Telephone', '07700 900419'],
  ]);
});

test('a column without a header goes on with the one before it', () => {
  const values = read(
    '<table><tr><th>Name</th><th>Address</th><th>&nbsp;</th></tr><tr><td>Dale</td><td>33 Phantom Road</td><td>Upper Illusion</td></tr></table>',
  );
  expect(values.at(-1)).toMatchObject({
    label: 'Address',
    value: 'Upper Illusion',
    continues: values[1]?.id,
  });
});

test('spans of rows and columns keep values under their own headers', () => {
  expect(
    pairs(
      '<table><tr><th>Name</th><th>Kind</th><th>Handle</th></tr><tr><td rowspan="2">Tamsin</td><td>Discord</td><td>taz</td></tr><tr><td>GitHub</td><td>taz-vael</td></tr></table>',
    ),
  ).toEqual([
    'Name => Tamsin',
    'Kind => Discord',
    'Handle => taz',
    'Kind => GitHub',
    'Handle => taz-vael',
  ]);
});

test('a label that spans rows goes on for all of them', () => {
  expect(
    pairs(
      '<table><tr><th rowspan="2">Telephone</th><td>07700 900417</td></tr><tr><td>01632 960118</td></tr></table>',
    ),
  ).toEqual(['Telephone => 07700 900417', 'Telephone => 01632 960118']);
});

test('two columns with nothing to tell by are labels and values when the first holds different names', () => {
  expect(
    pairs(
      '<table><tr><td>From</td><td>Lorna Hartwell</td></tr><tr><td>Date</td><td>27/01/2026</td></tr></table>',
    ),
  ).toEqual(['From => Lorna Hartwell', 'Date => 27/01/2026']);
  expect(
    pairs(
      '<table><tr><td>One paragraph beside another, both long enough to be told from a name of something.</td><td>And this is the other one.</td></tr></table>',
    ),
  ).toEqual([]);
});

test('text with a hidden form behind it is read as the text', () => {
  expect(
    pairs(
      '<table><tr><th>Subject</th><td>Referral <form style="display:none"><input name="s" value="Older"></form></td></tr></table>',
    ),
  ).toEqual(['Subject => Referral']);
});

test('an ARIA table is a table', () => {
  expect(
    pairs(
      '<div role="table"><div role="row"><span role="rowheader">Reference</span><span role="cell">NM/17</span></div></div>',
    ),
  ).toEqual(['Reference => NM/17']);
});

test('headers with empty cells after them are labels without values, and no names of columns', () => {
  const html =
    '<table><tr><th>Name:</th><td></td><th>Address:</th><td></td></tr><tr><th>Contact:</th><td></td><th>Disposal:</th><td></td></tr></table>';
  expect(pairs(html)).toEqual([]);
});

test('columns that take turns in their make are labels and values', () => {
  const html = `<table>
    <tr><td class="l">SURNAME</td><td class="v"><b>STANNARD</b></td><td class="l">FORENAME(S)</td><td class="v"><b>REUBEN</b></td></tr>
    <tr><td class="l">ALIAS</td><td class="v">ROO</td><td class="l">P.O.B</td><td class="v">DUNWICK</td></tr></table>`;
  expect(pairs(html)).toEqual([
    'SURNAME => STANNARD',
    'FORENAME(S) => REUBEN',
    'ALIAS => ROO',
    'P.O.B => DUNWICK',
  ]);
});

test('a label that stands alone in its row names the box in a table below it', () => {
  const box = (value: string) =>
    `<tr><td class="value" colspan="2"><table><tr><td></td><td><input value="${value}"></td></tr></table></td></tr>`;
  const name = (label: string) =>
    `<tr><td class="title"><a href="#">${label}</a></td><td class="note"></td></tr>`;
  expect(
    pairs(
      `<table>${name('mobile')}${box('07700 900560')}${name('givenName')}${box('Dominic')}</table>`,
    ),
  ).toEqual(['mobile => 07700 900560', 'givenName => Dominic']);
});

test('a table of items whose names are not all names of fields is read by its columns', () => {
  expect(
    pairs(
      '<table><thead><tr><th>Item</th><th>Charge</th><th>New charge</th></tr></thead><tr><th>3-month</th><td>£31.25</td><td>£32.05</td></tr><tr><th>HRT</th><td>£19.30</td><td>£19.80</td></tr></table>',
    ),
  ).toEqual([
    'Item => 3-month',
    'Charge => £31.25',
    'New charge => £32.05',
    'Item => HRT',
    'Charge => £19.30',
    'New charge => £19.80',
  ]);
});

test('a cell that spans rows and columns holds all of its columns in the rows below', () => {
  expect(
    pairs(
      '<table><tr><th rowspan="2" colspan="2">Telephone</th><td>07700 900417</td><th>Email</th><td>t@example.org</td></tr><tr><td>01632 960118</td><th>School</th><td>Mythering School</td></tr></table>',
    ),
  ).toEqual([
    'Telephone => 07700 900417',
    'Email => t@example.org',
    'Telephone => 01632 960118',
    'School => Mythering School',
  ]);
});

test('headers that are buttons, to sort the rows by them, name the columns', () => {
  const head = ['Person', 'Born'].map(
    (name) => `<th><a href="?s"><button>${name}</button></a></th>`,
  );
  const row = '<tr><td>Taz Vael</td><td>14/03/2009</td></tr>';
  expect(
    pairs(`<table><thead><tr>${head.join('')}</tr></thead><tbody>${row}</tbody></table>`),
  ).toEqual(['Person => Taz Vael', 'Born => 14/03/2009']);
});
