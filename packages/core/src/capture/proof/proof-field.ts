/** Values on the draft of a page, by path, as a fixture requires them. */

import { readPage } from '../../page/read-page.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import type { Host } from '../../shared/host.js';
import type { Instant, PlainDate, RecordId } from '../../shared/primitives.js';
import type { Adapter } from '../adapter/adapter.js';
import { openDraft } from '../draft/open-draft.js';
import type { Draft } from '../draft.js';
import type { FieldPath } from '../field/field-path.js';

export type FieldsByPath = Readonly<Partial<Record<FieldPath, readonly string[]>>>;

/** A fixed host: neither time nor chance affects a reading. */
const FIXED: Pick<Host, 'clock' | 'random'> = {
  clock: {
    now: () => '2026-01-01T00:00:00.000Z' as Instant,
    today: () => '2026-01-01' as PlainDate,
  },
  random: { id: () => '00000000-0000-4000-8000-000000000000' as RecordId, salt: () => '' },
};

export function draftOn(snapshot: PageSnapshot, adapter: Adapter): Draft {
  return openDraft({
    reading: readPage(snapshot),
    snapshot,
    adapters: [adapter],
    way: 'saved-page',
    host: FIXED,
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
