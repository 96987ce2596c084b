import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../locales/translate.js';
import { Button, ButtonGroup } from './button.js';

export interface ConfirmPanelProps {
  heading: string;
  children?: ComponentChildren;
  /** Words of the act, not “Yes”. */
  confirm: string;
  onConfirm: () => void;
  /** Third answer, between the other two. */
  other?: ComponentChildren;
  cancel?: string;
  onCancel: () => void;
  /** Uses a warning button, for an act that cannot be undone. */
  grave?: boolean;
  busy?: boolean;
}

/** Asks for confirmation in the page rather than over it. Focus goes to the question; Escape cancels. */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
    // At the edge of the window the bar at the foot would lie over its buttons.
    section.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <section
      ref={section}
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
