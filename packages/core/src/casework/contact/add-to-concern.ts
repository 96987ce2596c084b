/** Add to a safeguarding concern. The first account, and everything added before, stay unchanged. */
import { checkRecord } from '../../record/check.js';
import type { ConcernAddition } from '../../record/concern-addition.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { Instant, PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { isLateReview, lateReviewIssues, type ReviewRules } from '../act/late-review.js';
import { reviewTooFar } from '../rules/due-horizon.js';
import { changedConcern } from './changed-concern.js';

type Concern = StoredRecord<'safeguardingConcern'>;

/** `reviewOn` puts the review off to that day; it is not news by itself. */
export type ConcernAdditionInput = {
  readonly [F in keyof Omit<ConcernAddition, 'addedAt'>]?: ConcernAddition[F] | undefined;
};

/**
 * Adds new information: a reference, somebody else who was informed, an acknowledgement, later events.
 *
 * @param rules - of a force, for how late the next review may be without a reason
 */
export function addToConcern(
  concern: Concern,
  input: ConcernAdditionInput,
  { host, ...rules }: Pick<CaseContext, 'host'> & ReviewRules,
): Result<CaseCommit> {
  if (concern.value.closedOn !== undefined) return failed(CONCERN_CLOSED);
  const today = host.clock.today();
  const isLate = isLateReview(input.reviewOn, today, 'concern-next-review', rules);
  // A reason without a late day answers no question.
  const said = saidIn(isLate ? input : { ...input, reviewWhy: undefined });
  const { reviewOn, reviewWhy, ...news } = said;
  const now = host.clock.now();
  const timed = { ...momentsOf(said, now), ...said };
  const additions = [...(concern.value.additions ?? []), { addedAt: now, ...timed }];
  const checked = checkRecord('safeguardingConcern', {
    ...concern.value,
    additions,
    ...(reviewOn === undefined ? {} : { reviewOn }),
  });
  if (!checked.ok) return failed(...checked.issues.map(atOwnField));
  const issues: readonly Issue[] = [
    ...(Object.keys(news).length === 0 ? [NOTHING_ADDED] : []),
    ...MOMENTS.flatMap(({ at, called }) => {
      const moment = said[at];
      return moment !== undefined && moment > now ? [inFuture(at, called)] : [];
    }),
    ...acknowledgementIssues(concern, timed),
    ...(said.escalatedAt !== undefined && said.escalatedTo === undefined ? [ESCALATED_TO] : []),
    ...(said.crimeRecorded?.startsWith('recorded') && said.crimeReference === undefined
      ? [REFERENCE_MISSING]
      : []),
    ...(reviewOn === undefined ? [] : reviewIssues(reviewOn, reviewWhy, today, rules)),
    ...(said.riskNow === 'immediate' && !said.told?.includes('emergency-services')
      ? [CALL_NOW]
      : []),
  ];
  return unless(issues, () => changedConcern(concern, checked.value, ['additions', 'reviewOn']));
}

function reviewIssues(
  on: PlainDate,
  why: string | undefined,
  today: PlainDate,
  rules: ReviewRules,
): readonly Issue[] {
  return [
    ...(on <= today ? [REVIEW_TOO_EARLY] : []),
    ...reviewTooFar('The date of the next review', on, 'reviewOn', today),
    ...lateReviewIssues({ on, from: today, why }, 'reviewWhy', 'concern-next-review', rules),
  ];
}

type Said = Partial<Omit<ConcernAddition, 'addedAt'>>;

/** The answers that were given: an empty one, or nobody told, is none. */
function saidIn(input: ConcernAdditionInput): Said {
  const told = input.told?.filter((code) => code !== 'nobody-yet');
  return Object.fromEntries(
    Object.entries({ ...input, told }).filter(([, value]) => isSaid(value)),
  );
}

function isSaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'string' && value.trim() !== '';
}

/** Each moment with the answer that it belongs to: now, unless the officer gives another. */
const MOMENTS = [
  { at: 'toldAt', of: 'told', called: 'When they were told' },
  { at: 'acknowledgedAt', of: 'acknowledgedBy', called: 'When they acknowledged it' },
  { at: 'escalatedAt', of: 'escalatedTo', called: 'When it was escalated' },
] as const;

function momentsOf(said: Said, now: Instant): Said {
  return Object.fromEntries(
    MOMENTS.flatMap(({ at, of }) => (said[of] === undefined ? [] : [[at, now]])),
  );
}

function acknowledgementIssues(
  { value }: Concern,
  { acknowledgedBy, acknowledgedAt, told, toldAt }: Said,
): readonly Issue[] {
  if (acknowledgedAt === undefined) return [];
  if (acknowledgedBy === undefined) return [ACKNOWLEDGED_BY];
  const moments = [value, ...(value.additions ?? [])].flatMap((each) => each.toldAt ?? []);
  const [first] = [...moments, ...(told && toldAt ? [toldAt] : [])].toSorted();
  return first !== undefined && acknowledgedAt < first ? [ACKNOWLEDGED_TOO_EARLY] : [];
}

/** Places an issue at the field of the addition: the form knows nothing of its place in the list. */
function atOwnField(issue: Issue): Issue {
  return issue.at === undefined
    ? issue
    : { ...issue, at: issue.at.replace(/^additions\W\d+\W+/, '') };
}

export const CONCERN_CLOSED = issueOf(
  'concern-closed',
  'what',
  'This concern is closed. If there is a new worry, record another concern.',
);
export const NOTHING_ADDED = issueOf(
  'missing',
  'what',
  'Enter what has happened since, a reference, or who else has been told',
);
const inFuture = (at: string, called: string): Issue =>
  issueOf('date-in-future', at, `${called} must be now or in the past`);
const ACKNOWLEDGED_BY = issueOf('missing', 'acknowledgedBy', 'Enter who acknowledged it');
const ACKNOWLEDGED_TOO_EARLY = issueOf(
  'date-out-of-order',
  'acknowledgedAt',
  'When they acknowledged it must be after they were told',
);
const ESCALATED_TO = issueOf('missing', 'escalatedTo', 'Enter who it was escalated to');
const REFERENCE_MISSING = issueOf('missing', 'crimeReference', 'Enter the crime reference');
const REVIEW_TOO_EARLY = issueOf(
  'date-out-of-order',
  'reviewOn',
  'The next review must be after today',
);
const CALL_NOW = issueOf(
  'still-to-do',
  'told',
  'Call 999 now, then record that you did',
  'warning',
);
