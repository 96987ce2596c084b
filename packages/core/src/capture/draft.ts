/** What a capture offers the officer to decide on: rows, each with where it was read. Nothing in it is kept yet. */
import type { LabelMethod, Place, RunnerUp } from '../page/reading.js';
import type { UnreadFrame } from '../page/snapshot/snapshot.js';
import type { Issue } from '../shared/issue.js';
import type { Instant, PlainDate, RecordId } from '../shared/primitives.js';
import type { FieldPath, Sensitivity } from './field/field-path.js';
import type { DateOrder, EitherDate, SettledDate } from './read/either-date.js';

/** The four decisions. A row of a draft always has one; the defaults are design rule 1. */
export type Decision =
  | { readonly kind: 'take' }
  | { readonly kind: 'take-corrected'; readonly value: string }
  | { readonly kind: 'leave' }
  | { readonly kind: 'mask' };

/** How the page came in. Each way ends in the same draft. */
export type CaptureWay = 'page' | 'saved-page' | 'selection' | 'paste' | 'typed';

/** What class of host the page came from, from dated data and policy; unknown hosts are a force's own. */
export type HostClass = 'force' | 'partner' | 'open-source' | 'never';

/** One reading of one page, as it will stand in the source-capture record. */
export interface CaptureOrigin {
  readonly id: RecordId;
  readonly way: CaptureWay;
  /** Address without query or fragment of anything but a record's own page; the adapter's title, or the page's host. */
  readonly url: string;
  readonly title: string;
  readonly system: string;
  readonly hostClass: HostClass;
  readonly capturedAt: Instant;
  /** Absent when the generic reading alone was used. */
  readonly adapter?: { readonly id: string; readonly version: string };
  /** Anchors found and looked for, so that drift is seen: "11 of 12". */
  readonly anchors?: { readonly found: number; readonly of: number };
  /** Paths that are sensitive data on this page because its adapter says so. Absent: none. */
  readonly raised?: readonly FieldPath[];
  /** Fields the adapter names whose locators found nothing, and that fell back to the generic reading or stayed empty. */
  readonly fellBack: readonly FieldPath[];
  readonly unread: readonly UnreadFrame[];
  /** Which comes first in its dates in figures, where the page or the adapter proves it; `both` where they contradict. */
  readonly dates?: DateOrder | 'both';
  /** Who said it and when, of what was told: a telephone call. */
  readonly told?: { readonly by: string; readonly at: Instant };
}

/** One more place where the same value stood: another page, a second frame, the edit form behind a view. */
export interface Sighting {
  readonly origin: RecordId;
  readonly label: string;
  readonly raw: string;
  readonly place: Place;
}

/** Which person of a list a row is of. */
export interface ListedIn {
  /** The list: its page and its table. */
  readonly list: string;
  /** The person’s row of it, by what it says: the same row of a page that is read again is the same person. */
  readonly row: string;
  /** What the row starts as once that person is chosen. */
  readonly starts: 'take' | 'leave';
}

export interface DraftRow {
  /** Stable within the draft. */
  readonly id: string;
  /** The capture it came from, an id of {@link Draft.origins}. */
  readonly origin: RecordId;
  /** What it is; undefined while nobody has said. */
  readonly path: FieldPath | undefined;
  /** Which of several people or identifiers: rows of one path group and one `index` belong together. */
  readonly index?: number;
  /** The label on the page, as displayed. */
  readonly label: string;
  readonly owner: readonly string[];
  /** As it stood on the page, verbatim. */
  readonly raw: string;
  /** What reading made of it: an ISO date, E.164, tidy name. The raw text when it could not be read. */
  readonly value: string;
  /** Platform of an online identifier, a code of `online-platform`, where the page says one. */
  readonly platform?: string;
  readonly issues: readonly Issue[];
  /**
   * Set while nothing says which of two days a date is: {@link value} is then the likelier, and it is never taken as it is. Also what the
   * row would have started as.
   */
  readonly either?: EitherDate & { readonly starts: 'take' | 'leave' };
  /** Set once that question was answered: both days, and the order that {@link value} was read in, so that the answer can be changed. */
  readonly settled?: SettledDate;
  readonly sensitivity: Sensitivity;
  readonly place: Place;
  /** The places that the value was put together from, in order: lines of an address, the parts of a name. */
  readonly madeOf?: readonly Place[];
  /** Where else the same value stood; it is shown once, and every place of it is kept. */
  readonly alsoAt?: readonly Sighting[];
  /** Set where the page lists several people, one a row: nothing of it is taken before one of them is chosen. */
  readonly listed?: ListedIn;
  readonly visible: boolean;
  /** How its label was found; `selector` when an adapter pointed at the value itself. */
  readonly method: LabelMethod | 'selector';
  /** Whether an adapter or the generic reading named it. */
  readonly namedBy: 'adapter' | 'generic' | 'officer';
  readonly runnersUp: readonly RunnerUp[];
  /** Found inside prose rather than under a label of its own: starts as *leave*. */
  readonly freeText: boolean;
  readonly decision: Decision;
}

/**
 * What the officer answers where a kind of special category or criminal-allegation data is taken. A part that is not
 * answered yet is empty.
 */
export interface ConditionAnswer {
  readonly what: FieldPath;
  readonly sensitivity: 'special' | 'criminal';
  /** A code of `purpose-regime`. */
  readonly regime: string;
  /** A code of `processing-condition`. */
  readonly condition: string;
  readonly whyNecessary: string;
}

/** Of open source: a code of `open-source-authority`, and its reference or why none is needed. */
export interface AuthorityAnswer {
  readonly authority: string;
  readonly detail: string;
}

export interface Draft {
  readonly id: RecordId;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly origins: readonly CaptureOrigin[];
  readonly rows: readonly DraftRow[];
  /** The page's own trouble in words. */
  readonly issues: readonly Issue[];
  /** The subject that the officer is adding to, when it is not a new one. */
  readonly addTo?: { readonly subject: RecordId };
  /** Which person of each list it is about, see {@link ListedIn}; null: none of them. */
  readonly people?: readonly { readonly list: string; readonly row: string | null }[];
  readonly conditions?: readonly ConditionAnswer[];
  readonly authority?: AuthorityAnswer;
}

/** The values that stand on a draft's rows for one path: what a test or an importer asks. */
export function draftValues(draft: Draft, path: FieldPath): readonly string[] {
  return draft.rows.filter((row) => row.path === path).map((row) => row.value);
}

/** What the row comes to, or undefined when it is left or masked. */
export function decidedValue(row: DraftRow): string | undefined {
  if (row.decision.kind === 'take') return row.value;
  if (row.decision.kind === 'take-corrected') return row.decision.value;
  return undefined;
}

/** The civil day of a capture, for records that carry `notedOn`. */
export function capturedOn(origin: CaptureOrigin): PlainDate {
  return origin.capturedAt.slice(0, 10) as PlainDate;
}
