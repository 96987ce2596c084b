/** The conformance suite of an adapter: what it must read on its own pages, and leave alone on everybody else's. */
import { describe, expect, it } from 'vitest';
import type { Adapter } from '../capture/adapter.js';
import { checkAdapter } from '../capture/check-adapter.js';
import { chooseAdapter } from '../capture/choose-adapter.js';
import type { Draft, DraftRow } from '../capture/draft.js';
import { openDraft } from '../capture/open-draft.js';
import { readPage } from '../page/read-page.js';
import { type SavedPage, snapshotOfHtml } from '../page/saved-page.js';
import type { PageSnapshot } from '../page/snapshot.js';
import { type Fixture, loadFixtures } from './fixture.js';
import { fixturePages } from './fixture-page.js';
import { testHost } from './host.js';
import { HIDDEN_POISON, poisonHidden, poisonShown, SHOWN_POISON } from './poison.js';

export interface AdapterTestOptions {
  /** Saved pages, as a path from the test with `*` in the file name; beside each `.html` a `.json` of what it holds. */
  readonly fixtures: string;
}

/**
 * Runs every rule of an adapter against its fixtures.
 *
 * @param from - `import.meta.url` of the test, so that the fixtures are found
 */
export function testAdapter(adapter: Adapter, from: string, options: AdapterTestOptions): void {
  const fixtures = loadFixtures(from, options.fixtures);
  describe(`adapter ${adapter.id}`, () => {
    it('is well formed: ids, field paths, locators', () => {
      expect(checkAdapter(adapter).issues).toEqual([]);
    });

    it('has a fixture for every name it gives, and a name for every fixture', () => {
      expect(fixtures.map(({ name }) => name)).toEqual([...adapter.fixtures].sort());
    });

    it('finds each field that it names on one fixture or another', () => {
      const missed = fixtures.map(
        ({ html, page }) => capture(adapter, html, page).draft.origins[0]?.fellBack ?? [],
      );
      const [first = [], ...others] = missed;
      expect(first.filter((path) => others.every((paths) => paths.includes(path)))).toEqual([]);
    });

    it('finds each of its anchors on one fixture or another', () => {
      const found = fixtures.map(({ html, page }) => {
        const snapshot = snapshotOfHtml(html, page);
        return chooseAdapter([adapter], { reading: readPage(snapshot), snapshot })?.missed;
      });
      const never = adapter.match.anchors.filter((anchor) =>
        found.every((missed) => missed?.includes(anchor) ?? true),
      );
      expect(never).toEqual([]);
    });

    describe.each(fixtures)('on $name', (fixture) => testFixture(adapter, fixture));

    it.each(fixturePages)('steps aside on a page of another kind: $id', ({ html, url, title }) => {
      const { draft } = capture(adapter, html, { url, title });
      expect(draft.origins.map((origin) => origin.adapter)).toEqual([undefined]);
      expect(draft.rows.filter(({ namedBy }) => namedBy === 'adapter')).toEqual([]);
    });
  });
}

function testFixture(adapter: Adapter, { html, page, fields }: Fixture): void {
  const read = () => capture(adapter, html, page);

  it('is chosen', () => {
    expect(read().draft.origins[0]?.adapter).toEqual({
      id: adapter.id,
      version: adapter.version,
    });
  });

  it('reads exactly what is on the page', () => {
    expect(valuesOf(read().draft)).toEqual(fields);
  });

  it('gives each value its label and its place', () => {
    for (const row of namedRows(read().draft)) {
      expect(row.label, `label of ${row.path}`).not.toBe('');
      expect(row.place.selector, `place of ${row.path}`).not.toBe('');
    }
  });

  it('reads the same when it reads twice', () => {
    expect(read().draft).toEqual(read().draft);
  });

  it('leaves the snapshot as it was', () => {
    const { snapshot, before } = read();
    expect(snapshot).toEqual(before);
  });

  it('does not read what does not show: scripts, comments, attributes', () => {
    const { draft } = capture(adapter, poisonHidden(html), {
      ...page,
      frames: Object.fromEntries(
        Object.entries(page.frames ?? {}).map(([src, frame]) => [src, poisonHidden(frame)]),
      ),
    });
    expect(JSON.stringify(draft)).not.toContain(HIDDEN_POISON);
    expect(valuesOf(draft)).toEqual(fields);
  });

  it('keeps code that somebody typed into the record as the text it is', () => {
    const { draft, snapshot } = read();
    const lines = new Set(namedRows(draft).flatMap(({ raw }) => raw.split('\n')));
    const poisoned = poisonShown(snapshot, lines);
    const rows = draftOf(adapter, poisoned).rows.filter(({ raw }) => raw.includes('alert('));
    expect(rows.length).toBeGreaterThan(0);
    for (const { raw, value, issues } of rows) {
      expect(raw).toContain(SHOWN_POISON);
      // Text that a reader made nothing of stays whole, and says so.
      if (issues.length > 0) expect(value).toBe(raw);
    }
  });
}

interface Captured {
  readonly snapshot: PageSnapshot;
  /** A copy from before the reading. */
  readonly before: PageSnapshot;
  readonly draft: Draft;
}

function capture(adapter: Adapter, html: string, page: SavedPage): Captured {
  const snapshot = snapshotOfHtml(html, page);
  const before = structuredClone(snapshot);
  return { snapshot, before, draft: draftOf(adapter, snapshot) };
}

/** The host is fixed, so that two drafts of one page are equal down to their ids. */
function draftOf(adapter: Adapter, snapshot: PageSnapshot): Draft {
  return openDraft({
    reading: readPage(snapshot),
    snapshot,
    adapters: [adapter],
    way: 'saved-page',
    host: testHost({ seed: 1 }),
  });
}

function namedRows({ rows }: Draft): readonly DraftRow[] {
  return rows.filter(({ path }) => path !== undefined);
}

/** By path, in the order of the page. */
function valuesOf(draft: Draft): Readonly<Record<string, readonly string[]>> {
  const values: Record<string, string[]> = {};
  for (const { path, value } of namedRows(draft)) {
    if (path === undefined) continue;
    values[path] = [...(values[path] ?? []), value];
  }
  return values;
}
