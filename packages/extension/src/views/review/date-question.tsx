import { type DateOrder, type DraftRow, writtenDate } from '@cyber-prevent/core';
import { Button } from '../../components/button.js';
import { t } from '../../locales/translate.js';

export interface DateQuestionProps {
  label: string;
  either: NonNullable<DraftRow['either']>;
  onAnswer: (order: DateOrder) => void;
}

/** Which of two days a date in figures is. The answer holds for its host, so that it is asked once. */
export function DateQuestion({ label, either, onAnswer }: DateQuestionProps) {
  const answer = (order: DateOrder, day: typeof either.dayFirst) => (
    <Button kind="secondary" about={label} onPress={() => onAnswer(order)}>
      {t('review.date.is', { date: writtenDate(day) })}
    </Button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the decisions of a row, it is no form
    <div role="group" aria-label={t('review.date.which', { label })} class="govuk-button-group">
      {answer('day-first', either.dayFirst)}
      {answer('month-first', either.monthFirst)}
      <p class="cp-draft-row__source">{t('review.date.same')}</p>
    </div>
  );
}
