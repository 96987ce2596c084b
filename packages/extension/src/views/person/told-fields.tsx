import type { HandlingInput, Instant, ToldSource } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { choicesOf } from '../../components/choice.js';
import { DateTimeInput } from '../../components/date-time-input.js';
import { Details } from '../../components/details.js';
import { Fieldset } from '../../components/fieldset.js';
import { asText, type FormValues } from '../../components/form-values.js';
import { Radios } from '../../components/radios.js';
import { TextInput } from '../../components/text-input.js';
import { t } from '../../locales/late.js';
import { HANDLING_NAMES, HandlingFields } from '../act/handling-fields.js';

/** Names of the controls, among the values of their form. */
export const TOLD_NAMES = ['statement', 'means', 'toldBy', 'toldAt', ...HANDLING_NAMES] as const;

export interface ToldFieldsProps {
  values: FormValues;
  errorAt: (name: string) => string | undefined;
  controlId: (name: string) => string;
  onValue: (name: string, value: string) => void;
}

/** The same as a part of the form of an act. */
export function ToldInForm({
  form,
}: {
  form: Omit<ToldFieldsProps, 'values' | 'onValue'> & {
    values: { value: FormValues };
    set: ToldFieldsProps['onValue'];
  };
}) {
  const { values, errorAt, controlId, set } = form;
  return <ToldFields values={values.value} errorAt={errorAt} controlId={controlId} onValue={set} />;
}

/** The officer's source: the type of statement, its author, the means and the time. */
export function ToldFields({ values, errorAt, controlId, onValue }: ToldFieldsProps) {
  const { services } = useApp();
  const common = (name: (typeof TOLD_NAMES)[number]) => ({
    id: controlId(name),
    error: errorAt(name),
    value: asText(values[name]),
    onValue: (value: string) => onValue(name, value),
  });
  return (
    <Fieldset id={controlId('told')} legend={t('person.told')} size="m">
      <Radios
        label={t('person.told.statement')}
        choices={choicesOf(services.lists, 'statement-type', services.today())}
        {...common('statement')}
      />
      <TextInput
        label={t('person.told.means')}
        hint={t('person.told.means.hint')}
        {...common('means')}
      />
      <TextInput
        label={t('person.told.by')}
        hint={t('person.told.by.hint')}
        {...common('toldBy')}
      />
      <DateTimeInput label={t('person.told.at')} {...common('toldAt')} />
      <Details summary={t('handling.told.title')}>
        <HandlingFields
          values={handlingOf(values)}
          errorAt={errorAt}
          controlId={controlId}
          onValue={onValue}
        />
      </Details>
    </Fieldset>
  );
}

export function toldOf(values: FormValues): ToldSource {
  return {
    statement: asText(values.statement),
    means: asText(values.means),
    toldBy: asText(values.toldBy),
    toldAt: (asText(values.toldAt) || undefined) as Instant | undefined,
    handling: handlingOf(values),
  };
}

function handlingOf(values: FormValues): HandlingInput {
  return Object.fromEntries(HANDLING_NAMES.map((name) => [name, asText(values[name])]));
}
