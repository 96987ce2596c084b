import { handlingOfPassing, handlingWords, originIn, type StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { InsetText } from '../../../components/inset-text.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';

interface PassingConditionsProps {
  identification: StoredRecord<'identification'>;
  records: readonly StoredRecord[];
}

/** The conditions that are said with somebody who is passed on, or that stop it; nothing if there are none. */
export function PassingConditions({ identification, records }: PassingConditionsProps) {
  const { services } = useApp();
  const { handling, conditions, stopped } = handlingOfPassing(
    identification,
    records,
    services.today(),
  );
  if (stopped.length > 0)
    return (
      <div role="status">
        {stopped.map((line) => (
          <WarningText key={line}>{line}</WarningText>
        ))}
      </div>
    );
  if (conditions.length === 0) return null;
  const given = records.flatMap((record) => {
    const origin = handling.shown.includes(record.id) ? originIn(record) : undefined;
    return origin ? [handlingWords(origin)] : [];
  });
  return (
    <InsetText>
      <p class="govuk-body">{t('decide.pass.conditions')}</p>
      {conditions.map((line) => (
        <p key={line} class="govuk-body">
          {line}
        </p>
      ))}
      <p class="govuk-body" dir="auto">
        {t('decide.pass.given', { conditions: given.join('; ') })}
      </p>
    </InsetText>
  );
}
