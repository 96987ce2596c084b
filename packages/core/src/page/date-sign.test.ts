import { expect, test } from 'vitest';
import { readPage } from './read-page.js';
import { snapshotOfHtml } from './saved-page.js';

const signsOf = (html: string) =>
  readPage(snapshotOfHtml(`<h1>Record</h1>${html}`, { url: 'https://rms.example.org/1' }))
    .dateSigns;

test('a time says which day it stands for, in a frame or out of sight as well', () => {
  const time = '<time datetime="2008-05-09T10:00:00Z">05/09/2008 <b>10:00</b></time>';
  expect(signsOf(`<p>Made ${time}</p>`)).toEqual([
    { text: '05/09/2008 10:00', says: '2008-05-09T10:00:00Z' },
  ]);
  expect(signsOf(`<p hidden>${time}</p>`)).toHaveLength(1);
});

test('a box says what it asks for', () => {
  expect(signsOf('<label>Seen <input placeholder="mm/dd/yyyy"></label>')).toEqual([
    { text: 'mm/dd/yyyy' },
  ]);
});

test('a time without a day, an empty one, and other hints say nothing', () => {
  const html =
    '<time datetime="PT4H">4 h</time><time datetime="2008-05-09"></time><time>05/09/2008</time><input placeholder="Name">';
  expect(signsOf(html)).toBeUndefined();
});
