import {
  gatherCase,
  isLateReview,
  makePlan,
  revisePlan,
  type StoredRecord,
  standingPlan,
  type TimeLimits,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { PersonHeading } from '../../case/person-heading.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { usePresentName } from '../../case/use-present-name.js';
import { useRules } from '../../case/use-retention.js';
import { CaseFacts } from '../../intake/facts/case-facts.js';
import { EndPlan } from './end-plan.js';
import { AddObjective, CloseObjective } from './objective-forms.js';
import { planRecords } from './plan-records.js';
import { type PlanTask, planPage, type StandingTask } from './plan-task.js';
import { proposedReview } from './proposed-review.js';
import { ReviewForm } from './review-form.js';

/** The forms of a plan; the route names the form. */
export function PlanView({ route }: { route: RouteOf<'plan'> }) {
  const { state } = useGathered(`${route.subject}/${route.form}`, (store) =>
    // The whole case: it is in sight next to the form.
    gatherCase(store, route.subject, 'case-work'),
  );
  return (
    <GatheredView state={state} title={t('plan.title')} gone={t('subject.gone')}>
      {(records) => <FormOfPlan route={route} records={records} />}
    </GatheredView>
  );
}

interface FormOfPlanProps {
  route: RouteOf<'plan'>;
  records: readonly StoredRecord[];
}

function FormOfPlan({ route, records }: FormOfPlanProps) {
  const [read] = ofKind(records, 'subject');
  const subject = usePresentName(read);
  const { limits } = useRules();
  if (!subject) return <p class="govuk-body">{t('subject.gone')}</p>;
  const task = { subject, records, plan: standingPlan(records, subject) };
  if (route.form === 'make')
    return <MakePlan key={limits['plan-review'].workingDays} {...task} limits={limits} />;
  if (route.form === 'close') return <CloseObjective {...task} id={route.objective} />;
  if (!task.plan)
    return (
      <>
        <PersonHeading of={subject}>{t('plan.title')}</PersonHeading>
        <p class="govuk-body">{t('plan.none-stands')}</p>
      </>
    );
  const standing = { ...task, plan: task.plan };
  if (route.form === 'add') return <AddObjective {...standing} />;
  if (route.form === 'review') return <ReviewForm {...standing} />;
  if (route.form === 'end') return <EndPlan {...standing} />;
  return <RevisePlan {...standing} />;
}

function MakePlan({ subject, records, plan, limits }: PlanTask & { limits: TimeLimits }) {
  const nameOf = useNameApart();
  const { host, lists, today, store } = useApp().services;
  return (
    <ActForm
      kind="plan"
      title={t(plan ? 'plan.make.another' : 'plan.make')}
      caption={nameOf(subject)}
      facts={<CaseFacts subject={subject.id} records={records} />}
      intro={
        <>
          <p class="govuk-body">{t('plan.make.intro')}</p>
          {plan && (
            <InsetText>
              {t('plan.make.replaces', { date: writtenDate(plan.value.madeOn) })}
            </InsetText>
          )}
        </>
      }
      only={['madeOn', 'ownPlan', 'agreedOn', 'reviewDueOn', 'reviewWhy', 'exitPlan']}
      needed={['reviewWhy']}
      shownWhen={{
        reviewWhy: ({ reviewDueOn, madeOn }) =>
          isLateReview(reviewDueOn, madeOn, 'plan-review', { limits }),
      }}
      initial={{ madeOn: today(), reviewDueOn: proposedReview(today(), limits) }}
      hints={{ reviewDueOn: t('plan.review-due.rule', { rule: limits['plan-review'].words }) }}
      workKey={`plan/make/${subject.id}`}
      submit={t('plan.save')}
      said={t('plan.made')}
      to={planPage(subject)}
      act={async ({ values }) => {
        // Read again: a plan may have been made in another window in the meantime.
        const now = await planRecords(store, subject.id);
        return makePlan(
          { ...values, ...(plan ? { replaces: plan.id } : {}) },
          { host, lists, subject, records: now, limits },
        );
      }}
    />
  );
}

function RevisePlan({ subject, records, plan }: StandingTask) {
  const nameOf = useNameApart();
  const { host, lists } = useApp().services;
  return (
    <ActForm
      kind="plan"
      title={t('plan.revise')}
      caption={nameOf(subject)}
      facts={<CaseFacts subject={subject.id} records={records} />}
      only={['ownPlan', 'agreedOn', 'exitPlan']}
      opened={plan}
      workKey={`plan/revise/${plan.id}`}
      submit={t('plan.save')}
      said={t('plan.revised')}
      to={planPage(subject)}
      act={({ values: { ownPlan, agreedOn, exitPlan }, held }) =>
        revisePlan(held ?? plan, { ownPlan, agreedOn, exitPlan }, { host, lists })
      }
    />
  );
}
