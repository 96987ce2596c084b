import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Choice } from './choice.js';
import { Fieldset } from './fieldset.js';
import type { InputProps } from './form-group.js';
import { PRIVATE_CONTROL } from './private-control.js';

export interface RadiosProps extends InputProps {
  choices: readonly Choice[];
  /** Empty if nothing is chosen. */
  value: string;
  onValue: (value: string) => void;
  inline?: boolean | undefined;
  legendSize?: 'm' | 's' | 'label' | undefined;
  /** Content shown under a choice while it is chosen. */
  under?: Readonly<Record<string, ComponentChildren>> | undefined;
}

export function Radios(props: RadiosProps) {
  const made = useId();
  const { id = made, label, hint, error, choices, value, onValue, inline, under } = props;
  return (
    <Fieldset id={id} legend={label} hint={hint} error={error} size={props.legendSize}>
      <div class={`govuk-radios govuk-radios--small${inline ? ' govuk-radios--inline' : ''}`}>
        {choices.map((choice, index) => {
          // The error summary leads to the first choice, as on GOV.UK.
          const itemId = index === 0 ? id : `${id}-${index + 1}`;
          const chosen = choice.value === value;
          return (
            <>
              <div class="govuk-radios__item" key={choice.value}>
                <input
                  id={itemId}
                  class="govuk-radios__input"
                  type="radio"
                  name={id}
                  value={choice.value}
                  checked={chosen}
                  aria-describedby={choice.hint ? `${itemId}-item-hint` : undefined}
                  {...PRIVATE_CONTROL}
                  onChange={() => onValue(choice.value)}
                />
                <label class="govuk-label govuk-radios__label" for={itemId}>
                  {choice.label}
                </label>
                {choice.hint && (
                  <div id={`${itemId}-item-hint`} class="govuk-hint govuk-radios__hint">
                    {choice.hint}
                  </div>
                )}
              </div>
              {chosen && under?.[choice.value] && (
                <div class="govuk-radios__conditional">{under[choice.value]}</div>
              )}
            </>
          );
        })}
      </div>
    </Fieldset>
  );
}
