/**
 * Corrections after a disclosure: the recipients must be informed (DPA 2018 s.38(5)). Finds them, stores the
 * notice, and records that it was given.
 */
import { fieldsOf } from '../../record/kind.js';
import { civilDay } from '../../shared/civil-day.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change, LoggedEntry, Revision } from '../../store/log/revision.js';
import { isKnownTo, type Placed, type Trail } from '../../store/log/trail.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { type DueOf, dueWithin } from '../act/due.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { isPaperGiven } from '../person/disclose-document.js';
import { OWN_USE } from './disclosure-law.js';

/** A recipient of a record before it was corrected. */
export interface PastRecipient {
  readonly recipient: string;
  readonly disclosedOn: PlainDate;
  readonly record: RecordId;
  /** Labels of the fields corrected since they received it. */
  readonly corrected: readonly string[];
  /** True if a notice to them about it is already written. */
  readonly isNoted: boolean;
  /** True if they were given a paper, with our reference at its foot. */
  readonly isPaper?: true;
}

/**
 * Finds the recipients of each record before it was corrected; the latest disclosure comes first. A correction is a
 * change, or a record that names the one it corrects. A field that was empty at the time is news, not a correction. So
 * are an entry added to a list, and a record made since that corrects nothing. Places in the logs say what came first,
 * not clocks. A paper for the officer's own work was given to nobody.
 *
 * @param trail - of the records and the notices
 * @param notices - those written already
 */
export function pastRecipients(
  records: readonly StoredRecord[],
  trail: Trail,
  notices: readonly StoredRecord<'correctionNotice'>[],
): readonly PastRecipient[] {
  const histories = historiesIn(trail);
  const historyOf = ({ id }: StoredRecord): History => histories.get(id) ?? [];
  const isSince = (record: StoredRecord, given: Entry): boolean => {
    const [first] = historyOf(record);
    return first !== undefined && !isKnownTo(first, given);
  };
  const found = new Map<string, PastRecipient>();
  for (const record of records) {
    if (NOT_TOLD_OF.has(record.kind)) continue;
    for (const given of trail.disclosures) {
      if (!given.records.includes(record.id) || given.recipients?.[0] === OWN_USE) continue;
      const recipient = given.recipients?.at(-1) ?? '';
      const noted = notices.filter(
        (notice) =>
          notice.value.about === record.id &&
          notice.value.recipient === recipient &&
          isSince(notice, given),
      );
      const { before, since } = splitAt(historyOf(record), given);
      const by = correctionsOf(record, records, historyOf).filter((each) => isSince(each, given));
      const latest = by.at(-1);
      const corrected = [
        ...new Set([
          ...correctedSince(record, before, since, noted.length > 0),
          ...(latest ? differing(record, latest) : []),
        ]),
      ];
      if (corrected.length === 0) continue;
      const changes = [...since, ...by.flatMap((each) => historyOf(each).slice(0, 1))];
      const disclosedOn = civilDay(given.at);
      const isNoted = noted.some((notice) => {
        const [written] = historyOf(notice);
        return written !== undefined && changes.every((change) => isKnownTo(change, written));
      });
      const key = `${record.id} ${recipient} ${disclosedOn}`;
      const isPaper = isPaperGiven(given) || found.get(key)?.isPaper;
      found.set(key, {
        recipient,
        disclosedOn,
        record: record.id,
        corrected,
        isNoted,
        ...(isPaper ? { isPaper } : {}),
      });
    }
  }
  return [...found.values()].toSorted((one, other) =>
    one.disclosedOn < other.disclosedOn ? 1 : one.disclosedOn > other.disclosedOn ? -1 : 0,
  );
}

type Entry = Placed<LoggedEntry>;
/** Revisions of one record, each after those it was written on: the first one made it. */
type History = readonly Placed<Revision>[];

function historiesIn({ revisions }: Trail): ReadonlyMap<RecordId, History> {
  const histories = new Map<RecordId, Placed<Revision>[]>();
  for (const revision of revisions) {
    const own = histories.get(revision.record);
    if (own) own.push(revision);
    else histories.set(revision.record, [revision]);
  }
  return histories;
}

/**
 * The revisions that the disclosing device had, and those it did not have yet. With a revision, those it was written on
 * count as had.
 */
function splitAt(
  history: History,
  given: Entry,
): { readonly before: History; readonly since: History } {
  const had = new Set<RecordId>();
  for (const revision of history.toReversed())
    if (had.has(revision.id) || isKnownTo(revision, given))
      for (const id of [revision.id, ...revision.parents]) had.add(id);
  return {
    before: history.filter(({ id }) => had.has(id)),
    since: history.filter(({ id }) => !had.has(id)),
  };
}

/** Kinds about the work itself, which change as it proceeds: such a change is not a correction. */
const NOT_TOLD_OF: ReadonlySet<string> = new Set([
  'promise',
  'hold',
  'colleagueRequest',
  'correctionNotice',
  'retention',
  'retentionReview',
]);

/** @param isTold - a notice went to them since: then a change that was undone is news to them too */
function correctedSince(
  { kind }: StoredRecord,
  given: History,
  since: History,
  isTold: boolean,
): readonly string[] {
  const before: Record<string, unknown> = {};
  for (const { set } of given) Object.assign(before, set);
  const now: Record<string, unknown> = { ...before };
  const changed = new Set<string>();
  const differs = (name: string, value: unknown): boolean => isCorrected(before[name], value);
  for (const { set } of since) {
    Object.assign(now, set);
    if (isTold)
      for (const [name, value] of Object.entries(set)) if (differs(name, value)) changed.add(name);
  }
  for (const [name, value] of Object.entries(now)) if (differs(name, value)) changed.add(name);
  return fieldsOf(kind)
    .filter(({ name }) => changed.has(name) && !(kind === 'referral' && name === 'status'))
    .map(({ label }) => label);
}

/** The record that this one corrects. */
function corrects(value: object): unknown {
  return Reflect.get(value, 'corrects');
}

/**
 * Records that correct this one, and those that correct them in turn, in the order of arrival; each after the one that
 * it corrects.
 */
function correctionsOf(
  record: StoredRecord,
  records: readonly StoredRecord[],
  historyOf: (record: StoredRecord) => History,
): readonly StoredRecord[] {
  const ids = new Set<unknown>([record.id]);
  const found: StoredRecord[] = [];
  for (let before = -1; before < found.length; ) {
    before = found.length;
    for (const each of records)
      if (!ids.has(each.id) && ids.has(corrects(each.value))) {
        ids.add(each.id);
        found.push(each);
      }
  }
  const arrival = (each: StoredRecord): number => {
    const [first] = historyOf(each);
    return first?.place.receivedIn ?? first?.place.seq ?? 0;
  };
  return found.toSorted((one, other) => arrival(one) - arrival(other));
}

/** Labels of the fields that a later record changed. */
function differing(record: StoredRecord, correction: StoredRecord): readonly string[] {
  if (record.kind !== correction.kind) return [];
  return fieldsOf(record.kind)
    .filter(({ name }) => {
      if (name === 'id' || name === 'corrects') return false;
      const before: unknown = Reflect.get(record.value, name);
      const now: unknown = Reflect.get(correction.value, name);
      return isCorrected(before, now);
    })
    .map(({ label }) => label);
}

/** True unless what was given still stands: nothing was given, or every entry of a list is still in it. */
function isCorrected(given: unknown, now: unknown): boolean {
  if (isEmpty(given)) return false;
  if (!Array.isArray(given) || !Array.isArray(now))
    return JSON.stringify(given) !== JSON.stringify(now);
  const left = new Set(now.map((entry) => JSON.stringify(entry)));
  return given.some((entry) => !left.has(JSON.stringify(entry)));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

export interface NoticeContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
}

/** Writes a notice of a correction to one past recipient. It is stored as not yet given. */
export function writeNotice(
  input: Pick<Input<'correctionNotice'>, 'about' | 'recipient' | 'disclosedOn' | 'words'>,
  context: NoticeContext,
): Result<CaseCommit> {
  const { subject, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const entry = { ...input, subjectId: subject.id, madeOn: host.clock.today() };
  const checked = entryOf('correctionNotice', entry, context);
  if (!checked.ok) return checked;
  const { value } = checked;
  const issues = futureIssues(
    'The date it was given to them',
    value.disclosedOn,
    'disclosedOn',
    context,
  );
  return unless(issues, () => ({
    commit: { changes: [makes('correctionNotice', value)], reason: 'correction' },
    id: value.id,
  }));
}

/** Records that the recipient was informed: today unless the officer gives another day. */
export function noticeTold(
  notice: StoredRecord<'correctionNotice'>,
  { toldOn: given, toldHow }: Pick<Input<'correctionNotice'>, 'toldOn' | 'toldHow'>,
  context: CaseContext,
): Result<CaseCommit> {
  if (notice.value.toldOn !== undefined) return failed(TOLD_ALREADY);
  const toldOn = given ?? context.host.clock.today();
  const issues = [...futureIssues('The date they were told', toldOn, 'toldOn', context)];
  if (toldOn < notice.value.madeOn) issues.push(TOLD_TOO_EARLY);
  const set = {
    toldOn,
    ...(toldHow ? { toldHow } : {}),
  } as Change<'correctionNotice'>['set'];
  return unless(issues, () => ({
    commit: { changes: [sets(notice, set)], reason: 'correction' },
    id: notice.id,
  }));
}

export const noticeDue: DueOf<'correctionNotice'> = ({ value }, context) => {
  if (value.toldOn !== undefined) return [];
  const what = 'A notice to somebody about a correction was written';
  return [dueWithin('tell-recipient', 'correction-notice', value.madeOn, what, context)];
};

const TOLD_ALREADY: Issue = {
  code: 'notice-told',
  severity: 'error',
  message: 'They were told already',
};

const TOLD_TOO_EARLY: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The date they were told must be on or after the date on which the notice was written',
  at: 'toldOn',
};
