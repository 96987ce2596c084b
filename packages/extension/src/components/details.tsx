import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

export interface DetailsProps {
  summary: string;
  /** What it is about, for a screen reader alone: one of several is told from the others by it. */
  about?: string | undefined;
  children: ComponentChildren;
  open?: boolean | undefined;
  /** What is inside is made when it is first opened: for what is long and seldom looked at. */
  late?: boolean;
  /** Told when what is inside is made. */
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
