/**
 * The case file: all that a report may name of one subject, as plain data. Intelligence notes and safeguarding concerns
 * are left out unless they are asked for, because a summary is handed on.
 */

import { SUBJECT_UNKNOWN } from '../../casework/act/subject-unknown.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { RiskSummary } from '../../risk/index.js';
import { failed, passed, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type OrderInFile, orderInFile } from './case-file-order.js';
import type { TimelineEntry } from './timeline.js';

/** The officer who prepares the report. */
export interface CaseOfficer {
  readonly name: string;
  readonly number?: string;
  /** A code of the list `force`. */
  readonly force: string;
  readonly role?: string;
}

export interface CaseFile extends OrderInFile {
  readonly subject: RecordOf<'subject'>;
  /** The latest. */
  readonly referral?: RecordOf<'referral'>;
  /** Every one, the earliest first. */
  readonly referrals: readonly RecordOf<'referral'>[];
  /** Who made the latest referral. */
  readonly referrer?: RecordOf<'referrer'>;
  readonly relatedPersons: readonly RecordOf<'relatedPerson'>[];
  readonly onlineIdentifiers: readonly RecordOf<'onlineIdentifier'>[];
  /** Those that stand, the earliest first. */
  readonly interventions: readonly RecordOf<'intervention'>[];
  readonly decisions: readonly RecordOf<'decision'>[];
  /** Those not lifted. */
  readonly holds: readonly RecordOf<'hold'>[];
  /** The captures that what is in the file was taken from, with who captured. */
  readonly sources: readonly (RecordOf<'sourceCapture'> & { readonly capturedBy?: string })[];
  /** Only where asked for. */
  readonly notes?: readonly RecordOf<'intelligenceNote'>[];
  /** Only where asked for. */
  readonly concerns?: readonly RecordOf<'safeguardingConcern'>[];
  /** Only where asked for: what the caller chose of the timeline. */
  readonly chronology?: readonly ChronologyLine[];
  readonly risk?: RiskSummary;
  /** The notice that was asked for; otherwise none. */
  readonly notice?: RecordOf<'ceaseAndDesist'>;
  /** What was noted after it, the earliest first. */
  readonly breaches?: readonly RecordOf<'noticeBreach'>[];
  readonly officer: CaseOfficer;
  readonly preparedOn: PlainDate;
}

/** Of an entry of the timeline, what may be printed: no id. */
export type ChronologyLine = Pick<TimelineEntry, 'on' | 'summary' | 'source'>;

export interface CaseFileOptions {
  readonly officer: CaseOfficer;
  readonly preparedOn: PlainDate;
  readonly risk?: RiskSummary;
  readonly include?: {
    readonly notes?: boolean;
    readonly concerns?: boolean;
    /** The caution or order that the report is about. */
    readonly order?: RecordId;
    /** The evidence that it is about, with its condition and the order of that. */
    readonly evidence?: RecordId;
    /** The notice that the report is about. */
    readonly notice?: RecordId;
  };
  readonly chronology?: readonly TimelineEntry[];
  /** Name of the officer with that id, where it is known. */
  readonly nameOf?: (officer: RecordId) => string | undefined;
}

/** Gathers the file from records already looked at; those of other subjects are passed over. */
export function caseFile(
  records: readonly StoredRecord[],
  subjectId: RecordId,
  options: CaseFileOptions,
): Result<CaseFile> {
  const all = <K extends RecordKind>(kind: K) =>
    records.filter((record): record is StoredRecord<K> => record.kind === kind);
  const own = <K extends RecordKind>(kind: K) =>
    all(kind).filter(({ value }) => 'subjectId' in value && value.subjectId === subjectId);
  const { officer, preparedOn, risk, include = {}, chronology, nameOf } = options;

  const subject = all('subject').find(({ id }) => id === subjectId);
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const referrals = byDay(own('referral'), ({ receivedOn }) => receivedOn);
  const latest = referrals.at(-1);
  const referrer = all('referrer').find(({ id }) => id === latest?.value.referrerId);
  const log = own('intervention');
  // Not `standing`: the entry that one corrects may have been moved or disposed of, and the file is wanted all the same.
  const corrected = new Set(log.map(({ value }) => value.corrects));
  const interventions = byDay(
    log.filter(({ id }) => !corrected.has(id)),
    ({ heldOn }) => heldOn,
  );
  const decisions = byDay(own('decision'), ({ decidedOn }) => decidedOn);
  const relatedPersons = own('relatedPerson');
  const onlineIdentifiers = byDay(own('onlineIdentifier'), ({ firstSeenOn }) => firstSeenOn);
  const holds = byDay(own('hold'), ({ from }) => from).filter(
    ({ value }) => value.liftedOn === undefined,
  );
  const notes = include.notes ? own('intelligenceNote') : [];
  const concerns = include.concerns ? own('safeguardingConcern') : [];

  const notice = own('ceaseAndDesist').find(({ id }) => id === include.notice);
  const breaches = byDay(own('noticeBreach'), ({ notedOn }) => notedOn).filter(
    ({ value }) => value.noticeId === notice?.id,
  );

  const shown: readonly StoredRecord[] = [
    subject,
    ...referrals,
    ...(referrer ? [referrer] : []),
    ...relatedPersons,
    ...onlineIdentifiers,
    ...notes,
  ];
  const captures = new Set(
    shown.flatMap(({ sources }) => Object.values(sources).flatMap((refs) => refs.map(captureOf))),
  );
  const sources = byDay(
    all('sourceCapture').filter(({ id }) => captures.has(id)),
    ({ capturedAt }) => capturedAt,
  );
  return passed({
    subject: subject.value,
    ...(latest ? { referral: latest.value } : {}),
    referrals: referrals.map(plain),
    ...(referrer ? { referrer: referrer.value } : {}),
    relatedPersons: relatedPersons.map(plain),
    onlineIdentifiers: onlineIdentifiers.map(plain),
    interventions: interventions.map(plain),
    decisions: decisions.map(plain),
    holds: holds.map(plain),
    sources: sources.map(({ value, updatedBy }) => {
      const capturedBy = nameOf?.(updatedBy);
      return capturedBy === undefined ? value : { ...value, capturedBy };
    }),
    ...(include.notes ? { notes: notes.map(plain) } : {}),
    ...(include.concerns ? { concerns: concerns.map(plain) } : {}),
    ...orderInFile(
      records.filter(({ value }) => 'subjectId' in value && value.subjectId === subjectId),
      include,
    ),
    ...(chronology
      ? { chronology: chronology.map(({ on, summary, source }) => ({ on, summary, source })) }
      : {}),
    ...(risk ? { risk } : {}),
    ...(notice ? { notice: notice.value, breaches: breaches.map(plain) } : {}),
    officer,
    preparedOn,
  });
}

function plain<K extends RecordKind>({ value }: StoredRecord<K>): RecordOf<K> {
  return value;
}

function captureOf({ capture }: { readonly capture: RecordId }): RecordId {
  return capture;
}

/** The earliest first; of one day, in the order given. */
function byDay<K extends RecordKind>(
  records: readonly StoredRecord<K>[],
  dayOf: (value: RecordOf<K>) => string,
): readonly StoredRecord<K>[] {
  return records.toSorted((a, b) => {
    const [one, other] = [dayOf(a.value), dayOf(b.value)];
    return one < other ? -1 : one > other ? 1 : 0;
  });
}
