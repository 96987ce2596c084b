import type { Issue, RecordId } from '@cyber-prevent/core';
import { DateInput } from '../../../components/date-input.js';
import { asText } from '../../../components/form-values.js';
import { Radios } from '../../../components/radios.js';
import { Textarea } from '../../../components/textarea.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { GoingList, type GoingListProps } from './going-list.js';

export interface KeepFieldsProps {
  form: RecordFormState<'decision'>;
  /** Field for the reason to keep it. */
  because: 'keptBecause' | 'reason';
}

export interface HandlingFieldsProps extends KeepFieldsProps {
  /** Records that would be destroyed. */
  going: readonly RecordId[];
  records: GoingListProps['records'];
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
        keep: <KeepFields form={form} because={because} />,
      }}
    />
  );
}

/** Day until which the records are kept, and the reason. */
export function KeepFields({ form, because }: KeepFieldsProps) {
  const values = form.values.value;
  return (
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
  );
}

/** Number of records of each kind to be destroyed, or the reasons that none may be. */
export function Going({
  going,
  records,
  stops,
}: Pick<HandlingFieldsProps, 'going' | 'records' | 'stops'>) {
  if (stops.length > 0) return <Stops stops={stops} />;
  return <GoingList ids={going} records={records} />;
}

/** Reasons that nothing may be destroyed now; each says how it is settled. */
export function Stops({ stops }: Pick<HandlingFieldsProps, 'stops'>) {
  return (
    <div role="status">
      <p class="govuk-body">{t('refuse.in-the-way')}</p>
      {[...new Set(stops.map(({ message }) => message))].map((message) => (
        <WarningText key={message}>{message}</WarningText>
      ))}
    </div>
  );
}
