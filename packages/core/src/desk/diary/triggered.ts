/**
 * Reviews that triggers call for: the first stretch of days, since the last review, in which all conditions of a
 * trigger were met.
 */
import { type Due, type DueContext, dueWithin } from '../../casework/act/due.js';
import type { Trigger, TriggerCondition } from '../../casework/rules/trigger.js';
import { codeLabel } from '../../codes/code-list.js';
import { fieldsOf, RECORD_LABELS, type RecordKind } from '../../record/kind.js';
import { civilDay } from '../../shared/civil-day.js';
import { addDays, writtenDate } from '../../shared/dates.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

interface Happened {
  readonly on: PlainDate;
  readonly record: StoredRecord;
}

export interface Called {
  readonly trigger: Trigger;
  readonly due: Due;
}

/**
 * Checks the triggers for one subject. An entry that a later one corrects or changes does not count, nor does anything
 * recorded before the last review.
 */
export function triggeredBy(
  subjectId: RecordId,
  triggers: readonly Trigger[],
  context: DueContext,
): readonly Called[] {
  const reviews = context
    .naming('decision', 'subjectId', subjectId)
    .filter(({ value }) => value.outcome === 'reviewed')
    .map(({ createdAt }): string => createdAt);
  const reviewedAt = reviews.toSorted().at(-1) ?? '';
  return triggers.flatMap((trigger): readonly Called[] => {
    if (
      trigger.when.some((condition) => mayHappen(condition, subjectId, context) < condition.count)
    )
      return [];
    const found = trigger.when.map((condition) =>
      happened(condition, subjectId, reviewedAt, context),
    );
    const days = [...new Set(found.flat().map(({ on }) => on))].sort();
    for (const from of days) {
      const to = addDays(from, trigger.withinDays);
      const within = found.map((each) => each.filter(({ on }) => on >= from && on <= to));
      if (trigger.when.some(({ count }, i) => (within[i]?.length ?? 0) < count)) continue;
      const counted = within.flatMap((each, i) =>
        each
          .slice(0, trigger.when[i]?.count)
          .map(({ on, record }) => ({ on, words: told(record, trigger.when[i], on, context) })),
      );
      const last =
        counted
          .map(({ on }) => on)
          .toSorted()
          .at(-1) ?? from;
      const what = `${trigger.title}. ${counted.map(({ words }) => words).join('; ')}. The last of them was`;
      return [{ trigger, due: dueWithin('review-case', trigger.limit, last, what, context) }];
    }
    return [];
  });
}

/** The largest possible count, so that a subject with too few records is skipped at once. */
function mayHappen({ kind }: TriggerCondition, subjectId: RecordId, context: DueContext): number {
  return context.naming(kind as RecordKind, 'subjectId', subjectId).length;
}

function happened(
  condition: TriggerCondition,
  subjectId: RecordId,
  since: string,
  context: DueContext,
): readonly Happened[] {
  const { kind, day } = condition;
  return context
    .naming(kind as RecordKind, 'subjectId', subjectId)
    .filter(
      (record) =>
        isCountedBy(condition, record) &&
        record.createdAt > since &&
        !isSuperseded(record, context),
    )
    .flatMap((record): readonly Happened[] => {
      const on = fieldOf(record, day);
      return typeof on === 'string' ? [{ on: civilDay(on), record }] : [];
    })
    .toSorted((a, b) => inOrder(a.on + a.record.id, b.on + b.record.id));
}

/** True if the condition counts the record, on any day. */
export function isCountedBy(
  { kind, where }: Pick<TriggerCondition, 'kind' | 'where'>,
  record: Pick<StoredRecord, 'kind' | 'value'>,
): boolean {
  if (record.kind !== kind) return false;
  for (const name in where) if (!isAmong(fieldOf(record, name), where[name] ?? [])) return false;
  return true;
}

/** “Decision (Refuse) on 3 November 2026”: codes and days, and no information given in confidence. */
function told(
  record: StoredRecord,
  { where = {} }: Pick<TriggerCondition, 'where'> = {},
  on: PlainDate,
  { lists }: DueContext,
): string {
  const labels = Object.keys(where).flatMap((name) => {
    const code = fieldOf(record, name);
    const list = fieldsOf(record.kind).find((field) => field.name === name)?.codeList;
    return typeof code === 'string'
      ? [list ? codeLabel(lists, list, code, civilDay(record.createdAt)) : code]
      : [];
  });
  const said = labels.length > 0 ? ` (${labels.join(', ')})` : '';
  return `${RECORD_LABELS[record.kind].one}${said} on ${writtenDate(on)}`;
}

function isSuperseded({ id, kind }: StoredRecord, { naming }: DueContext): boolean {
  return naming(kind, 'corrects', id).length + naming(kind, 'replaces', id).length > 0;
}

function isAmong(value: unknown, codes: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((each) => codes.includes(String(each)));
  return typeof value === 'string' && codes.includes(value);
}

function fieldOf({ value }: Pick<StoredRecord, 'value'>, name: string): unknown {
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
