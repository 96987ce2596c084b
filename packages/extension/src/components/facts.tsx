import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../locales/late.js';
import { FoldedText } from './folded-text.js';

export interface Fact {
  readonly label: string;
  /** Text is shown as it is, cut if it is long; empty or absent says that it is not recorded. */
  readonly value: ComponentChildren;
  /** True for an account or a message: a long one is folded to one line. */
  readonly isProse?: boolean | undefined;
}

export interface FactsProps {
  title: string;
  rows: readonly Fact[];
  /** Ways to the records behind the facts. */
  children?: ComponentChildren;
}

/** Facts in brief, one a line, for the place next to a form. */
export function Facts({ title, rows, children }: FactsProps) {
  const id = useId();
  return (
    <section class="cp-facts cp-no-print" aria-labelledby={id}>
      <h2 id={id} class="govuk-heading-s cp-facts__title">
        {title}
      </h2>
      <dl class="cp-facts__list">
        {rows.map(({ label, value, isProse }) => (
          <div key={label} class="cp-facts__row">
            <dt class="cp-facts__label">{label}</dt>
            <dd class="cp-facts__value">
              {typeof value === 'string' && value !== '' ? (
                <FoldedText text={value} about={label} isProse={isProse} />
              ) : (
                value || <span class="cp-facts__none">{t('common.not-recorded')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {children && <p class="cp-facts__more">{children}</p>}
    </section>
  );
}
