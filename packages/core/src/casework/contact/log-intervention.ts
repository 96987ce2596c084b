/** Log an intervention: one contact, after it took place. An entry is never edited; a later one corrects it. */
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { NOTHING_CHANGED, repeatsCorrected } from '../act/correct.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, makes, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { areaFitIssues } from '../area/area-fit.js';
import { contactDateIssues } from './contact-dates.js';

export interface InterventionContext extends CaseContext {
  /** The stored subject; undefined if there is none, or no longer one. */
  readonly subject: StoredRecord<'subject'> | undefined;
  /** The subject's log, needed only when the entry corrects another or follows one up. */
  readonly log?: readonly StoredRecord<'intervention'>[];
  /** The referral from which the officer logs it: they have just filed it, or have it open. */
  readonly from?: StoredRecord<'referral'> | undefined;
}

/** The referral that it is logged from is known from the context. */
export type InterventionInput = Omit<Input<'intervention'>, 'loggedFrom'>;

/** Logs one contact after it was held, or corrects an earlier entry with a new one. */
export function logIntervention(
  entry: InterventionInput,
  context: InterventionContext,
): Result<CaseCommit> {
  const { subject, log = [], from } = context;
  // Not asked again by a correction, and lost by it otherwise: the follow-up would be due once more.
  const earlier = log.find(({ id }) => id === entry.corrects)?.value;
  const { followsUp, loggedFrom = from?.id } = earlier ?? {};
  const whole = {
    ...(followsUp ? { followsUp } : {}),
    ...(loggedFrom ? { loggedFrom } : {}),
    ...entry,
  };
  const checked = entryOf('intervention', whole, context, entry.heldOn);
  const dates = contactDateIssues(whole, subject?.value, context);
  if (!checked.ok) {
    const told = new Set(checked.issues.map(({ at }) => at));
    return failed(...checked.issues, ...dates.filter(({ at }) => !told.has(at)));
  }
  const { value } = checked;
  if (subject?.id !== value.subjectId) return failed(SUBJECT_UNKNOWN);
  const issues = [...dates, ...areaFitIssues(value, context.lists, value.heldOn)];
  if (from && from.value.subjectId !== subject.id) issues.push(LOGGED_FROM_ANOTHER);
  if (
    value.corrects !== undefined &&
    !log.some(({ id, value: { subjectId } }) => id === value.corrects && subjectId === subject.id)
  )
    issues.push(CORRECTS_UNKNOWN);
  if (value.followsUp !== undefined && !log.some(({ id }) => id === value.followsUp))
    issues.push(FOLLOWS_UNKNOWN);
  const corrected = log.find(({ id }) => id === value.corrects);
  if (corrected && issues.length === 0 && repeatsCorrected('intervention', corrected.value, value))
    return failed(NOTHING_CHANGED);
  return unless(issues, () => ({
    commit: {
      changes: [makes('intervention', value)],
      reason: value.corrects === undefined ? 'case-work' : 'correction',
    },
    id: value.id,
  }));
}

/** Due until a contact names this as the one it follows up, or one is held on or after that day. */
export const interventionDue: DueOf<'intervention'> = (record, { find, naming }) => {
  const { followUpDueOn, heldOn } = record.value;
  if (followUpDueOn === undefined) return [];
  const log: ContactLog = {
    find: (id) => find('intervention', id),
    about: (subject) => naming('intervention', 'subjectId', subject),
    isCorrected: (id) => naming('intervention', 'corrects', id).length > 0,
  };
  if (log.isCorrected(record.id) || followUpOf(record, log) !== undefined) return [];
  const why = `A contact was held on ${writtenDate(heldOn)}, and a follow-up was set for ${writtenDate(followUpDueOn)}.`;
  return [dueOn('follow-up', followUpDueOn, why)];
};

/** The parts of a contact that are read. */
export type Contact = Pick<StoredRecord<'intervention'>, 'id' | 'value'>;

/** Looks up contacts and the links between them. */
export interface ContactLog {
  find(id: RecordId): Contact | undefined;
  /** The contacts with the subject. */
  about(subject: RecordId): readonly Contact[];
  isCorrected(id: RecordId): boolean;
}

/** The current contact that answers the follow-up, if there is one. */
export function followUpOf(record: Contact, log: ContactLog): Contact | undefined {
  const { followUpDueOn, heldOn, subjectId } = record.value;
  if (followUpDueOn === undefined) return undefined;
  const chain = correctedBy(record, log);
  return log
    .about(subjectId)
    .find(
      (other) =>
        ((other.value.heldOn >= followUpDueOn && other.value.heldOn > heldOn) ||
          chain.has(other.value.followsUp)) &&
        !chain.has(other.id) &&
        !log.isCorrected(other.id),
    );
}

/** The entry and those that it corrects, in turn; a cycle, which no act makes, ends the search. */
export function correctedBy(
  record: Contact,
  { find }: Pick<ContactLog, 'find'>,
): ReadonlySet<RecordId | undefined> {
  const ids = new Set<RecordId>([record.id]);
  let { corrects } = record.value;
  while (corrects !== undefined && !ids.has(corrects)) {
    ids.add(corrects);
    corrects = find(corrects)?.value.corrects;
  }
  return ids;
}

const LOGGED_FROM_ANOTHER: Issue = {
  code: 'logged-from-another',
  severity: 'error',
  message:
    'The referral that you came from is now another person’s. Open the right person, and log it there.',
  at: 'loggedFrom',
};

const CORRECTS_UNKNOWN: Issue = {
  code: 'corrects-unknown',
  severity: 'error',
  message:
    'The contact that this corrects is not on this person’s record. If it was moved, correct it where it is now.',
  at: 'corrects',
};

const FOLLOWS_UNKNOWN: Issue = {
  code: 'follows-unknown',
  severity: 'error',
  message: 'The contact that this follows up is not in the subject’s log. Choose it again.',
  at: 'followsUp',
};
