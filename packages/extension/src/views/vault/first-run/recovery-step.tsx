/** The recovery key, shown once: printed or written down, and checked by typing two of its groups from the copy. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/checkboxes.js';
import type { SummaryError } from '../../../components/error-summary.js';
import { KeyGroups } from '../../../components/key-groups.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';
import { usePrintOnce } from '../../act/use-print-once.js';
import type { Answers } from './answers.js';
import { StepPage } from './step-page.js';

export interface RecoveryStepProps {
  recoveryKey: string;
  /** Owner of the key, for the print. */
  answers: Pick<Answers, 'kind' | 'name' | 'number'>;
  /** Set in the first run; absent if a new key is made later. */
  step?: 'recovery';
  onDone: () => void;
}

/** Groups asked back, counted from 1: one near the start, one near the end. */
const ASKED = [2, 7] as const;
const DONE = 'cp-first-run-printed';
const groupId = (number: number): string => `cp-first-run-group-${number}`;

export function RecoveryStep({ recoveryKey, answers, step, onDone }: RecoveryStepProps) {
  const printed = usePrintOnce();
  const groups = recoveryKey.split('-');
  const isDone = useSignal(false);
  const typed = useSignal<Readonly<Record<number, string>>>({});
  const errors = useSignal<readonly SummaryError[]>([]);
  const errorAt = (fieldId: string): string | undefined =>
    errors.value.find((error) => error.fieldId === fieldId)?.message;

  // The key exists nowhere else until it is on paper, so leaving the page asks first.
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, []);

  const check = (): void => {
    errors.value = [
      ...(isDone.value ? [] : [{ message: t('first-run.recovery.done.missing'), fieldId: DONE }]),
      ...ASKED.filter((number) => !sameGroup(typed.value[number] ?? '', groups[number - 1])).map(
        (number) => ({
          message: t('first-run.recovery.group.wrong', { number }),
          fieldId: groupId(number),
        }),
      ),
    ];
    if (errors.value.length === 0) onDone();
  };

  return (
    <StepPage
      step={step}
      title={t('first-run.recovery.title')}
      errors={errors.value}
      onContinue={check}
    >
      <p class="govuk-body">{t('first-run.recovery.why')}</p>
      <p class="govuk-body cp-print-only">
        {t('first-run.recovery.for', {
          kind: t(`first-run.recovery.kind.${answers.kind || 'live'}`),
          name: answers.name,
          number: answers.number,
        })}
      </p>
      <h2 class="govuk-heading-s" id="cp-first-run-key">
        {t('first-run.recovery.key')}
      </h2>
      <KeyGroups groups={groups} labelledBy="cp-first-run-key" numbered />
      <Button kind="secondary" onPress={printed.start}>
        {t('first-run.recovery.print')}
      </Button>
      <div class="cp-no-print">
        <Checkbox
          id={DONE}
          label={t('first-run.recovery.done')}
          error={errorAt(DONE)}
          checked={isDone.value}
          onChecked={(checked) => {
            isDone.value = checked;
          }}
        />
        <p class="govuk-body">{t('first-run.recovery.check')}</p>
        {ASKED.map((number) => (
          <TextInput
            key={number}
            id={groupId(number)}
            label={t('first-run.recovery.group', { number })}
            error={errorAt(groupId(number))}
            width={10}
            value={typed.value[number] ?? ''}
            onValue={(value) => {
              typed.value = { ...typed.value, [number]: value };
            }}
          />
        ))}
      </div>
    </StepPage>
  );
}

/** Compares as people copy: any case, O for 0, I and L for 1. */
function sameGroup(typed: string, group: string | undefined): boolean {
  const plain = (text: string): string =>
    text
      .toUpperCase()
      .replace(/[\s-]+/g, '')
      .replaceAll('O', '0')
      .replace(/[IL]/g, '1');
  return group !== undefined && plain(typed) === plain(group);
}
