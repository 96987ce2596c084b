import { isLateReview, reviewPlan, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { asText, type FormValues } from '../../../components/form-values.js';
import { Textarea } from '../../../components/textarea.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { dayIn, ExtraDay } from '../../act/extra-day.js';
import { StopCardLink } from '../../case/stop-card-link.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { useRules } from '../../case/use-retention.js';
import { writtenDay } from '../../desk/today/when.js';
import { CaseFacts } from '../../intake/facts/case-facts.js';
import { planPage, type StandingTask } from './plan-task.js';

const NEXT = 'nextReviewDueOn';
const WHY = 'nextReviewWhy';

/** A joint review of the plan: those present, their words, the officer's view, and the day of the next review. */
export function ReviewForm({ subject, records, plan }: StandingTask) {
  const nameOf = useNameApart();
  const { host, lists, today, store } = useApp().services;
  const { limits } = useRules();
  const isLate = (typed: FormValues): boolean =>
    isLateReview(typed[NEXT], typed.heldOn, 'plan-review', { limits });
  return (
    <ActForm
      kind="planReview"
      title={t('plan.review')}
      caption={nameOf(subject)}
      facts={<CaseFacts subject={subject.id} records={records} />}
      intro={
        <>
          <p class="govuk-body">
            {t('plan.review.intro', {
              made: writtenDate(plan.value.madeOn),
              due: writtenDay(plan.value.reviewDueOn),
            })}
          </p>
          <StopCardLink subject={subject.id} />
        </>
      }
      only={['heldOn', 'came', 'subjectSaid', 'othersSaid', 'view']}
      initial={{ heldOn: today() }}
      days={{ [NEXT]: t('plan.review.next.called') }}
      also={[WHY]}
      extra={(form) => (
        <>
          <ExtraDay form={form} name={NEXT} label={t('plan.review.next')} />
          {isLate(form.values.value) && (
            <Textarea
              id={form.controlId(WHY)}
              label={t('plan.review.next.why')}
              rows={3}
              error={form.errorAt(WHY)}
              value={asText(form.values.value[WHY])}
              onValue={(value: string) => form.set(WHY, value)}
            />
          )}
        </>
      )}
      workKey={`plan/review/${plan.id}`}
      submit={t('plan.review.save')}
      said={t('plan.reviewed')}
      to={planPage(subject)}
      act={async ({ values, typed }) =>
        reviewPlan(
          { ...values, [NEXT]: dayIn(typed, NEXT), [WHY]: asText(typed[WHY]) },
          { host, lists, limits, plan: await store.get('plan', plan.id) },
        )
      }
    />
  );
}
