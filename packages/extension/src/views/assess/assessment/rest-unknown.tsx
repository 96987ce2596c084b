import type { Instrument } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { answeredRest, type GivenAnswer, openItems } from './given-answers.js';

export interface RestUnknownProps {
  instrument: Instrument;
  answers: readonly GivenAnswer[];
  onAnswers: (answers: readonly GivenAnswer[]) => void;
}

/** Answers every item that is still open with *not known*, in one press that can be taken back. */
export function RestUnknown({ instrument, answers, onAnswers }: RestUnknownProps) {
  const before = useSignal<readonly GivenAnswer[] | undefined>(undefined);
  const said = useRef<HTMLParagraphElement>(null);
  const taken = before.value;
  useLayoutEffect(() => {
    // The pressed button is gone, so the focus goes to what it came to.
    if (taken) said.current?.focus();
  }, [taken]);
  const open = openItems(instrument, answers).length;
  if (taken)
    return (
      <p class="govuk-body" ref={said} tabIndex={-1}>
        {t('assessment.rest.done', { count: openItems(instrument, taken).length })}{' '}
        <Button
          kind="link"
          onPress={() => {
            const rest = new Set(openItems(instrument, taken));
            onAnswers(
              answers.flatMap((each) => {
                if (!rest.has(each.item) || each.answer !== 'unknown') return [each];
                const was = taken.find(({ item }) => item === each.item);
                return was ? [{ ...each, answer: was.answer }] : [];
              }),
            );
            before.value = undefined;
          }}
        >
          {t('assessment.rest.undo')}
        </Button>
      </p>
    );
  if (open === 0 || open === instrument.items.length) return null;
  return (
    <>
      <p class="govuk-hint">{t('assessment.rest.hint')}</p>
      <Button
        kind="secondary"
        onPress={() => {
          before.value = answers;
          onAnswers(answeredRest(instrument, answers));
        }}
      >
        {t('assessment.rest')}
      </Button>
    </>
  );
}
