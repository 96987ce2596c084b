import { civilDay, type StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { RecordDetails } from '../../../components/record-details.js';

/** A plan that has ended, in its last state. */
export function PlanBrief({ plan }: { plan: StoredRecord<'plan'> }) {
  const { lists } = useApp().services;
  return (
    <RecordDetails
      kind="plan"
      value={plan.value}
      lists={lists}
      on={civilDay(plan.createdAt)}
      only={['ended', 'endedOn', 'ownPlan', 'agreedOn', 'exitPlan']}
    />
  );
}
