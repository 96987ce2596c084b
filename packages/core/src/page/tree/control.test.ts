import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';
import type { PageSnapshot } from '../snapshot/snapshot.js';

const url = 'https://rms.example.org/1';
const read = (html: string) => readPage(snapshotOfHtml(html, { url })).values;
const pairs = (html: string) => read(html).map(({ label, value }) => `${label} => ${value}`);

test('a select is read as the text of what is selected', () => {
  expect(
    pairs(
      '<label for="s">Sex</label><select id="s"><option value="F">Female</option><option value="M" selected>Male</option></select>',
    ),
  ).toEqual(['Sex => Male']);
});

test('an option whose value is empty asks for a choice and is none', () => {
  expect(
    read(
      '<label for="s">Sex</label><select id="s"><option value="">Choose one</option><option>Male</option></select>',
    ),
  ).toEqual([]);
});

test('several selected options are one a line', () => {
  expect(
    pairs(
      '<label for="s">Flags</label><select id="s" multiple><option selected>School</option><option>Home</option><option selected>Online</option></select>',
    ),
  ).toEqual(['Flags => School\nOnline']);
});

test('what the live page says goes before what the markup says', () => {
  const snapshot = snapshotOfHtml('<label for="n">Name</label><input id="n" value="old">', { url });
  const input = find(snapshot, 'input');
  input.data = { value: 'Tamsin Vael' } as NonNullable<typeof input.data>;
  expect(readPage(snapshot).values[0]?.value).toBe('Tamsin Vael');
});

test('radio buttons are the text of the chosen one under the legend', () => {
  const html = `<fieldset><legend>Is the parent aware?</legend>
    <input type="radio" name="a" id="y" checked><label for="y">Yes, by telephone</label>
    <input type="radio" name="a" id="n"><label for="n">No</label></fieldset>`;
  expect(pairs(html)).toEqual(['Is the parent aware? => Yes, by telephone']);
  expect(read(html)[0]).toMatchObject({ kind: 'choice', method: 'legend' });
});

test('radio buttons without a legend are asked for by the words before the first', () => {
  expect(
    pairs(
      '<p><b>Type</b> <input type="radio" name="t"> Company <input type="radio" name="t" checked> Person</p>',
    ),
  ).toEqual(['Type => Person']);
});

test('ticked boxes of one name are the several answers to one question', () => {
  const box = (text: string, checked = '') =>
    `<div><input type="checkbox" name="o" id="${text}" ${checked}><label for="${text}">${text}</label></div>`;
  expect(
    pairs(
      `<fieldset><legend>Offences</legend>${box('Fraud', 'checked')}${box('Access')}${box('Impair', 'checked')}</fieldset>`,
    ),
  ).toEqual(['Offences => Fraud', 'Offences => Impair']);
});

test('a box that stands alone is answered by its tick', () => {
  expect(
    pairs('<input type="checkbox" id="c" checked><label for="c">Consent given</label>'),
  ).toEqual(['Consent given => Yes']);
  expect(read('<input type="checkbox" id="c"><label for="c">Consent given</label>')).toEqual([]);
});

test('an ARIA list box is read by its text', () => {
  expect(
    pairs(
      '<span id="l">risk</span><div><div role="combobox" aria-labelledby="l"><span>Medium</span></div></div>',
    ),
  ).toEqual(['risk => Medium']);
});

test('a styled list with a button beside its select is one value', () => {
  expect(
    pairs(
      '<label for="s">Queue</label><div><select id="s"><option selected>Referrals</option></select><button role="combobox">Referrals</button></div>',
    ),
  ).toEqual(['Queue => Referrals']);
});

test.each([
  ['a password', '<input type="password" id="x" value="hunter2">'],
  ['a one-time code', '<input autocomplete="one-time-code" id="x" value="hunter2">'],
  ['a hidden token', '<input type="hidden" id="x" value="hunter2">'],
  ['a file', '<input type="file" id="x" value="hunter2">'],
  ['a password shown as text', '<input type="text" name="newPassword" id="x" value="hunter2">'],
  ['a one-time code by its name', '<input name="otpcode" id="x" value="hunter2">'],
  ['a card number by its name', '<input name="billing[cardnumber]" id="x" value="hunter2">'],
  ['a memorable word in a long box', '<textarea name="memorable_word" id="x">hunter2</textarea>'],
  [
    'a security answer by its placeholder',
    '<input placeholder="Security answer" id="x" value="hunter2">',
  ],
  ['a Welsh password by its name', '<input name="cyfrinair" id="x" value="hunter2">'],
  [
    'a card field by its autocomplete',
    '<input autocomplete="billing cc-number" id="x" value="hunter2">',
  ],
  ['a text painted as dots', '<input style="-webkit-text-security: disc" id="x" value="hunter2">'],
  ['a line painted as dots', '<p id="x" style="-webkit-text-security: circle">hunter2</p>'],
])('%s is never listed, and its value does not reach the snapshot', (_what, control) => {
  const snapshot = snapshotOfHtml(`<label for="x">Secret</label>${control}`, { url });
  expect(readPage(snapshot).values).toEqual([]);
  expect(JSON.stringify(snapshot)).not.toContain('hunter2');
});

test('a box that only its label says holds a secret gives no value', () => {
  const read = (label: string) =>
    readPage(
      snapshotOfHtml(`<label for="x">${label}</label><input id="x" value="17">`, { url }),
    ).values.map(({ value }) => value);
  expect(['Password', 'Your PIN', 'Card number'].flatMap(read)).toEqual([]);
  expect(read('Did they share a password?')).toEqual(['17']);
});

test('a field that the live page withheld is not listed even if its value came along', () => {
  const snapshot = snapshotOfHtml('<label for="n">Code</label><input id="n" value="123456">', {
    url,
  });
  const input = find(snapshot, 'input');
  input.data = { withheld: true } as NonNullable<typeof input.data>;
  expect(readPage(snapshot).values).toEqual([]);
});

function find(snapshot: PageSnapshot, tag: string) {
  const stack = [...(snapshot.frames[0]?.tree.children ?? [])];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue;
    if (node.tagName === tag) return node;
    stack.push(...node.children);
  }
  throw new Error(`No ${tag}`);
}

test('a legend asks for its choices, and a box behind one of them has its own label', () => {
  const choice = (id: string, label: string, checked = '', more = '') =>
    `<div><input type="checkbox" id="${id}" name="how" ${checked}><label for="${id}">${label}</label></div>${more}`;
  const address =
    '<div><label for="m">E-mail address</label><input id="m" name="mail" value="a@b.example"></div>';
  const html = `<fieldset><legend>How do you want to be contacted?</legend>${choice('c1', 'E-mail', 'checked', address)}${choice('c2', 'Telephone')}${choice('c3', 'Text', 'checked')}</fieldset>`;
  expect(
    readPage(snapshotOfHtml(html, { url: 'https://x.example/' })).values.map(
      ({ label, value }) => `${label} => ${value}`,
    ),
  ).toEqual([
    'How do you want to be contacted? => E-mail',
    'E-mail address => a@b.example',
    'How do you want to be contacted? => Text',
  ]);
});
