/** The area that a page says stays in its words: it is nobody’s organisation and nobody’s address. */
import { expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';
import { suggestPath, surePath } from './suggest-path.js';

const LABELS = [
  ...['Council', 'Borough', 'London borough', 'Local authority', 'Local authority area'],
  ...['Force area', 'Police force area', 'Policing area', 'Home force', 'Force of residence'],
];
const OWNERS = [[], ['Subject'], ['Referral details'], ['Referrer'], ['Incident location']];

it.each(LABELS)('%s names no fact, whoever it is under', (label) => {
  for (const owner of OWNERS)
    for (const value of ['Surrey', 'Surrey County Council', 'Nowhereshire'])
      expect([suggestPath({ label, owner, value }), surePath({ label, owner, value })]).toEqual([
        undefined,
        undefined,
      ]);
});

it('keeps the organisation of a referrer apart from it', () => {
  for (const label of ['Force', 'Police force'])
    expect(suggestPath({ label, owner: ['Referrer'], value: 'Surrey' })).toBe(
      'referrer.organisation',
    );
});

it('is offered as it was read, and nothing takes it', () => {
  const html = `<h2>Subject</h2><dl><dt>Full name</dt><dd>Ada Vael</dd>
    <dt>Force area</dt><dd>Surrey</dd><dt>Council</dt><dd>Surrey County Council</dd></dl>`;
  const page = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const draft = openDraft({ reading: readPage(page), adapters: [], way: 'page', host });
  const rows = draft.rows.filter(({ label }) => label !== 'Full name');
  expect(rows.map(({ label, raw, path, decision }) => [label, raw, path, decision.kind])).toEqual([
    ['Force area', 'Surrey', undefined, 'leave'],
    ['Council', 'Surrey County Council', undefined, 'leave'],
  ]);
});
