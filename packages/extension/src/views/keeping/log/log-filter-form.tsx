import { AUDIT_ACTIONS, type AuditAction, type LogFilter } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { Button, ButtonGroup } from '../../../components/button.js';
import { isCivilDate } from '../../../components/civil-date.js';
import { DateInput } from '../../../components/date-input.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { dayEnd, dayStart } from '../../../components/instant-text.js';
import { Select } from '../../../components/select.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { t } from '../../../locales/late.js';

/** Filters entries by act and by days. */
export function LogFilterForm({ onFilter }: { onFilter: (filter: LogFilter) => void }) {
  const action = useSignal('');
  const [from, to] = [useSignal(''), useSignal('')];
  const problems = useSignal<readonly Problem[]>([]);
  const wrong = useStillWrong(problems.value, { 'log-from': from.value, 'log-to': to.value });
  const errorAt = (id: string) => wrong.find(({ fieldId }) => fieldId === id)?.message;

  const choose = (): void => {
    problems.value = wrongIn(from.value, to.value);
    if (problems.value.length > 0) return;
    onFilter({
      ...(action.value ? { action: action.value as AuditAction } : {}),
      ...(isCivilDate(from.value) ? { from: dayStart(from.value) } : {}),
      ...(isCivilDate(to.value) ? { to: dayEnd(to.value) } : {}),
    });
  };
  return (
    <Form label={t('log.filter')} onSubmit={choose}>
      <ErrorSummary check={problems.value} errors={wrong} />
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
          error={errorAt('log-from')}
          value={from.value}
          onValue={(value) => {
            from.value = value;
          }}
        />
        <DateInput
          id="log-to"
          label={t('log.to')}
          error={errorAt('log-to')}
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

interface Problem {
  readonly message: string;
  readonly fieldId: string;
}

function wrongIn(from: string, to: string): readonly Problem[] {
  for (const [fieldId, day] of [
    ['log-from', from],
    ['log-to', to],
  ] as const)
    if (day !== '' && !isCivilDate(day)) return [{ fieldId, message: t('log.date-wrong') }];
  if (from !== '' && to !== '' && from > to)
    return [{ fieldId: 'log-to', message: t('log.dates-wrong') }];
  return [];
}
