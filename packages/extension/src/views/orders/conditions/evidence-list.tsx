import {
  civilDay,
  codeLabel,
  type RecordId,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { RecordDetails } from '../../../components/record-details.js';
import { t } from '../../../locales/late.js';

export interface ConditionEvidenceListProps {
  evidence: readonly StoredRecord<'conditionEvidence'>[];
  /** Absent if the condition was certified by it. */
  onCorrect?: ((id: RecordId) => void) | undefined;
  onTell: (id: RecordId) => void;
  onReport: (id: RecordId) => void;
}

/** Evidence on a condition; for a possible breach, also whether the decision-maker was informed. */
export function ConditionEvidenceList({
  evidence,
  onCorrect,
  onTell,
  onReport,
}: ConditionEvidenceListProps) {
  const { lists } = useApp().services;
  return (
    <>
      {evidence.map(({ id, value, createdAt }) => {
        const on = civilDay(createdAt);
        const summary = t('conditions.evidence.of', {
          shows: codeLabel(lists, 'evidence-shows', value.shows, on),
          date: writtenDate(value.notedOn),
        });
        return (
          <div key={id}>
            <Details summary={summary}>
              <RecordDetails kind="conditionEvidence" value={value} lists={lists} on={on} />
              {onCorrect && (
                <Button kind="link" about={summary} onPress={() => onCorrect(id)}>
                  {t('conditions.evidence.correct')}
                </Button>
              )}
            </Details>
            {value.shows === 'not-kept' && (
              <>
                <p class="govuk-body">
                  {value.toldOn === undefined
                    ? t('conditions.nobody-told')
                    : t('conditions.told', { date: writtenDate(value.toldOn) })}
                </p>
                <ButtonGroup>
                  {value.toldOn === undefined && (
                    <Button kind="link" about={summary} onPress={() => onTell(id)}>
                      {t('conditions.tell')}
                    </Button>
                  )}
                  <Button kind="link" about={summary} onPress={() => onReport(id)}>
                    {t('conditions.report.breach')}
                  </Button>
                </ButtonGroup>
              </>
            )}
          </div>
        );
      })}
    </>
  );
}
