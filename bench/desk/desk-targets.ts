/** Holds the counts to their bars. A missed one fails nothing: it is printed next to what was counted. */
import { type Bar, limitsOf } from './bars.ts';
import type { Counts } from './counts.ts';

export interface JobFigures extends Bar {
  /** Absent if the job could not be done. */
  readonly now?: Counts;
  /** Why it could not be done. */
  readonly failed?: string;
}

export interface JobHeld {
  readonly what: string;
  /** Absent if the job could not be done: then it is missed. */
  readonly figure?: number;
  /** At most this. */
  readonly target: number;
  readonly isMet: boolean;
}

export function heldToBars(jobs: readonly JobFigures[]): JobHeld[] {
  return jobs.flatMap((job) =>
    limitsOf(job).map(([measure, target]) => {
      const figure = job.now?.[measure];
      return {
        what: `${job.job}: ${measure}`,
        ...(figure === undefined ? {} : { figure }),
        target,
        isMet: figure !== undefined && figure <= target,
      };
    }),
  );
}
