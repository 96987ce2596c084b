/** The questions about the conditions on what was read or told: asked only of what came with some. */
import type { HandlingInput } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { choicesOf } from '../../components/choice.js';
import { Select } from '../../components/select.js';
import { TextInput } from '../../components/text-input.js';
import { Textarea } from '../../components/textarea.js';
import { t } from '../../locales/late.js';

/** Names of the controls, among the values of their form. */
export const HANDLING_NAMES = [
  'packageReference',
  'handlingCode',
  'handlingAction',
  'handlingSanitisation',
  'handlingInstructions',
  'conditions',
] as const;
export type HandlingName = (typeof HANDLING_NAMES)[number];

/** Answers of somebody who was given no conditions. */
export const NO_HANDLING = {
  packageReference: '',
  handlingCode: '',
  handlingAction: '',
  handlingSanitisation: '',
  handlingInstructions: '',
  conditions: '',
};

export interface HandlingFieldsProps {
  values: HandlingInput;
  errorAt: (name: HandlingName) => string | undefined;
  controlId: (name: HandlingName) => string;
  onValue: (name: HandlingName, value: string) => void;
}

export function HandlingFields({ values, errorAt, controlId, onValue }: HandlingFieldsProps) {
  const { services } = useApp();
  const common = (name: HandlingName) => ({
    id: controlId(name),
    error: errorAt(name),
    value: values[name] ?? '',
    onValue: (value: string) => onValue(name, value),
  });
  const choices = (list: string) => [
    { value: '', label: t('handling.none') },
    ...choicesOf(services.lists, list, services.today()),
  ];
  const isUnderC = values.handlingCode === 'C';
  return (
    <>
      <TextInput label={t('handling.package')} {...common('packageReference')} />
      <Select
        label={t('handling.code')}
        choices={choices('handling-code')}
        {...common('handlingCode')}
      />
      {isUnderC && (
        <>
          <Select
            label={t('handling.action')}
            choices={choices('handling-action')}
            {...common('handlingAction')}
          />
          <Select
            label={t('handling.sanitisation')}
            choices={choices('handling-sanitisation')}
            {...common('handlingSanitisation')}
          />
          <Textarea
            rows={3}
            label={t('handling.instructions')}
            hint={t('handling.instructions.hint')}
            {...common('handlingInstructions')}
          />
        </>
      )}
      <Textarea
        rows={2}
        label={t('handling.conditions')}
        hint={t('handling.conditions.hint')}
        {...common('conditions')}
      />
    </>
  );
}
