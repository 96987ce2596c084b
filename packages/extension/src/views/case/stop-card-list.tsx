import { civilDay, type RecordId, type StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { RecordDetails } from '../../components/record-details.js';
import { writtenMoment } from '../../components/written-moment.js';
import { t } from '../../locales/late.js';

interface StopCardListProps {
  cards: readonly StoredRecord<'stopCard'>[];
  subject: RecordId;
}

/** The latest first. Facts not known earlier can be added; written ones cannot be changed. */
export function StopCardList({ cards, subject }: StopCardListProps) {
  const { services, router } = useApp();
  if (cards.length === 0) return <p class="govuk-body">{t('stop.none')}</p>;
  return (
    <>
      {cards
        .toSorted((a, b) => (a.value.saidAt < b.value.saidAt ? 1 : -1))
        .map(({ id, value, createdAt }) => (
          <div class="cp-record" key={id}>
            <h3 class="govuk-heading-s">{writtenMoment(value.saidAt)}</h3>
            <RecordDetails
              kind="stopCard"
              value={value}
              lists={services.lists}
              on={civilDay(createdAt)}
            />
            {(value.crimeRecorded === undefined || value.officerInCase === undefined) && (
              <Button
                kind="link"
                about={writtenMoment(value.saidAt)}
                onPress={() => router.go({ name: 'stop-card', subject, card: id })}
              >
                {t('stop.complete')}
              </Button>
            )}
          </div>
        ))}
    </>
  );
}
