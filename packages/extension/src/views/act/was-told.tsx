/** The question that every possible breach asks: whether anybody was told. Who it was and when is asked only then. */
import type { Issue, RecordKind } from '@cyber-prevent/core';
import { asText, type FormValues } from '../../components/form-values.js';
import { Radios } from '../../components/radios.js';
import type { RecordFormState } from '../../components/use-record-form.js';
import { t } from '../../locales/late.js';

/** Path of the answer among the values of its form. It is not saved: a breach without a day told is due until it has one. */
export const WAS_TOLD = 'wasTold';

export const isTold = (values: FormValues): boolean => values[WAS_TOLD] === 'yes';

/** Fields that are required once somebody was told. */
export const toldNeeds = (values: FormValues): readonly string[] =>
  isTold(values) ? ['toldOn', 'toldWhom'] : [];

/** An error while nobody has answered; and for whom and when, if somebody was told. */
export function wasToldIssues(values: FormValues): readonly Issue[] {
  const missing = (at: string, message: string): readonly Issue[] =>
    asText(values[at]).trim() === '' ? [{ code: 'missing', severity: 'error', message, at }] : [];
  if (!isTold(values)) return missing(WAS_TOLD, t('act.was-told.missing'));
  return [
    ...missing('toldOn', t('act.was-told.when.missing')),
    ...missing('toldWhom', t('act.was-told.whom.missing')),
  ];
}

export function WasTold<K extends RecordKind>({ form }: { form: RecordFormState<K> }) {
  return (
    <Radios
      id={form.controlId(WAS_TOLD)}
      label={t('act.was-told')}
      hint={t('act.was-told.hint')}
      error={form.errorAt(WAS_TOLD)}
      choices={[
        { value: 'yes', label: t('common.yes') },
        { value: 'no', label: t('act.was-told.no') },
      ]}
      value={asText(form.values.value[WAS_TOLD])}
      onValue={(value) => form.set(WAS_TOLD, value)}
    />
  );
}
