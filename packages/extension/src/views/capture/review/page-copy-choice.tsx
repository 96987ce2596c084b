import type { PageChoice } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { Button } from '../../../components/button.js';
import { Radios } from '../../../components/radios.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/translate.js';

export interface PageCopyChoiceProps {
  choice: PageChoice;
  onChoice: (choice: PageChoice) => void;
  /** Error in the reason. */
  error?: string | undefined;
}

/** Id of the box for the reason, for the error summary. */
export const WHOLE_PAGE_REASON = 'whole-page-reason';

/**
 * Choice of the copy saved with the values taken: those parts alone, unless the officer says why the whole page is
 * needed.
 */
export function PageCopyChoice({ choice, onChoice, error }: PageCopyChoiceProps) {
  const isOpen = useSignal(false);
  return (
    <section class="cp-gates" aria-label={t('page-copy.title')}>
      <p class="govuk-body-s">
        {t(`page-copy.${choice.keep}.line`)}{' '}
        <Button
          kind="link"
          expanded={isOpen.value}
          onPress={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {t('page-copy.change')}
        </Button>
      </p>
      {(isOpen.value || error !== undefined) && (
        <Radios
          label={t('page-copy.ask')}
          legendSize="s"
          choices={[
            { value: 'taken', label: t('page-copy.taken'), hint: t('page-copy.taken.hint') },
            { value: 'whole', label: t('page-copy.whole'), hint: t('page-copy.whole.hint') },
          ]}
          value={choice.keep}
          onValue={(value) =>
            onChoice(value === 'whole' ? { keep: 'whole', reason: '' } : { keep: 'taken' })
          }
          under={
            choice.keep === 'whole'
              ? {
                  whole: (
                    <TextInput
                      id={WHOLE_PAGE_REASON}
                      label={t('page-copy.reason')}
                      error={error}
                      value={choice.reason}
                      onValue={(reason) => onChoice({ keep: 'whole', reason })}
                    />
                  ),
                }
              : {}
          }
        />
      )}
    </section>
  );
}
