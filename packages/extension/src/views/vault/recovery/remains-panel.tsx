import { useLayoutEffect, useRef } from 'preact/hooks';
import { SummaryList } from '../../../components/summary-list.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import type { VaultRemains } from '../../../ports/services.js';

/** Runs of missing entries that are written out. */
const MOST_RUNS = 12;

/** Readable remains, in numbers and never in words from a record. */
export function RemainsPanel({ remains }: { remains: VaultRemains }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [remains]);
  const number = (count: number): string => count.toLocaleString('en-GB');
  return (
    <>
      <h3 ref={heading} class="govuk-heading-s" tabIndex={-1}>
        {t('recovery.remains')}
      </h3>
      <SummaryList
        rows={[
          {
            label: t('recovery.remains.entries'),
            value: remains.entries > 0 ? number(remains.entries) : t('recovery.remains.unknown'),
          },
          { label: t('recovery.remains.readable'), value: number(remains.readable) },
          { label: t('recovery.remains.missing'), value: missingInWords(remains) },
          { label: t('recovery.remains.records'), value: number(remains.records) },
        ]}
      />
      <WarningText>{t('recovery.remains.stopped')}</WarningText>
    </>
  );
}

export function missingInWords({
  entries,
  missing,
}: Pick<VaultRemains, 'entries' | 'missing'>): string {
  if (entries === 0) return t('recovery.remains.unknown');
  if (missing.length === 0) return t('recovery.remains.missing.none');
  const written = missing
    .slice(0, MOST_RUNS)
    .map(([first, last]) =>
      first === last
        ? t('recovery.remains.missing.one', { first })
        : t('recovery.remains.missing.run', { first, last }),
    );
  const count = missing.length - written.length;
  return [...written, ...(count > 0 ? [t('recovery.remains.missing.more', { count })] : [])].join(
    ', ',
  );
}
