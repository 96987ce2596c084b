import { describe, expect, it } from 'vitest';
import { openDraft } from '../capture/draft/open-draft.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { fixturePages } from './fixture-page.js';
import { testHost } from './host.js';

describe.each(fixturePages)('the fixture page $id', ({ html, url, title, fields }) => {
  const snapshot = snapshotOfHtml(html, { url });
  const draft = openDraft({
    reading: readPage(snapshot),
    snapshot,
    adapters: [],
    way: 'saved-page',
    host: testHost(),
  });

  it('holds what it says, for the generic reading alone', () => {
    for (const [path, values] of Object.entries(fields))
      expect(draft.rows.filter((row) => row.path === path).map(({ value }) => value)).toEqual(
        values,
      );
  });

  it('has the title it says', () => {
    expect(snapshot.frames[0]?.title).toBe(title);
  });

  it('gives nothing away that is never read', () => {
    expect(JSON.stringify(draft)).not.toContain('never-read');
  });
});
