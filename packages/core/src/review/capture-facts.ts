/** The source captures: the places where values were read or masked. */

import { adapterLine } from '../capture/adapter/raised.js';
import { type CaptureOrigin, type Draft, type DraftRow, decidedValue } from '../capture/draft.js';
import { givenHandling, givenIssues, type HandlingInput } from '../record/given-handling.js';
import type { SourceCapture } from '../record/source-capture.js';
import type { StoredSnapshot } from '../record/stored-snapshot.js';
import { canonical } from '../shared/canonical.js';
import type { Issue } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import type { Change } from '../store/log/revision.js';
import type { Gates } from './gates.js';
import { authorityIssue } from './open-source.js';
import type { StandingCondition } from './processing-conditions.js';
import { addedTo, newRecord, nothingProposed } from './proposed.js';
import type { Veil } from './veil.js';

export interface CaptureContext {
  readonly gates: Gates;
  readonly held: readonly StoredRecord<'sourceCapture'>[];
  /** Saved copies of the pages, by their capture. */
  readonly snapshots: ReadonlyMap<RecordId, StoredSnapshot>;
  readonly standing: readonly StandingCondition[];
}

/**
 * One change for each origin from which anything was taken or masked. An origin that an earlier save stored is not made
 * again: only new masks, a copy that contains more and new conditions are added to it.
 */
export function captureFacts(
  draft: Draft,
  { gates, held, snapshots, standing }: CaptureContext,
  veil: Veil,
  issues: Issue[],
): readonly Change<'sourceCapture'>[] {
  return draft.origins.flatMap((origin) => {
    const masked = maskedOf(draft, origin, veil);
    const conditions = standing
      .filter(({ need }) => need.origins.includes(origin.id))
      .map(({ value }) => value);
    const sensitive = standing
      .filter(({ need }) => need.sensitivity === 'special' && need.origins.includes(origin.id))
      .map(({ need }) => need.what);
    const before = held.find(({ id }) => id === origin.id);
    const given = handlingOf(draft, origin);
    const wrong = handlingIssues(given, origin, before);
    issues.push(...wrong);
    if (before) {
      const fresh = masked.filter(
        ({ label, selector }) =>
          !before.value.masked.some((each) => each.label === label && each.selector === selector),
      );
      const more = snapshots.get(origin.id);
      const copies = before.value.snapshots ?? [];
      const isNew = more !== undefined && !copies.some(({ blob }) => blob === more.blob);
      const known = new Set((before.value.processingConditions ?? []).map(canonical));
      const unknown = conditions.filter((each) => !known.has(canonical(each)));
      const said = before.value.sensitive ?? [];
      const raised = sensitive.filter((what) => !said.includes(what));
      const proposed = nothingProposed({
        ...(raised.length > 0 ? { sensitive: [...said, ...raised] } : {}),
        ...(fresh.length > 0 ? { masked: [...before.value.masked, ...fresh] } : {}),
        ...(isNew ? { snapshots: [...copies, more] } : {}),
        ...(unknown.length > 0
          ? { processingConditions: [...(before.value.processingConditions ?? []), ...unknown] }
          : {}),
      });
      return addedTo(before, proposed, issues) ?? [];
    }
    const isUsed = draft.rows.some(
      (row) => decidedValue(row) !== undefined && originsOf(row).includes(origin.id),
    );
    if (!isUsed && masked.length === 0) return [];
    const snapshot = snapshots.get(origin.id);
    const proposed = nothingProposed({
      ...fieldsOf(origin, veil),
      masked,
      ...(snapshot ? { snapshots: [snapshot] } : {}),
      ...(sensitive.length > 0 ? { sensitive } : {}),
      ...(conditions.length > 0 ? { processingConditions: conditions } : {}),
      ...(origin.hostClass === 'open-source' ? authorityOf(draft) : {}),
      ...(wrong.length > 0 ? {} : givenHandling(given)),
      ...gates,
    });
    return newRecord('sourceCapture', origin.id, proposed, issues) ?? [];
  });
}

function authorityOf({ authority: answer }: Draft): Record<string, unknown> {
  // An unanswered question has its own issue, which says what to do.
  if (!answer || authorityIssue(answer)) return {};
  return { authority: answer.authority, authorityDetail: answer.detail };
}

function handlingOf({ handling = [] }: Draft, { id }: CaptureOrigin): HandlingInput {
  const { origin: _, ...given } = handling.find(({ origin }) => origin === id) ?? { origin: id };
  return given;
}

/** The place of an issue about the conditions of a reading: its origin and the question. */
export const AT_HANDLING = 'handling';

function handlingIssues(
  given: HandlingInput,
  { id }: CaptureOrigin,
  before: StoredRecord<'sourceCapture'> | undefined,
): readonly Issue[] {
  const found = givenIssues(given);
  const at = (name: string) => `${AT_HANDLING} ${id} ${name}`;
  if (found.length > 0) return found.map((issue) => ({ ...issue, at: at(issue.at ?? '') }));
  const now = givenHandling(given);
  const { packageReference, handling, conditions } = before?.value ?? {};
  const isOther =
    before !== undefined &&
    Object.keys(now).length > 0 &&
    canonical(now) !==
      canonical({
        ...(packageReference === undefined ? {} : { packageReference }),
        ...(handling === undefined ? {} : { handling }),
        ...(conditions === undefined ? {} : { conditions }),
      });
  return isOther ? [{ ...GIVEN_BEFORE, at: at('handlingCode') }] : [];
}

const GIVEN_BEFORE: Issue = {
  code: 'handling-given-before',
  severity: 'error',
  message:
    'This reading is on record with other conditions. Clear these, save, and then correct the conditions in the sources of the person.',
};

/** Every origin that the row's value was read at. */
export function originsOf({ origin, alsoAt = [] }: DraftRow): readonly RecordId[] {
  return [origin, ...alsoAt.map((sighting) => sighting.origin)];
}

/** The existence and place of masked values, never their text. */
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

/** Cuts texts to the record's bounds: a page's overlong title must not stop a save. */
function fieldsOf(origin: CaptureOrigin, veil: Veil): Record<string, unknown> {
  const { adapter, anchors, told } = origin;
  return {
    way: origin.way,
    system: cut(veil.text(origin.system).trim(), 500) || 'Not named',
    url: cut(veil.address(origin.url), 2000),
    title: cut(veil.text(origin.title), 500),
    hostClass: origin.hostClass,
    capturedAt: origin.capturedAt,
    ...(adapter ? { adapter: adapterLine(adapter) } : {}),
    ...(told ? { toldBy: cut(told.by.trim(), 500), toldAt: told.at } : {}),
    ...(anchors ? { anchorsFound: anchors.found, anchorsOf: anchors.of } : {}),
    unread: origin.unread.map((frame) => veil.address(frame.origin)),
  };
}

/** The first `length` UTF-16 units, never half a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
