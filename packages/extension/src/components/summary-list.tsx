import type { ComponentChildren } from 'preact';

export interface SummaryRow {
  readonly label: string;
  /** Id of the label, which can then be given the focus. */
  readonly labelId?: string | undefined;
  readonly value: ComponentChildren;
  /** Buttons at the end of the row. */
  readonly actions?: ComponentChildren;
}

export interface SummaryListProps {
  rows: readonly SummaryRow[];
  /** Omits the thin lines between rows, for a panel of 360 px. */
  plain?: boolean | undefined;
}

export function SummaryList({ rows, plain }: SummaryListProps) {
  const acts = rows.some(({ actions }) => actions !== undefined);
  return (
    <dl class={`govuk-summary-list${plain ? ' govuk-summary-list--no-border' : ''}`}>
      {rows.map(({ label, labelId, value, actions }) => (
        <div
          key={label}
          class={`govuk-summary-list__row${acts && !actions ? ' govuk-summary-list__row--no-actions' : ''}`}
        >
          <dt
            class="govuk-summary-list__key"
            {...(labelId === undefined ? {} : { id: labelId, tabIndex: -1 })}
          >
            {label}
          </dt>
          <dd class="govuk-summary-list__value">{value}</dd>
          {actions && <dd class="govuk-summary-list__actions">{actions}</dd>}
        </div>
      ))}
    </dl>
  );
}
