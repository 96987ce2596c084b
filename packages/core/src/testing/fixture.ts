/** Saved pages with what an adapter must read on them: `name.html` beside `name.json`. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import type { SavedPage } from '../page/saved-page.js';

/** What `name.json` holds. */
const Expected = v.strictObject({
  /** Where the page was: what the adapter's hosts and paths are held against. */
  url: v.pipe(v.string(), v.url()),
  title: v.optional(v.string()),
  /** Frames by their `src` as written in the page, each a file beside it. */
  frames: v.optional(v.record(v.string(), v.string()), {}),
  /** Every value that must stand on the draft, by path, in the order of the page; no other path may stand there. */
  fields: v.record(v.string(), v.array(v.string())),
});

export interface Fixture {
  readonly name: string;
  readonly html: string;
  readonly page: SavedPage;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

/**
 * Loads the fixtures that a pattern names.
 *
 * @param from - `import.meta.url` of the test
 * @param pattern - path from there, `*` in the file name: `../fixtures/referral-*.html`
 * @throws {Error} when nothing matches, or a JSON file is missing or wrong
 */
export function loadFixtures(from: string, pattern: string): readonly Fixture[] {
  const path = fileURLToPath(new URL(pattern.replaceAll('*', '%2A'), from).href);
  const folder = dirname(path);
  const [start = '', end = ''] = basename(path).split('*');
  const names = readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith(end) && name.endsWith('.html'))
    .map((name) => basename(name, '.html'))
    // A frame's file belongs to its page: `legacy.frame0.html` is no fixture by itself.
    .filter((name) => !name.includes('.'))
    .sort();
  if (names.length === 0) throw new Error(`No fixture matches ${pattern}`);
  return names.map((name) => {
    const json: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    const { url, title, frames, fields } = v.parse(Expected, json);
    return {
      name,
      html: readFileSync(join(folder, `${name}.html`), 'utf8'),
      page: {
        url,
        ...(title === undefined ? {} : { title }),
        frames: Object.fromEntries(
          Object.entries(frames).map(([src, file]) => [
            src,
            readFileSync(join(folder, file), 'utf8'),
          ]),
        ),
      },
      fields,
    };
  });
}
