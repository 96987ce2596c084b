/** Lets a file out once per set of answers: two presses make one file and one log entry. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Button } from '../../../components/button.js';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../as-issue.js';
import type { AskedDisclosure, Disclosure } from '../use-disclosure.js';

export interface Export {
  readonly isBusy: boolean;
  /** Missing answers or failures, for the error summary. */
  readonly errors: readonly { readonly message: string; readonly fieldId?: string }[];
  /**
   * Logs and releases, one at a time. Afterwards nothing more leaves until the officer asks again.
   *
   * @param out - resolves to the error if nothing left
   */
  run(out: (asked: Disclosure) => Promise<string | undefined>): Promise<void>;
  /** Replaces the questions and the buttons once something has left. */
  readonly left: ComponentChildren;
}

export function useExport(disclosure: Pick<AskedDisclosure, 'ask' | 'errors'>): Export {
  const isBusy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const leftTo = useSignal<string | undefined>(undefined);
  return {
    isBusy: isBusy.value,
    errors: [...disclosure.errors, ...(problem.value ? [{ message: problem.value }] : [])],
    async run(out) {
      if (isBusy.value || leftTo.value !== undefined) return;
      problem.value = undefined;
      const asked = disclosure.ask();
      if (!asked) return;
      isBusy.value = true;
      try {
        problem.value = await out(asked);
        if (problem.value === undefined) leftTo.value = asked.recipients.at(-1);
      } catch (error) {
        problem.value = asIssue(error).message;
      } finally {
        isBusy.value = false;
      }
    },
    left: leftTo.value !== undefined && (
      <InsetText>
        <p class="govuk-body">{t('export.left', { who: leftTo.value })}</p>
        <Button
          kind="secondary"
          onPress={() => {
            leftTo.value = undefined;
          }}
        >
          {t('export.again')}
        </Button>
      </InsetText>
    ),
  };
}
