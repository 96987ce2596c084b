/**
 * Sets up a vault in two screens: who works here and under which law; then what locks it, and the spare key. What the
 * force's policy sets is not asked.
 */
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { choicesOf } from '../../../components/choice.js';
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
} from './answers.js';
import { type BindAnswer, Passphrase, Who } from './asking-steps.js';
import { RecoveryStep } from './recovery-step.js';
import { RestoreHere } from './restore-here.js';
import { useSetByForce } from './set-by-force.js';
import { StepPage } from './step-page.js';
import { WhatItDoes } from './what-it-does.js';

export interface FirstRunViewProps {
  /** Kinds that may be set up: both on a new computer, or the one that does not exist yet. */
  kinds: readonly VaultKind[];
  onKind: (kind: VaultKind) => void;
  /** Called just before the vault is made and open: from here on the lock screen must wait until {@link onEnd}. */
  onBegin: (kinds: readonly VaultKind[]) => void;
  onEnd: () => void;
}

export function FirstRunView({ kinds, onKind, onBegin, onEnd }: FirstRunViewProps) {
  const { vault, lists, today } = useApp().services;
  const { set, again } = useSetByForce();
  const step = useSignal<AskingStep>('who');
  const [only] = kinds.length === 1 ? kinds : [];
  // The law that most of this work is under is the first of its list: shown, and changed in one press.
  const [regime] = choicesOf(lists, 'purpose-regime', today());
  const given = useSignal<Answers>({
    ...NO_ANSWERS,
    kind: only ?? '',
    regime: regime?.value ?? '',
  });
  // The lock screen may have marked another kind.
  useLayoutEffect(() => onKind(only ?? 'live'), []);
  const answers: Answers = { ...given.value, ...set };
  const errors = useSignal<readonly SummaryError[]>([]);
  const recoveryKey = useSignal('');
  const busy = useSignal(false);
  const isRestoring = useSignal(false);

  const show = (next: AskingStep): void => {
    errors.value = [];
    step.value = next;
  };
  const bind: BindAnswer = (name) => ({
    id: controlOf(name),
    value: given.value[name],
    error: errors.value.find(({ fieldId }) => fieldId === controlOf(name))?.message,
    onValue(value) {
      given.value = { ...given.value, [name]: value };
      if (name === 'kind') onKind(value === 'live' ? 'live' : 'practice');
    },
  });
  const create = async (): Promise<void> => {
    busy.value = true;
    onBegin(kinds);
    const result = await vault.create(setupOf(answers)).catch(() => undefined);
    busy.value = false;
    if (result?.ok) {
      recoveryKey.value = result.value.recoveryKey;
      given.value = { ...given.value, passphrase: '' };
      errors.value = [];
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
  const goOn = async (): Promise<void> => {
    const from = step.value;
    // The browser may have received the force's policy since: what it sets is shown before it is kept.
    const isNew = await again();
    // A second press goes no further than the first.
    if (busy.value || step.value !== from) return;
    if (isNew) return show('who');
    errors.value = errorsOf(step.value, answers);
    if (errors.value.length > 0) return;
    if (from === 'who') show('key');
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
  if (recoveryKey.value !== '')
    return (
      <RecoveryStep recoveryKey={recoveryKey.value} answers={answers} step="key" onDone={onEnd} />
    );
  if (!set) return <p class="govuk-body">{t('common.loading')}</p>;

  const isWho = step.value === 'who';
  return (
    <div class="cp-setup">
      <div>
        <StepPage
          step={step.value}
          title={t(isWho ? 'first-run.who.title' : 'first-run.passphrase.title')}
          errors={errors.value}
          onContinue={() => void goOn()}
          onBack={isWho ? undefined : () => show('who')}
          busy={busy.value}
          submit={isWho ? undefined : t('first-run.create')}
          note={t('first-run.note')}
        >
          {isWho ? (
            <Who answers={answers} bind={bind} kinds={kinds} set={set} />
          ) : (
            <Passphrase answers={answers} bind={bind} />
          )}
          {busy.value && (
            <p class="govuk-body" role="status">
              {t('first-run.creating')}
            </p>
          )}
        </StepPage>
        {isWho && (
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
      </div>
      {isWho && <WhatItDoes />}
    </div>
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
