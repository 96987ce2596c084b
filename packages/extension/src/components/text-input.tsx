import { useId } from 'preact/hooks';
import { describedBy, FormGroup, type InputProps } from './form-group.js';
import { PRIVATE_CONTROL } from './private-control.js';

export interface TextInputProps extends InputProps {
  value: string;
  onValue: (value: string) => void;
  /** Width in characters, which hints at the length of the answer. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | undefined;
  /** `secret` shows dots. */
  type?: 'text' | 'secret' | undefined;
  /** Shows digits on a touch keyboard; the value stays text. */
  numeric?: boolean | undefined;
  suffix?: string | undefined;
  /** Marks the box as wrong when the error is shown above it. */
  isWrong?: boolean | undefined;
}

// Two constants, because the two types differ.
const TEXT = { type: 'text' } as const;
const SECRET = { type: 'password' } as const;

export function TextInput(props: TextInputProps) {
  const made = useId();
  const { id = made, label, hint, error, labelHidden, value, onValue, width, suffix } = props;
  const isWrong = error !== undefined || props.isWrong === true;
  const input = (
    <input
      id={id}
      class={`govuk-input${width ? ` govuk-input--width-${width}` : ''}${isWrong ? ' govuk-input--error' : ''}`}
      {...(props.type === 'secret' ? SECRET : TEXT)}
      inputMode={props.numeric ? 'numeric' : undefined}
      aria-describedby={describedBy(id, { hint, error })}
      aria-invalid={isWrong ? 'true' : undefined}
      {...PRIVATE_CONTROL}
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
  return (
    <FormGroup id={id} label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {suffix ? (
        <div class="govuk-input__wrapper">
          {input}
          <div class="govuk-input__suffix" aria-hidden="true">
            {suffix}
          </div>
        </div>
      ) : (
        input
      )}
    </FormGroup>
  );
}
