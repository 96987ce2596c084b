/** The recovery key, shown once: it goes on only when it has been printed, saved away from here, or written down. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { SummaryError } from '../../../components/error-summary.js';
import { KeyGroups } from '../../../components/key-groups.js';
import { t } from '../../../locales/late.js';
import { usePrintOnce } from '../../act/use-print-once.js';
import { FirstPeople } from '../practice/practice-panel.js';
import type { Answers } from './answers.js';
import { SaveKeyPanel } from './save-key-panel.js';
import { StepPage } from './step-page.js';
import { copiedWrong, WrittenKeyPanel } from './written-key-panel.js';

export interface RecoveryStepProps {
  recoveryKey: string;
  /** Owner of the key, for the print and the file. */
  answers: Pick<Answers, 'kind' | 'name' | 'number'>;
  /** Set in the first run; absent if a new key is made later. */
  step?: 'key';
  onDone: () => void;
}

type Way = 'print' | 'file' | 'hand';

export function RecoveryStep({ recoveryKey, answers, step, onDone }: RecoveryStepProps) {
  const { services } = useApp();
  const printed = usePrintOnce();
  const groups = recoveryKey.split('-');
  /** The way being taken, and those that have been taken whole. */
  const way = useSignal<Way | undefined>(undefined);
  const kept = useSignal<readonly Way[]>([]);
  const typed = useSignal<Readonly<Record<number, string>>>({});
  const errors = useSignal<readonly SummaryError[]>([]);
  const whose = t('first-run.recovery.for', {
    kind: t(`first-run.recovery.kind.${answers.kind || 'live'}`),
    name: answers.name,
    number: answers.number,
  });

  // The first button to press is the one that is not refused.
  const isBegun = kept.value.length > 0 || way.value === 'hand';

  // The key exists nowhere else until it is kept, so leaving the page asks first.
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, []);

  const keep = (by: Way): void => {
    kept.value = [...new Set([...kept.value, by])];
    errors.value = [];
  };
  const check = (): void => {
    const wrong = way.value === 'hand' ? copiedWrong(groups, typed.value) : [];
    const isKept = kept.value.length > 0 || way.value === 'hand';
    errors.value = isKept ? wrong : [{ message: t('first-run.recovery.not-kept') }];
    if (errors.value.length === 0) onDone();
  };

  return (
    <StepPage
      step={step}
      title={t(step ? 'first-run.passphrase.title' : 'first-run.recovery.title')}
      part={step && t('first-run.recovery.title')}
      errors={errors.value}
      onContinue={check}
      submit={step && t('first-run.finish')}
      submitKind={isBegun ? 'primary' : 'secondary'}
    >
      <p class="govuk-body">{t('first-run.recovery.why')}</p>
      <p class="govuk-body cp-print-only">{whose}</p>
      <h2 class="govuk-heading-s" id="cp-first-run-key">
        {t('first-run.recovery.key')}
      </h2>
      <KeyGroups groups={groups} labelledBy="cp-first-run-key" numbered />
      <div class="cp-no-print">
        <ButtonGroup>
          <Button
            kind={isBegun ? 'secondary' : 'primary'}
            onPress={() => {
              way.value = 'print';
              printed.start();
              keep('print');
            }}
          >
            {t('first-run.recovery.print')}
          </Button>
          <Button
            kind="secondary"
            expanded={way.value === 'file'}
            onPress={() => {
              way.value = 'file';
            }}
          >
            {t('first-run.recovery.save')}
          </Button>
          <Button
            kind="link"
            expanded={way.value === 'hand'}
            onPress={() => {
              way.value = 'hand';
            }}
          >
            {t('first-run.recovery.hand')}
          </Button>
        </ButtonGroup>
        <p class="govuk-body" role="status">
          {kept.value.includes('print') && t('first-run.recovery.printed')}{' '}
          {kept.value.includes('file') && t('first-run.recovery.saved')}
        </p>
        {way.value === 'file' && (
          <SaveKeyPanel
            onSave={() => {
              // The type and the day: no person's name.
              services.download(
                `recovery-key-${services.today()}.txt`,
                'text/plain',
                [whose, recoveryKey, t('first-run.recovery.file.note'), ''].join('\n\n'),
              );
              keep('file');
            }}
          />
        )}
        {way.value === 'hand' && (
          <WrittenKeyPanel
            typed={typed.value}
            errors={errors.value}
            onTyped={(number, value) => {
              typed.value = { ...typed.value, [number]: value };
            }}
          />
        )}
        {step && answers.kind === 'practice' && <FirstPeople />}
      </div>
    </StepPage>
  );
}
