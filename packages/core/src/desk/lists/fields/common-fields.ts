/** Columns that several lists have: a code, a day, a state, and what is due. */
import { DUE_ACTS } from '../../../casework/act/due.js';
import { codeLabel, codesInForce } from '../../../codes/code-list.js';
import { addDays } from '../../../shared/dates.js';
import type { PlainDate } from '../../../shared/primitives.js';
import type { DiaryEntry } from '../../diary/diary-entry.js';
import type { ListField, ListValue } from '../list-field.js';
import type { ListKnown } from './list-known.js';

/** A column that sorts and filters nothing by. */
export function sorted<Row>(value: (row: Row) => ListValue | undefined): ListField<Row> {
  return { value };
}

/** A code of a list: sorts by its label. Codes that are no longer in force are found where a row has them. */
export function codeField<Row>(
  list: string,
  of: (row: Row) => string | undefined,
  { lists, today }: Pick<ListKnown, 'lists' | 'today'>,
): ListField<Row> {
  return {
    value: (row) => {
      const code = of(row);
      return code === undefined ? undefined : codeLabel(lists, list, code);
    },
    filter: {
      codes: (row) => [of(row) ?? []].flat(),
      offered: codesInForce(lists, list, today).map(({ code }) => code),
    },
  };
}

/** One of a few states: sorts in their order. */
export function stateField<Row, State extends string>(
  states: readonly State[],
  of: (row: Row) => State,
): ListField<Row> {
  return {
    value: (row) => states.indexOf(of(row)),
    filter: { codes: (row) => [of(row)], offered: states },
  };
}

/** Distance of a due day. A day that could not be worked out counts as today. */
export const DUE_SPANS = ['overdue', 'today', 'week', 'later', 'nothing'] as const;
export type DueSpan = (typeof DUE_SPANS)[number];

const WEEK = 7;

/** The span that an entry is in: `week` is the 7 days after today. */
export function dueSpan({ by }: Pick<DiaryEntry, 'by'>, today: PlainDate): DueSpan {
  if (by === undefined || by === today) return 'today';
  if (by < today) return 'overdue';
  return by <= addDays(today, WEEK) ? 'week' : 'later';
}

/** Sort key of what is due: danger first, then what is urgent, then by day. Rows that need nothing come last. */
export function whenDue(
  entry: Pick<DiaryEntry, 'inDanger' | 'isUrgent' | 'by'> | undefined,
): string | undefined {
  if (!entry) return undefined;
  if (entry.inDanger) return '0';
  return entry.isUrgent || entry.by === undefined ? '1' : entry.by;
}

type Entries<Row> = (row: Row) => readonly DiaryEntry[];

/** The day of what is most urgent; found by the span of anything that is due. */
export function dueField<Row>(
  of: Entries<Row>,
  { today }: Pick<ListKnown, 'today'>,
): ListField<Row> {
  return {
    value: (row) => whenDue(of(row)[0]),
    filter: {
      codes: (row) => {
        const spans = of(row).map((entry) => dueSpan(entry, today));
        return spans.length === 0 ? ['nothing'] : spans;
      },
      offered: DUE_SPANS,
    },
  };
}

/** The act due first, in words; found by every kind of work that is due. */
export function workField<Row>(of: Entries<Row>): ListField<Row> {
  return {
    value: (row) => of(row)[0]?.what,
    filter: { codes: (row) => of(row).map(({ act }) => act), offered: Object.keys(DUE_ACTS) },
  };
}

/** `apply`: conditions stand on anything of the row. `none`: on nothing that is on record. */
export const HANDLING_STATES = ['apply', 'none'] as const;
export type HandlingState = (typeof HANDLING_STATES)[number];

/** Found by whether conditions apply. */
export function handlingField<Row extends { readonly isConditioned?: true }>(): ListField<Row> {
  return {
    filter: {
      codes: ({ isConditioned }) => [isConditioned ? 'apply' : 'none'],
      offered: HANDLING_STATES,
    },
  };
}
