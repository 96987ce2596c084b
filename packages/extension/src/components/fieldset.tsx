import type { ComponentChildren } from 'preact';
import { ErrorMessage } from './error-message.js';
import { describedBy } from './form-group.js';
import { Hint } from './hint.js';

export interface FieldsetProps {
  id: string;
  legend: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** `m` is the size of a heading within a form, `s` that of a label. */
  size?: 'm' | 's' | 'label' | undefined;
  /** Shows the legend to screen readers only, where a heading above says it. */
  legendHidden?: boolean | undefined;
  role?: 'radiogroup' | 'group' | undefined;
  children: ComponentChildren;
}

export function Fieldset({
  id,
  legend,
  hint,
  error,
  size = 'label',
  legendHidden,
  role,
  children,
}: FieldsetProps) {
  const shown = `govuk-fieldset__legend${size === 'label' ? '' : ` govuk-fieldset__legend--${size}`}`;
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset
        class="govuk-fieldset"
        role={role}
        aria-describedby={describedBy(id, { hint, error })}
      >
        <legend class={legendHidden ? 'govuk-visually-hidden' : shown}>{legend}</legend>
        {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
        {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
        {children}
      </fieldset>
    </div>
  );
}
