import { type DraftRow, kindsIn, sensitiveWordsIn } from '@cyber-prevent/core';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useKeyHints, useKeys } from '../../../app/keys/use-keys.js';
import { Button } from '../../../components/button.js';
import { isFocusLost } from '../../../components/focus-lost.js';
import { t } from '../../../locales/late.js';
import { afterPaint } from './after-paint.js';
import { NARRATIVE_QUESTION } from './answer-control.js';

export interface NarrativeQuestionProps {
  /** False if something else is asked too: the question then leaves the focus where it is. */
  isAlone: boolean;
  /** The account that is left. */
  left: readonly DraftRow[];
  onTake: () => void;
  onLeave: () => void;
  onCancel: () => void;
}

/**
 * Asks, in place of the save, whether the referral shall not say why. Asked alone, the question takes the focus and none
 * of its buttons: a second press of the same key answers nothing.
 */
export function NarrativeQuestion(props: NarrativeQuestionProps) {
  const { isAlone, left, onTake, onLeave, onCancel } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isAlone) box.current?.focus();
  }, [isAlone]);
  useKeys(box, { take: onTake, leave: onLeave });
  const hintOf = useKeyHints();
  /** Gives the focus to the save, which is back in the place of the question. */
  const cancel = (): void => {
    const bar = box.current?.parentElement;
    onCancel();
    afterPaint(() => {
      if (isFocusLost()) bar?.querySelector<HTMLElement>('[type="submit"]')?.focus();
    });
  };
  const kinds = sensitiveWordsIn(left.map(({ value }) => value).join('\n'));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of a form
    <div
      ref={box}
      id={NARRATIVE_QUESTION}
      class="cp-narrative"
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
      }}
    >
      <p id={id} class="cp-narrative__ask">
        {t('review.narrative.ask')}
      </p>
      {kinds.length > 0 && (
        <p class="cp-narrative__words">
          {t('review.narrative.words', {
            kinds: kindsIn(kinds),
            words: kinds.flatMap(({ words }) => words.map((word) => `“${word}”`)).join(', '),
          })}
        </p>
      )}
      <div class="govuk-button-group">
        <Button keyHint={hintOf('take')} onPress={onTake}>
          {t('review.narrative.take')}
        </Button>
        <Button kind="secondary" keyHint={hintOf('leave')} onPress={onLeave}>
          {t('review.narrative.leave')}
        </Button>
        <Button kind="link" onPress={cancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
