/** Saved pages with the values an adapter must read on them: `name.html` next to `name.json`. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { FILL_KINDS } from '../capture/field/fill-path.js';
import type { SavedPage } from '../page/saved-page.js';

const PAGE = {
  /** Address of the page: the adapter's hosts and paths are checked against it. */
  url: v.pipe(v.string(), v.url()),
  title: v.optional(v.string()),
  /** Frames by their `src` as written in the page, each a file next to it. */
  frames: v.optional(v.record(v.string(), v.string()), {}),
} as const;

/** Content of `name.json` for a page that is read. */
const Expected = v.strictObject({
  ...PAGE,
  /** Every value that must be on the draft, by path, in the order of the page; no other path may be there. */
  fields: v.record(v.string(), v.array(v.string())),
});

export interface Fixture {
  readonly name: string;
  readonly html: string;
  readonly page: SavedPage;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

/** Content of `name.json` for a form that is filled. */
const ExpectedForm = v.strictObject({
  ...PAGE,
  of: v.picklist(FILL_KINDS),
  /** Text that would be typed, by path and in the form's own way of writing; nothing else is typed. */
  typed: v.record(v.string(), v.string()),
  /** Reason that a path a box asks for is not typed, by path: an issue code. */
  left: v.optional(v.record(v.string(), v.string()), {}),
});

/** Content of `name.json` for the page after a form. */
const ExpectedReference = v.strictObject({
  ...PAGE,
  of: v.picklist(FILL_KINDS),
  reference: v.string(),
});

export interface SavedFixture {
  readonly name: string;
  readonly html: string;
  readonly page: SavedPage;
}

export type FormFixture = SavedFixture &
  Pick<v.InferOutput<typeof ExpectedForm>, 'of' | 'typed' | 'left'>;
export type ReferenceFixture = SavedFixture &
  Pick<v.InferOutput<typeof ExpectedReference>, 'of' | 'reference'>;

/**
 * Loads the fixtures that match a pattern.
 *
 * @param from - `import.meta.url` of the test
 * @param pattern - path from there, `*` in the file name: `../fixtures/referral-*.html`
 * @throws {Error} when nothing matches, or a JSON file is missing or wrong
 */
export function loadFixtures(from: string, pattern: string): readonly Fixture[] {
  return load(from, pattern, Expected);
}

/** Loads forms as {@link loadFixtures} does. */
export function loadForms(from: string, pattern: string): readonly FormFixture[] {
  return load(from, pattern, ExpectedForm);
}

/** Loads pages that show the reference of a saved record, as {@link loadFixtures} does. */
export function loadReferences(from: string, pattern: string): readonly ReferenceFixture[] {
  return load(from, pattern, ExpectedReference);
}

interface Said {
  readonly url: string;
  readonly title?: string | undefined;
  readonly frames: Readonly<Record<string, string>>;
}

function load<T extends Said>(from: string, pattern: string, schema: v.GenericSchema<unknown, T>) {
  const path = fileURLToPath(new URL(pattern.replaceAll('*', '%2A'), from).href);
  const folder = dirname(path);
  const [start = '', end = ''] = basename(path).split('*');
  const names = readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith(end) && name.endsWith('.html'))
    .map((name) => basename(name, '.html'))
    // A frame's file belongs to its page: `legacy.frame0.html` is not a fixture by itself.
    .filter((name) => !name.includes('.'))
    .sort();
  if (names.length === 0) throw new Error(`No fixture matches ${pattern}`);
  return names.map((name) => {
    const json: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    const { url, title, frames, ...said } = v.parse(schema, json);
    const files = Object.entries(frames).map(([src, file]) => [
      src,
      readFileSync(join(folder, file), 'utf8'),
    ]);
    return {
      ...said,
      name,
      html: readFileSync(join(folder, `${name}.html`), 'utf8'),
      page: {
        url,
        ...(title === undefined ? {} : { title }),
        frames: Object.fromEntries(files) as Readonly<Record<string, string>>,
      },
    };
  });
}
