import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

export interface DetailsProps {
  summary: string;
  /** Subject of the section, for screen readers only: it tells several sections apart. */
  about?: string | undefined;
  children: ComponentChildren;
  open?: boolean | undefined;
  /** Renders the content only when first opened: for long content that is seldom read. */
  late?: boolean;
  /** Called when the content is first rendered. */
  onFirstOpen?: () => void;
}

export function Details({
  summary,
  about,
  children,
  open,
  late = false,
  onFirstOpen,
}: DetailsProps) {
  const isMade = useSignal(!late || open === true);
  return (
    <details
      class="govuk-details"
      open={open}
      onToggle={(event) => {
        if (!event.currentTarget.open || isMade.value) return;
        isMade.value = true;
        onFirstOpen?.();
      }}
    >
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {summary}
          {about && <span class="govuk-visually-hidden"> {about}</span>}
        </span>
      </summary>
      <div class="govuk-details__text">{isMade.value && children}</div>
    </details>
  );
}
