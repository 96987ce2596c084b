/** What every form of a plan is handed, and where it leads. */
import type { StoredRecord } from '@cyber-prevent/core';

export interface PlanTask {
  readonly subject: StoredRecord<'subject'>;
  /** The plan that stands, its objectives, sessions and the rest, as they were when the screen was opened. */
  readonly records: readonly StoredRecord[];
  readonly plan: StoredRecord<'plan'> | undefined;
}

export interface StandingTask extends PlanTask {
  readonly plan: StoredRecord<'plan'>;
}

/** Where the plan of a subject is seen. */
export const planPage = ({ id }: StoredRecord<'subject'>) =>
  ({ name: 'subject', subject: id, section: 'work-plan' }) as const;
