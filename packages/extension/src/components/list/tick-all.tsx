import { t } from '../../locales/late.js';
import { PRIVATE_CONTROL } from '../private-control.js';
import { allOf, type RowSelection } from './selection.js';

export interface TickAllProps<Row> {
  rows: readonly Row[];
  selection: RowSelection<Row>;
}

/** Selects every row that was found, or none. */
export function TickAll<Row extends { readonly id: string }>({
  rows,
  selection,
}: TickAllProps<Row>) {
  const { selected } = selection;
  const all = allOf(rows, selection);
  const isAll = all.size > 0 && [...all].every((id) => selected.value.has(id));
  return (
    <th scope="col" class="govuk-table__header cp-list__tick" data-column="select">
      <input
        type="checkbox"
        class="cp-tick"
        aria-label={t('list.select.all', { count: all.size })}
        checked={isAll}
        {...PRIVATE_CONTROL}
        onClick={() => {
          selected.value = isAll ? new Set() : all;
        }}
      />
    </th>
  );
}
