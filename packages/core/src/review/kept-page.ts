/** The copy of a page that is stored with the values taken from it: its content and its name. */

import { type Draft, type DraftRow, decidedValue } from '../capture/draft.js';
import { blotSnapshot } from '../capture/proof/blot-snapshot.js';
import { redactSnapshot, type TakenPlace } from '../capture/proof/redact-snapshot.js';
import type { Place } from '../page/reading.js';
import type { PageSnapshot } from '../page/snapshot/snapshot.js';
import { blobDigest } from '../record/named-blob.js';
import type { StoredSnapshot } from '../record/stored-snapshot.js';
import type { Host, Issue, RecordId } from '../shared/index.js';
import { failed, passed, type Result } from '../shared/issue.js';
import type { BlobStore } from '../store/blob-store.js';
import { isSpecial, POLICY_DOCUMENT_MISSING } from './row-words.js';
import { veilOf } from './veil.js';

/** The amount of the page to store. A whole page needs a reason. */
export type PageChoice =
  | { readonly keep: 'taken' }
  | { readonly keep: 'whole'; readonly reason: string };

/** A copy of a page, ready to be stored. */
export interface KeptPage extends Pick<StoredSnapshot, 'redacted' | 'reason'> {
  /** The snapshot as JSON. */
  readonly text: string;
}

/** A fault in the choice itself: a whole page needs a reason. */
export function pageChoiceIssue(choice: PageChoice): Issue | undefined {
  return choice.keep === 'whole' && choice.reason.trim() === '' ? REASON_MISSING : undefined;
}

/**
 * Makes the copy of the page to store with the values that the draft takes from it. Neither copy contains masked
 * values.
 *
 * @param mayTakeSpecial - true if special category data may be taken at all: a whole page takes everything on it
 * @returns the copy, or the issue that stops it, `at` `wholePage`
 */
export function pageToKeep(
  draft: Draft,
  origin: RecordId,
  snapshot: PageSnapshot,
  choice: PageChoice,
  mayTakeSpecial: boolean,
): Result<KeptPage> {
  const rows = draft.rows.flatMap((row) => sightingsAt(row, origin));
  const masked = rows.filter(({ row }) => row.decision.kind === 'mask');
  if (choice.keep === 'taken') {
    const veil = veilOf(draft);
    const sayable = (label: string): boolean => veil.text(label) === label;
    const taken = rows.filter(({ row }) => decidedValue(row) !== undefined);
    const copy = redactSnapshot(
      snapshot,
      taken.flatMap(({ place }) => (sayable(place.label) ? place : { ...place, label: '' })),
      [
        ...taken.flatMap(({ row }) => row.owner),
        ...masked.flatMap(({ row, place }) => [place.label, ...row.owner]),
      ].filter(sayable),
    );
    return written(copy, { redacted: true });
  }
  const wrong = pageChoiceIssue(choice);
  if (wrong) return failed(wrong);
  const reason = choice.reason.trim();
  if (!mayTakeSpecial && rows.some(({ row }) => isSpecial(row)))
    return failed({ ...POLICY_DOCUMENT_MISSING, message: SPECIAL_ON_PAGE, at: 'wholePage' });
  const veil = veilOf({ ...draft, rows: masked.map(({ row }) => row) });
  const places = masked.map(({ place }) => place);
  return written(blotSnapshot(snapshot, places, veil.text), { redacted: false, reason });
}

function written(
  copy: PageSnapshot,
  says: Pick<KeptPage, 'redacted' | 'reason'>,
): Result<KeptPage> {
  try {
    return passed({ text: JSON.stringify(copy), ...says });
  } catch (error) {
    if (error instanceof RangeError) return failed(NESTED_TOO_DEEP);
    throw error;
  }
}

/** The row at each place of that origin: its own, the pieces it was made from, and other places of the value. */
function sightingsAt(
  row: DraftRow,
  origin: RecordId,
): readonly { readonly row: DraftRow; readonly place: TakenPlace }[] {
  const { raw, label, madeOf = [], alsoAt = [] } = row;
  const at = (place: Place, text: string, said: string) => ({
    row,
    place: { frame: place.frame, selector: place.selector, text, label: said },
  });
  const own =
    row.origin === origin
      ? [at(row.place, raw, label), ...madeOf.map((place) => at(place, place.verbatim, ''))]
      : [];
  const others = alsoAt
    .filter((sighting) => sighting.origin === origin)
    .map((sighting) => at(sighting.place, sighting.raw, sighting.label));
  return [...own, ...others];
}

/**
 * Stores the copy as a blob.
 *
 * @returns the entry about it for the capture’s record
 * @throws {PreventError} as `BlobStore.put` does
 */
export async function keepPage(
  { text, ...says }: KeptPage,
  {
    blobs,
    host,
  }: { readonly blobs: Pick<BlobStore, 'put'>; readonly host: Pick<Host, 'digest' | 'random'> },
): Promise<StoredSnapshot> {
  const salt = host.random.salt(16);
  const blob = await blobs.put(new TextEncoder().encode(text));
  return { blob, salt, digest: await blobDigest(salt, text, host.digest), ...says };
}

const REASON_MISSING: Issue = {
  code: 'whole-page-reason-missing',
  severity: 'error',
  message: 'Enter why you keep the whole page',
  at: 'wholePage',
};

const SPECIAL_ON_PAGE =
  'There is special category data on this page, so keep only what was taken, or enter the reference of your force’s appropriate policy document in settings';

const NESTED_TOO_DEEP: Issue = {
  code: 'page-nested-too-deep',
  severity: 'warning',
  message:
    'The page is nested too deep for a copy of it to be kept. What you took is saved without one.',
};
