/** The source captures: where values were read, and the places of what was masked. */
import { type CaptureOrigin, type Draft, type DraftRow, decidedValue } from '../capture/draft.js';
import type { SourceCapture } from '../record/source-capture.js';
import type { Issue } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/port.js';
import type { Change } from '../store/revision.js';
import type { Gates } from './gates.js';
import { addedTo, newRecord, nothingProposed } from './proposed.js';
import type { Veil } from './veil.js';

/**
 * One change for each origin from which anything was taken or masked. An origin that an earlier save kept is not made
 * again: only what was masked since is added to it.
 */
export function captureFacts(
  draft: Draft,
  gates: Gates,
  held: readonly StoredRecord<'sourceCapture'>[],
  veil: Veil,
  issues: Issue[],
): readonly Change<'sourceCapture'>[] {
  return draft.origins.flatMap((origin) => {
    const masked = maskedOf(draft, origin, veil);
    const before = held.find(({ id }) => id === origin.id);
    if (before) {
      const fresh = masked.filter(
        ({ label, selector }) =>
          !before.value.masked.some((each) => each.label === label && each.selector === selector),
      );
      if (fresh.length === 0) return [];
      return (
        addedTo(before, nothingProposed({ masked: [...before.value.masked, ...fresh] }), issues) ??
        []
      );
    }
    const isUsed = draft.rows.some(
      (row) => decidedValue(row) !== undefined && originsOf(row).includes(origin.id),
    );
    if (!isUsed && masked.length === 0) return [];
    const proposed = nothingProposed({ ...fieldsOf(origin, veil), masked, ...gates });
    return newRecord('sourceCapture', origin.id, proposed, issues) ?? [];
  });
}

/** Every origin that the row's value was read at. */
export function originsOf({ origin, alsoAt = [] }: DraftRow): readonly RecordId[] {
  return [origin, ...alsoAt.map((sighting) => sighting.origin)];
}

/** That it was there, and where: never what it said. */
function maskedOf(draft: Draft, origin: CaptureOrigin, veil: Veil): SourceCapture['masked'] {
  return draft.rows
    .filter((row) => row.decision.kind === 'mask')
    .flatMap((row) => [row, ...(row.alsoAt ?? [])])
    .filter((sighting) => sighting.origin === origin.id)
    .map(({ label, place }) => ({
      label: veil.text(label),
      selector: veil.text(place.selector),
    }));
}

/** The bounds are the record's: a page's overlong title must not stop a save. */
function fieldsOf(origin: CaptureOrigin, veil: Veil): Record<string, unknown> {
  const { adapter, anchors } = origin;
  return {
    way: origin.way,
    system: cut(veil.text(origin.system).trim(), 500) || 'Not named',
    url: cut(veil.address(origin.url), 2000),
    title: cut(veil.text(origin.title), 500),
    hostClass: origin.hostClass,
    capturedAt: origin.capturedAt,
    ...(adapter ? { adapter: cut(`${adapter.id} ${adapter.version}`, 500) } : {}),
    ...(anchors ? { anchorsFound: anchors.found, anchorsOf: anchors.of } : {}),
    unread: origin.unread.map((frame) => veil.address(frame.origin)),
  };
}

/** The first `length` UTF-16 units, never half of a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
