/**
 * Sets up a vault: an introduction, the officer, the legal regime, a passphrase, the recovery key, the colleague card.
 */
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import type { SummaryError } from '../../../components/error-summary.js';
import { t } from '../../../locales/late.js';
import type { VaultKind, VaultSetup } from '../../../ports/services.js';
import {
  type AnswerName,
  type Answers,
  ASKING_STEPS,
  type AskingStep,
  answerError,
  controlOf,
  errorsOf,
  NO_ANSWERS,
  STEP_OF,
  type Step,
} from './answers.js';
import { type BindAnswer, Passphrase, Purpose, Welcome, Who } from './asking-steps.js';
import { ColleagueCardPanel } from './colleague-card-panel.js';
import { RecoveryStep } from './recovery-step.js';
import { RestoreHere } from './restore-here.js';
import { StepPage } from './step-page.js';

export interface FirstRunViewProps {
  /** Kinds that may be set up: both on a new computer, or the one that does not exist yet. */
  kinds: readonly VaultKind[];
  onKind: (kind: VaultKind) => void;
  /** Called just before the vault is made and open: from here on the lock screen must wait until {@link onEnd}. */
  onBegin: (kinds: readonly VaultKind[]) => void;
  onEnd: () => void;
}

const CONTENT = { welcome: Welcome, who: Who, purpose: Purpose, passphrase: Passphrase } as const;
const TITLES = {
  welcome: 'first-run.welcome.title',
  who: 'first-run.who.title',
  purpose: 'first-run.purpose.title',
  passphrase: 'first-run.passphrase.title',
} as const;

export function FirstRunView({ kinds, onKind, onBegin, onEnd }: FirstRunViewProps) {
  const { vault } = useApp().services;
  const step = useSignal<Step>('welcome');
  const [only] = kinds.length === 1 ? kinds : [];
  const answers = useSignal<Answers>({ ...NO_ANSWERS, kind: only ?? '' });
  const errors = useSignal<readonly SummaryError[]>([]);
  const recoveryKey = useSignal('');
  const busy = useSignal(false);
  const isRestoring = useSignal(false);

  const show = (next: Step): void => {
    errors.value = [];
    step.value = next;
  };
  const bind: BindAnswer = (name) => ({
    id: controlOf(name),
    value: answers.value[name],
    error: errors.value.find(({ fieldId }) => fieldId === controlOf(name))?.message,
    onValue(value) {
      answers.value = { ...answers.value, [name]: value };
      if (name === 'kind') onKind(value === 'live' ? 'live' : 'practice');
    },
  });
  const create = async (): Promise<void> => {
    busy.value = true;
    onBegin(kinds);
    const result = await vault.create(setupOf(answers.value)).catch(() => undefined);
    busy.value = false;
    if (result?.ok) {
      recoveryKey.value = result.value.recoveryKey;
      answers.value = { ...answers.value, passphrase: '', again: '' };
      show('recovery');
      return;
    }
    const issues = result?.issues ?? [{ message: t('first-run.failed') }];
    const names = issues.map((issue) => ('at' in issue ? nameOf(issue.at) : undefined));
    const earliest = ASKING_STEPS.find((each) => names.some((n) => n && STEP_OF[n] === each));
    if (earliest) step.value = earliest;
    errors.value = issues.map(({ message }, index) => {
      const name = names[index];
      return name ? answerError(name, message) : { message };
    });
  };
  const goOn = (from: AskingStep): void => {
    if (busy.value) return;
    errors.value = errorsOf(from, answers.value);
    if (errors.value.length > 0) return;
    const next = ASKING_STEPS[ASKING_STEPS.indexOf(from) + 1];
    if (next) show(next);
    else void create();
  };

  if (isRestoring.value)
    return (
      <RestoreHere
        onBegin={() => onBegin(kinds)}
        onBack={() => {
          isRestoring.value = false;
          // The set-up began, and ended without a vault.
          if (vault.state().name === 'none') onEnd();
        }}
        onEnd={onEnd}
      />
    );
  if (step.value === 'recovery')
    return (
      <RecoveryStep
        recoveryKey={recoveryKey.value}
        answers={answers.value}
        step="recovery"
        onDone={() => {
          recoveryKey.value = '';
          show('card');
        }}
      />
    );
  if (step.value === 'card')
    return (
      <StepPage
        step="card"
        title={t('first-run.card.title')}
        errors={[]}
        onContinue={onEnd}
        submit={t('first-run.finish')}
      >
        <ColleagueCardPanel />
        <p class="govuk-body">{t('first-run.card.later')}</p>
      </StepPage>
    );

  const here = step.value;
  const previous = ASKING_STEPS[ASKING_STEPS.indexOf(here) - 1];
  const Content = CONTENT[here];
  return (
    <>
      <StepPage
        step={here}
        title={t(TITLES[here])}
        errors={errors.value}
        onContinue={() => goOn(here)}
        onBack={previous && (() => show(previous))}
        busy={busy.value}
        {...(here === 'passphrase' ? { submit: t('first-run.create') } : {})}
      >
        <Content answers={answers.value} bind={bind} kinds={kinds} />
        {busy.value && (
          <p class="govuk-body" role="status">
            {t('first-run.creating')}
          </p>
        )}
      </StepPage>
      {here === 'welcome' && (
        <p class="govuk-body">
          <Button
            kind="link"
            onPress={() => {
              isRestoring.value = true;
            }}
          >
            {t('backup.here.choose')}
          </Button>
        </p>
      )}
      {vault.state().name !== 'none' && !busy.value && (
        <p class="govuk-body">
          <Button kind="link" onPress={onEnd}>
            {t('first-run.leave')}
          </Button>
        </p>
      )}
    </>
  );
}

function setupOf(answers: Answers): VaultSetup {
  const { name, number, force, role, regime, passphrase } = answers;
  const policyReference = answers.policyReference.trim();
  return {
    kind: answers.kind === 'live' ? 'live' : 'practice',
    name: name.trim(),
    number: number.trim(),
    force,
    role: role.trim(),
    regime,
    passphrase,
    ...(policyReference === '' ? {} : { policyReference }),
  };
}

function nameOf(at: string | undefined): AnswerName | undefined {
  return at !== undefined && Object.hasOwn(STEP_OF, at) ? (at as AnswerName) : undefined;
}
