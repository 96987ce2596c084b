import type { ComponentChildren } from 'preact';
import { t } from '../locales/translate.js';
import { Button } from './button.js';
import { Fieldset } from './fieldset.js';
import type { FormValues } from './form-values.js';

export interface GroupListProps {
  id: string;
  /** What one of them is called. */
  label: string;
  /** What all of them are called, where that is another word. */
  legend?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  rows: readonly FormValues[];
  onRows: (rows: readonly FormValues[]) => void;
  row: (row: FormValues, index: number, change: (to: FormValues) => void) => ComponentChildren;
}

/** Several of one thing, such as addresses: each in a fieldset of its own, added and removed by hand. */
export function GroupList({
  id,
  label,
  legend = label,
  hint,
  error,
  rows,
  onRows,
  row,
}: GroupListProps) {
  return (
    <Fieldset id={`${id}-all`} legend={legend} hint={hint} error={error} size="s">
      {rows.map((group, index) => (
        // The place is the row's only identity: rows have no id of their own and are not reordered.
        <div class="cp-group-list__row" key={index}>
          <Fieldset
            id={`${id}-${index}`}
            legend={t('field.group-number', { label, count: index + 1 })}
          >
            {row(group, index, (to) => onRows(rows.with(index, to)))}
            <Button kind="link" onPress={() => onRows(rows.toSpliced(index, 1))}>
              {t('field.remove', { label, count: index + 1 })}
            </Button>
          </Fieldset>
        </div>
      ))}
      <Button id={id} kind="secondary" onPress={() => onRows([...rows, {}])}>
        {t(rows.length ? 'field.add-another' : 'field.add', { label })}
      </Button>
    </Fieldset>
  );
}
