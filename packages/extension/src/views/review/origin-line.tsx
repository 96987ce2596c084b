import type { CaptureOrigin } from '@cyber-prevent/core';
import { t } from '../../locales/translate.js';

/** What was read, by which adapter, and what of the page could not be read. */
export function OriginLine({ origins }: { origins: readonly CaptureOrigin[] }) {
  const [first] = origins;
  if (!first) return null;
  const unread = origins.flatMap((origin) => origin.unread);
  const { adapter, anchors } = first;
  return (
    <div class="cp-origin">
      <p class="govuk-body-s">
        <strong>{t('review.from', { system: first.system })}</strong>
        {origins.length > 1 && ` ${t('review.from.more', { count: origins.length - 1 })}`}
        <br />
        {adapter && anchors
          ? t('review.adapter', { ...adapter, found: anchors.found, of: anchors.of })
          : t('review.generic')}
      </p>
      {unread.length > 0 && (
        <p class="govuk-body-s">
          {t('review.unread', {
            count: unread.length,
            origins: [...new Set(unread.map(({ origin }) => origin))].join(', '),
          })}
        </p>
      )}
    </div>
  );
}
