/** Label, hint and error around one control, joined by ids; what every input below is made of. */
import type { ComponentChildren } from 'preact';
import { ErrorMessage } from './error-message.js';
import { Hint } from './hint.js';

/** What every input takes. */
export interface InputProps {
  label: string;
  hint?: string | undefined;
  /** What is wrong and what to do. The same sentence stands in the error summary. */
  error?: string | undefined;
  /** Where the error summary goes; one is made when it is left out. */
  id?: string | undefined;
  /** Label seen by a screen reader only: in a table, where the column says it. */
  labelHidden?: boolean | undefined;
}

/** Ids of the hint and the error, as `aria-describedby` wants them. */
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
