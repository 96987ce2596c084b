import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../locales/translate.js';
import { Button, ButtonGroup } from './button.js';

export interface ConfirmPanelProps {
  heading: string;
  children?: ComponentChildren;
  /** The words of the act, not “Yes”. */
  confirm: string;
  onConfirm: () => void;
  /** A third answer, between the two. */
  other?: ComponentChildren;
  cancel?: string;
  onCancel: () => void;
  /** A warning button, for what cannot be taken back. */
  grave?: boolean;
  busy?: boolean;
}

/** Asks once more, in the page rather than over it: focus goes to the question, Escape says no. */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section
      class="cp-confirm"
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <h2 ref={heading} id={headingId} class="govuk-heading-s" tabIndex={-1}>
        {props.heading}
      </h2>
      {props.children}
      <ButtonGroup>
        <Button
          kind={props.grave ? 'warning' : 'primary'}
          busy={props.busy}
          onPress={props.onConfirm}
        >
          {props.confirm}
        </Button>
        {props.other}
        <Button kind="link" onPress={props.onCancel}>
          {props.cancel ?? t('common.cancel')}
        </Button>
      </ButtonGroup>
    </section>
  );
}
