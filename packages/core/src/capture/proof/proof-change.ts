/**
 * Proves an adapter on pages other than the one that it was taught on: that page as the system's next release might
 * change it, and another record of the same screen.
 */

import { readPage } from '../../page/read-page.js';
import type { LabelledValue } from '../../page/reading.js';
import type { Adapter } from '../adapter/adapter.js';
import type { AdapterName } from '../adapter/adapter-name.js';
import { applyAdapter } from '../adapter/apply-adapter.js';
import { chooseAdapter, screensOf } from '../adapter/choose-adapter.js';
import { readRow } from '../draft/draft-row.js';
import { type FieldPath, ownerOf } from '../field/field-path.js';
import { knowsLabel } from '../name/knows-label.js';
import { surePath } from '../name/suggest-path.js';
import type { TaughtPage, TaughtValue } from '../teach/taught.js';
import { pointedAt } from '../teach/teach-target.js';
import type { ProvedValue } from './proof-adapter.js';
import { RELEASES, type ReleaseChange } from './release.js';

/** A value that a field would read after a change, and that is not its own. */
export interface Misread {
  readonly path: FieldPath;
  readonly change: ReleaseChange;
  readonly text: string;
  /** True if it would start as taken; otherwise it is only offered. */
  readonly isTaken: boolean;
}

export interface ChangeProof {
  /** Changes that were tried. */
  readonly tried: number;
  readonly misread: readonly Misread[];
}

/** Reads the taught page with each change of {@link RELEASES}: a field may then find nothing, and never another value. */
export function proveChanges(
  adapter: Adapter,
  page: TaughtPage,
  taught: readonly TaughtValue[],
): ChangeProof {
  const own = ownTexts(adapter, page, taught);
  const values = taught.flatMap((each) => pointedAt(each, page)?.value ?? []);
  const misread = RELEASES.flatMap(({ id, change }): readonly Misread[] => {
    const changed = withReading(change(page, values));
    return readBy(adapter, changed).flatMap(({ path, value, isUnsure, read }) => {
      if (own.get(path)?.has(plain(value.value))) return [];
      const { issues } = readRow(path, value.value, { label: value.label }, read);
      const isTaken = value.visible && !isUnsure && issues.length === 0;
      return [{ path, change: id, text: value.value, isTaken }];
    });
  });
  return { tried: RELEASES.length, misread };
}

/** Reading of one field on another record. */
export interface AnotherField {
  readonly path: FieldPath;
  readonly reads: readonly ProvedValue[];
  /** Texts that the page, by label and heading, gives to somebody else, with their path. */
  readonly saidToBe: readonly { readonly text: string; readonly path: FieldPath }[];
}

/** Outcome of an adapter on another record: nobody pointed there, so a person has to look. */
export interface AnotherProof {
  readonly title: string;
  /** Every field that the adapter names, read or not. */
  readonly fields: readonly AnotherField[];
}

/**
 * Reads another record of the same screen.
 *
 * @returns undefined where the adapter would not be chosen: that is another screen
 */
export function proveOnAnother(adapter: Adapter, page: TaughtPage): AnotherProof | undefined {
  if (!chooseAdapter([adapter], page)) return undefined;
  const read = readBy(adapter, page);
  const named = adapter.screens.flatMap(({ fields, rows = [] }) => [
    ...Object.keys(fields),
    ...rows.flatMap(({ columns }) => Object.keys(columns)),
  ]) as FieldPath[];
  return {
    title: page.reading.title,
    fields: [...new Set(named)].map((path) => {
      const own = read.filter((each) => each.path === path);
      return {
        path,
        reads: own.map(({ value, read: reader }): ProvedValue => {
          const made = readRow(path, value.value, { label: value.label }, reader);
          return { text: value.value, value: made.value, issues: made.issues };
        }),
        saidToBe: own.flatMap(({ value }) => {
          const said = surePath(value);
          return said !== undefined && ownerOf(said) !== ownerOf(path)
            ? [{ text: value.value, path: said }]
            : [];
        }),
      };
    }),
  };
}

type ReadValue = AdapterName & { readonly value: LabelledValue };

function readBy(adapter: Adapter, page: TaughtPage): readonly ReadValue[] {
  if (!chooseAdapter([adapter], page)) return [];
  const { names, found } = applyAdapter(screensOf(adapter, page), page);
  return [...page.reading.values, ...found].flatMap((value) => {
    const name = names.get(value.id);
    return name && value.partOf === undefined ? [{ value, ...name }] : [];
  });
}

/** Texts of each field on the page as it is: those pointed at, and those that its column or list reads with them. */
function ownTexts(
  adapter: Adapter,
  page: TaughtPage,
  taught: readonly TaughtValue[],
): ReadonlyMap<FieldPath, ReadonlySet<string>> {
  const own = new Map<FieldPath, Set<string>>();
  const add = (path: FieldPath, text: string): void => {
    own.set(path, (own.get(path) ?? new Set()).add(plain(text)));
  };
  for (const each of taught) add(each.path, pointedAt(each, page)?.text ?? '');
  for (const { path, value } of readBy(adapter, page)) add(path, value.value);
  return own;
}

/** The text without what a copy of it may change: white space, and figures, which a hidden copy has as zeros. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\d/g, '0').trim();
}

function withReading(snapshot: TaughtPage['snapshot']): TaughtPage {
  return { snapshot, reading: readPage(snapshot, { knows: knowsLabel }) };
}
