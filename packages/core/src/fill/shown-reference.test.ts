/** References that a page shows as its own, and those of menus and lists, which say nothing of whose form it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { shownReferences } from './shown-reference.js';

interface Page {
  readonly url?: string;
  readonly title?: string;
}

function shownOn(html: string, { url = 'https://rms.example.org/new', title = 'Log' }: Page = {}) {
  const page = snapshotOfHtml(html, { url, title });
  return shownReferences(page, readPage(page));
}
const texts = (html: string, page?: Page) => shownOn(html, page).map(({ text }) => text);

describe('a page shows as its own', () => {
  it.each([
    ['a labelled reference', '<dl><dt>Case number</dt><dd>NM/26/200</dd></dl>'],
    ['a reference in a box', '<label>Case number <input value="NM/26/200"></label>'],
    ['a labelled reference in a table', '<table><tr><th>Ref</th><td>NM/26/200</td></tr></table>'],
    ['a reference in a heading', '<h1>Add contact – NM/26/200</h1>'],
    ['a short line', '<p>Adding to NM/26/200</p>'],
    ['a line with a short word before the code', '<p>Case no. NM/26/200</p>'],
    ['a code that nothing announces', '<div>NM/26/200</div>'],
    [
      'a trail of links',
      '<nav aria-label="Breadcrumb"><a href="/">Cases</a> <a href="/c">NM/26/200</a></nav>',
    ],
  ])('%s', (_, html) => {
    expect(texts(html)).toContain('NM/26/200');
  });

  it('the reference in its title, and in its address, whole and by the name of the part', () => {
    expect(texts('', { title: 'NM/26/200 – Records' })).toEqual(['NM/26/200']);
    expect(texts('', { url: 'https://rms.example.org/cases/NM-26-200/contacts' })).toEqual([
      'NM-26-200',
    ]);
    expect(shownOn('', { url: 'https://rms.example.org/issues/1204/edit?tab=2' })).toEqual([
      { text: '1204', label: 'issues', named: 'any' },
    ]);
    expect(texts('', { url: 'https://rms.example.org/e?case=1204' })).toEqual(['1204']);
  });

  it('a reference that is written with spaces', () => {
    expect(texts('<h1>Contact for NM 26 200</h1>')).toContain('NM 26 200');
    expect(texts('<dl><dt>Reference</dt><dd>NM 26 200</dd></dl>')).toContain('NM 26 200');
  });

  it('its own reference, though a list of others is next to it', () => {
    const recent = '<ul><li><a>NM/26/300</a></li><li><a>NM/26/400</a></li></ul>';
    expect(texts(`<aside>${recent}</aside><p>Case: NM/26/200</p>`)).toEqual(['NM/26/200']);
    expect(texts(`<dl><dt>Case</dt><dd>NM/26/200</dd></dl>${recent}`)).toEqual(['NM/26/200']);
  });
});

describe('nothing is said of whose form it is by', () => {
  it.each([
    ['a menu', '<nav><a href="/c">NM/26/200</a></nav>'],
    ['a part beside the record', '<aside>NM/26/200</aside>'],
    [
      'a list of records',
      '<table><tr><th>Reference</th><th>Name</th></tr><tr><td>NM/26/200</td><td>A</td></tr><tr><td>C-7/B</td><td>B</td></tr></table>',
    ],
    ['a list of several shapes', '<ul><li>NM/26/200, open</li><li>CASE-7781-B, open</li></ul>'],
    ['headings of several records', '<h3>NM/26/200</h3><h3>NM/26/201</h3>'],
    ['the reference of a linked record', '<dl><dt>Linked case</dt><dd>NM/26/200</dd></dl>'],
    [
      'what is under such a heading',
      '<section><h2>Recently viewed</h2><dl><dt>Case</dt><dd>NM/26/200</dd></dl></section>',
    ],
    ['a link to a record', '<p><a href="/c">NM/26/200</a></p>'],
    [
      'a sentence',
      `<p>She was seen before, as ${'it is said in other words '.repeat(5)}NM/26/200.</p>`,
    ],
    ['what is hidden', '<p style="display:none">NM/26/200</p>'],
  ])('%s', (_, html) => {
    expect(texts(html)).toEqual([]);
  });

  it.each([
    'Telephone: 07700 900123',
    'Received 20/11/2026',
    'At 2026-11-20 10:45',
    'House number 12345678',
    'Page 2 of 17',
    'Postcode NE1 4ST',
    'Version 10.4.20261120',
    'Collar number NR4417',
  ])('a day, a number or a place: %s', (line) => {
    expect(texts(`<p>${line}</p>`)).toEqual([]);
  });
});

it('takes no letters of a code for the word before it', () => {
  expect(texts('<p>Case IS.10.100</p>')).toContain('IS.10.100');
});

it('shows the code of a page wherever it stands, and however it is spaced or spelt', () => {
  const places: readonly ((code: string) => string)[] = [
    (code) => `<h1>${code}</h1>`,
    (code) => `<dl><dt>Case number</dt><dd>${code}</dd></dl>`,
    (code) => `<label>Reference <input value="${code}"></label>`,
    (code) => `<p>Case ${code}</p>`,
  ];
  const parts = fc.tuple(
    fc.stringMatching(/^[A-Z]{2,4}$/),
    fc.integer({ min: 10, max: 99 }),
    fc.integer({ min: 100, max: 9999 }),
  );
  fc.assert(
    fc.property(
      parts,
      fc.constantFrom('/', '-', '.'),
      fc.constantFrom(...places),
      (code, by, place) => {
        expect(texts(place(code.join(by)))).toContain(code.join(by));
      },
    ),
    { numRuns: 60 },
  );
});

it('is bounded for any page', () => {
  const rows = Array.from(
    { length: 3000 },
    (_, nth) => `<p>Case ${'ABCD'.slice(nth % 3)}/${nth}x${nth % 7}</p>`,
  );
  expect(shownOn(rows.join('')).length).toBeLessThanOrEqual(200);
});
