import { endPlan, openInPlan, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { FactsBeside } from '../../../components/facts-beside.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { PersonHeading } from '../../case/person-heading.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { CaseFacts } from '../../intake/facts/case-facts.js';
import { planRecords } from './plan-records.js';
import { planPage, type StandingTask } from './plan-task.js';

/** Ends a plan. While something in it is open, it is said in place of the form, with the way to it. */
export function EndPlan(task: StandingTask) {
  const open = openInPlan(task.records, task.plan);
  return open.objectives.length + open.sessions.length > 0 ? (
    <StillOpen {...task} open={open} />
  ) : (
    <EndForm {...task} />
  );
}

interface StillOpenProps extends StandingTask {
  open: ReturnType<typeof openInPlan>;
}

function StillOpen({ subject, records, open }: StillOpenProps) {
  const { router } = useApp();
  const on = { subject: subject.id } as const;
  return (
    <>
      <PersonHeading of={subject}>{t('plan.end')}</PersonHeading>
      <FactsBeside facts={<CaseFacts subject={subject.id} records={records} />}>
        <p class="govuk-body">{t('plan.end.open')}</p>
        <ul class="govuk-list govuk-list--bullet">
          {open.sessions.map(({ id, value }) => (
            <li key={id}>
              <Button
                kind="link"
                onPress={() => router.go({ ...on, name: 'session', session: id })}
              >
                {t('plan.end.session', { date: writtenDate(value.arrangedFor) })}
              </Button>
            </li>
          ))}
          {open.objectives.map(({ id, value }) => (
            <li key={id}>
              <Button
                kind="link"
                onPress={() => router.go({ ...on, name: 'plan', form: 'close', objective: id })}
              >
                {t('plan.end.objective', { objective: value.objective })}
              </Button>
            </li>
          ))}
        </ul>
        <Button kind="secondary" onPress={() => router.go(planPage(subject))}>
          {t('plan.end.back')}
        </Button>
      </FactsBeside>
    </>
  );
}

function EndForm({ subject, records, plan }: StandingTask) {
  const nameOf = useNameApart();
  const { host, lists, today, store } = useApp().services;
  return (
    <ActForm
      kind="plan"
      title={t('plan.end')}
      caption={nameOf(subject)}
      facts={<CaseFacts subject={subject.id} records={records} />}
      only={['ended', 'endedOn']}
      needed={['ended', 'endedOn']}
      opened={plan}
      initial={{ endedOn: today() }}
      workKey={`plan/end/${plan.id}`}
      submit={t('plan.end')}
      said={t('plan.ended')}
      to={planPage(subject)}
      act={async ({ values: { ended, endedOn }, held }) =>
        endPlan(
          held ?? plan,
          { ended, endedOn },
          { host, lists, records: await planRecords(store, subject.id) },
        )
      }
    />
  );
}
