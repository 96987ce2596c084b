/** The day that a form proposes for the next review of a plan, by the time limit of the force. */
import { dueAfter, type PlainDate, type TimeLimits, workingCalendar } from '@cyber-prevent/core';

/** Nothing where the table of bank holidays has run out: the officer then chooses the day. */
export function proposedReview(from: PlainDate, limits: TimeLimits): PlainDate | undefined {
  const due = dueAfter(from, limits['plan-review'], workingCalendar());
  return due.ok ? due.value : undefined;
}
