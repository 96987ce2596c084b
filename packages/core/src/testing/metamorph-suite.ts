/** The suite of a page that is read without an adapter: the same values stand on it however it is wrapped. */
import { describe, expect, it } from 'vitest';
import { openDraft } from '../capture/open-draft.js';
import { readPage } from '../page/read-page.js';
import { type SavedPage, snapshotOfHtml } from '../page/saved-page.js';
import type { PageSnapshot } from '../page/snapshot.js';
import { testHost } from './host.js';
import { inForeignFrame, METAMORPHS } from './metamorph.js';

/**
 * Runs every change over a page and holds the reading and the draft to what they were.
 *
 * @param name - names the page in the report
 */
export function testMetamorphs(name: string, html: string, saved: SavedPage): void {
  describe(name, () => {
    const page = snapshotOfHtml(html, saved);
    const before = shownPairs(page);

    it.each(METAMORPHS)('reads the same $id', ({ change }) => {
      const changed = change(page);
      expect(shownPairs(changed)).toEqual(before);
      expect(shownFields(changed)).toEqual(shownFields(page));
    });

    it('says that a frame of another origin was not read, and reads none of it', () => {
      const reading = readPage(inForeignFrame(page));
      expect(reading.values).toEqual([]);
      expect(reading.unread).toHaveLength(1);
      expect(reading.issues.map(({ code }) => code)).toContain('frame-not-read');
    });
  });
}

/** Pairs in view, spaces folded as the eye folds them. */
export function shownPairs(page: PageSnapshot): readonly string[] {
  return readPage(page)
    .values.filter(({ visible }) => visible)
    .map(({ label, value }) => folded(`${label} => ${value}`))
    .sort();
}

function shownFields(page: PageSnapshot): readonly string[] {
  const draft = openDraft({
    reading: readPage(page),
    snapshot: page,
    adapters: [],
    way: 'page',
    host: testHost(),
  });
  return draft.rows
    .filter(({ path, visible }) => path !== undefined && visible)
    .map(({ path, value }) => folded(`${path} = ${value}`))
    .sort();
}

function folded(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ');
}
