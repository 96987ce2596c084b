import { AUDIT_ACTIONS, type AuditAction, type LogFilter } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { Button, ButtonGroup } from '../../../components/button.js';
import { isCivilDate } from '../../../components/civil-date.js';
import { DateInput } from '../../../components/date-input.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { dayEnd, dayStart } from '../../../components/instant-text.js';
import { Select } from '../../../components/select.js';
import { t } from '../../../locales/late.js';

/** Filters entries by act and by days. */
export function LogFilterForm({ onFilter }: { onFilter: (filter: LogFilter) => void }) {
  const action = useSignal('');
  const [from, to] = [useSignal(''), useSignal('')];
  const problem = useSignal<{ message: string; fieldId: string } | undefined>(undefined);

  const choose = (): void => {
    problem.value = wrongIn(from.value, to.value);
    if (problem.value) return;
    onFilter({
      ...(action.value ? { action: action.value as AuditAction } : {}),
      ...(isCivilDate(from.value) ? { from: dayStart(from.value) } : {}),
      ...(isCivilDate(to.value) ? { to: dayEnd(to.value) } : {}),
    });
  };
  return (
    <Form label={t('log.filter')} onSubmit={choose}>
      <ErrorSummary errors={problem.value ? [problem.value] : []} />
      <Select
        label={t('log.action')}
        none={t('list.all')}
        choices={AUDIT_ACTIONS.map((value) => ({ value, label: t(`audit.action.${value}`) }))}
        value={action.value}
        onValue={(value) => {
          action.value = value;
        }}
      />
      <div class="cp-log__days">
        <DateInput
          id="log-from"
          label={t('log.from')}
          error={problem.value?.fieldId === 'log-from' ? problem.value.message : undefined}
          value={from.value}
          onValue={(value) => {
            from.value = value;
          }}
        />
        <DateInput
          id="log-to"
          label={t('log.to')}
          error={problem.value?.fieldId === 'log-to' ? problem.value.message : undefined}
          value={to.value}
          onValue={(value) => {
            to.value = value;
          }}
        />
      </div>
      <ButtonGroup>
        <Button type="submit" kind="secondary">
          {t('log.filter')}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

function wrongIn(from: string, to: string): { message: string; fieldId: string } | undefined {
  for (const [fieldId, day] of [
    ['log-from', from],
    ['log-to', to],
  ] as const)
    if (day !== '' && !isCivilDate(day)) return { fieldId, message: t('log.date-wrong') };
  if (from !== '' && to !== '' && from > to)
    return { fieldId: 'log-to', message: t('log.dates-wrong') };
  return undefined;
}
