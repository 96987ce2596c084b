/** Dates of one contact that cannot be right together, or with the person’s date of birth. */
import * as v from 'valibot';
import { earliestBirth } from '../../record/births.js';
import { beforeBirth, dayIssues } from '../../record/day-rule.js';
import type { Subject } from '../../record/subject.js';
import type { Issue } from '../../shared/issue.js';
import { PlainDate } from '../../shared/primitives.js';
import type { CaseContext } from '../act/context.js';

interface Dates {
  readonly heldOn?: unknown;
  readonly followUpDueOn?: unknown;
}

/**
 * Finds every wrong date of the contact, at its field. Values that are not dates are left to the check of the record.
 *
 * @param entry - as typed, so that its dates are checked even if another field cannot be read
 */
export function contactDateIssues(
  { heldOn, followUpDueOn }: Dates,
  subject: Pick<Subject, 'bornOn' | 'alsoRecorded'> | undefined,
  { host }: Pick<CaseContext, 'host'>,
): readonly Issue[] {
  if (!isDay(heldOn)) return [];
  // While several dates of birth are on record, no contact is refused for a later one.
  const born = subject && earliestBirth(subject);
  const held = dayIssues('Date of contact', heldOn, 'heldOn', host.clock.today());
  const isUnborn = born !== undefined && heldOn < born;
  const isTooEarly = isDay(followUpDueOn) && followUpDueOn < heldOn;
  return [
    ...held,
    ...(held.length === 0 && isUnborn ? [beforeBirth('Date of contact', 'heldOn', born)] : []),
    ...(isTooEarly ? [FOLLOW_UP_TOO_EARLY] : []),
  ];
}

function isDay(value: unknown): value is PlainDate {
  return v.is(PlainDate, value);
}

const FOLLOW_UP_TOO_EARLY: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The date the follow-up is due must be on or after the date of contact',
  at: 'followUpDueOn',
};
