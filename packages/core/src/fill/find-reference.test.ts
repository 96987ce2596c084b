import { describe, expect, test } from 'vitest';
import type { Adapter } from '../capture/adapter/adapter.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { findReferences } from './find-reference.js';

function found(html: string, adapters: readonly Adapter[] = []) {
  const page = snapshotOfHtml(html, { url: 'https://rms.example.org/1/saved' });
  return findReferences(page, readPage(page), { kind: 'intervention', adapters }).map(
    ({ text, by }) => `${text} by ${by}`,
  );
}

describe('read from the page', () => {
  test.each([
    [
      '<table><tr><th>Entry number</th><td>CL-0003-001</td></tr></table>',
      ['CL-0003-001 by reading'],
    ],
    ['<p role="status">Saved. Reference PR-0001-001</p>', ['PR-0001-001 by reading']],
    ['<h1>Ticket number: 1204</h1>', ['1204 by reading']],
    ['<p>Your reference is #NM/26/7.</p>', ['NM/26/7 by reading']],
    ['<p>Thank you, it was saved on 20/11/2026.</p>', []],
    ['<p>No further action</p>', []],
    ['<p>Log 20/11/2026</p><p>Reference 2026-11-20</p><p>Ref: 20-Nov-2026</p>', []],
    ['<p>Call this number 07700900123</p><p>NHS number 9434765919</p>', []],
    ['<dl><dt>Contact number</dt><dd>07700900123</dd></dl>', []],
    ['<h2>Linked records</h2><dl><dt>Reference</dt><dd>OTHER/1</dd></dl>', []],
    [
      '<table><tr><th>Reference</th><th>Name</th></tr><tr><td>AA/1</td><td>A</td></tr><tr><td>AA/2</td><td>B</td></tr></table>',
      [],
    ],
  ])('%s', (html, codes) => {
    expect(found(html)).toEqual(codes);
  });

  test('a code that stands twice is offered once', () => {
    expect(found('<dl><dt>Reference</dt><dd>AB/12</dd></dl><p>Reference AB/12</p>')).toEqual([
      'AB/12 by reading',
    ]);
  });
});

test('where an adapter names the place, what else reads as a reference is not offered', () => {
  const adapter: Adapter = {
    id: 'rms/saved',
    title: 'Records',
    version: '1.0.0',
    owner: 'Northmoor',
    engine: '>=0.0',
    match: { anchors: [{ heading: 'Saved' }] },
    screens: [],
    references: [
      { when: [{ heading: 'Saved' }], of: 'intervention', reference: [{ selector: '.result' }] },
    ],
    fixtures: [],
  };
  const html = '<h1>Saved</h1><p>Reference PR-1</p><p class="result">Kept as entry 77/26</p>';
  expect(found(html, [adapter])).toEqual(['77/26 by adapter']);
});
