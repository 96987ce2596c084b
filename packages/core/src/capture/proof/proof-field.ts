/** Values on the draft of a page, by path, as a fixture requires them. */

import { readPage } from '../../page/read-page.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import type { Adapter } from '../adapter/adapter.js';
import { FIXED_HOST } from '../draft/fixed-host.js';
import { openDraft } from '../draft/open-draft.js';
import type { Draft } from '../draft.js';
import type { FieldPath } from '../field/field-path.js';
import { knowsLabel } from '../name/knows-label.js';

export type FieldsByPath = Readonly<Partial<Record<FieldPath, readonly string[]>>>;

export function draftOn(snapshot: PageSnapshot, adapter: Adapter): Draft {
  return openDraft({
    reading: readPage(snapshot, { knows: knowsLabel }),
    snapshot,
    adapters: [adapter],
    way: 'saved-page',
    host: FIXED_HOST,
  });
}

export function fieldsOn(snapshot: PageSnapshot, adapter: Adapter): FieldsByPath {
  return fieldsOf(draftOn(snapshot, adapter));
}

/** Values by path, in the order of the page. */
export function fieldsOf({ rows }: Draft): FieldsByPath {
  const fields: Partial<Record<FieldPath, string[]>> = {};
  for (const { path, value } of rows)
    if (path !== undefined) fields[path] = [...(fields[path] ?? []), value];
  return fields;
}
