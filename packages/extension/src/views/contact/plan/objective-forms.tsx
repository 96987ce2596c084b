import { addObjective, closeObjective, type RecordId, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { RecordDetails } from '../../../components/record-details.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { ofKind } from '../../act/use-gathered.js';
import { PersonHeading } from '../../case/person-heading.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { CaseFacts } from '../../intake/facts/case-facts.js';
import { planRecords } from './plan-records.js';
import { type PlanTask, planPage, type StandingTask } from './plan-task.js';

/** In the order of the officer's thinking: the need, the aim, the means, the person, the day, the measure. */
export const OBJECTIVE_FIELDS = [
  'need',
  'objective',
  'intervention',
  'ownedBy',
  'targetOn',
  'measure',
] as const;

export function AddObjective({ subject, records, plan }: StandingTask) {
  const nameOf = useNameApart();
  const { host, lists, store } = useApp().services;
  return (
    <ActForm
      kind="objective"
      title={t('plan.objective.add')}
      caption={nameOf(subject)}
      facts={<CaseFacts subject={subject.id} records={records} />}
      only={OBJECTIVE_FIELDS}
      workKey={`plan/objective/${plan.id}`}
      submit={t('plan.objective.save')}
      said={t('plan.objective.added')}
      to={planPage(subject)}
      act={async ({ values }) =>
        addObjective(values, { host, lists, plan: await store.get('plan', plan.id) })
      }
    />
  );
}

export function CloseObjective({
  subject,
  records,
  id,
}: PlanTask & { readonly id: RecordId | undefined }) {
  const nameOf = useNameApart();
  const { host, lists, today, store } = useApp().services;
  const objective = ofKind(records, 'objective').find((each) => each.id === id);
  if (!objective)
    return (
      <>
        <PersonHeading of={subject}>{t('plan.objective.close')}</PersonHeading>
        <p class="govuk-body">{t('plan.objective.gone')}</p>
      </>
    );
  const open = ofKind(records, 'session').filter(
    ({ value }) => value.objectiveId === id && value.attendance === undefined,
  );
  return (
    <ActForm
      kind="objective"
      title={t('plan.objective.close')}
      caption={nameOf(subject)}
      facts={<CaseFacts subject={subject.id} records={records} />}
      intro={
        <>
          <RecordDetails
            kind="objective"
            value={objective.value}
            lists={lists}
            only={OBJECTIVE_FIELDS}
          />
          {open.map((session) => (
            <p class="govuk-body" key={session.id}>
              {t('plan.session.open', { date: writtenDate(session.value.arrangedFor) })}
            </p>
          ))}
        </>
      }
      only={['result', 'closedBecause', 'closedOn']}
      needed={['result', 'closedBecause', 'closedOn']}
      opened={objective}
      initial={{ closedOn: today() }}
      workKey={`plan/close/${objective.id}`}
      submit={t('plan.objective.close.save')}
      said={t('plan.objective.closed')}
      to={planPage(subject)}
      act={async ({ values: { result, closedOn, closedBecause }, held }) =>
        closeObjective(
          held ?? objective,
          { result, closedOn, closedBecause },
          {
            host,
            lists,
            plan: await store.get('plan', objective.value.planId),
            records: await planRecords(store, subject.id),
          },
        )
      }
    />
  );
}
