/** Progress of the plan, and its next step. */
import { standingPlan } from '../../casework/contact/plan.js';
import { sessionOrder } from '../../casework/contact/session.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type OwnRecords, order } from './own-records.js';

/** `closed`: settled without being achieved, or only in part. */
export type StepState = 'achieved' | 'closed' | 'open';

export type NextStep =
  | { readonly kind: 'session'; readonly session: StoredRecord<'session'> }
  | { readonly kind: 'objective'; readonly objective: StoredRecord<'objective'> };

export interface PlanProgress {
  readonly plan: StoredRecord<'plan'>;
  /** 1 for the first plan of the subject. */
  readonly version: number;
  /** One for each objective, the settled ones first. */
  readonly steps: readonly StepState[];
  /** The next session that is arranged; without one, the open objective with the nearest target. */
  readonly next?: NextStep;
}

const PLACE: Readonly<Record<StepState, number>> = { achieved: 0, closed: 1, open: 2 };

/** Undefined while no plan is open. */
export function planProgress(
  own: OwnRecords,
  subjectId: RecordId,
  today: PlainDate,
): PlanProgress | undefined {
  const plans = own('plan');
  const plan = standingPlan(plans, { id: subjectId });
  if (!plan) return undefined;
  const objectives = own('objective').filter(({ value }) => value.planId === plan.id);
  const next = nextStep(own('session'), objectives, today);
  return {
    plan,
    version: plans.findIndex(({ id }) => id === plan.id) + 1,
    steps: objectives.map(stateOf).toSorted((a, b) => PLACE[a] - PLACE[b]),
    ...(next ? { next } : {}),
  };
}

function stateOf({ value: { result } }: StoredRecord<'objective'>): StepState {
  if (result === undefined) return 'open';
  return result === 'achieved' ? 'achieved' : 'closed';
}

/** A session whose day has passed is for the diary to ask about: it is not a step to come. */
function nextStep(
  sessions: readonly StoredRecord<'session'>[],
  objectives: readonly StoredRecord<'objective'>[],
  today: PlainDate,
): NextStep | undefined {
  const [session] = sessions
    .filter(({ value }) => value.attendance === undefined && value.arrangedFor >= today)
    .toSorted((a, b) => sessionOrder(a.value, b.value));
  if (session) return { kind: 'session', session };
  const [objective] = objectives
    .filter(({ value }) => value.result === undefined)
    .toSorted((a, b) => order(a.value.targetOn, b.value.targetOn));
  return objective && { kind: 'objective', objective };
}
