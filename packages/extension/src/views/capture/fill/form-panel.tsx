import type { FillRow } from '@cyber-prevent/core/fill';
import { useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { InsetText } from '../../../components/inset-text.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { CaptureKey } from '../../case/capture-key.js';
import { type FillWork, rowsToType } from './fill-work.js';
import { PlanList } from './plan-list.js';
import { TypedPanel, UndonePanel } from './typed-panel.js';
import { standingLabels } from './typed-work.js';
import { type FormState, signsOf } from './use-form.js';
import { WhoseForm } from './whose-form.js';

export interface FormPanelProps {
  form: FormState;
  /** Name of the person whom the values are about. */
  name: string;
  work: FillWork;
  busy: boolean;
  onChoice: (row: FillRow, choice: FillRow['start']) => void;
  /** Called with the signs of another person that the officer has answered; undefined: the answer is taken back. */
  onMeant: (signs: string | undefined) => void;
  onSent: () => void;
  onForget: () => void;
}

/** The form that was pressed on: waited for, planned, typed into. */
export function FormPanel(props: FormPanelProps) {
  const { form, name, work, busy, onChoice, onMeant, onSent, onForget } = props;
  const { services } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  const read = form.read.value;
  const plan = form.plan.value;
  const steps = form.typing.value;
  const tried = form.outcomes.value.size;
  const isTyped = steps === 0 && (tried > 0 || form.stoppedBy.value !== undefined);
  const toType = plan ? rowsToType(plan, work).length : 0;
  const { typed, left = [] } = work;

  const onPoint = async (row: FillRow | undefined): Promise<boolean> => {
    const target = row?.box?.target;
    if (!read || (row && !target)) return true;
    return (await services.fill()).point(read, target);
  };
  return (
    <>
      <ErrorSummary errors={form.trouble.value} />
      {(typed || left.length > 0) && tried === 0 && steps === 0 && (
        <div class="cp-saved">
          {typed && (
            <InsetText>
              {t(typed.isUnderWay ? 'fill.typed.cut-short' : 'fill.typed.before', {
                system: typed.system,
              })}
            </InsetText>
          )}
          {left.map(({ url, system }) => (
            <WarningText key={url}>{t('fill.left.before', { system })}</WarningText>
          ))}
          <ButtonGroup>
            {typed && standingLabels(typed).length > 0 && (
              <Button kind="secondary" busy={busy} onPress={onSent}>
                {t('fill.sent')}
              </Button>
            )}
            <Button kind="link" busy={busy} onPress={onForget}>
              {t('fill.forget')}
            </Button>
          </ButtonGroup>
        </div>
      )}
      <p class="govuk-body">{t(plan ? 'fill.ask.again' : 'fill.ask')}</p>
      {!plan && <CaptureKey />}
      <p role="status" class="govuk-body-s cp-reading">
        {form.isReading.value ? t('fill.reading') : ''}
      </p>
      <UndonePanel form={form} />
      {isTyped && (
        <TypedPanel form={form} work={work} busy={busy} onSent={onSent} onForget={onForget} />
      )}
      {read && plan && (
        <>
          <h2 ref={heading} class="govuk-heading-m cp-fill-form" tabIndex={-1}>
            {t('fill.form', { system: read.system })}
          </h2>
          <p class="govuk-body-s">
            {plan.adapter
              ? t('fill.adapter', { id: plan.adapter.id, version: plan.adapter.version })
              : t('fill.generic')}
          </p>
          <WhoseForm
            plan={plan}
            name={name}
            isMeant={work.meant !== undefined && work.meant === signsOf(plan)}
            isOver={isTyped || steps > 0}
            onMeant={(isMeant) => {
              onMeant(isMeant ? signsOf(plan) : undefined);
              // The button that had the focus is gone.
              heading.current?.focus();
            }}
          />
          {!isTyped && !plan.isAsked && (
            <>
              <p class="govuk-body-s cp-counts">
                {t('fill.counts', {
                  typed: toType,
                  left:
                    plan.rows.filter(({ state }) => state === 'can').length - toType ||
                    t('fill.counts.none'),
                  not: plan.rows.filter(({ state }) => state === 'cannot').length,
                })}
              </p>
              <p class="govuk-hint cp-keys-hint">{t('fill.key.hint')}</p>
            </>
          )}
          {!plan.isAsked && (
            <PlanList
              plan={plan}
              work={work}
              outcomes={form.outcomes.value}
              isOpen={!isTyped && steps === 0}
              onChoice={onChoice}
              onPoint={onPoint}
            />
          )}
          {!isTyped && !plan.isAsked && <TypeBar form={form} name={name} count={toType} />}
        </>
      )}
    </>
  );
}

/** Always visible under the list, wherever it is scrolled: the one button that types, and the progress. */
function TypeBar({ form, name, count }: { form: FormState; name: string; count: number }) {
  const steps = form.typing.value;
  const done = form.outcomes.value.size;
  return (
    <div class="cp-fill-bar">
      <p role="status" class="govuk-body-s cp-reading">
        {steps > 0 ? t('fill.typing', { done, count: steps }) : ''}
      </p>
      {steps > 0 ? (
        <Button kind="warning" onPress={form.stop}>
          {t('fill.stop')}
        </Button>
      ) : count === 0 ? (
        <p class="govuk-body">{t('fill.type.none')}</p>
      ) : (
        <Button onPress={() => void form.type()}>{t('fill.type', { count, name })}</Button>
      )}
    </div>
  );
}
