import { expect, it } from 'vitest';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { HIDDEN_POISON, poisonHidden, poisonShown, SHOWN_POISON } from './poison.js';

const html = '<dl><dt>Name</dt><dd>Taz <b>V</b></dd><dt>School</dt><dd>Quill</dd></dl>';

it('hides poison in attributes, scripts, styles and comments beside each value', () => {
  const poisoned = poisonHidden(html);
  for (const place of ['<dd onclick="', '<script>', '<style>', '<!--', '<noscript>'])
    expect(poisoned).toContain(`${place}${HIDDEN_POISON}`);
});

it('leaves the texts of the page as they were', () => {
  const texts = (page: string) =>
    JSON.stringify(snapshotOfHtml(page, { url: 'https://a.example.org/' })).match(
      /"value":"[^"]*"/g,
    );
  expect(texts(poisonHidden(html))).toEqual(texts(html));
});

it('adds poison to what is typed in a box', () => {
  const page = snapshotOfHtml('<input value="Quill"><input value="Vael">', {
    url: 'https://a.example.org/',
  });
  const poisoned = JSON.stringify(poisonShown(page, new Set(['Quill'])));
  expect(poisoned).toContain(JSON.stringify(`Quill ${SHOWN_POISON}`));
  expect(poisoned.split('alert(')).toHaveLength(2);
});

it('adds poison to the texts that are named and to no others, on a copy', () => {
  const page = snapshotOfHtml(html, { url: 'https://a.example.org/' });
  const before = structuredClone(page);
  const poisoned = JSON.stringify(poisonShown(page, new Set(['Quill'])));
  expect(poisoned).toContain(JSON.stringify(`Quill ${SHOWN_POISON}`));
  expect(poisoned.split('alert(')).toHaveLength(2);
  expect(page).toEqual(before);
});
