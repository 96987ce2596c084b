/** Offers the answers of the last time in one press; each is shown in the form then, and can be changed. */
import { codeLabel } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { t } from '../../locales/late.js';
import type { DisclosureAnswers } from './use-disclosure.js';

export interface LastAnswersProps {
  answers: DisclosureAnswers;
  /** Words of a further answer. */
  more?: string | undefined;
  onUse: () => void;
}

export function LastAnswers({ answers, more, onUse }: LastAnswersProps) {
  const { lists } = useApp().services;
  const { destination, recipient, reason } = answers;
  const said = [
    recipient,
    codeLabel(lists, 'export-destination', destination),
    codeLabel(lists, 'reason', reason),
    ...(more === undefined ? [] : [more]),
  ];
  return (
    <p class="govuk-body">
      <Button kind="secondary" onPress={onUse}>
        {t('summary.last')}
      </Button>{' '}
      <bdi>{said.join(', ')}</bdi>
    </p>
  );
}
