import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const pairs = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values.map(
    ({ label, value }) => [label, value],
  );

test('chips under one label are values of it, each in a line of its own', () => {
  expect(
    pairs(
      '<dl><dt>Offences</dt><dd><span class="ui-chip">Unauthorised access <button>x</button></span><span class="ui-chip">Denial of service <button>x</button></span></dd></dl>',
    ),
  ).toEqual([['Offences', 'Unauthorised access\nDenial of service']]);
});

test('so are tags, although each is a link', () => {
  expect(
    pairs(
      '<div><label>Aliases</label><div><a class="tag" href="#">zed</a> <a class="tag" href="#">tazzy</a></div></div>',
    ),
  ).toEqual([['Aliases', 'zed\ntazzy']]);
});

test('a name in pieces, and a badge beside one, stay in one line', () => {
  expect(
    pairs(
      '<dl><dt>Name</dt><dd><span class="n">Taz</span> <span class="n">Vael</span></dd><dt>Status</dt><dd>Open <strong class="badge">New</strong></dd></dl>',
    ),
  ).toEqual([
    ['Name', 'Taz Vael'],
    ['Status', 'Open New'],
  ]);
});
