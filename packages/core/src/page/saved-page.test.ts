import { expect, test } from 'vitest';
import { PreventError } from '../shared/errors.js';
import { readPage } from './read-page.js';
import { snapshotOfHtml } from './saved-page.js';

const url = 'https://rms.example.org/records/17';

test('title, language and address come from the document and the caller', () => {
  const [frame] = snapshotOfHtml('<html lang="en-GB"><title> Record </title><p>x', { url }).frames;
  expect(frame).toMatchObject({ url, title: 'Record', language: 'en-GB', path: [] });
});

test('frames that are handed in are read, parents before children', () => {
  const page = snapshotOfHtml(
    '<frameset><frame src="menu.html"><frame src="main.html"></frameset>',
    {
      url,
      frames: {
        'menu.html': '<p>Menu',
        'main.html': '<iframe src="inner.html"></iframe>',
        'inner.html': '<dl><dt>Name<dd>Taz</dl>',
      },
    },
  );
  expect(page.frames.map(({ path }) => path)).toEqual([[], [0], [1], [1, 0]]);
  expect(page.frames[3]?.url).toBe('https://rms.example.org/records/inner.html');
  expect(readPage(page).values[0]).toMatchObject({
    id: 'f3-0',
    value: 'Taz',
    place: { frame: [1, 0] },
  });
});

test('a frame that was not handed in is listed as not read, by its origin, and the reading says so', () => {
  const page = snapshotOfHtml('<iframe src="https://other.example.net/a?token=1"></iframe>', {
    url,
  });
  expect(page.unread).toEqual([
    { path: [0], origin: 'https://other.example.net', why: 'no-answer' },
  ]);
  const issue = readPage(page).issues.find(({ code }) => code === 'frame-not-read');
  expect(issue?.message).toContain('https://other.example.net');
});

test('a page that is its own frame ends', () => {
  const html = '<iframe src="a.html"></iframe>';
  expect(snapshotOfHtml(html, { url, frames: { 'a.html': html } }).frames.length).toBeLessThan(20);
});

test('srcdoc is read', () => {
  expect(
    readPage(snapshotOfHtml('<iframe srcdoc="<dl><dt>Name<dd>Taz</dl>"></iframe>', { url }))
      .values[0]?.value,
  ).toBe('Taz');
});

test('a declarative shadow root is read in place, with slotted text where it is shown', () => {
  const page = snapshotOfHtml(
    '<x-a><template shadowrootmode="closed"><dl><dt>Name<dd><slot></slot></dl></template>Taz</x-a>',
    { url },
  );
  expect(readPage(page).values[0]).toMatchObject({ label: 'Name', value: 'Taz' });
  expect(JSON.stringify(page)).toContain('"shadow":"closed"');
});

test('scripts and styles do not reach the snapshot', () => {
  expect(
    JSON.stringify(snapshotOfHtml('<style>a{}</style><script>alert(1)</script><p>x', { url })),
  ).not.toMatch(/alert|a\{\}/);
});

test('a page nested beyond parsing is refused in words', () => {
  let refused: unknown;
  try {
    snapshotOfHtml('<div>'.repeat(200_000), { url });
  } catch (error) {
    refused = error;
  }
  if (refused !== undefined) expect(refused).toBeInstanceOf(PreventError);
});
