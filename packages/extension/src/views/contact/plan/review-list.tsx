import { type RecordId, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';

interface ReviewListProps {
  reviews: readonly StoredRecord<'planReview'>[];
  plan: RecordId;
}

/** The latest first. The young person's words are shown next to the officer's view, never mixed with it. */
export function ReviewList({ reviews, plan }: ReviewListProps) {
  const own = reviews
    .filter(({ value }) => value.planId === plan)
    .toSorted((a, b) => (a.value.heldOn < b.value.heldOn ? 1 : -1));
  if (own.length === 0) return <p class="govuk-body">{t('plan.reviews.none')}</p>;
  return (
    <>
      {own.map(({ id, value: { heldOn, came, subjectSaid, othersSaid, view } }) => (
        <div class="cp-record" key={id}>
          <h3 class="govuk-heading-s">{writtenDate(heldOn)}</h3>
          <p class="govuk-body">
            {came.length > 0
              ? t('plan.review.came', { names: came.join(', ') })
              : t('plan.review.nobody')}
          </p>
          <div class="cp-beside">
            <Said title={t('plan.review.subject-said')} words={subjectSaid} isOwn />
            <Said title={t('plan.review.view')} words={view} />
            {othersSaid && <Said title={t('plan.review.others-said')} words={othersSaid} />}
          </div>
        </div>
      ))}
    </>
  );
}

function Said({
  title,
  words,
  isOwn = false,
}: {
  title: string;
  words: string | undefined;
  isOwn?: boolean;
}) {
  return (
    <div>
      <p class="govuk-body-s cp-beside__who">{title}</p>
      <p class={`govuk-body cp-said${isOwn ? ' cp-own-words' : ''}`}>
        {words ?? t('common.not-recorded')}
      </p>
    </div>
  );
}
