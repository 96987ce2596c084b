import { type DraftRow, fieldOf, whyStarted } from '@cyber-prevent/core';
import { t } from '../../../../locales/late.js';
import { rawIfOther } from './shown-value.js';

export interface RowWhyProps {
  row: DraftRow;
  /** All rows of the draft: who the referrer is decides how a row starts. */
  rows: readonly DraftRow[];
}

/** Most other labels that are named. */
const MOST_OTHERS = 3;

/**
 * Source of the value: its label and heading, the sign that paired them, the labels that lost, what gave it its name,
 * what it reads as, and the reason for its starting decision.
 */
export function RowWhy({ row, rows }: RowWhyProps) {
  const owner = row.owner.at(-1);
  const raw = row.decision.kind === 'mask' ? undefined : rawIfOther(row);
  const also = row.alsoAt?.length ?? 0;
  const lost = [...new Set(row.runnersUp.map(({ label }) => label))]
    .filter((label) => label !== row.label)
    .slice(0, MOST_OTHERS);
  return (
    <div class="cp-draft-row__why">
      <p>
        {owner === undefined
          ? t('review.row.from', { label: row.label })
          : t('review.row.from-owner', { label: row.label, owner })}
      </p>
      <p>{t(`review.found.${row.method}`)}</p>
      {lost.length > 0 && (
        <p dir="auto">
          {t('review.found.others', { labels: lost.map((label) => `“${label}”`).join(', ') })}
        </p>
      )}
      {raw !== undefined && (
        <p dir="auto">
          {t('review.row.raw', { raw: raw.length > 200 ? `${raw.slice(0, 200)}…` : raw })}
        </p>
      )}
      {also > 0 && <p>{t('review.row.also', { count: also })}</p>}
      {row.path !== undefined && <p>{t(`review.named.${namerOf(row)}`)}</p>}
      {row.path !== undefined && <p>{shapeOf(row.path, row)}</p>}
      {row.path !== undefined && <p>{t(`review.why.${whyStarted({ rows }, row)}`)}</p>}
    </div>
  );
}

function namerOf({ namedBy, rule, freeText }: DraftRow) {
  if (namedBy !== 'generic') return namedBy;
  return rule ?? (freeText ? 'text' : 'place');
}

/** Kind of value that the field holds, and whether this reads as one. */
function shapeOf(path: NonNullable<DraftRow['path']>, { raw, value, issues, notKnown }: DraftRow) {
  const shape = t(`review.shape.${fieldOf(path).read}`);
  if (notKnown) return t('review.shape.not-known');
  // A reader that fails keeps the text and says why.
  const isUnread = value === raw && issues.some(({ at }) => at === path);
  return t(isUnread ? 'review.shape.no' : 'review.shape.yes', { shape });
}
