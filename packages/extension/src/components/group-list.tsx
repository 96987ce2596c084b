import type { ComponentChildren } from 'preact';
import { t } from '../locales/translate.js';
import { AddedList } from './added-list.js';
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

/** Several of one thing, such as addresses, each in a fieldset of its own. */
export function GroupList({ row, ...rest }: GroupListProps) {
  return (
    <AddedList
      {...rest}
      size="s"
      fresh={{}}
      row={(group, index, change, remove) => (
        <Fieldset
          id={`${rest.id}-${index}`}
          legend={t('field.group-number', { label: rest.label, count: index + 1 })}
        >
          {row(group, index, change)}
          {remove}
        </Fieldset>
      )}
    />
  );
}
