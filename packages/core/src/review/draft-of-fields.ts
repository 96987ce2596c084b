/**
 * A draft of values that already have a field: a row of a file, a form filled in by hand. It goes through the same
 * review.
 */

import { readRow } from '../capture/draft/draft-row.js';
import { fileDoubts } from '../capture/draft/file-doubt.js';
import { asked, isProfessional, startDecision } from '../capture/draft/start-decision.js';
import type { CaptureOrigin, CaptureWay, Draft, DraftRow, HostClass } from '../capture/draft.js';
import { FIELD_PATHS, type FieldPath, fieldOf } from '../capture/field/field-path.js';
import type { Host, Instant, Issue, RecordId } from '../shared/index.js';
import type { FieldTexts, FieldValues } from './field-values.js';
import { readOfFile } from './file-date.js';
import { type FileDateOrders, fileDateOrders } from './file-date-order.js';
import { severalValues } from './several-values.js';

/** The origin of the values. */
export interface ImportOrigin {
  readonly way: CaptureWay;
  /** The system, file kind or person, as the officer names it. */
  readonly system: string;
  readonly title: string;
  readonly url?: string;
  /** Absent: a force's own. */
  readonly hostClass?: HostClass;
  /** Source of information given by a person: who gave it, and when. */
  readonly told?: { readonly by: string; readonly at: Instant };
  /** The importer and its version. */
  readonly adapter?: { readonly id: string; readonly version: string };
  /** The label of each value, a column's heading or the question asked; absent: the path's own label. */
  readonly labels?: FieldTexts;
  /** The order of numeric dates in each column, see `fileDateOrders`; absent: judged by these values alone. */
  readonly dates?: FileDateOrders;
  /** The place of each value in the file, stored in place of a page's selector. */
  readonly places?: FieldValues;
  /** Fields whose values may be somebody else's, or stand in the wrong column: they start as left. */
  readonly unsure?: readonly FieldPath[];
}

/**
 * Makes the draft. Decisions start as they would on a page; nothing is stored until the officer reviews it. A date with
 * two readings is asked about there, unless the officer typed it. Of different values for a single fact none is taken.
 */
export function draftOfFields(
  values: FieldValues,
  origin: ImportOrigin,
  host: Pick<Host, 'clock' | 'random'>,
): Draft {
  const now = host.clock.now();
  const id = host.random.id();
  const { labels } = origin;
  const dates = origin.dates ?? fileDateOrders([{ values, ...(labels ? { labels } : {}) }]);
  const known = { ...origin, dates };
  const doubts = [
    ...(origin.way === 'file' || origin.unsure ? fileDoubts(values, origin.unsure, labels) : []),
    ...(origin.way === 'typed'
      ? []
      : severalValues({ values, ...(labels ? { labels } : {}) }, dates, now)),
  ];
  const found = FIELD_PATHS.flatMap((path) =>
    (values[path] ?? []).flatMap((raw, i) => {
      if (raw.trim() === '') return [];
      const doubt = doubts.find(({ path: at, index }) => at === path && index === i)?.issue;
      return rowOf(path, raw, i, { id, capturedAt: now, doubt }, known);
    }),
  );
  const professional = isProfessional(found.map(({ row }) => row));
  const rows = found.map(({ row, unread }): DraftRow => {
    // A typed value was the officer's intention; a value from a file starts as it would on a page.
    const decision = origin.way === 'typed' ? TAKE : startDecision(row, { professional, unread });
    return { ...row, ...(row.either ? asked(row.either, decision) : { decision }) };
  });
  return {
    id: host.random.id(),
    openedAt: now,
    updatedAt: now,
    origins: [originOf(id, now, known)],
    rows,
    issues: [],
  };
}

function originOf(
  id: RecordId,
  capturedAt: CaptureOrigin['capturedAt'],
  origin: ImportOrigin,
): CaptureOrigin {
  const { way, system, title, url = '', hostClass = 'force', adapter, told } = origin;
  return {
    id,
    way,
    url,
    title,
    system,
    hostClass,
    capturedAt,
    ...(adapter ? { adapter } : {}),
    ...(told ? { told } : {}),
    fellBack: [],
    unread: [],
  };
}

const TAKE = { kind: 'take' } as const;

function rowOf(
  path: FieldPath,
  raw: string,
  i: number,
  {
    id,
    capturedAt,
    doubt,
  }: Pick<CaptureOrigin, 'id' | 'capturedAt'> & { doubt: Issue | undefined },
  { way, labels, places, dates = {} }: ImportOrigin,
): { readonly row: DraftRow; readonly unread: boolean } {
  const { label: own, sensitivity } = fieldOf(path);
  const said = labels?.[path];
  const label = (typeof said === 'string' ? said : said?.[i]) ?? own;
  const { unread, either, isDoubted, ...read } =
    way === 'typed'
      ? { ...readRow(path, raw, { label }), either: undefined, isDoubted: false }
      : readOfFile(path, raw, dates, { label, capturedAt });
  const row: DraftRow = {
    id: `${id}/v${FIELD_PATHS.indexOf(path)}-${i}`,
    origin: id,
    path,
    // `relatedPersons[]` and online identifiers are several things, each with its own texts; a list of telephones is
    // one.
    ...(/\[\]\./.test(path) ? { index: i } : {}),
    label,
    owner: [],
    raw,
    ...read,
    issues: [...read.issues, ...(doubt ? [{ ...doubt, at: path }] : [])],
    sensitivity,
    place: { frame: [], selector: places?.[path]?.[i] ?? '', verbatim: raw },
    visible: true,
    method: 'column-header',
    namedBy: way === 'typed' ? 'officer' : 'adapter',
    runnersUp: [],
    freeText: false,
    decision: TAKE,
    ...(either ? asked(either, TAKE) : {}),
  };
  return { row, unread: unread || isDoubted || doubt !== undefined };
}
