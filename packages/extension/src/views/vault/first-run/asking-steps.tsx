/** Content of each screen. The answers are kept outside, so that going back and forth loses nothing. */
import { codeLabel } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { choicesOf } from '../../../components/choice.js';
import { Details } from '../../../components/details.js';
import { Radios } from '../../../components/radios.js';
import { SecretInput } from '../../../components/secret-input.js';
import { Select } from '../../../components/select.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';
import type { VaultKind } from '../../../ports/services.js';
import {
  type AnswerName,
  type Answers,
  PASSPHRASE_CHARACTERS,
  passphraseLength,
} from './answers.js';
import type { SetByForce } from './set-by-force.js';

/** Gives the props for the input of an answer. */
export type BindAnswer = (name: AnswerName) => {
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onValue: (value: string) => void;
};

interface WhoProps {
  answers: Answers;
  bind: BindAnswer;
  kinds: readonly VaultKind[];
  /** Answered by the force's policy, and not asked. */
  set: SetByForce;
}

/** The officer, the kind of vault, and the law that they work under. */
export function Who({ answers, bind, kinds, set }: WhoProps) {
  const { lists, today } = useApp().services;
  const forces = choicesOf(lists, 'force', today());
  return (
    <>
      <Radios
        label={t('first-run.kind')}
        legendSize="s"
        {...bind('kind')}
        choices={kinds.map((value) => ({
          value,
          label: t(`first-run.kind.${value}`),
          hint: t(`first-run.kind.${value}.hint`),
        }))}
      />
      <TextInput
        label={t('first-run.who.name')}
        hint={t('first-run.who.name.hint')}
        width={20}
        {...bind('name')}
      />
      <div class="cp-setup__pair">
        <TextInput label={t('first-run.who.number')} width={10} {...bind('number')} />
        {set.force === undefined && (
          <Select
            label={t('first-run.who.force')}
            {...bind('force')}
            choices={forces.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))}
          />
        )}
      </div>
      <TextInput
        label={t('first-run.who.role')}
        hint={t('first-run.who.role.hint')}
        width={20}
        {...bind('role')}
      />
      <Law answers={answers} bind={bind} set={set} />
    </>
  );
}

const REGIME_HINTS: Readonly<Record<string, string>> = {
  part3: t('first-run.purpose.regime.part3.hint'),
  'uk-gdpr': t('first-run.purpose.regime.uk-gdpr.hint'),
};

/** Folded: the answer that most officers keep is in its heading. Only what the force has not settled is asked. */
function Law({ answers, bind, set }: Omit<WhoProps, 'kinds'>) {
  const { lists, today } = useApp().services;
  const settled = [
    ...(set.force === undefined ? [] : [codeLabel(lists, 'force', set.force)]),
    ...(set.regime === undefined ? [] : [codeLabel(lists, 'purpose-regime', set.regime)]),
    ...(set.policyReference === undefined ? [] : [set.policyReference]),
  ];
  const isAsked = set.regime === undefined || set.policyReference === undefined;
  const isWrong = (['regime', 'policyReference'] as const).some((name) => bind(name).error);
  return (
    <>
      {settled.length > 0 && (
        <p class="govuk-body">{t('first-run.set-by-force', { what: settled.join(', ') })}</p>
      )}
      {isAsked && (
        <Details
          summary={t('first-run.purpose.title', {
            law: codeLabel(lists, 'purpose-regime', answers.regime),
          })}
          open={isWrong ? true : undefined}
        >
          <p class="govuk-body">{t('first-run.purpose.why')}</p>
          {set.regime === undefined && (
            <Radios
              label={t('first-run.purpose.regime')}
              {...bind('regime')}
              choices={choicesOf(lists, 'purpose-regime', today()).map((choice) => ({
                ...choice,
                hint: choice.hint ?? REGIME_HINTS[choice.value],
              }))}
            />
          )}
          {set.policyReference === undefined && (
            <TextInput
              label={t('first-run.purpose.policy')}
              hint={t('first-run.purpose.policy.hint')}
              {...bind('policyReference')}
            />
          )}
        </Details>
      )}
    </>
  );
}

/** The passphrase, typed once: it can be shown, and the recovery key opens the vault too. */
export function Passphrase({ answers, bind }: Pick<WhoProps, 'answers' | 'bind'>) {
  const count = passphraseLength(answers.passphrase);
  return (
    <>
      <p class="govuk-body">{t('first-run.passphrase.why')}</p>
      <SecretInput
        label={t('first-run.passphrase.label')}
        hint={t('first-run.passphrase.rules')}
        {...bind('passphrase')}
      />
      <p class="govuk-hint" role="status">
        {count >= PASSPHRASE_CHARACTERS
          ? t('first-run.passphrase.long-enough')
          : count > 0 && t('first-run.passphrase.count', { count })}
      </p>
    </>
  );
}
