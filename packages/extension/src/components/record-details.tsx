import {
  type CodeLists,
  fieldsOf,
  type PlainDate,
  type RecordKind,
  type RecordOf,
} from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { t } from '../locales/translate.js';
import { FoldedText } from './folded-text.js';
import { SummaryList, type SummaryRow } from './summary-list.js';
import { writtenValue } from './written-value.js';

export interface RecordDetailsProps<K extends RecordKind> {
  kind: K;
  value: Partial<RecordOf<K>>;
  lists: CodeLists;
  /** The day on which the record was made: its codes have their words of then. */
  on?: PlainDate | undefined;
  /** Names of the fields to show, in that order. Absent: every field that a person fills in. */
  only?: readonly string[] | undefined;
  /** Names of fields whose text is folded to one line if it is long. */
  fold?: readonly string[] | undefined;
  /** Also shows empty fields, as “Not recorded”: unknown is a value. */
  empties?: boolean | undefined;
  /**
   * Shown at the end of a value's own line, such as its source. For a list, at the end of each item by its index, and
   * once more after the whole list without an index.
   */
  mark?: ((name: string, item?: number) => ComponentChildren) | undefined;
  /** Shown under each item of a list. */
  under?: ((name: string, item: number) => ComponentChildren) | undefined;
  actions?: ((name: string) => ComponentChildren) | undefined;
  /** Id of the label of a field, for a link that leads to it. */
  labelId?: ((name: string) => string | undefined) | undefined;
}

/** A record as a summary list, built from the same description as its form. */
export function RecordDetails<K extends RecordKind>(props: RecordDetailsProps<K>) {
  const { kind, value, lists, on, only, empties, fold, mark, under, actions, labelId } = props;
  const held: Readonly<Record<string, unknown>> = value;
  const all = fieldsOf(kind);
  const fields = only
    ? only.flatMap((name) => all.find((field) => field.name === name) ?? [])
    : all.filter(({ set, input }) => set !== 'by-toolkit' && input !== 'record');
  const rows = fields.flatMap((field): SummaryRow[] => {
    const kept = held[field.name];
    const items = Array.isArray(kept) ? kept : undefined;
    const written = (items ?? [kept]).map((item) =>
      writtenValue(field, items ? [item] : item, lists, on),
    );
    const isEmpty = written.every(({ length }) => length === 0);
    if (isEmpty && !empties) return [];
    return [
      {
        label: field.label,
        labelId: labelId?.(field.name),
        value: (
          <>
            {isEmpty && <span class="cp-record-details__empty">{t('common.not-recorded')}</span>}
            {written.map((lines, place) => (
              <div class="cp-record-details__item" key={place}>
                {lines.map((line, nth) => (
                  <div class="cp-record-details__line" key={line}>
                    {fold?.includes(field.name) ? (
                      <FoldedText text={line} about={field.label} isProse />
                    ) : (
                      line
                    )}
                    {nth === lines.length - 1 && (
                      <> {items ? mark?.(field.name, place) : mark?.(field.name)}</>
                    )}
                  </div>
                ))}
                {items && under?.(field.name, place)}
              </div>
            ))}
            {(items || isEmpty) && mark?.(field.name)}
          </>
        ),
        actions: actions?.(field.name),
      },
    ];
  });
  return <SummaryList rows={rows} />;
}
