import type { DraftRow } from '@cyber-prevent/core';
import { t } from '../../../../locales/translate.js';
import { ROW_FILTERS, type RowFilter, rowsIn } from './row-filter.js';

export interface DraftFilterProps {
  rows: readonly DraftRow[];
  filter: RowFilter;
  onFilter: (filter: RowFilter) => void;
}

/** The filters of the draft, each with its count now. */
export function DraftFilter({ rows, filter, onFilter }: DraftFilterProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is none
    <div class="cp-draft-filter" role="group" aria-label={t('review.filter')}>
      {ROW_FILTERS.map((name) => (
        <button
          key={name}
          type="button"
          class="cp-draft-chip"
          aria-pressed={name === filter}
          onClick={() => onFilter(name)}
        >
          {t(`review.filter.${name}`, { count: rowsIn(name, rows).length })}
        </button>
      ))}
    </div>
  );
}
