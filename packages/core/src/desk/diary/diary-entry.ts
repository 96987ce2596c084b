/** One line of a diary, and its place among the others. */

import { DUE_ACTS, type Due, type DueAct } from '../../casework/act/due.js';
import type { RecordKind } from '../../record/kind.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

export const DIARY_STATES = ['overdue', 'due', 'coming'] as const;
export type DiaryState = (typeof DIARY_STATES)[number];

export interface DiaryEntry {
  /** The same each time while the same thing is due: the record, the act, and the trigger if one called for it. */
  readonly id: string;
  readonly act: DueAct;
  /** The task, in the words of a button. */
  readonly what: string;
  readonly kind: RecordKind;
  readonly record: RecordId;
  /** The subject, by id alone; absent if nobody is known. */
  readonly about?: RecordId;
  /** The enquiry that it goes back to, if nobody is known. */
  readonly enquiry?: RecordId;
  readonly why: string;
  /** Absent if the table of bank holidays has run out: it is then due now, and an issue gives the reason. */
  readonly by?: PlainDate;
  /** True if its limit is counted in hours, calendar days, months or years: so is how far off it is. */
  readonly inCalendarDays?: true;
  /** `due` is today. */
  readonly state: DiaryState;
  readonly isUrgent: boolean;
  /** True if somebody is in immediate danger: it comes before all that is urgent, whenever it is due. */
  readonly inDanger?: true;
  /** Latest risk of a concern or enquiry, a code of `risk-now`; absent if nobody has said it. */
  readonly riskNow?: string;
}

export interface Diary {
  /** Immediate danger first, then what is urgent, then by day, then by act and id, so that the order is always the same. */
  readonly entries: readonly DiaryEntry[];
  /** Warnings, each once: a table that has run out, a clock that cannot be right. */
  readonly issues: readonly Issue[];
}

export interface Occasion {
  /** The subject that it is about. */
  readonly about: RecordId | undefined;
  /** Id of the trigger that called for it. */
  readonly trigger?: string;
  readonly today: PlainDate;
}

export function entryOf(
  { kind, id, value }: StoredRecord,
  { act, by, why, inCalendarDays, isUrgent, inDanger, riskNow }: Due,
  { about, trigger = '', today }: Occasion,
): DiaryEntry {
  const [issue] = by.issues;
  return {
    id: [id, act, trigger].filter(Boolean).join(':'),
    act,
    what: DUE_ACTS[act],
    kind,
    record: id,
    ...(about === undefined ? enquiryOf(value) : { about }),
    why: by.ok || !issue ? why : `${why} ${issue.message}`,
    ...(by.ok ? { by: by.value } : {}),
    ...(inCalendarDays ? { inCalendarDays } : {}),
    state: by.ok ? stateOf(by.value, today) : 'due',
    isUrgent: isUrgent === true,
    ...(inDanger ? { inDanger } : {}),
    ...(riskNow === undefined ? {} : { riskNow }),
  };
}

function enquiryOf(value: StoredRecord['value']): Pick<DiaryEntry, 'enquiry'> {
  const enquiry = 'enquiryId' in value ? value.enquiryId : undefined;
  return enquiry === undefined ? {} : { enquiry };
}

function stateOf(by: PlainDate, today: PlainDate): DiaryState {
  if (by < today) return 'overdue';
  return by === today ? 'due' : 'coming';
}

const STATE_ORDER: Readonly<Record<DiaryState, string>> = { overdue: '0', due: '1', coming: '2' };

/** The sort key of an entry, compared by code unit. Ids are unique, so no two keys are equal. */
export function orderOf({ inDanger, isUrgent, state, by, act, id }: DiaryEntry): string {
  const first = inDanger ? '0' : isUrgent ? '1' : '2';
  return [first, STATE_ORDER[state], by ?? '', act, id].join(' ');
}
