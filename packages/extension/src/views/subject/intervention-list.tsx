import { civilDay, type RecordId, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { RecordDetails } from '../../components/record-details.js';
import { t } from '../../locales/late.js';
import { GivenLines } from './given-lines.js';
import { Portions } from './more-records.js';

export interface InterventionListProps {
  interventions: readonly StoredRecord<'intervention'>[];
  subject: RecordId;
  notes: readonly StoredRecord<'writeBack'>[];
}

/** Contacts that no later one corrects, the latest first. An entry is never edited: a later one corrects it. */
export function InterventionList({ interventions, subject, notes }: InterventionListProps) {
  const { services, router } = useApp();
  if (interventions.length === 0)
    return <p class="govuk-body">{t('subject.interventions.none')}</p>;
  return (
    <Portions
      of={interventions.toSorted((a, b) => (a.value.heldOn < b.value.heldOn ? 1 : -1))}
      show={({ id, value, createdAt }) => (
        <div key={id} class="cp-record">
          <h2 class="govuk-heading-s">{writtenDate(value.heldOn)}</h2>
          <RecordDetails
            kind="intervention"
            value={value}
            lists={services.lists}
            on={civilDay(createdAt)}
          />
          <Button
            kind="link"
            about={writtenDate(value.heldOn)}
            onPress={() => router.go({ name: 'intervention', subject, corrects: id })}
          >
            {t('subject.intervention.correct')}
          </Button>
          <GivenLines
            subject={subject}
            of="intervention"
            record={id}
            about={writtenDate(value.heldOn)}
            notes={notes}
          />
        </div>
      )}
    />
  );
}
