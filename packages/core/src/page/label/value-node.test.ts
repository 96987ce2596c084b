/** Lists that a library draws: the choice stands before an empty box, in which one only types to search. */
import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const pairs = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values.map(
    ({ label, value }) => `${label} => ${value}`,
  );
const row = (label: string, inside: string) =>
  `<div class="row"><div class="c"><label>${label}</label></div><div class="c"><div>${inside}</div></div></div>`;
const box = (more = '') => `<input role="combobox" autocomplete="new-password" ${more}>`;

test('the words before its empty box are the choice', () => {
  expect(
    pairs(row('Reason', `<div>Online harm${box()}</div><div><span role="img"></span></div>`)),
  ).toEqual(['Reason => Online harm']);
});

test('several choices are each a line', () => {
  const choice = (text: string) => `<div><span><span>${text}</span></span></div>`;
  const html = row(
    'Usernames',
    `<div>${choice('taz.v')}${choice('tazzy')}<div>${box()}</div></div>`,
  );
  expect(pairs(html)).toEqual(['Usernames => taz.v\ntazzy']);
});

test('words after the box are a hint, and nothing is chosen', () => {
  expect(pairs(row('Reason', `<div>${box()}<span>Type to search</span></div>`))).toEqual([]);
});

test('typed text is the value, where there is any', () => {
  const html = row('School', '<div><input role="combobox" value="Testford Academy"></div>');
  expect(pairs(html)).toEqual(['School => Testford Academy']);
});

test('words that ask for a choice are none', () => {
  for (const words of ['Select...', 'Please choose', 'Search for a school…', 'Start typing a name'])
    expect(pairs(row('Reason', `<div><div>${words}</div>${box()}</div>`))).toEqual([]);
  const hints = [
    `<div class="x-hint">The one of last year</div>${box()}`,
    `<div id="h">The one of last year</div>${box('aria-describedby="h"')}`,
  ];
  for (const hint of hints) expect(pairs(row('School', `<div>${hint}</div>`))).toEqual([]);
});
