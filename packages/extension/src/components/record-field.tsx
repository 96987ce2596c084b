/** One field of a record kind, as the control that its description asks for. */
import type { CodeLists, FieldDescription, PlainDate } from '@cyber-prevent/core';
import { isMessageKey, t } from '../locales/translate.js';
import { Checkboxes } from './checkboxes.js';
import { type Choice, choicesOf } from './choice.js';
import { DateInput } from './date-input.js';
import { DateTimeInput } from './date-time-input.js';
import { asText, asTexts } from './form-values.js';
import { Radios } from './radios.js';
import { Select } from './select.js';
import { TextInput } from './text-input.js';
import { Textarea } from './textarea.js';
import { typedNumber } from './typed-number.js';

export interface RecordFieldProps {
  field: FieldDescription;
  id: string;
  value: unknown;
  error?: string | undefined;
  onValue: (value: unknown) => void;
  lists: CodeLists;
  /** Day on which the codes must be in force. */
  on: PlainDate;
  /** Choices, if neither a code list nor the schema gives them: mostly records by id. */
  choices?: readonly Choice[] | undefined;
}

/** A field that says itself when it is needed, instead of “optional”. */
export interface Marked {
  readonly mark?: string | undefined;
}

/** Label with its mark. A list of lines may stay empty even if the schema requires it. */
export function labelOf({ required, input, label, mark }: FieldDescription & Marked): string {
  if (mark !== undefined) return mark;
  return required && input !== 'lines' ? label : t('field.optional', { label });
}

/** Above this many choices, a select is used. */
const MOST_RADIOS = 7;

export function RecordField(props: RecordFieldProps) {
  const { field, id, error, value, onValue } = props;
  const label = labelOf(field);
  const common = { id, label, hint: field.hint, error, onValue };
  switch (field.input) {
    case 'narrative':
      return <Textarea {...common} value={asText(value)} maxLength={field.maxLength} />;
    case 'date':
      return <DateInput {...common} value={asText(value)} />;
    case 'date-time':
      return <DateTimeInput {...common} value={asText(value)} />;
    case 'choices':
      return (
        <Checkboxes
          {...common}
          choices={choicesFor(props)}
          none={field.none}
          value={asTexts(value)}
        />
      );
    case 'choice':
    case 'record': {
      const choices = choicesFor(props);
      // Radios cannot be cleared, so an optional field is a select with an empty first row.
      const Control = field.required && choices.length <= MOST_RADIOS ? Radios : Select;
      return <Control {...common} choices={choices} value={asText(value)} />;
    }
    case 'yes-no':
      return (
        <Radios
          {...common}
          inline
          choices={[
            { value: 'yes', label: t('common.yes') },
            { value: 'no', label: t('common.no') },
          ]}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onValue={(chosen) => onValue(chosen === 'yes')}
        />
      );
    case 'number':
      return (
        <TextInput
          {...common}
          numeric
          width={5}
          value={asText(value)}
          onValue={(text) => onValue(typedNumber(text))}
        />
      );
    case 'lines':
      return (
        <Textarea
          {...common}
          rows={2}
          hint={field.hint ?? t('field.lines-hint')}
          value={asTexts(value).join('\n')}
          onValue={(text) => onValue(text === '' ? [] : text.split('\n'))}
        />
      );
    default:
      return <TextInput {...common} value={asText(value)} />;
  }
}

function choicesFor({ field, lists, on, choices }: RecordFieldProps): readonly Choice[] {
  if (choices) return choices;
  if (field.codeList !== undefined) return choicesOf(lists, field.codeList, on);
  return (field.options ?? []).map((value) => {
    const key = `field.option.${value}`;
    return { value, label: isMessageKey(key) ? optionLabel(key) : value };
  });
}

/** Schema options have labels without slots. */
function optionLabel(key: string): string {
  return t(key as 'field.option.yes');
}
