import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../components/button.js';
import { ErrorSummary, type SummaryError } from '../../../components/error-summary.js';
import { FootBar } from '../../../components/foot-bar.js';
import { Form } from '../../../components/form.js';
import { t } from '../../../locales/late.js';
import { ASKING_STEPS, type AskingStep } from './answers.js';

export interface StepPageProps {
  /** Screen of the first run; absent if the page is on its own. */
  step?: AskingStep | undefined;
  title: string;
  /** Heading of a later part of the same screen: it takes the focus, and alone is printed. */
  part?: string | undefined;
  errors: readonly SummaryError[];
  onContinue: () => void;
  onBack?: (() => void) | undefined;
  submit?: string | undefined;
  /** `secondary` while another button comes first. */
  submitKind?: 'primary' | 'secondary';
  busy?: boolean;
  /** Beside the buttons. */
  note?: string | undefined;
  children: ComponentChildren;
}

/** One screen: a heading that takes the focus, its questions, and at the foot the buttons to continue and go back. */
export function StepPage(props: StepPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The first screen is there when the page opens: nothing has changed yet, so nothing is announced.
  const isOpening = useRef(props.step === 'who');
  // Runs before the paint: a late move of focus must not swallow what is typed at once.
  useLayoutEffect(() => {
    if (!isOpening.current) heading.current?.focus();
    isOpening.current = false;
  }, [props.step]);
  return (
    <div class="cp-read">
      {props.step && (
        <span class="govuk-caption-m cp-no-print">
          {t('first-run.step', {
            step: ASKING_STEPS.indexOf(props.step) + 1,
            steps: ASKING_STEPS.length,
          })}
        </span>
      )}
      <h1
        ref={props.part ? null : heading}
        class={`govuk-heading-l${props.part ? ' cp-no-print' : ''}`}
        tabIndex={-1}
      >
        {props.title}
      </h1>
      {props.part && (
        <h2 ref={heading} class="govuk-heading-m" tabIndex={-1}>
          {props.part}
        </h2>
      )}
      <Form onSubmit={props.onContinue}>
        <ErrorSummary errors={props.errors} check={props.errors} />
        {props.children}
        <FootBar>
          <Button type="submit" kind={props.submitKind ?? 'primary'} busy={props.busy}>
            {props.submit ?? t('common.continue')}
          </Button>
          {props.onBack && (
            <Button kind="link" onPress={props.onBack}>
              {t('common.back')}
            </Button>
          )}
          {props.note && <span class="govuk-body-s">{props.note}</span>}
        </FootBar>
      </Form>
    </div>
  );
}
