/**
 * A capture as offered to the officer for decisions: rows, each with the place it was read from. Nothing in it is kept
 * yet.
 */
import type { LabelMethod, Place, RunnerUp } from '../page/reading.js';
import type { UnreadFrame } from '../page/snapshot/snapshot.js';
import { civilDay } from '../shared/civil-day.js';
import type { Issue } from '../shared/issue.js';
import type { Instant, PlainDate, RecordId } from '../shared/primitives.js';
import type { FieldPath, Sensitivity } from './field/field-path.js';
import type { NamingRule } from './field/naming-rule.js';
import type { DateOrder, EitherDate, SettledDate } from './read/either-date.js';

/** The four decisions. A row of a draft always has one; the defaults are design rule 1. */
export type Decision =
  | { readonly kind: 'take' }
  | { readonly kind: 'take-corrected'; readonly value: string }
  | { readonly kind: 'leave' }
  | { readonly kind: 'mask' };

/** Way the page came in; `file`: a row of a file that an importer read. Each way ends in the same draft. */
export type CaptureWay = 'page' | 'saved-page' | 'selection' | 'paste' | 'typed' | 'file';

/** Class of the page's host, from dated data and policy; unknown hosts are a force's own. */
export type HostClass = 'force' | 'partner' | 'open-source' | 'never';

/** One reading of one page, as it will be in the source-capture record. */
export interface CaptureOrigin {
  readonly id: RecordId;
  readonly way: CaptureWay;
  /**
   * Address, with no fragment and of the query only the parameters that identify a record. `system` is the adapter's
   * title, or the page's host.
   */
  readonly url: string;
  readonly title: string;
  readonly system: string;
  readonly hostClass: HostClass;
  readonly capturedAt: Instant;
  /** Absent if only the generic reading was used. */
  readonly adapter?: { readonly id: string; readonly version: string };
  /** Counts of anchors found and looked for, so that drift is noticed: "11 of 12". */
  readonly anchors?: { readonly found: number; readonly of: number };
  /** Paths that are sensitive data on this page because its adapter says so. Absent: none. */
  readonly raised?: readonly FieldPath[];
  /**
   * Fields that the adapter names and whose locators found nothing: the generic reading gave them, or they stayed
   * empty.
   */
  readonly fellBack: readonly FieldPath[];
  readonly unread: readonly UnreadFrame[];
  /**
   * Part that comes first in its dates in figures, if the page or the adapter proves it; `both` if they contradict each
   * other.
   */
  readonly dates?: DateOrder | 'both';
  /** Person who said it, and when, for something told by telephone, for example. */
  readonly told?: { readonly by: string; readonly at: Instant };
}

/** One more place of the same value: another page, a second frame, the edit form behind a view. */
export interface Sighting {
  readonly origin: RecordId;
  readonly label: string;
  readonly raw: string;
  readonly place: Place;
}

/** The person in a list that a row is about. */
export interface ListedIn {
  /** The list: its page and its table. */
  readonly list: string;
  /** The person’s row of it, by its content: the same row of a page that is read again is the same person. */
  readonly row: string;
  /** Decision that the row starts with once that person is chosen. */
  readonly starts: 'take' | 'leave';
}

export interface DraftRow {
  /** Id, stable within the draft. */
  readonly id: string;
  /** The capture it came from, an id of {@link Draft.origins}. */
  readonly origin: RecordId;
  /** Path of the value; undefined until somebody says. */
  readonly path: FieldPath | undefined;
  /** Number of the person or identifier: rows of one path group and one `index` belong together. */
  readonly index?: number;
  /** The label on the page, as displayed. */
  readonly label: string;
  readonly owner: readonly string[];
  /** Text exactly as it was on the page. */
  readonly raw: string;
  /** The value as read: an ISO date, E.164, tidy name. The raw text if it could not be read. */
  readonly value: string;
  /** Platform of an online identifier, a code of `online-platform`, if the page gives one. */
  readonly platform?: string;
  readonly issues: readonly Issue[];
  /**
   * Set while it is unclear which of two days a date is: {@link value} is then the likelier, and it is never taken as
   * it is. Also holds the decision that the row would have started with.
   */
  readonly either?: EitherDate & { readonly starts: 'take' | 'leave' };
  /**
   * Set once that question was answered: both days, and the order that {@link value} was read in, so that the answer
   * can be changed.
   */
  readonly settled?: SettledDate;
  readonly sensitivity: Sensitivity;
  readonly place: Place;
  /** The places whose texts make up the value, in order: lines of an address, the parts of a name. */
  readonly madeOf?: readonly Place[];
  /** Other places of the same value; it is shown once, and every place of it is kept. */
  readonly alsoAt?: readonly Sighting[];
  /**
   * Set if the page lists several people, one per row, or a text is about several: nothing of it is taken before one of
   * them is chosen.
   */
  readonly listed?: ListedIn;
  readonly visible: boolean;
  /** Way its label was found; `selector` if an adapter pointed at the value itself. */
  readonly method: LabelMethod | 'selector';
  /** Source of its path: an adapter, the generic reading, or the officer. */
  readonly namedBy: 'adapter' | 'generic' | 'officer';
  /** Rule of the generic reading that gave its path; one by likeness starts as *leave*. */
  readonly rule?: NamingRule;
  readonly runnersUp: readonly RunnerUp[];
  /** Set if the page only says that it is not known: it starts as *leave*, and is never taken as it is. */
  readonly notKnown?: true;
  /** Set if found inside prose rather than under a separate label: starts as *leave*. */
  readonly freeText: boolean;
  readonly decision: Decision;
  /** Set once the officer has decided on the row; absent while it is as it started. */
  readonly decidedBy?: 'officer';
  /** Kind of decision that it started with, once the officer has decided on it. */
  readonly started?: Decision['kind'];
}

/**
 * The officer's answer if a kind of special category or criminal-allegation data is taken. A part that is not answered
 * yet is empty.
 */
export interface ConditionAnswer {
  readonly what: FieldPath;
  readonly sensitivity: 'special' | 'criminal';
  /** Code of `purpose-regime`. */
  readonly regime: string;
  /** Code of `processing-condition`. */
  readonly condition: string;
  readonly whyNecessary: string;
}

/**
 * The officer's answer about words of a taken text that may be about health, belief or another special category. Words
 * that are found later are asked about again.
 */
export interface WordsAnswer {
  readonly what: FieldPath;
  /** The words that the question named. */
  readonly words: readonly string[];
  /** True if the text says something of the kind about somebody. */
  readonly isSpecial: boolean;
}

/** Authority for open source: a code of `open-source-authority`, and its reference or the reason none is needed. */
export interface AuthorityAnswer {
  readonly authority: string;
  readonly detail: string;
}

/** Conditions that one reading was given on, as the officer says. A part that is not answered yet is empty. */
export interface ReadingHandling {
  /** The reading, an id of {@link Draft.origins}. */
  readonly origin: RecordId;
  readonly packageReference: string;
  readonly handlingCode: string;
  readonly handlingAction: string;
  readonly handlingSanitisation: string;
  readonly handlingInstructions: string;
  readonly conditions: string;
}

export interface Draft {
  readonly id: RecordId;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly origins: readonly CaptureOrigin[];
  readonly rows: readonly DraftRow[];
  /** Problems of the page itself, in words. */
  readonly issues: readonly Issue[];
  /** The subject that the officer is adding to, if it is not a new one. */
  readonly addTo?: { readonly subject: RecordId };
  /** The person of each list that it is about, see {@link ListedIn}; null: none of them. */
  readonly people?: readonly { readonly list: string; readonly row: string | null }[];
  readonly conditions?: readonly ConditionAnswer[];
  readonly authority?: AuthorityAnswer;
  /** Conditions on what was read, by reading. Absent: none were given. */
  readonly handling?: readonly ReadingHandling[];
  readonly words?: readonly WordsAnswer[];
  /** Set once the officer has said that the narrative is left on purpose, and the referral need not say why. */
  readonly withoutNarrative?: true;
  /** The enquiry whose returned form this is. Of this draft alone: another one that is opened does not inherit it. */
  readonly enquiry?: RecordId;
}

/** The values on a draft's rows for one path, for tests and importers. */
export function draftValues(draft: Draft, path: FieldPath): readonly string[] {
  return draft.rows.filter((row) => row.path === path).map((row) => row.value);
}

/** The value that a row gives, or undefined if it is left, masked or not known. */
export function decidedValue(row: DraftRow): string | undefined {
  if (row.decision.kind === 'take') return row.notKnown ? undefined : row.value;
  if (row.decision.kind === 'take-corrected') return row.decision.value;
  return undefined;
}

/** The civil day of a capture, for records that carry `notedOn`. */
export function capturedOn(origin: CaptureOrigin): PlainDate {
  return civilDay(origin.capturedAt);
}
