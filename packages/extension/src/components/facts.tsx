import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../locales/late.js';
import { Button } from './button.js';

export interface Fact {
  readonly label: string;
  /** Text is shown as it is, cut if it is long; empty or absent says that it is not recorded. */
  readonly value: ComponentChildren;
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
        {rows.map(({ label, value }) => (
          <div key={label} class="cp-facts__row">
            <dt class="cp-facts__label">{label}</dt>
            <dd class="cp-facts__value">
              {typeof value === 'string' && value !== '' ? (
                <LongText text={value} about={label} />
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

/** Letters of a text in sight before the rest is asked for. */
const IN_SIGHT = 240;

function LongText({ text, about }: { text: string; about: string }) {
  const isWhole = useSignal(false);
  const letters = [...text];
  if (letters.length <= IN_SIGHT)
    return (
      <span class="cp-facts__text" dir="auto">
        {text}
      </span>
    );
  return (
    <>
      <span class="cp-facts__text" dir="auto">
        {isWhole.value ? text : t('facts.cut', { text: letters.slice(0, IN_SIGHT).join('') })}
      </span>{' '}
      <Button
        kind="link"
        about={about}
        expanded={isWhole.value}
        onPress={() => {
          isWhole.value = !isWhole.value;
        }}
      >
        {t(isWhole.value ? 'facts.less' : 'facts.all')}
      </Button>
    </>
  );
}
