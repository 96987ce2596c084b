import type { ComponentChildren } from 'preact';
import { t } from '../locales/translate.js';
import { AddedList } from './added-list.js';
import { Fieldset } from './fieldset.js';
import type { FormValues } from './form-values.js';

export interface GroupListProps {
  id: string;
  /** Label for one group. */
  label: string;
  /** Heading for all the groups, if it differs from `label`. */
  legend?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  rows: readonly FormValues[];
  onRows: (rows: readonly FormValues[]) => void;
  row: (row: FormValues, index: number, change: (to: FormValues) => void) => ComponentChildren;
}

/** Several items of one kind, such as addresses, each in its own fieldset. */
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
