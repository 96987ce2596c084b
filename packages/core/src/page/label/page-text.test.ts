import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const NOTES =
  'Taz was seen by his tutor with a list of passwords.\nHe had used a booter against the network twice, and sold a third attack.';
const valuesOf = (body: string, title = 'Record 17') =>
  readPage(snapshotOfHtml(body, { url: 'https://wiki.example.org/1', title }));

test('the text of a page that is open for a change stands under the title of the page', () => {
  const { values, issues } = valuesOf(`<form><textarea name="t">${NOTES}</textarea></form>`);
  expect(values).toMatchObject([{ label: 'Record 17', value: NOTES, isTyped: true }]);
  expect(issues.map(({ code }) => code)).not.toContain('value-without-label');
});

test('a box with a label keeps it, and a short text or one without a title is only counted', () => {
  const labelled = `<label for="t">Notes</label><textarea id="t">${NOTES}</textarea>`;
  expect(valuesOf(labelled).values).toMatchObject([{ label: 'Notes' }]);
  for (const [body, title] of [
    ['<textarea>Ring\nschool</textarea>', 'Record 17'],
    [`<textarea>${NOTES}</textarea>`, ' '],
  ] as const) {
    const { values, issues } = valuesOf(body, title);
    expect(values).toEqual([]);
    expect(issues.map(({ code }) => code)).toContain('value-without-label');
  }
});
