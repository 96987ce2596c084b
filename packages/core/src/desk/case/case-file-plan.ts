/** The part of a case file about the plan in force: its objectives, and the step that comes next. */
import { standingPlan } from '../../casework/contact/plan.js';
import type { RecordOf } from '../../record/kind.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { OwnRecords } from '../overview/own-records.js';
import { type NextStep, planProgress } from '../overview/plan-progress.js';

export interface PlanInFile {
  /** The plan in force; empty if there is none. */
  readonly plans: readonly RecordOf<'plan'>[];
  /** The objectives of that plan, in the order in which they were added. */
  readonly objectives: readonly RecordOf<'objective'>[];
  readonly nextStep?: PlanStep;
}

/** Either a session that is arranged or an open objective, with its day. */
export interface PlanStep {
  readonly on: PlainDate;
  /** A code of `intervention-kind`. */
  readonly session?: string;
  readonly place?: string;
  readonly objective?: string;
  /** The session or objective. */
  readonly record: RecordId;
}

/** @param own - records of the subject alone */
export function planInFile(own: OwnRecords, subjectId: RecordId, today: PlainDate): PlanInFile {
  const plan = standingPlan(own('plan'), { id: subjectId });
  if (!plan) return { plans: [], objectives: [] };
  const next = planProgress(own, subjectId, today)?.next;
  return {
    plans: [plan.value],
    objectives: own('objective').flatMap(({ value }) => (value.planId === plan.id ? [value] : [])),
    ...(next ? { nextStep: stepOf(next) } : {}),
  };
}

function stepOf(next: NextStep): PlanStep {
  if (next.kind === 'objective') {
    const { objective, targetOn } = next.objective.value;
    return { on: targetOn, objective, record: next.objective.id };
  }
  const { kind, arrangedFor, place } = next.session.value;
  const where = place === undefined ? {} : { place };
  return { on: arrangedFor, session: kind, ...where, record: next.session.id };
}
