import type { Decision } from '@cyber-prevent/core';
import { t } from '../../../../locales/translate.js';

export interface DecisionButtonsProps {
  /** Read out after the word on each button, so that forty named “Take” can be told apart. */
  about: string;
  kind: Decision['kind'];
  /** False for a date that can be two days, of which one has to be chosen first, and for what is not known. */
  mayTake: boolean;
  isWhy: boolean;
  onDecide: (kind: 'take' | 'leave' | 'mask') => void;
  onCorrect: () => void;
  onWhy: () => void;
}

/** The four decisions on one row, with the current one pressed in, and the reason for how it started. */
export function DecisionButtons({
  about,
  kind,
  mayTake,
  isWhy,
  onDecide,
  onCorrect,
  onWhy,
}: DecisionButtonsProps) {
  const button = (which: Decision['kind'], words: string, press: () => void) => (
    <button
      type="button"
      class={`cp-decision cp-decision--${which}`}
      aria-pressed={kind === which}
      // An attribute, because hidden texts were half of a draft's layout work.
      aria-label={`${words} ${about}`}
      tabIndex={kind === which ? 0 : -1}
      onClick={press}
    >
      {words}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset a row would be read out forty times
    <div class="cp-decisions" role="group" aria-label={about} onKeyDown={moveBetween}>
      {mayTake && button('take', t('review.take'), () => onDecide('take'))}
      {button('take-corrected', t('review.correct'), onCorrect)}
      {button('leave', t('review.leave'), () => onDecide('leave'))}
      {button('mask', t('review.mask'), () => onDecide('mask'))}
      <button
        type="button"
        class="cp-decision cp-decision--why"
        aria-expanded={isWhy}
        aria-label={`${t('review.why')} ${about}`}
        tabIndex={-1}
        onClick={onWhy}
      >
        {t('review.why')}
      </button>
    </div>
  );
}

/** Moves left and right between them, as in a toolbar, so that Tab goes from row to row. */
function moveBetween(event: KeyboardEvent): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const group = event.currentTarget;
  if (step === 0 || !(group instanceof HTMLElement)) return;
  const buttons = [...group.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}
