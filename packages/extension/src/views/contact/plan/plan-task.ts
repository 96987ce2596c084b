/** Input of every form of a plan, and its destination. */
import type { StoredRecord } from '@cyber-prevent/core';

export interface PlanTask {
  readonly subject: StoredRecord<'subject'>;
  /** The current plan, its objectives, sessions and the rest, as they were when the screen was opened. */
  readonly records: readonly StoredRecord[];
  readonly plan: StoredRecord<'plan'> | undefined;
}

export interface StandingTask extends PlanTask {
  readonly plan: StoredRecord<'plan'>;
}

/** Route to a subject's plan. */
export const planPage = ({ id }: StoredRecord<'subject'>) =>
  ({ name: 'subject', subject: id, section: 'work-plan' }) as const;
