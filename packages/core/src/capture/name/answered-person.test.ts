import { expect, test } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';

const named = (html: string) =>
  openDraft({
    reading: readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })),
    adapters: [],
    way: 'page',
    host: testHost(),
  })
    .rows.filter(({ path }) => path !== undefined)
    .map(({ path, value, decision }) => [path, value, decision.kind]);

test('a parent whom an answer names is a related person, with what stands beside the name', () => {
  expect(
    named('<dl><dt>Is the parent aware?</dt><dd>Yes - Dawn Vael, 07700 900456</dd></dl>'),
  ).toEqual([
    ['relatedPersons[].name', 'Dawn Vael', 'leave'],
    ['relatedPersons[].phones[]', '+447700900456', 'leave'],
  ]);
});

test.each([
  ['Is the parent aware?', 'Yes'],
  ['Parent informed', 'No'],
  ['Parent or carer told?', 'Yes, by telephone'],
  ['Has the school been told?', 'Yes - Jo Example'],
])('nobody is named by %s %s', (label, value) => {
  expect(named(`<dl><dt>${label}</dt><dd>${value}</dd></dl>`)).toEqual([]);
});
