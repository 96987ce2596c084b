/**
 * The case file: everything that a report may contain about one subject, as plain data. Intelligence notes and
 * safeguarding concerns are left out unless asked for, because a summary is handed on.
 */

import { SUBJECT_UNKNOWN } from '../../casework/act/subject-unknown.js';
import { type CaseHandling, caseHandling } from '../../casework/handling/handling-of-paper.js';
import { withMoment } from '../../casework/person/identifier/list-rows.js';
import type { CodeLists } from '../../codes/code-list.js';
import { identifierType } from '../../match/identifier.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import { isStandingIdentifier } from '../../record/online-identifier.js';
import { LASTING_KINDS } from '../../record/shared-kind.js';
import type { RiskSummary } from '../../risk/index.js';
import { failed, passed, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import {
  type OffencesInFile,
  offencesInFile,
  offencesOnRecord,
  referralsAsKnown,
} from './case-file-offence.js';
import { type OrderInFile, orderInFile } from './case-file-order.js';
import { type PlanInFile, planInFile } from './case-file-plan.js';
import { type WorkInFile, workInFile } from './case-file-work.js';
import { type ChronologyLine, chronologyLines } from './chronology-lines.js';
import { decidedAbout, reasonInFull } from './decided-about.js';
import { type OnRecord, onRecord } from './on-record.js';
import { type OrganisationsInFile, organisationsInFile } from './organisations-in-file.js';
import type { TimelineEntry } from './timeline.js';

/** The officer who prepares the report. */
export interface CaseOfficer {
  readonly name: string;
  readonly number?: string;
  /** A code of the list `force`. */
  readonly force: string;
  readonly role?: string;
}

export interface CaseFile
  extends OffencesInFile,
    OrderInFile,
    OrganisationsInFile,
    PlanInFile,
    WorkInFile {
  readonly subject: RecordOf<'subject'>;
  /** The latest referral. */
  readonly referral?: RecordOf<'referral'>;
  /** Every referral, earliest first. */
  readonly referrals: readonly RecordOf<'referral'>[];
  /** Those before the latest, earliest first. */
  readonly earlierReferrals: readonly RecordOf<'referral'>[];
  /** The person who made the latest referral. */
  readonly referrer?: RecordOf<'referrer'>;
  readonly relatedPersons: readonly RecordOf<'relatedPerson'>[];
  readonly onlineIdentifiers: readonly RecordOf<'onlineIdentifier'>[];
  /** Current ones, earliest first. */
  readonly interventions: readonly RecordOf<'intervention'>[];
  /** Each with the words for the matter that it is on, and with its reason in full where lists were given. */
  readonly decisions: readonly (RecordOf<'decision'> & { readonly about: string })[];
  /** Holds that are not lifted. */
  readonly holds: readonly RecordOf<'hold'>[];
  /** The captures that values in the file were taken from, with the officer who captured each. */
  readonly sources: readonly (RecordOf<'sourceCapture'> & { readonly capturedBy?: string })[];
  /** Included only if asked for. */
  readonly notes?: readonly RecordOf<'intelligenceNote'>[];
  /** Included only if asked for. */
  readonly concerns?: readonly RecordOf<'safeguardingConcern'>[];
  /** Entries of the chronology that the caller chose; only if asked for. */
  readonly chronology?: readonly ChronologyLine[];
  readonly risk?: RiskSummary;
  /** The notice that was asked for; otherwise absent. */
  readonly notice?: RecordOf<'ceaseAndDesist'>;
  /** Breaches noted after it, earliest first. */
  readonly breaches?: readonly RecordOf<'noticeBreach'>[];
  /** The paper of a notice that is not served yet: nothing of a person. */
  readonly sheet?: NoticeSheet;
  readonly officer: CaseOfficer;
  readonly preparedOn: PlainDate;
  /** Everything that was handed over about the person, without its content: no template can print it. */
  readonly onRecord: readonly OnRecord[];
  /** The conditions on what was handed over: no template can print them, and every paper keeps them. */
  readonly handling: CaseHandling;
}

/** Text on the paper of a notice before anybody is given it. */
export interface NoticeSheet {
  readonly from?: string;
  readonly contact?: string;
  readonly title?: string;
  readonly version?: string;
  readonly words?: string;
}

export interface CaseFileOptions {
  readonly officer: CaseOfficer;
  readonly preparedOn: PlainDate;
  readonly risk?: RiskSummary;
  readonly include?: {
    readonly notes?: boolean;
    readonly concerns?: boolean;
    /** The caution or order that the report is about. */
    readonly order?: RecordId;
    /** The evidence that the report is about, with its condition and the order of that condition. */
    readonly evidence?: RecordId;
    /** The notice that the report is about. */
    readonly notice?: RecordId;
  };
  /** Entries of the timeline as it was narrowed; those that are not to be handed on are left out here. */
  readonly chronology?: readonly TimelineEntry[];
  readonly sheet?: NoticeSheet;
  /** For the reasons of a decision that were chosen from a list; absent: only those in words are its reason. */
  readonly lists?: CodeLists;
  /** The name of the officer with that id, if known. */
  readonly nameOf?: (officer: RecordId) => string | undefined;
}

/** Gathers the file from records whose view is already logged; those of other subjects are skipped. */
export function caseFile(
  records: readonly StoredRecord[],
  subjectId: RecordId,
  options: CaseFileOptions,
): Result<CaseFile> {
  const all = <K extends RecordKind>(kind: K) =>
    records.filter((record): record is StoredRecord<K> => record.kind === kind);
  const own = <K extends RecordKind>(kind: K) =>
    all(kind).filter(({ value }) => 'subjectId' in value && value.subjectId === subjectId);
  const { officer, preparedOn, risk, include = {}, chronology, sheet, lists, nameOf } = options;

  const subject = all('subject').find(({ id }) => id === subjectId);
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const offences = own('offence');
  const referrals = byDay(
    referralsAsKnown(own('referral'), offences, subject),
    ({ receivedOn }) => receivedOn,
  );
  const latest = referrals.at(-1);
  const referrer = all('referrer').find(({ id }) => id === latest?.value.referrerId);
  const log = own('intervention');
  // Avoids `standing`: the corrected entry may have been moved or disposed of, and the file is needed all the same.
  const corrected = new Set(log.map(({ value }) => value.corrects));
  const interventions = byDay(
    log.filter(({ id }) => !corrected.has(id)),
    ({ heldOn }) => heldOn,
  );
  const decisions = byDay(own('decision'), ({ decidedOn }) => decidedOn);
  const relatedPersons = own('relatedPerson');
  // One that was found not to be theirs is on their record, and on no paper about them.
  const onlineIdentifiers = byDay(
    own('onlineIdentifier').filter(({ value }) => isStandingIdentifier(value)),
    ({ firstSeenOn }) => firstSeenOn,
  );
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
    ...offences,
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
    earlierReferrals: referrals.slice(0, -1).map(plain),
    ...(referrer ? { referrer: referrer.value } : {}),
    relatedPersons: relatedPersons.map(plain),
    onlineIdentifiers: onlineIdentifiers.map(({ value }) => ({
      ...withMoment(value),
      type: identifierType(value),
    })),
    ...organisationsInFile(subject, records),
    interventions: interventions.map(plain),
    decisions: decisions.map(({ value }) => ({
      ...value,
      ...(lists ? { reason: reasonInFull(value, lists) } : {}),
      about: decidedAbout(value, referrals.map(plain)),
    })),
    holds: holds.map(plain),
    sources: sources.map(({ value, updatedBy }) => {
      const capturedBy = nameOf?.(updatedBy);
      return capturedBy === undefined ? value : { ...value, capturedBy };
    }),
    ...(include.notes ? { notes: notes.map(plain) } : {}),
    ...(include.concerns ? { concerns: concerns.map(plain) } : {}),
    ...offencesInFile(offences, subject),
    ...planInFile(own, subjectId, preparedOn),
    ...workInFile(own, interventions),
    ...orderInFile(
      records.filter(({ value }) => 'subjectId' in value && value.subjectId === subjectId),
      include,
    ),
    ...(chronology ? { chronology: chronologyLines(chronology, preparedOn) } : {}),
    ...(risk ? { risk } : {}),
    ...(sheet ? { sheet } : {}),
    ...(notice ? { notice: notice.value, breaches: breaches.map(plain) } : {}),
    officer,
    preparedOn,
    handling: caseHandling(records),
    onRecord: offencesOnRecord(
      onRecord(about(records, subjectId), lists ? { decision: ['reasonCodes'] } : {}),
      offences,
      subject,
    ),
  });
}

/**
 * Without records of somebody else: a pair that was compared, another person’s own, or an identifier on nobody. An
 * organisation is about nobody.
 */
function about(records: readonly StoredRecord[], subjectId: RecordId): readonly StoredRecord[] {
  return records.filter(
    ({ id, kind, value }) =>
      id === subjectId ||
      (kind !== 'subject' &&
        !LASTING_KINDS.has(kind) &&
        isOf(kind, Reflect.get(value, 'subjectId'), subjectId)),
  );
}

function isOf(kind: RecordKind, named: unknown, subjectId: RecordId): boolean {
  return named === subjectId || (named === undefined && kind !== 'onlineIdentifier');
}

function plain<K extends RecordKind>({ value }: StoredRecord<K>): RecordOf<K> {
  return value;
}

function captureOf({ capture }: { readonly capture: RecordId }): RecordId {
  return capture;
}

/** Earliest first; those of one day stay in the order given. */
function byDay<K extends RecordKind>(
  records: readonly StoredRecord<K>[],
  dayOf: (value: RecordOf<K>) => string,
): readonly StoredRecord<K>[] {
  return records.toSorted((a, b) => {
    const [one, other] = [dayOf(a.value), dayOf(b.value)];
    return one < other ? -1 : one > other ? 1 : 0;
  });
}
