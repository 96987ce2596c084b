import {
  type Issue,
  RECORD_LABELS,
  type RecordId,
  type RecordKind,
  type StoredRecord,
} from '@cyber-prevent/core';
import { DateInput } from '../../../components/date-input.js';
import { asText } from '../../../components/form-values.js';
import { InsetText } from '../../../components/inset-text.js';
import { Radios } from '../../../components/radios.js';
import { Textarea } from '../../../components/textarea.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';

export interface HandlingFieldsProps {
  form: RecordFormState<'decision'>;
  /** Field for the reason to keep it. */
  because: 'keptBecause' | 'reason';
  /** Records that would be destroyed. */
  going: readonly RecordId[];
  records: readonly Pick<StoredRecord, 'id' | 'kind'>[];
  /** Obstacles to the disposal, in words. */
  stops: readonly Issue[];
}

export const HANDLING_PATHS = ['handling', 'keepUntil', 'keptBecause', 'reason'] as const;

/** Choice to dispose now or keep until a day. The records to be destroyed and any obstacles are shown before it. */
export function HandlingFields({ form, because, going, records, stops }: HandlingFieldsProps) {
  const values = form.values.value;
  return (
    <Radios
      id={form.controlId('handling')}
      label={t('refuse.handling')}
      legendSize="m"
      error={form.errorAt('handling')}
      choices={[
        {
          value: 'dispose',
          label: t('refuse.handling.dispose'),
          hint: t('refuse.handling.dispose.hint'),
        },
        { value: 'keep', label: t('refuse.handling.keep'), hint: t('refuse.handling.keep.hint') },
      ]}
      value={asText(values.handling)}
      onValue={(value) => form.set('handling', value)}
      under={{
        dispose: <Going going={going} records={records} stops={stops} />,
        keep: (
          <>
            <DateInput
              id={form.controlId('keepUntil')}
              label={t('refuse.until')}
              error={form.errorAt('keepUntil')}
              value={asText(values.keepUntil)}
              onValue={(value) => form.set('keepUntil', value)}
            />
            <Textarea
              id={form.controlId(because)}
              label={t('refuse.because')}
              error={form.errorAt(because)}
              rows={2}
              value={asText(values[because])}
              onValue={(value) => form.set(because, value)}
            />
          </>
        ),
      }}
    />
  );
}

/** Number of records of each kind to be destroyed, or the reasons that none may be. */
export function Going({
  going,
  records,
  stops,
}: Pick<HandlingFieldsProps, 'going' | 'records' | 'stops'>) {
  if (stops.length > 0)
    return (
      <div role="status">
        <p class="govuk-body">{t('refuse.in-the-way')}</p>
        {[...new Set(stops.map(({ message }) => message))].map((message) => (
          <WarningText key={message}>{message}</WarningText>
        ))}
      </div>
    );
  const counts = new Map<RecordKind, number>();
  for (const { id, kind } of records)
    if (going.includes(id)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return (
    <InsetText>
      <p class="govuk-body">{t('refuse.going')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {[...counts].map(([kind, count]) => {
          const what = RECORD_LABELS[kind][count === 1 ? 'one' : 'many'];
          return <li key={kind}>{t('refuse.going.count', { what, count })}</li>;
        })}
      </ul>
    </InsetText>
  );
}
