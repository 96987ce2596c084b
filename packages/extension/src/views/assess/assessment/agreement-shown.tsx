import {
  type Agreement,
  answerLabel,
  compareRatings,
  type Instrument,
  type Result,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { SummaryList } from '../../../components/summary-list.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';

export interface AgreementShownProps {
  own: StoredRecord<'rating'>;
  other: StoredRecord<'rating'>;
  instrument: Instrument | undefined;
}

/** Agreement between two officers who rated separately: the figures, their meaning and the differences. */
export function AgreementShown({ own, other, instrument }: AgreementShownProps) {
  const { host } = useApp().services;
  const compared = useSignal<Result<Agreement> | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    if (instrument)
      void compareRatings(own, other, instrument, host.digest).then((result) => {
        if (!gone) compared.value = result;
      });
    return () => {
      gone = true;
    };
  }, [own, other, instrument, host]);
  if (!instrument)
    return (
      <p class="govuk-body">
        {t('rating.not-at-hand', {
          instrument: own.value.instrument,
          version: own.value.instrumentVersion,
        })}
      </p>
    );
  const result = compared.value;
  if (!result) return <p role="status">{t('common.loading')}</p>;
  if (!result.ok) return <ErrorSummary errors={result.issues} />;
  const { comparedCount, agreedCount, leftOutCount, percentage, expected, kappa, differences } =
    result.value;
  const label = (id: string, answer: string) => {
    const item = instrument.items.find((each) => each.id === id);
    return item ? answerLabel(item, answer) : answer;
  };
  return (
    <>
      <h2 class="govuk-heading-m">{t('rating.agreement')}</h2>
      <SummaryList
        rows={[
          {
            label: t('rating.compared'),
            value: t('rating.compared.value', { count: comparedCount, left: leftOutCount }),
          },
          {
            label: t('rating.percentage'),
            value:
              percentage === undefined
                ? t('rating.percentage.none')
                : t('rating.percentage.value', {
                    percentage: Math.round(percentage),
                    agreed: agreedCount,
                    count: comparedCount,
                  }),
          },
          {
            label: t('rating.kappa'),
            value: kappa === undefined ? t('rating.kappa.undefined') : kappa.toFixed(2),
          },
        ]}
      />
      <p class="govuk-body">
        {result.value.noKappa
          ? t(`rating.kappa.${result.value.noKappa}`)
          : t('rating.kappa.means', { chance: Math.round(100 * (expected ?? 0)) })}
      </p>
      <p class="govuk-body">{t('rating.kappa.caution')}</p>
      <h3 class="govuk-heading-s">{t('rating.differences')}</h3>
      <Table
        caption={t('rating.differences')}
        captionHidden
        empty={t('rating.differences.none')}
        rows={differences}
        keyOf={({ item }) => item}
        stacks
        columns={[
          {
            key: 'item',
            heading: t('assessment.change.item'),
            cell: ({ item }) => instrument.items.find(({ id }) => id === item)?.prompt ?? item,
          },
          {
            key: 'own',
            heading: t('rating.own'),
            cell: ({ item, first }) => label(item, first),
          },
          {
            key: 'other',
            heading: t('rating.other'),
            cell: ({ item, second }) => label(item, second),
          },
        ]}
      />
    </>
  );
}
