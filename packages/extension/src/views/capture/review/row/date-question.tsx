import { type DateOrder, type DraftRow, writtenDate } from '@cyber-prevent/core';
import { Button } from '../../../../components/button.js';
import { t } from '../../../../locales/translate.js';

type Answer = (order: DateOrder) => void;

export interface DateQuestionProps {
  label: string;
  either: NonNullable<DraftRow['either']>;
  onAnswer: Answer;
}

/** Asks which of two days a date in figures means. The answer applies to its host, so that it is asked once. */
export function DateQuestion({ label, either, onAnswer }: DateQuestionProps) {
  const answer = (order: DateOrder, day: typeof either.dayFirst) => (
    <Button kind="secondary" about={label} onPress={() => onAnswer(order)}>
      {t('review.date.is', { date: writtenDate(day) })}
    </Button>
  );
  return (
    <>
      <p class="cp-draft-row__source">{t('review.date.same')}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: as the decisions of a row, it is no form */}
      <div role="group" aria-label={t('review.date.which', { label })} class="govuk-button-group">
        {answer('day-first', either.dayFirst)}
        {answer('month-first', either.monthFirst)}
      </div>
    </>
  );
}

export interface DateAnswerProps {
  label: string;
  settled: NonNullable<DraftRow['settled']>;
  onAnswer: Answer;
}

/** The day chosen for a date that the page leaves open, and a button for the other day. */
export function DateAnswer({ label, settled, onAnswer }: DateAnswerProps) {
  const { order, dayFirst, monthFirst } = settled;
  const [other, day] =
    order === 'day-first'
      ? (['month-first', monthFirst] as const)
      : (['day-first', dayFirst] as const);
  return (
    <p class="cp-draft-row__source">
      {t(`review.date.read.${order}`)}{' '}
      <Button kind="link" about={label} onPress={() => onAnswer(other)}>
        {t('review.date.instead', { date: writtenDate(day) })}
      </Button>
    </p>
  );
}
