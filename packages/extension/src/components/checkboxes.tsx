import { useId } from 'preact/hooks';
import { t } from '../locales/translate.js';
import type { Choice } from './choice.js';
import { Fieldset } from './fieldset.js';
import type { InputProps } from './form-group.js';
import { PRIVATE_CONTROL } from './private-control.js';

interface ItemProps {
  id: string;
  choice: Choice;
  checked: boolean;
  error?: boolean | undefined;
  describedBy?: string | undefined;
  onChange: (checked: boolean) => void;
  /** Sets the item apart from those before it. */
  apart?: boolean | undefined;
}

function Item({ id, choice, checked, error, describedBy, onChange, apart }: ItemProps) {
  const hintId = choice.hint ? `${id}-item-hint` : undefined;
  const item = (
    <div class="govuk-checkboxes__item">
      <input
        id={id}
        class="govuk-checkboxes__input"
        type="checkbox"
        checked={checked}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={[hintId, describedBy].filter(Boolean).join(' ') || undefined}
        {...PRIVATE_CONTROL}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label class="govuk-label govuk-checkboxes__label" for={id}>
        {choice.label}
      </label>
      {choice.hint && (
        <div id={hintId} class="govuk-hint govuk-checkboxes__hint">
          {choice.hint}
        </div>
      )}
    </div>
  );
  if (!apart) return item;
  return (
    <>
      <div class="govuk-checkboxes__divider">{t('field.or')}</div>
      {item}
    </>
  );
}

/** True if ticking one choice clears the other, because one of the two is the “none” choice. */
function excludes(ticked: string, other: string, none: string | undefined): boolean {
  return none !== undefined && ticked !== other && (ticked === none || other === none);
}

export interface CheckboxesProps extends InputProps {
  choices: readonly Choice[];
  value: readonly string[];
  /** Values in the order of the choices, not of the ticks. */
  onValue: (value: readonly string[]) => void;
  /** Choice that rules out all the others: shown last, set apart, and it clears them. */
  none?: string | undefined;
}

export function Checkboxes(props: CheckboxesProps) {
  const made = useId();
  const { id = made, label, hint, error, choices, value, onValue } = props;
  return (
    <Fieldset id={id} legend={label} hint={hint} error={error}>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        {choices.map((choice, index) => (
          <Item
            key={choice.value}
            apart={choice.value === props.none}
            id={index === 0 ? id : `${id}-${index + 1}`}
            choice={choice}
            checked={value.includes(choice.value)}
            onChange={(checked) =>
              onValue(
                choices
                  .map((each) => each.value)
                  .filter((each) => (each === choice.value ? checked : value.includes(each)))
                  .filter((each) => !checked || !excludes(choice.value, each, props.none)),
              )
            }
          />
        ))}
      </div>
    </Fieldset>
  );
}

export interface CheckboxProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  id?: string | undefined;
  checked: boolean;
  onChecked: (checked: boolean) => void;
}

/** A single box to tick: a statement that the officer makes. */
export function Checkbox(props: CheckboxProps) {
  const made = useId();
  const { id = made, label, hint, error, checked, onChecked } = props;
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      {error && (
        <p id={`${id}-error`} class="govuk-error-message">
          {error}
        </p>
      )}
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <Item
          id={id}
          choice={{ value: 'yes', label, hint }}
          checked={checked}
          error={error !== undefined}
          describedBy={error ? `${id}-error` : undefined}
          onChange={onChecked}
        />
      </div>
    </div>
  );
}
