import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary, type SummaryError } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { t } from '../../../locales/late.js';
import { STEPS, type Step } from './answers.js';

export interface StepPageProps {
  /** Step of the first run; absent if the page is on its own. */
  step?: Step | undefined;
  title: string;
  errors: readonly SummaryError[];
  onContinue: () => void;
  onBack?: (() => void) | undefined;
  submit?: string;
  busy?: boolean;
  children: ComponentChildren;
}

/** One step: a heading that takes the focus, its questions, and buttons to continue and go back. */
export function StepPage(props: StepPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Runs before the paint: a late move of focus must not swallow what is typed at once.
  useLayoutEffect(() => {
    // The first step is there when the page opens: nothing has changed yet, so nothing is announced.
    if (props.step !== 'welcome') heading.current?.focus();
  }, [props.step]);
  return (
    <div class="cp-read">
      {props.step && (
        <span class="govuk-caption-m cp-no-print">
          {t('first-run.step', { step: STEPS.indexOf(props.step) + 1, steps: STEPS.length })}
        </span>
      )}
      <h1 ref={heading} class="govuk-heading-l" tabIndex={-1}>
        {props.title}
      </h1>
      <Form onSubmit={props.onContinue}>
        <ErrorSummary errors={props.errors} check={props.errors} />
        {props.children}
        <ButtonGroup>
          <Button type="submit" busy={props.busy}>
            {props.submit ?? t('common.continue')}
          </Button>
          {props.onBack && (
            <Button kind="link" onPress={props.onBack}>
              {t('common.back')}
            </Button>
          )}
        </ButtonGroup>
      </Form>
    </div>
  );
}
