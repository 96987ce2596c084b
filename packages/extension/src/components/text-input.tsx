import { useId } from 'preact/hooks';
import { describedBy, FormGroup, type InputProps } from './form-group.js';
import { PRIVATE_CONTROL } from './private-control.js';

export interface TextInputProps extends InputProps {
  value: string;
  onValue: (value: string) => void;
  /** Characters that fit, so that the box hints at what is asked. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | undefined;
  /** `secret` shows dots. */
  type?: 'text' | 'secret' | undefined;
  /** Brings up digits on a touch keyboard; the value stays text. */
  numeric?: boolean | undefined;
  suffix?: string | undefined;
  /** The box is wrong, and what is wrong is said above. */
  isWrong?: boolean | undefined;
}

// The types of the two differ, so that each is one constant.
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
