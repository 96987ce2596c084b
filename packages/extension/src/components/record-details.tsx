import { type CodeLists, fieldsOf, type RecordKind, type RecordOf } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { t } from '../locales/translate.js';
import { SummaryList, type SummaryRow } from './summary-list.js';
import { writtenValue } from './written-value.js';

export interface RecordDetailsProps<K extends RecordKind> {
  kind: K;
  value: Partial<RecordOf<K>>;
  lists: CodeLists;
  /** Names of the fields to show, in that order; without it, all that a person fills in. */
  only?: readonly string[] | undefined;
  /** Shows fields with nothing in them too, as “Not recorded”: unknown is a value. */
  empties?: boolean | undefined;
  /** Stands under a field's value, such as where it was read. */
  under?: ((name: string) => ComponentChildren) | undefined;
  actions?: ((name: string) => ComponentChildren) | undefined;
}

/** A record as a summary list, from the same description that its form comes from. */
export function RecordDetails<K extends RecordKind>(props: RecordDetailsProps<K>) {
  const { kind, value, lists, only, empties, under, actions } = props;
  const held: Readonly<Record<string, unknown>> = value;
  const all = fieldsOf(kind);
  const fields = only
    ? only.flatMap((name) => all.find((field) => field.name === name) ?? [])
    : all.filter(({ set, input }) => set !== 'by-toolkit' && input !== 'record');
  const rows = fields.flatMap((field): SummaryRow[] => {
    const lines = writtenValue(field, held[field.name], lists);
    if (!lines.length && !empties) return [];
    return [
      {
        label: field.label,
        value: (
          <>
            {lines.length ? (
              lines.map((line) => (
                <div class="cp-record-details__line" key={line}>
                  {line}
                </div>
              ))
            ) : (
              <span class="cp-record-details__empty">{t('common.not-recorded')}</span>
            )}
            {under?.(field.name)}
          </>
        ),
        actions: actions?.(field.name),
      },
    ];
  });
  return <SummaryList rows={rows} />;
}
