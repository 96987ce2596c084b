import type { DraftRow } from '@cyber-prevent/core';
import { t } from '../../../../locales/translate.js';
import { rawIfOther } from './shown-value.js';

/** Source of the value: its label, the owner of its section, and the page's own text if it differs. */
export function RowSource({ row }: { row: DraftRow }) {
  const owner = row.owner.at(-1);
  const raw = row.decision.kind === 'mask' ? undefined : rawIfOther(row);
  const also = row.alsoAt?.length ?? 0;
  return (
    <p class="cp-draft-row__source">
      {owner === undefined
        ? t('review.row.from', { label: row.label })
        : t('review.row.from-owner', { label: row.label, owner })}
      {raw !== undefined && (
        <span class="cp-draft-row__raw" dir="auto">
          {t('review.row.raw', { raw: raw.length > 200 ? `${raw.slice(0, 200)}…` : raw })}
        </span>
      )}
      {also > 0 && <span class="cp-draft-row__raw">{t('review.row.also', { count: also })}</span>}
    </p>
  );
}
