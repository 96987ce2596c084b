import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../locales/translate.js';
import { Button } from './button.js';

export interface SummaryError {
  readonly message: string;
  /** Id of the control that it is about; without one the sentence stands alone. */
  readonly fieldId?: string | undefined;
  /** Where it is put right, when that is another screen. */
  readonly go?: (() => void) | undefined;
}

export interface ErrorSummaryProps {
  errors: readonly SummaryError[];
  title?: string;
  /** Changes with each check, so that the same errors found again take the focus again. */
  check?: unknown;
}

/**
 * What is wrong, at the top of a form. Focus moves to it when other errors are shown than before, never while somebody
 * types: a list that says the same is the same, though it was made anew. Each entry moves focus to its control. Entries are buttons, not links: a link would put the field's id in the address.
 */
export function ErrorSummary({ errors, title = t('common.problem'), check }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const said = errors.map(({ message, fieldId }) => `${fieldId} ${message}`).join('\n');
  useLayoutEffect(() => {
    if (said !== '') box.current?.focus();
  }, [said, check]);
  if (!errors.length) return null;
  return (
    <div ref={box} class="govuk-error-summary" role="alert" aria-labelledby={titleId} tabIndex={-1}>
      <h2 id={titleId} class="govuk-error-summary__title">
        {title}
      </h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          {errors.map(({ message, fieldId, go }) => (
            <li key={`${fieldId} ${message}`}>
              {fieldId || go ? (
                <Button
                  kind="link"
                  onPress={go ?? (() => document.getElementById(fieldId ?? '')?.focus())}
                >
                  {message}
                </Button>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
