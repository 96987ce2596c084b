import { expect, test } from 'vitest';
import { readPage } from '../../read-page.js';
import { snapshotOfHtml } from '../../saved-page.js';

const read = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://wiki.example.org/1', title: 'Message' })).values;
const LONG =
  'On Friday a pupil used a tool that he had built from a kit to take the laptops of a class off the network. He said so when asked.';

test('paragraphs under a heading are one value under that heading', () => {
  const [value] = read(
    `<h2>Background</h2><p>${LONG}</p><p>He is sorry.</p><h2>Next</h2><p>Short.</p>`,
  );
  expect(value).toMatchObject({
    label: 'Background',
    value: `${LONG}\nHe is sorry.`,
    kind: 'prose',
  });
});

test('a line that ends with a colon names the text after it', () => {
  expect(read(`<div>Summary of concern:<br>${LONG}</div>`)[0]).toMatchObject({
    label: 'Summary of concern',
    value: LONG,
  });
});

test('long text in a box is prose', () => {
  expect(
    read(`<label for="t">Details</label><textarea id="t">${LONG}</textarea>`)[0],
  ).toMatchObject({ label: 'Details', kind: 'prose' });
});

test('a text without a heading stands under the title of its frame', () => {
  expect(read(`<div>${LONG}</div>`)[0]).toMatchObject({ label: 'Message', kind: 'prose' });
});

test('menus and footers are not prose', () => {
  const links = Array.from(
    { length: 30 },
    (_, i) => `<li><a href="#">Menu item ${i}</a></li>`,
  ).join('');
  expect(
    read(`<nav><ul>${links}</ul></nav><footer>${'<div>Small print</div>'.repeat(20)}</footer>`),
  ).toEqual([]);
});

test('an entry of a thread ends where the next one says when it was made', () => {
  const stamp =
    '<div><span>Mon Feb 09 10:15:00 2026</span>   <span>J Vale</span> - Reply added</div>';
  const [value] = read(`<div><p>${LONG}</p></div>${stamp}<div><p>${LONG} Again.</p></div>`);
  expect(value?.value).toBe(LONG);
});

test('what is left of a message beside its labelled lines is not lost, however short', () => {
  const values = read(
    '<h2>Message</h2><div>Please see below.<br>Ref 17 of ours.<br>DOB....: 09/02/2008<br>EMAIL..: b@example.org<br>He admits it. Jo</div>',
  );
  expect(values.map(({ label, value }) => `${label} => ${value}`)).toEqual([
    'Message => Please see below.\nRef 17 of ours.',
    'DOB => 09/02/2008',
    'EMAIL => b@example.org',
  ]);
});

test('text of several paragraphs is found again in the element that holds them all', () => {
  const [value] = read(`<h2>Background</h2><div id="told"><p>${LONG}</p><p>He is sorry.</p></div>`);
  expect(value?.place.selector).toBe('#told');
});

test('how to reach the help desk, below a record, is not told under the title', () => {
  const { values } = readPage(
    snapshotOfHtml(
      '<div><b>Name:</b> Tamsin Vael</div><div><span>Service desk 01632 960121</span> <span>help@desk.example</span></div>',
      { url: 'https://rms.example.org/1', title: 'Record 17' },
    ),
  );
  expect(values.map(({ label }) => label)).toEqual(['Name']);
});
