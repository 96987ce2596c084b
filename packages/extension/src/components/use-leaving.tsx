/** The way out of a form. If something was typed, it asks if the draft is to be kept for later or thrown away. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OpenWork } from '../app/open-work.js';
import { t } from '../locales/late.js';
import { Button } from './button.js';
import { ConfirmPanel } from './confirm-panel.js';

export interface Leaving {
  cancel(): void;
  /** Replaces the buttons while the question is open. */
  readonly question: ComponentChildren;
}

export function useLeaving(
  work: Pick<OpenWork<unknown>, 'isBegun' | 'discard' | 'gone' | 'keepAsNew'>,
  leave: () => void,
): Leaving {
  const isAsked = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const isHere = useRef(true);
  useLayoutEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const form = useRef<HTMLFormElement | null>(null);
  const isOpen = isAsked.value;
  useLayoutEffect(() => {
    // The focused answer is gone and the button first pressed is back, so it takes the focus.
    if (!isOpen && form.current) [...form.current.querySelectorAll('button')].at(-1)?.focus();
  }, [isOpen]);
  // Does nothing if the officer has moved to another screen in the meantime.
  const leaveFromHere = (): void => {
    if (isHere.current) leave();
  };
  const discard = (): void => {
    work.discard().then(leaveFromHere, (error: unknown) => {
      problem.value = error instanceof Error ? error.message : String(error);
    });
  };
  const keep = (): void => {
    // Another window ended the draft, so it is kept only by putting it away once more.
    if (work.gone.value) void work.keepAsNew().then(leaveFromHere);
    else leave();
  };
  return {
    cancel() {
      form.current = document.activeElement?.closest('form') ?? null;
      if (work.isBegun()) isAsked.value = true;
      else leave();
    },
    question: isAsked.value && (
      <ConfirmPanel
        heading={t('came-back.leave')}
        confirm={t('came-back.leave.keep')}
        cancel={t('came-back.leave.stay')}
        onConfirm={keep}
        other={
          <Button kind="secondary" onPress={discard}>
            {t('came-back.leave.discard')}
          </Button>
        }
        onCancel={() => {
          isAsked.value = false;
        }}
      >
        <p class="govuk-body">{t('came-back.leave.body')}</p>
        {problem.value && (
          <p class="cp-save-status cp-save-status--failed" role="alert">
            {t('came-back.not-discarded', { why: problem.value })}
          </p>
        )}
      </ConfirmPanel>
    ),
  };
}
