import { type StoredRecord, standingPlan, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { SummaryList } from '../../../components/summary-list.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { writtenDay } from '../../desk/today/when.js';
import { ObjectiveCard } from './objective-card.js';
import { PlanBrief } from './plan-brief.js';
import { ReviewList } from './review-list.js';

/**
 * The current plan: the young person’s own words next to the officer’s, its objectives and its reviews; then earlier
 * plans.
 */
export function PlanSection({ page }: { page: SubjectPage }) {
  const { router } = useApp();
  const { subject, records, all } = page;
  const plan = standingPlan(records, subject);
  const past = all('plan').filter(({ id }) => id !== plan?.id);
  const on = { name: 'plan', subject: subject.id } as const;
  return (
    <>
      {plan ? (
        <Standing page={page} plan={plan} />
      ) : (
        <>
          <p class="govuk-body">{t('plan.none')}</p>
          <Button kind="secondary" onPress={() => router.go({ ...on, form: 'make' })}>
            {t('plan.make')}
          </Button>
        </>
      )}
      {past.length > 0 && (
        <Details summary={t('plan.past', { count: past.length })}>
          {past.toReversed().map((each) => (
            <div class="cp-record" key={each.id}>
              <h2 class="govuk-heading-s">
                {t('plan.of', { date: writtenDate(each.value.madeOn) })}
              </h2>
              <PlanBrief plan={each} />
              <Objectives page={page} plan={each} isPast />
              <ReviewList reviews={all('planReview')} plan={each.id} />
            </div>
          ))}
        </Details>
      )}
    </>
  );
}

interface OfPlan {
  page: SubjectPage;
  plan: StoredRecord<'plan'>;
  isPast?: boolean;
}

function Standing({ page, plan }: OfPlan) {
  const { router } = useApp();
  const on = { name: 'plan', subject: page.subject.id } as const;
  const { madeOn, agreedOn, reviewDueOn, reviewWhy } = plan.value;
  return (
    <>
      <SummaryList
        rows={[
          { label: t('plan.made-on'), value: writtenDate(madeOn) },
          {
            label: t('plan.agreed-on'),
            value: agreedOn ? writtenDate(agreedOn) : t('plan.not-agreed'),
          },
          { label: t('plan.review-due'), value: writtenDay(reviewDueOn) },
          ...(reviewWhy ? [{ label: t('plan.review-why'), value: reviewWhy }] : []),
        ]}
      />
      <ButtonGroup>
        <Button kind="secondary" onPress={() => router.go({ ...on, form: 'add' })}>
          {t('plan.objective.add')}
        </Button>
        <Button kind="secondary" onPress={() => router.go({ ...on, form: 'review' })}>
          {t('plan.review')}
        </Button>
        <Button kind="secondary" onPress={() => router.go({ ...on, form: 'revise' })}>
          {t('plan.revise')}
        </Button>
      </ButtonGroup>
      <div class="cp-beside">
        <section aria-labelledby="cp-own-plan">
          <h2 class="govuk-heading-s" id="cp-own-plan">
            {t('plan.own')}
          </h2>
          <p class="govuk-body cp-said cp-own-words">{plan.value.ownPlan ?? t('plan.own.none')}</p>
        </section>
        <section aria-labelledby="cp-exit-plan">
          <h2 class="govuk-heading-s" id="cp-exit-plan">
            {t('plan.exit')}
          </h2>
          <p class="govuk-body cp-said">{plan.value.exitPlan ?? t('plan.exit.none')}</p>
        </section>
      </div>
      <h2 class="govuk-heading-m">{t('plan.objectives')}</h2>
      <Objectives page={page} plan={plan} />
      <h2 class="govuk-heading-m">{t('plan.reviews')}</h2>
      <ReviewList reviews={page.all('planReview')} plan={plan.id} />
      <ul class="cp-subject__acts">
        <li>
          <Button kind="link" onPress={() => router.go({ ...on, form: 'end' })}>
            {t('plan.end')}
          </Button>
        </li>
        <li>
          <Button kind="link" onPress={() => router.go({ ...on, form: 'make' })}>
            {t('plan.make.another')}
          </Button>
        </li>
      </ul>
    </>
  );
}

/** The open ones first, by target day. */
function Objectives({ page, plan, isPast = false }: OfPlan) {
  const own = page
    .all('objective')
    .filter(({ value }) => value.planId === plan.id)
    .toSorted(
      (a, b) =>
        Number(a.value.result !== undefined) - Number(b.value.result !== undefined) ||
        (a.value.targetOn < b.value.targetOn ? -1 : 1),
    );
  if (own.length === 0) return <p class="govuk-body">{t('plan.objectives.none')}</p>;
  return (
    <>
      {own.map((objective) => (
        <ObjectiveCard key={objective.id} objective={objective} page={page} isPast={isPast} />
      ))}
    </>
  );
}
