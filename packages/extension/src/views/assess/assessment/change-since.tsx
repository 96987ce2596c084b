import {
  type AnswerChange,
  answerLabel,
  changeSinceLast,
  type Instrument,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';

export interface ChangeSinceProps {
  instrument: Instrument;
  earlier: StoredRecord<'assessment'>;
  later: StoredRecord<'assessment'>;
}

/** Changes since the last assessment, item by item. More of a strength is shown as good news. */
export function ChangeSinceLast({ instrument, earlier, later }: ChangeSinceProps) {
  const { isSameVersion, level, items, gone } = changeSinceLast(
    instrument,
    earlier.value,
    later.value,
  );
  const label = (item: string, answer: string | undefined): string => {
    const found = instrument.items.find(({ id }) => id === item);
    return found ? answerLabel(found, answer ?? 'not-asked') : (answer ?? '');
  };
  return (
    <>
      <p class="govuk-body">
        {t('assessment.change.since', { date: writtenDate(earlier.value.assessedOn) })}{' '}
        {t(`assessment.change.level.${level}`)}
      </p>
      {!isSameVersion && <p class="govuk-body">{t('assessment.change.version')}</p>}
      {gone.length > 0 && (
        <p class="govuk-body">{t('assessment.change.gone', { count: gone.length })}</p>
      )}
      <Table
        caption={t('assessment.change')}
        captionHidden
        empty={t('assessment.change.none')}
        rows={items}
        keyOf={({ item }: AnswerChange) => item}
        stacks
        columns={[
          { key: 'item', heading: t('assessment.change.item'), cell: ({ prompt }) => prompt },
          {
            key: 'from',
            heading: t('assessment.change.from'),
            cell: ({ item, from }) => label(item, from),
          },
          {
            key: 'to',
            heading: t('assessment.change.to'),
            cell: ({ item, to }) => label(item, to),
          },
          {
            key: 'way',
            heading: t('assessment.change.way'),
            cell: ({ way }) => t(`assessment.change.${way}`),
          },
        ]}
      />
    </>
  );
}
