/** Content of each asking step. The answers are kept outside, so that going back and forth loses nothing. */
import { useApp } from '../../../app/app.js';
import { choicesOf } from '../../../components/choice.js';
import { InsetText } from '../../../components/inset-text.js';
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

/** Gives the props for the input of an answer. */
export type BindAnswer = (name: AnswerName) => {
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onValue: (value: string) => void;
};

export interface AskingProps {
  answers: Answers;
  bind: BindAnswer;
}

export function Welcome({ bind, kinds }: AskingProps & { kinds: readonly VaultKind[] }) {
  return (
    <>
      <p class="govuk-body">{t('first-run.welcome.what')}</p>
      <h2 class="govuk-heading-s">{t('first-run.welcome.never')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('first-run.welcome.never.read')}</li>
        <li>{t('first-run.welcome.never.send')}</li>
        <li>{t('first-run.welcome.never.decide')}</li>
        <li>{t('first-run.welcome.never.write')}</li>
      </ul>
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
    </>
  );
}

export function Who({ bind }: AskingProps) {
  const { lists, today } = useApp().services;
  const forces = choicesOf(lists, 'force', today());
  return (
    <>
      <p class="govuk-body">{t('first-run.who.why')}</p>
      <TextInput
        label={t('first-run.who.name')}
        hint={t('first-run.who.name.hint')}
        {...bind('name')}
      />
      <TextInput label={t('first-run.who.number')} width={10} {...bind('number')} />
      <Select
        label={t('first-run.who.force')}
        {...bind('force')}
        choices={forces.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))}
      />
      <TextInput
        label={t('first-run.who.role')}
        hint={t('first-run.who.role.hint')}
        {...bind('role')}
      />
    </>
  );
}

const REGIME_HINTS: Readonly<Record<string, string>> = {
  part3: t('first-run.purpose.regime.part3.hint'),
  'uk-gdpr': t('first-run.purpose.regime.uk-gdpr.hint'),
};

export function Purpose({ bind }: AskingProps) {
  const { lists, today } = useApp().services;
  return (
    <>
      <p class="govuk-body">{t('first-run.purpose.why')}</p>
      <Radios
        label={t('first-run.purpose.regime')}
        {...bind('regime')}
        choices={choicesOf(lists, 'purpose-regime', today()).map((choice) => ({
          ...choice,
          hint: choice.hint ?? REGIME_HINTS[choice.value],
        }))}
      />
      <TextInput
        label={t('first-run.purpose.policy')}
        hint={t('first-run.purpose.policy.hint')}
        {...bind('policyReference')}
      />
    </>
  );
}

export function Passphrase({ answers, bind }: AskingProps) {
  const count = passphraseLength(answers.passphrase);
  return (
    <>
      <p class="govuk-body">{t('first-run.passphrase.why')}</p>
      <InsetText>{t('first-run.passphrase.rules')}</InsetText>
      <SecretInput label={t('first-run.passphrase.label')} {...bind('passphrase')} />
      <p class="govuk-hint" role="status">
        {count >= PASSPHRASE_CHARACTERS
          ? t('first-run.passphrase.long-enough')
          : count > 0 && t('first-run.passphrase.count', { count })}
      </p>
      <SecretInput label={t('first-run.passphrase.again')} {...bind('again')} />
    </>
  );
}
