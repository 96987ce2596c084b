/** Label, hint and error around one control, joined by ids. Every input below uses it. */
import type { ComponentChildren } from 'preact';
import { ErrorMessage } from './error-message.js';
import { Hint } from './hint.js';

/** Props shared by every input. */
export interface InputProps {
  label: string;
  hint?: string | undefined;
  /** Says what is wrong and what to do. The error summary shows the same sentence. */
  error?: string | undefined;
  /** Id that the error summary leads to; generated if absent. */
  id?: string | undefined;
  /** Shows the label to screen readers only: in a table, where the column says it. */
  labelHidden?: boolean | undefined;
}

/** Ids of the hint and the error, in the form that `aria-describedby` needs. */
export function describedBy(
  id: string,
  { hint, error }: { hint?: string | undefined; error?: string | undefined },
  ...more: readonly string[]
): string | undefined {
  const ids = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : []), ...more];
  return ids.length ? ids.join(' ') : undefined;
}

export function FormGroup({
  id,
  label,
  hint,
  error,
  labelHidden,
  children,
}: InputProps & { id: string; children: ComponentChildren }) {
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label class={labelHidden ? 'govuk-visually-hidden' : 'govuk-label'} for={id}>
        {label}
      </label>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {children}
    </div>
  );
}
