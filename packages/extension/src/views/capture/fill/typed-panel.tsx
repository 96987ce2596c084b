import { useLayoutEffect, useRef } from 'preact/hooks';
import { useKeyHints } from '../../../app/keys/use-keys.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { type FillWork, rowsToType } from './fill-work.js';
import { isTypedAndStopped, outcomeOf } from './row-outcome.js';
import type { FormState } from './use-form.js';

export interface TypedPanelProps {
  form: FormState;
  work: FillWork;
  busy: boolean;
  onSent: () => void;
  onForget: () => void;
}

/** Outcome of the typing and the officer's next step: check and send, or put everything back. */
export function TypedPanel({ form, work, busy, onSent, onForget }: TypedPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const plan = form.plan.value;
  const outcomes = form.outcomes.value;
  const of = plan ? rowsToType(plan, work).length : 0;
  const count = (plan?.rows ?? []).filter(
    (row) =>
      outcomeOf(row, outcomes)?.isDone ||
      row.steps.some(({ id }) => isTypedAndStopped(outcomes.get(id))),
  ).length;
  const stopped = form.stoppedBy.value;
  const isForgotten = count > 0 && !work.typed && !work.left;
  const hint = useKeyHints()('put-back');
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section class="cp-saved" aria-label={t('fill.keys.after')}>
      <h2 ref={heading} class="govuk-heading-s" tabIndex={-1}>
        {count === of ? t('fill.typed', { count }) : t('fill.typed.some', { count, of })}
      </h2>
      {stopped && <WarningText>{t(`fill.stopped.${stopped}`)}</WarningText>}
      {form.hasSent.value && stopped !== 'request' && <WarningText>{t('fill.left')}</WarningText>}
      <p class="govuk-body">{t(isForgotten ? 'fill.forgotten' : 'fill.typed.check')}</p>
      <ButtonGroup>
        {work.typed && work.typed.labels.length > 0 && (
          <Button busy={busy} onPress={onSent}>
            {t('fill.sent')}
          </Button>
        )}
        <Button
          kind="secondary"
          keyHint={hint}
          about={t('fill.undo.all')}
          onPress={() => void form.undo()}
        >
          {t('fill.undo')}
        </Button>
      </ButtonGroup>
      {!isForgotten && <p class="govuk-hint cp-keys-hint">{t('fill.sent.hint')}</p>}
      {(work.typed || work.left) && (
        <Button kind="link" busy={busy} onPress={onForget}>
          {t('fill.forget')}
        </Button>
      )}
      {form.hasSent.value && <p class="govuk-hint">{t('fill.left.hint')}</p>}
    </section>
  );
}

/** Outcome of putting back. */
export function UndonePanel({ form }: { form: FormState }) {
  const back = form.undone.value;
  const heading = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  if (!back) return null;
  const count = back.filter(({ kind }) => kind === 'done').length;
  const not = back.length - count;
  return (
    <div ref={heading} role="status" tabIndex={-1} class="cp-saved">
      {back.length === 0 && <p class="govuk-body">{t('fill.undone.nothing')}</p>}
      {count > 0 && <p class="govuk-body">{t('fill.undone', { count })}</p>}
      {not > 0 && <p class="govuk-body">{t('fill.undone.not', { count: not })}</p>}
    </div>
  );
}
