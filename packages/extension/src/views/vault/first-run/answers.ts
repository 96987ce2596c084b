/** Answers of the first run, and their errors step by step. */

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
  readonly again: string;
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
  again: '',
};

/** The vault counts the same way, and decides. */
export const PASSPHRASE_CHARACTERS = 12;

export const ASKING_STEPS = ['welcome', 'who', 'purpose', 'passphrase'] as const;
export type AskingStep = (typeof ASKING_STEPS)[number];
export type Step = AskingStep | 'recovery' | 'card';
export const STEPS: readonly Step[] = [...ASKING_STEPS, 'recovery', 'card'];

/** Step of each answer, to which an issue of the vault sends the officer back. */
export const STEP_OF: Readonly<Record<AnswerName, AskingStep>> = {
  kind: 'welcome',
  name: 'who',
  number: 'who',
  force: 'who',
  role: 'who',
  regime: 'purpose',
  policyReference: 'purpose',
  passphrase: 'passphrase',
  again: 'passphrase',
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

/** Errors of one step, in the order of its controls. */
export function errorsOf(step: AskingStep, answers: Answers): readonly AnswerError[] {
  const missing = (name: AnswerName, message: string): readonly AnswerError[] =>
    answers[name].trim() === '' ? [answerError(name, message)] : [];
  switch (step) {
    case 'welcome':
      return missing('kind', t('first-run.kind.missing'));
    case 'who':
      return [
        ...missing('name', t('first-run.who.name.missing')),
        ...missing('number', t('first-run.who.number.missing')),
        ...missing('force', t('first-run.who.force.missing')),
        ...missing('role', t('first-run.who.role.missing')),
      ];
    case 'purpose':
      return missing('regime', t('first-run.purpose.regime.missing'));
    case 'passphrase':
      if (passphraseLength(answers.passphrase) < PASSPHRASE_CHARACTERS)
        return [answerError('passphrase', t('first-run.passphrase.short'))];
      return answers.passphrase === answers.again
        ? []
        : [answerError('again', t('first-run.passphrase.differs'))];
  }
}

/** Number of characters as a person counts them, and as the vault does. */
export function passphraseLength(passphrase: string): number {
  return [...passphrase.normalize('NFKC')].length;
}
