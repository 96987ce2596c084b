import type { ComponentChildren } from 'preact';

export interface DetailsProps {
  summary: string;
  children: ComponentChildren;
  open?: boolean | undefined;
}

export function Details({ summary, children, open }: DetailsProps) {
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
