/** Answers of the first run, and their errors screen by screen. */

import type { SummaryError } from '../../../components/error-summary.js';
import { t } from '../../../locales/late.js';
import type { VaultKind } from '../../../ports/services.js';

export interface Answers {
  readonly kind: VaultKind | '';
  readonly name: string;
  readonly number: string;
  /** A code of the list `force`. */
  readonly force: string;
  readonly role: string;
  /** A code of the list `purpose-regime`. */
  readonly regime: string;
  readonly policyReference: string;
  readonly passphrase: string;
}

export type AnswerName = keyof Answers;

export const NO_ANSWERS: Answers = {
  kind: '',
  name: '',
  number: '',
  force: '',
  role: '',
  regime: '',
  policyReference: '',
  passphrase: '',
};

/** The vault counts the same way, and decides. */
export const PASSPHRASE_CHARACTERS = 12;

/** The screens that ask; the second goes on to the recovery key. */
export const ASKING_STEPS = ['who', 'key'] as const;
export type AskingStep = (typeof ASKING_STEPS)[number];

/** Screen of each answer, to which an issue of the vault sends the officer back. */
export const STEP_OF: Readonly<Record<AnswerName, AskingStep>> = {
  kind: 'who',
  name: 'who',
  number: 'who',
  force: 'who',
  role: 'who',
  regime: 'who',
  policyReference: 'who',
  passphrase: 'key',
};

/** An error of an answer; its control has the answer's name as its id. */
export interface AnswerError extends SummaryError {
  readonly message: string;
  readonly fieldId: string;
}

export function controlOf(name: AnswerName): string {
  return `cp-first-run-${name}`;
}

export function answerError(name: AnswerName, message: string): AnswerError {
  return { message, fieldId: controlOf(name) };
}

/** Errors of one screen, in the order of its controls. */
export function errorsOf(step: AskingStep, answers: Answers): readonly AnswerError[] {
  const missing = (name: AnswerName, message: string): readonly AnswerError[] =>
    answers[name].trim() === '' ? [answerError(name, message)] : [];
  if (step === 'key')
    return passphraseLength(answers.passphrase) < PASSPHRASE_CHARACTERS
      ? [answerError('passphrase', t('first-run.passphrase.short'))]
      : [];
  return [
    ...missing('kind', t('first-run.kind.missing')),
    ...missing('name', t('first-run.who.name.missing')),
    ...missing('number', t('first-run.who.number.missing')),
    ...missing('force', t('first-run.who.force.missing')),
    ...missing('role', t('first-run.who.role.missing')),
    ...missing('regime', t('first-run.purpose.regime.missing')),
  ];
}

/** Number of characters as a person counts them, and as the vault does. */
export function passphraseLength(passphrase: string): number {
  return [...passphrase.normalize('NFKC')].length;
}
