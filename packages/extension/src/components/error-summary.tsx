import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../locales/translate.js';
import { Button } from './button.js';
import { focusControl } from './focus-control.js';
import { isEntering } from './last-touch.js';

export interface SummaryError {
  readonly message: string;
  /** Id of the control that the error is about. Without one, the sentence is not a button. */
  readonly fieldId?: string | undefined;
  /** Opens the other screen where the error can be corrected. */
  readonly go?: (() => void) | undefined;
}

export interface ErrorSummaryProps {
  errors: readonly SummaryError[];
  title?: string;
  /** Changes with each check, so that the same errors found again take the focus again. */
  check?: unknown;
}

/**
 * List of errors at the top of a form. It takes the focus when a press adds errors or changes `check`, never from someone
 * who is typing, and a rebuilt list with the same words counts as unchanged. Each entry moves focus to its control. Entries are
 * buttons, not links: a link would put the field's id in the address.
 */
export function ErrorSummary({ errors, title = t('common.problem'), check }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const said = errors.map(({ message, fieldId }) => `${fieldId} ${message}`).join('\n');
  const before = useRef<{ check: unknown; said: readonly string[] }>({
    check: undefined,
    said: [],
  });
  useLayoutEffect(() => {
    const now = said.split('\n');
    // An error that goes with the change of its field, or returns with it, is no news of this check.
    const isKnown =
      check !== undefined &&
      check === before.current.check &&
      now.every((each) => before.current.said.includes(each));
    if (!isKnown) before.current = { check, said: now };
    if (said !== '' && !isKnown && !isEntering()) box.current?.focus();
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
                <Button kind="link" onPress={go ?? (() => focusControl(fieldId ?? ''))}>
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
