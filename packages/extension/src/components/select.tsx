import { useId } from 'preact/hooks';
import { t } from '../locales/translate.js';
import type { Choice } from './choice.js';
import { describedBy, FormGroup, type InputProps } from './form-group.js';
import { PRIVATE_CONTROL } from './private-control.js';

export interface SelectProps extends InputProps {
  choices: readonly Choice[];
  /** Empty if nothing is chosen: there is no default. */
  value: string;
  onValue: (value: string) => void;
  /** Label of the empty choice where no answer is allowed too; `false` if a choice is always made. */
  none?: string | false | undefined;
  /** Says the chosen words again below: a narrow box cuts them short, and people differ at their end. */
  inFull?: boolean | undefined;
}

/** For more than about seven choices. For fewer, radios show them all. */
export function Select(props: SelectProps) {
  const made = useId();
  const { id = made, label, hint, error, labelHidden, choices, value, onValue, none } = props;
  const chosen = props.inFull && choices.find((choice) => choice.value === value);
  return (
    <FormGroup id={id} label={label} hint={hint} error={error} labelHidden={labelHidden}>
      <select
        id={id}
        class={`govuk-select cp-select${error ? ' govuk-select--error' : ''}`}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? 'true' : undefined}
        {...PRIVATE_CONTROL}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {none !== false && <option value="">{none ?? t('field.select-one')}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
      {chosen && (
        <p class="govuk-body-s govuk-!-margin-top-1" dir="auto">
          {chosen.label}
        </p>
      )}
    </FormGroup>
  );
}
