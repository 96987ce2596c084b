/** From a reading to the draft that the officer decides on. The generic reading always runs; an adapter adds to it. */
import { LABEL_METHODS, type Reading } from '../../page/reading.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import type { Host, Issue } from '../../shared/index.js';
import type { Adapter } from '../adapter/adapter.js';
import { adapterIssues } from '../adapter/adapter-issues.js';
import { type AdapterNaming, applyAdapter } from '../adapter/apply-adapter.js';
import { chooseAdapter, screensOf } from '../adapter/choose-adapter.js';
import { systemOf, withoutQuery, withRecordQuery } from '../adapter/page-address.js';
import { raisedHere, raisedOn } from '../adapter/raised.js';
import { raisedRow } from '../adapter/raised-row.js';
import { keyPersons, partSections } from '../adapter/row-index.js';
import type { CaptureOrigin, CaptureWay, Decision, Draft, DraftRow } from '../draft.js';
import { followPersons } from '../name/follow-person.js';
import { joinLines } from '../name/join-lines.js';
import { nameValues } from '../name/name-value.js';
import { followPart } from '../name/named-in-part.js';
import { withOwnReference } from '../name/own-reference.js';
import { withoutPersonsForHandles } from '../name/person-for-handle.js';
import { withoutSpentPlatforms } from '../name/spent-platform.js';
import { boxedDates, provedDateOrder } from '../read/date-order.js';
import type { DateOrder } from '../read/either-date.js';
import { withMessageHeader, withoutQuoted } from '../text/message-header.js';
import { withoutLoneContacts, withSignature } from '../text/signed-value.js';
import { withTitleName } from '../text/title-name.js';
import { withTitleReference } from '../text/title-reference.js';
import { collapseRows, oneOfEach } from './collapse-rows.js';
import { deriveRows } from './derive-rows.js';
import { type ProposedRow, proposeRows } from './draft-row.js';
import { readFreeText, withProseFacts } from './free-text.js';
import { isInFuture } from './future-date.js';
import { HOST_CLASSES, type HostClassList, hostClassOf } from './host-class.js';
import { LEAVE } from './plain-decision.js';
import { withoutQuestion } from './settle-dates.js';
import { isProfessional, startDecision } from './start-decision.js';

export interface OpenDraftOptions {
  readonly reading: Reading;
  /** Needed by adapters that point by selector: they find nothing without it. */
  readonly snapshot?: PageSnapshot;
  readonly adapters: readonly Adapter[];
  readonly way: CaptureWay;
  readonly host: Pick<Host, 'clock' | 'random'>;
  /** Host classes; absent: the shipped list. */
  readonly hostClasses?: HostClassList;
  /** The officer's description of the source, for a paste, a note or a saved page. */
  readonly origin?: Partial<Pick<CaptureOrigin, 'url' | 'title' | 'system'>>;
}

/**
 * Opens a draft. Nothing in it is kept; each row starts as *take* or *leave*, and the officer decides.
 *
 * @returns a draft without rows, and an issue, when the host is one that is never read
 */
export function openDraft(options: OpenDraftOptions): Draft {
  const { reading, way, host, origin: said = {} } = options;
  const now = host.clock.now();
  const url = withoutQuery(said.url ?? reading.url);
  const hostClass = hostClassOf(url, options.hostClasses ?? HOST_CLASSES);
  const page = { reading, ...(options.snapshot ? { snapshot: options.snapshot } : {}) };
  const isRead = hostClass !== 'never';
  // An adapter may know the forms of a system and none of its records.
  const readers = isRead ? options.adapters.filter(({ screens }) => screens.length > 0) : [];
  const chosen = chooseAdapter(readers, page);
  const named = applyAdapter(chosen ? screensOf(chosen.adapter, page) : [], page);
  const naming = { ...named, sensitivity: raisedOn(chosen?.adapter, named.sensitivity) };
  const raised = raisedHere(naming.sensitivity);
  const dates = datesOf(reading, chosen?.adapter.dates);
  const origin: CaptureOrigin = {
    id: host.random.id(),
    way,
    url: chosen?.adapter.link
      ? withRecordQuery(said.url ?? reading.url, chosen.adapter.link.query)
      : url,
    title: said.title ?? reading.title,
    system: said.system ?? chosen?.adapter.title ?? systemOf(url, reading.title),
    hostClass,
    capturedAt: now,
    ...(chosen
      ? {
          adapter: { id: chosen.adapter.id, version: chosen.adapter.version },
          anchors: { found: chosen.found, of: chosen.of },
        }
      : {}),
    ...(raised.length > 0 ? { raised } : {}),
    fellBack: naming.fellBack,
    unread: reading.unread,
    ...(dates ? { dates } : {}),
  };
  return {
    id: host.random.id(),
    openedAt: now,
    updatedAt: now,
    origins: [origin],
    rows: isRead ? rowsOf(reading, naming, origin) : [],
    issues: isRead
      ? [...reading.issues, ...adapterIssues(chosen, naming, host.clock.today())]
      : [NEVER_READ],
  };
}

function rowsOf(
  reading: Reading,
  naming: AdapterNaming,
  origin: CaptureOrigin,
): readonly DraftRow[] {
  const { id, dates } = origin;
  const named = withOwnReference(
    withoutPersonsForHandles(followPart(followPersons(nameValues(reading, naming)))),
  );
  const context = {
    origin: id,
    sensitivity: naming.sensitivity,
    dates: dates === 'both' ? undefined : dates,
    boxed: boxedDates(reading.values),
    capturedAt: origin.capturedAt,
  };
  const joined = withMessageHeader(
    withoutLoneContacts(
      withTitleReference(
        withTitleName(
          readFreeText(withSignature(withoutQuoted(withoutSpentPlatforms(joinLines(named))))),
          reading,
        ),
        reading,
      ),
    ),
  );
  const proposed = deriveRows(
    withProseFacts(
      joined.flatMap((each) => proposeRows(each, context)),
      origin.capturedAt,
    ),
  );
  const professional = isProfessional(proposed.map(({ row }) => row));
  const started = partSections(proposed).map(
    ({ row: found, group, unread, isUnsure }: ProposedRow): ProposedRow => {
      const row = origin.raised ? raisedRow(found, [origin]) : found;
      const decision = startDecision(row, { professional, unread: unread || isUnsure === true });
      return { row: startedAs(row, decision), group, unread };
    },
  );
  return oneOfEach(collapseRows(keyPersons(started), better));
}

/**
 * The row with its starting decision. A row with an open person or day is left until both are known, and keeps the
 * decision that it would start with.
 */
function startedAs(row: DraftRow, decision: Decision): DraftRow {
  const { listed, either } = row;
  // Every row is proposed as left, and most stay so: there are thousands, and each copy costs time.
  if (!listed && !either) return row.decision === decision ? row : { ...row, decision };
  const starts = decision.kind === 'take' ? 'take' : 'leave';
  return {
    ...row,
    ...(listed ? { listed: { ...listed, starts } } : {}),
    ...(either ? { either: { ...either, starts } } : {}),
  };
}

/** The order of dates by the page's proof and the adapter's statement together. */
function datesOf(reading: Reading, said: DateOrder | undefined): CaptureOrigin['dates'] {
  const proved = provedDateOrder(reading);
  if (proved === undefined || proved === said) return said;
  return said === undefined ? proved : 'both';
}

/** The visible row, then the adapter's, then the one whose label was found more surely, then the earlier. */
function better(earlier: DraftRow, later: DraftRow): DraftRow {
  return rank(later) > rank(earlier) ? proven(later, earlier) : proven(earlier, later);
}

/** The row without its question, if the same day in another place is beyond doubt. */
function proven(row: DraftRow, other: DraftRow): DraftRow {
  const { either, ...rest } = withoutQuestion(row, other);
  if (either !== undefined || row.either === undefined) return row;
  if (isInFuture(other.issues))
    return { ...rest, issues: [...rest.issues, ...other.issues], decision: LEAVE };
  return { ...rest, decision: row.either.starts === 'take' ? { kind: 'take' } : LEAVE };
}

function rank({ visible, namedBy, freeText, method, rule }: DraftRow): number {
  const sureness = method === 'selector' ? 0 : LABEL_METHODS.length - LABEL_METHODS.indexOf(method);
  return (
    (visible ? 1_000 : 0) +
    (namedBy === 'adapter' ? 100 : 0) +
    (freeText ? 0 : 50) +
    (rule === 'likeness' ? 0 : 25) +
    sureness
  );
}

const NEVER_READ: Issue = {
  code: 'host-never',
  message:
    'Records of this system may not be captured. Close this page, and record what you may by hand.',
  severity: 'error',
};
