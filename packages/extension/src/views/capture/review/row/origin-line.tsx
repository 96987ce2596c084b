import type { CaptureOrigin } from '@cyber-prevent/core';
import { Details } from '../../../../components/details.js';
import { Tag } from '../../../../components/tag.js';
import { t } from '../../../../locales/translate.js';

/** Source of the draft; and, folded away, the adapter that read it. */
export function OriginLine({ origins }: { origins: readonly CaptureOrigin[] }) {
  const [first] = origins;
  if (!first) return null;
  // From the latest look at the page: an adapter may have been taught since the first.
  const { adapter, anchors } =
    origins.findLast(({ way, url }) => way === first.way && url === first.url) ?? first;
  // Neither a second look at one page, nor a name that was typed, is another page.
  const pages = origins.filter(
    (origin) => origin === first || origin.way !== 'typed' || origin.told,
  );
  const others = new Set(pages.map(({ way, url }) => `${way} ${url}`)).size - 1;
  const isFile = first.way === 'file';
  // No screen was involved that an adapter could recognise.
  const isByHand = first.way === 'typed' || first.way === 'paste';
  return (
    <div class="cp-origin">
      <p class="govuk-body-s">
        <strong>
          {isFile
            ? t('review.from.file', { title: first.title })
            : t(isByHand ? 'review.from.by-hand' : 'review.from', { system: first.system })}
        </strong>
        {first.hostClass !== 'force' && (
          <>
            {' '}
            <Tag colour="grey">{t(`review.host.${first.hostClass}`)}</Tag>
          </>
        )}
        {others > 0 && ` ${t('review.from.more', { count: others })}`}
      </p>
      {!isByHand && !isFile && (
        <Details summary={t('review.how')}>
          {adapter && anchors
            ? t('review.adapter', { ...adapter, found: anchors.found, of: anchors.of })
            : t('review.generic')}
        </Details>
      )}
    </div>
  );
}
