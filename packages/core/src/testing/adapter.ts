/** The conformance suite of an adapter: it must read its own pages, and leave everybody else's alone. */
import { describe, expect, it } from 'vitest';
import type { Adapter } from '../capture/adapter/adapter.js';
import { checkAdapter } from '../capture/adapter/check-adapter.js';
import { chooseAdapter } from '../capture/adapter/choose-adapter.js';
import { openDraft } from '../capture/draft/open-draft.js';
import type { Draft, DraftRow } from '../capture/draft.js';
import { knowsLabel } from '../capture/name/knows-label.js';
import { checkAdapterFile } from '../capture/proof/proof-file.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import type { PageSnapshot } from '../page/snapshot/snapshot.js';
import { type Fixture, loadFixtures } from './fixture.js';
import { fixturePages } from './fixture-page.js';
import { testHost } from './host.js';
import {
  HIDDEN_POISON,
  poisonHidden,
  poisonHiddenIn,
  poisonShown,
  SHOWN_POISON,
} from './store/poison.js';

export interface AdapterTestOptions {
  /**
   * Saved pages, as a path from the test with `*` in the file name; next to each `.html`, a `.json` with its content.
   */
  readonly fixtures: string;
}

/**
 * Runs every rule of an adapter against its fixtures.
 *
 * @param from - `import.meta.url` of the test, so that the fixtures are found
 */
export function testAdapter(adapter: Adapter, from: string, options: AdapterTestOptions): void {
  testOn(adapter, loadFixtures(from, options.fixtures).map(savedCase));
}

/**
 * Runs the same rules from the text of an adapter file, on the recorded pages in it.
 *
 * @throws {Error} when the text is not an adapter file, or has no recorded page
 */
export function testAdapterFile(text: string): void {
  const checked = checkAdapterFile(text);
  if (!checked.ok) throw new Error(checked.issues.map(({ message }) => message).join('\n'));
  const { adapter, fixtures } = checked.value;
  if (fixtures.length === 0) throw new Error(`No recorded page proves ${adapter.id}`);
  testOn(
    adapter,
    fixtures.map(({ name, snapshot, fields }) => ({
      name,
      fields,
      page: () => structuredClone(snapshot),
      poisoned: () => poisonHiddenIn(snapshot),
    })),
  );
}

/** A page that an adapter must read, either saved as HTML or recorded. */
interface AdapterCase {
  readonly name: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly page: () => PageSnapshot;
  /** The page with poison in invisible places. */
  readonly poisoned: () => PageSnapshot;
}

function savedCase({ name, html, page, fields }: Fixture): AdapterCase {
  const frames = Object.entries(page.frames ?? {});
  return {
    name,
    fields,
    page: () => snapshotOfHtml(html, page),
    poisoned: () =>
      snapshotOfHtml(poisonHidden(html), {
        ...page,
        frames: Object.fromEntries(frames.map(([src, frame]) => [src, poisonHidden(frame)])),
      }),
  };
}

function testOn(adapter: Adapter, cases: readonly AdapterCase[]): void {
  describe(`adapter ${adapter.id}`, () => {
    it('is well formed: ids, field paths, locators', () => {
      expect(checkAdapter(adapter).issues).toEqual([]);
    });

    it('has a fixture for every name it gives, and a name for every fixture', () => {
      expect(cases.map(({ name }) => name).sort()).toEqual([...adapter.fixtures].sort());
    });

    it('finds each field that it names on one fixture or another', () => {
      const missed = cases.map(({ page }) => draftOf(adapter, page()).origins[0]?.fellBack ?? []);
      const [first = [], ...others] = missed;
      expect(first.filter((path) => others.every((paths) => paths.includes(path)))).toEqual([]);
    });

    it('finds each of its anchors on one fixture or another', () => {
      const found = cases.map(({ page }) => {
        const snapshot = page();
        return chooseAdapter([adapter], {
          reading: readPage(snapshot, { knows: knowsLabel }),
          snapshot,
        })?.missed;
      });
      const never = adapter.match.anchors.filter((anchor) =>
        found.every((missed) => missed?.includes(anchor) ?? true),
      );
      expect(never).toEqual([]);
    });

    describe.each(cases)('on $name', (each) => testCase(adapter, each));

    it.each(fixturePages)('steps aside on a page of another kind: $id', ({ html, url, title }) => {
      const draft = draftOf(adapter, snapshotOfHtml(html, { url, title }));
      expect(draft.origins.map((origin) => origin.adapter)).toEqual([undefined]);
      expect(draft.rows.filter(({ namedBy }) => namedBy === 'adapter')).toEqual([]);
    });
  });
}

function testCase(adapter: Adapter, { page, poisoned, fields }: AdapterCase): void {
  const read = () => capture(adapter, page());

  it('is chosen', () => {
    expect(read().draft.origins[0]?.adapter).toEqual({
      id: adapter.id,
      version: adapter.version,
    });
  });

  it('reads exactly what is on the page', () => {
    expect(valuesOf(read().draft, fields)).toEqual(fields);
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
    const draft = draftOf(adapter, poisoned());
    expect(JSON.stringify(draft)).not.toContain(HIDDEN_POISON);
    expect(valuesOf(draft, fields)).toEqual(fields);
  });

  it('keeps code that somebody typed into the record as the text it is', () => {
    const { draft, snapshot } = read();
    const lines = new Set(namedRows(draft).flatMap(({ raw }) => raw.split('\n')));
    const shown = poisonShown(snapshot, lines);
    const rows = draftOf(adapter, shown).rows.filter(({ raw }) => raw.includes('alert('));
    expect(rows.length).toBeGreaterThan(0);
    for (const { raw, value, issues } of rows) {
      expect(raw).toContain(SHOWN_POISON);
      // Text that a reader could not parse stays whole, and has an issue.
      if (issues.length > 0) expect(value).toBe(raw);
    }
  });
}

interface Captured {
  readonly snapshot: PageSnapshot;
  /** A copy made before the reading. */
  readonly before: PageSnapshot;
  readonly draft: Draft;
}

function capture(adapter: Adapter, snapshot: PageSnapshot): Captured {
  const before = structuredClone(snapshot);
  return { snapshot, before, draft: draftOf(adapter, snapshot) };
}

/** Draft made with a fixed host, so that two drafts of one page are equal down to their ids. */
function draftOf(adapter: Adapter, snapshot: PageSnapshot): Draft {
  return openDraft({
    reading: readPage(snapshot, { knows: knowsLabel }),
    snapshot,
    adapters: [adapter],
    way: 'saved-page',
    host: testHost({ seed: 1 }),
  });
}

function namedRows({ rows }: Draft): readonly DraftRow[] {
  return rows.filter(({ path }) => path !== undefined);
}

/**
 * Values by path, in the order of the page. Words that say that something is not known are none, unless the fixture has
 * them too.
 */
function valuesOf(
  draft: Draft,
  expected: AdapterCase['fields'],
): Readonly<Record<string, readonly string[]>> {
  const values: Record<string, string[]> = {};
  for (const { path, value, notKnown } of namedRows(draft)) {
    if (path === undefined || (notKnown && !expected[path]?.includes(value))) continue;
    values[path] = [...(values[path] ?? []), value];
  }
  return values;
}
