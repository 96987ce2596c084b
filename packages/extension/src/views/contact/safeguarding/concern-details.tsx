import type { StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { RecordDetails } from '../../../components/record-details.js';
import { SummaryList } from '../../../components/summary-list.js';
import { writtenMoment, writtenValue } from '../../../components/written-value.js';
import { t } from '../../../locales/late.js';
import { ADDITION_FIELDS } from './addition-fields.js';

/** The whole concern: its first account, then each addition with its time, the earliest first. */
export function ConcernDetails({ concern }: { concern: StoredRecord<'safeguardingConcern'> }) {
  const { lists } = useApp().services;
  const { additions = [] } = concern.value;
  return (
    <>
      <p class="govuk-body-s">
        {t('concern.raised', { moment: writtenMoment(concern.createdAt) })}
      </p>
      <RecordDetails kind="safeguardingConcern" value={concern.value} lists={lists} />
      {additions.map((addition) => (
        <div class="cp-concern__addition" key={addition.addedAt}>
          <h3 class="govuk-heading-s">
            {t('concern.added', { moment: writtenMoment(addition.addedAt) })}
          </h3>
          <SummaryList
            rows={ADDITION_FIELDS.flatMap((field) => {
              const value: unknown = Reflect.get(addition, field.name);
              const lines = writtenValue(field, value, lists);
              if (lines.length === 0) return [];
              return [
                {
                  label: field.label,
                  value: lines.map((line) => (
                    <div class="cp-record-details__line" key={line}>
                      {line}
                    </div>
                  )),
                },
              ];
            })}
          />
        </div>
      ))}
    </>
  );
}
