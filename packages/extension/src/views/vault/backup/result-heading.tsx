import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface ResultHeadingProps {
  id: string;
  children: ComponentChildren;
}

/**
 * Heading over the contents of a file. It takes the focus when it appears, so that it is read out, and in sight in a
 * panel.
 */
export function ResultHeading({ id, children }: ResultHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} class="govuk-heading-s govuk-!-margin-top-6" id={id} tabIndex={-1}>
      {children}
    </h3>
  );
}
