/**
 * The conformance suite of an importer: a file may hold anything, and nothing in it may break the reading or slip
 * through.
 */
import { describe, expect, it } from 'vitest';
import { type FieldPath, isFieldPath } from '../capture/field/field-path.js';
import { gatherCodeLists } from '../codes/shipped.js';
import type { ImportContext, Importer } from '../plugin/importer.js';
import type { FieldValues } from '../review/field-values.js';
import type { Issue } from '../shared/issue.js';
import { testHost } from './host.js';

/** A file and its expected content. */
export interface ImportSample {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The referrals in the order of the file; absent for a file that must be refused. */
  readonly referrals?: readonly FieldValues[];
  /** Places that an issue must be at, such as `row 3`. */
  readonly issuesAt?: readonly string[];
}

export interface ImporterTestOptions {
  readonly samples: readonly ImportSample[];
  readonly context?: ImportContext;
}

/** The shipped code lists and a fixed day, as given to an importer under test. */
export function importContext(): ImportContext {
  return { lists: gatherCodeLists(), today: testHost().clock.today() };
}

/** Runs every rule of an importer against sample files, and against files of other kinds. */
export function testImporter(importer: Importer, options: ImporterTestOptions): void {
  const context = options.context ?? importContext();
  describe(`importer ${importer.id}`, () => {
    it('says what it is and which files it reads', () => {
      expect(importer.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(importer.title).not.toBe('');
      expect(importer.mediaTypes.length + importer.extensions.length).toBeGreaterThan(0);
      for (const extension of importer.extensions) expect(extension).toMatch(/^[a-z0-9]+$/);
      for (const mediaType of importer.mediaTypes)
        expect(mediaType).toMatch(/^[\w.+-]+\/[\w.+-]+$/);
    });

    describe.each(options.samples)('on $name', (sample) => {
      const read = () => importer.read(bytesOf(sample.content), context);

      it(
        sample.referrals ? 'reads every referral' : 'refuses the file in a plain sentence',
        async () => {
          const result = await read();
          const values = result.ok ? result.value.map((each) => each.values) : undefined;
          expect(values).toEqual(sample.referrals);
          if (!sample.referrals) expect(result.issues.length).toBeGreaterThan(0);
          expectSentences(result.issues);
        },
      );

      it('says where each referral stood, each at a place of its own', async () => {
        const result = await read();
        const places = result.ok ? result.value.map(({ at }) => at) : [];
        expect(new Set(places).size).toBe(places.length);
        expect(places).not.toContain('');
      });

      it('names only fields that there are, and says where the trouble is', async () => {
        const result = await read();
        const referrals = result.ok ? result.value : [];
        for (const { values, issues } of referrals) {
          expect(Object.keys(values).filter((path) => !isFieldPath(path))).toEqual([]);
          expectSentences(issues);
        }
        const places = [...result.issues, ...referrals.flatMap(({ issues }) => issues)];
        for (const place of sample.issuesAt ?? [])
          expect(places.map(({ at }) => at)).toContainEqual(expect.stringContaining(place));
      });

      it('says no more places and labels than there are values', async () => {
        const result = await read();
        for (const { values, labels = {}, places = {} } of result.ok ? result.value : [])
          for (const texts of [labels, places])
            for (const [path, beside] of Object.entries(texts).filter(isFieldEntry))
              if (typeof beside !== 'string')
                expect(values[path]?.length ?? 0).toBeGreaterThanOrEqual(beside.length);
      });

      it('reads the same twice, and leaves the bytes as they were', async () => {
        const bytes = bytesOf(sample.content);
        const first = await importer.read(bytes, context);
        expect(await importer.read(bytes, context)).toEqual(first);
        expect(bytes).toEqual(bytesOf(sample.content));
      });

      it('never throws on a file cut short', async () => {
        const bytes = bytesOf(sample.content);
        for (let part = 1; part < 12; part += 1) {
          const short = bytes.slice(0, (bytes.length * part) / 12);
          const result = await importer.read(short, context);
          expectSentences(result.issues);
          expectSentences((await importer.columns?.(short, context))?.issues ?? []);
        }
      });

      if (importer.columns && sample.referrals)
        it('reads its columns as it is told what they hold', async () => {
          const bytes = bytesOf(sample.content);
          const asked = await importer.columns?.(bytes, context);
          const columns = asked?.ok ? asked.value.map(({ path }) => path) : [];
          expect(columns).not.toEqual([]);
          const own = await importer.read(bytes, { ...context, columns });
          expect(own.ok && own.value.map(({ values }) => values)).toEqual(sample.referrals);
          const none = await importer.read(bytes, {
            ...context,
            columns: columns.map(() => undefined),
          });
          for (const { values } of none.ok ? none.value : []) expect(values).toEqual({});
        });
    });

    it.each([
      ['an empty file', new Uint8Array()],
      ['zeros', new Uint8Array(64)],
      ['bytes that are no text', Uint8Array.from({ length: 256 }, (_, i) => i)],
      ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ])('refuses %s in a plain sentence', async (_, bytes) => {
      const result = await importer.read(bytes, context);
      expect(result.ok).toBe(false);
      expect(result.issues.length).toBeGreaterThan(0);
      expectSentences(result.issues);
    });
  });
}

function isFieldEntry<T>(entry: [string, T]): entry is [FieldPath, T] {
  return isFieldPath(entry[0]);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content.slice();
}

/** @internal Expects text for an officer: begins like a sentence, and shows nothing of the program's internals. */
export function expectSentences(issues: readonly Issue[]): void {
  for (const { code, message } of issues) {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(message).toMatch(/^[\p{Lu}\p{N}“"]/u);
    expect(message).not.toMatch(/undefined|\[object|Error:|\bnull\b|\bNaN\b/);
  }
}
