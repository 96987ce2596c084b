/**
 * A diary that is updated as records change. It remembers the ids that each entry asked about, so that a change refolds
 * only those entries: the cost is that of the change, not of the caseload.
 */

import type { Due, DueContext } from '../../casework/act/due.js';
import { linksOf } from '../../casework/act/links.js';
import type { Trigger } from '../../casework/rules/trigger.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { clockIssuesSince, latestOf } from './clock-issue.js';
import { type Diary, type DiaryEntry, entryOf, type Occasion, orderOf } from './diary-entry.js';
import { triggeredBy } from './triggered.js';

export interface DiaryFold {
  /** Takes in a new or changed record. */
  put(record: StoredRecord): void;
  /** Forgets a record that was withdrawn or disposed of. */
  drop(id: RecordId): void;
  /** The diary of that day. */
  read(today: PlainDate): Diary;
}

export interface DiaryFoldOptions extends Omit<DueContext, 'today' | 'find' | 'naming'> {
  readonly triggers: readonly Trigger[];
  /** Works out the things that a record makes due. It may use only the answers of the context. */
  readonly dueOf: (record: StoredRecord, context: DueContext) => readonly Due[];
  /** True if the triggers for that subject's case are to be checked. */
  readonly isMine: (about: RecordId, context: DueContext) => boolean;
}

/** A record, or a subject whose triggers are checked. */
type Asker = string;

interface Line {
  readonly asker: Asker;
  readonly order: string;
  readonly entry: DiaryEntry;
}

const TRIGGERS = 'triggers ';

/** @param records - the existing ones; more may be put */
export function foldDiary(
  records: Iterable<StoredRecord>,
  { triggers, dueOf, isMine, ...rest }: DiaryFoldOptions,
): DiaryFold {
  const links = linksOf(records);
  /** Every asker of an id so far. One that no longer asks is refolded once too often, which does no harm. */
  const askers = new Map<string, Asker[]>();
  const issues = new Map<Asker, readonly Issue[]>();
  const stale = new Set<Asker>();
  let lines: readonly Line[] = [];
  let day: PlainDate | undefined;
  /** The time of the last save; searched for again once that record has gone. */
  let latest = latestOf(links.all());
  let isLatestGone = false;

  const staleAll = (): void => {
    for (const record of links.all()) staleOf(record);
  };
  const staleOf = ({ kind, id }: Pick<StoredRecord, 'kind' | 'id'>): void => {
    stale.add(id);
    if (kind === 'subject' && triggers.length > 0) stale.add(TRIGGERS + id);
  };
  const touched = (ids: readonly string[]): void => {
    for (const id of ids) for (const asker of askers.get(id) ?? []) stale.add(asker);
  };
  /** The asker at work: one context serves all, since there are tens of thousands of askers. */
  let asking: Asker = '';
  const asks = (id: string): void => {
    const by = askers.get(id);
    if (by === undefined) askers.set(id, [asking]);
    else if (!by.includes(asking)) by.push(asking);
  };
  const contextOf = (today: PlainDate): DueContext => ({
    ...rest,
    today,
    find(kind, id) {
      if (id !== undefined) asks(id);
      return links.find(kind, id);
    },
    naming(kind, field, id) {
      asks(id);
      return links.naming(kind, field, id);
    },
  });
  const add = (record: StoredRecord, due: Due, occasion: Occasion, to: Line[]): void => {
    const entry = entryOf(record, due, occasion);
    to.push({ asker: asking, order: orderOf(entry), entry });
    if (due.by.issues.length > 0)
      issues.set(asking, [...(issues.get(asking) ?? []), ...due.by.issues]);
  };
  const addMade = (record: StoredRecord, context: DueContext, to: Line[]): void => {
    const dues = dueOf(record, context);
    if (dues.length === 0) return;
    const about = subjectOf(record, context);
    for (const due of dues) add(record, due, { about, today: context.today }, to);
  };
  const addCalled = (about: RecordId, context: DueContext, to: Line[]): void => {
    const subject = context.find('subject', about);
    if (!subject || !isMine(about, context)) return;
    for (const { trigger, due } of triggeredBy(about, triggers, context))
      add(subject, due, { about, trigger: trigger.id, today: context.today }, to);
  };
  const foldAgain = (today: PlainDate): void => {
    const context = contextOf(today);
    const again: Line[] = lines.filter(({ asker }) => !stale.has(asker));
    for (const asker of stale) {
      issues.delete(asker);
      asking = asker;
      const record = links.get(asker as RecordId);
      if (record) addMade(record, context, again);
      else if (asker.startsWith(TRIGGERS))
        addCalled(asker.slice(TRIGGERS.length) as RecordId, context, again);
    }
    stale.clear();
    lines = again.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  };

  return {
    put(record) {
      touched([record.id, ...links.put(record)]);
      staleOf(record);
      if (latest === undefined || record.updatedAt > latest) latest = record.updatedAt;
    },
    drop(id) {
      const record = links.get(id);
      touched([id, ...links.drop(id)]);
      if (!record) return;
      staleOf(record);
      isLatestGone ||= record.updatedAt === latest;
    },
    read(today) {
      if (day !== today) staleAll();
      day = today;
      if (stale.size > 0) foldAgain(today);
      if (isLatestGone) latest = latestOf(links.all());
      isLatestGone = false;
      const told = new Map<string, Issue>();
      for (const issue of [...issues.values()].flat())
        told.set(issue.code + issue.message, { ...issue, severity: 'warning' });
      for (const issue of clockIssuesSince(latest, today)) told.set(issue.code, issue);
      return {
        entries: lines.map(({ entry }) => entry),
        issues: [...told.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, issue]) => issue),
      };
    },
  };
}

/** The subject that a record is about, if known. */
export function subjectOf(
  { kind, id, value }: StoredRecord,
  { find }: Pick<DueContext, 'find'>,
): RecordId | undefined {
  if (kind === 'subject') return id;
  if ('subjectId' in value && value.subjectId !== undefined) return value.subjectId;
  const referral = 'referralId' in value ? find('referral', value.referralId) : undefined;
  return referral?.value.subjectId;
}
