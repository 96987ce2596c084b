/** The suite of a page read without an adapter: its values stay the same however it is wrapped. */
import { describe, expect, it } from 'vitest';
import type { Adapter } from '../capture/adapter/adapter.js';
import { openDraft } from '../capture/draft/open-draft.js';
import type { DraftRow } from '../capture/draft.js';
import { readPage } from '../page/read-page.js';
import { type SavedPage, snapshotOfHtml } from '../page/saved-page.js';
import type { PageSnapshot } from '../page/snapshot/snapshot.js';
import { testHost } from './host.js';
import { inForeignFrame, METAMORPHS } from './metamorph.js';

/**
 * Runs every change over a page and expects the same reading and draft as before.
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

/**
 * Runs every change over a page and expects an adapter to name the same fields as before: an adapter that uses labels
 * does not depend on their wrapping.
 *
 * @param page - made by `snapshotOfHtml`, or recorded
 */
export function testAdapterMetamorphs(name: string, adapter: Adapter, page: PageSnapshot): void {
  describe(`adapter ${adapter.id} on ${name}`, () => {
    const before = namedFields(page, adapter);

    it('names something', () => {
      expect(before).not.toEqual([]);
    });

    it.each(METAMORPHS)('names the same $id', ({ change }) => {
      expect(namedFields(change(page), adapter)).toEqual(before);
    });

    it('names nothing in a frame of another origin', () => {
      expect(namedFields(inForeignFrame(page), adapter)).toEqual([]);
    });
  });
}

/** Visible pairs, with spaces folded as the eye folds them. */
export function shownPairs(page: PageSnapshot): readonly string[] {
  return readPage(page)
    .values.filter(({ visible }) => visible)
    .map(({ label, value }) => folded(`${label} => ${value}`))
    .sort();
}

function shownFields(page: PageSnapshot): readonly string[] {
  return fieldsOf(rowsOn(page, []).filter(({ visible }) => visible));
}

function namedFields(page: PageSnapshot, adapter: Adapter): readonly string[] {
  return fieldsOf(
    rowsOn(page, [adapter]).filter(({ visible, namedBy }) => visible && namedBy === 'adapter'),
  );
}

function rowsOn(page: PageSnapshot, adapters: readonly Adapter[]): readonly DraftRow[] {
  const reading = readPage(page);
  return openDraft({ reading, snapshot: page, adapters, way: 'page', host: testHost() }).rows;
}

function fieldsOf(rows: readonly DraftRow[]): readonly string[] {
  return rows
    .filter(({ path }) => path !== undefined)
    .map(({ path, value }) => folded(`${path} = ${value}`))
    .sort();
}

function folded(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ');
}
