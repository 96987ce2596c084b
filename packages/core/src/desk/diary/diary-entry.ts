/** One line of a diary, and where it stands among the others. */

import { DUE_ACTS, type Due, type DueAct } from '../../casework/act/due.js';
import type { RecordKind } from '../../record/kind.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

export const DIARY_STATES = ['overdue', 'due', 'coming'] as const;
export type DiaryState = (typeof DIARY_STATES)[number];

export interface DiaryEntry {
  /** The same each time, as long as the same thing is due: the record, the act, and the trigger where one called for it. */
  readonly id: string;
  readonly act: DueAct;
  /** What is to be done, in the words of a button. */
  readonly what: string;
  readonly kind: RecordKind;
  readonly record: RecordId;
  /** The subject, by id alone; absent where nobody is known. */
  readonly about?: RecordId;
  /** The enquiry that it goes back to, where nobody is known. */
  readonly enquiry?: RecordId;
  readonly why: string;
  /** Absent where the table of bank holidays has run out: then it is due now, and an issue says why. */
  readonly by?: PlainDate;
  /** `due` is today. */
  readonly state: DiaryState;
  readonly isUrgent: boolean;
}

export interface Diary {
  /** The urgent first, then by day, then by act and id: of two entries one always comes first. */
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
  { act, by, why, isUrgent }: Due,
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
    state: by.ok ? stateOf(by.value, today) : 'due',
    isUrgent: isUrgent === true,
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

/** What entries are put in order by, by code unit. No two entries have one id, so none are equal. */
export function orderOf({ isUrgent, state, by, act, id }: DiaryEntry): string {
  return [isUrgent ? '0' : '1', STATE_ORDER[state], by ?? '', act, id].join(' ');
}
