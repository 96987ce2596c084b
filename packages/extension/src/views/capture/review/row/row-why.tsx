import { type DraftRow, whyStarted } from '@cyber-prevent/core';
import { t } from '../../../../locales/late.js';
import { rawIfOther } from './shown-value.js';

export interface RowWhyProps {
  row: DraftRow;
  /** All rows of the draft: who the referrer is decides how a row starts. */
  rows: readonly DraftRow[];
}

/** Source of the value, the page's own text if it differs, and the reason for its starting decision. */
export function RowWhy({ row, rows }: RowWhyProps) {
  const owner = row.owner.at(-1);
  const raw = row.decision.kind === 'mask' ? undefined : rawIfOther(row);
  const also = row.alsoAt?.length ?? 0;
  return (
    <div class="cp-draft-row__why">
      <p>
        {owner === undefined
          ? t('review.row.from', { label: row.label })
          : t('review.row.from-owner', { label: row.label, owner })}
      </p>
      {raw !== undefined && (
        <p dir="auto">
          {t('review.row.raw', { raw: raw.length > 200 ? `${raw.slice(0, 200)}…` : raw })}
        </p>
      )}
      {also > 0 && <p>{t('review.row.also', { count: also })}</p>}
      {row.path !== undefined && <p>{t(`review.why.${whyStarted({ rows }, row)}`)}</p>}
    </div>
  );
}
