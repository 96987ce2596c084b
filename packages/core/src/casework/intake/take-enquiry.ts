/** Take an enquiry: the request without the person's identity, and the risk first. Then record the reply. */
import type { RecordOf } from '../../record/kind.js';
import { addDays, writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { identityIn, MOST_IDENTITY_LETTERS, writtenIdentity } from './identity-in.js';

/** Received today unless the officer gives another day. Fields set by a reply are not typed. */
export type EnquiryInput = Omit<Input<'enquiry'>, 'repliedOn' | 'repliedWith'> & {
  /** The person who asks, for the reply, if not held yet. If nothing is given, nobody is recorded. */
  readonly referrer?: Input<'referrer'> | undefined;
};

export interface EnquiryContext extends CaseContext {
  /** Exact pieces of the text that the officer was asked about and says identify nobody. */
  readonly identifyNobody?: readonly string[];
}

/**
 * Makes the enquiry as a commit. Anything that may identify the person is an error until it is removed, or the officer
 * says that it identifies nobody; `identityIn` gives the place of each. With immediate danger the first issue gives the
 * action to take.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that an enquiry draws from was not handed over
 */
export function takeEnquiry(
  { referrer, ...input }: EnquiryInput,
  context: EnquiryContext,
): Result<CaseCommit> {
  const danger = input.riskNow === 'immediate' ? [IN_DANGER] : [];
  const receivedOn = input.receivedOn ?? context.host.clock.today();
  const asks = referrerOf(referrer, context);
  const names = asks?.ok ? { referrerId: asks.value.id } : {};
  const checked = entryOf('enquiry', { ...input, receivedOn, ...names }, context, receivedOn);
  if (!checked.ok || asks?.ok === false) {
    const { asked = '' } = input;
    const named = identityIssues('asked', 'What was asked', asked, context.identifyNobody);
    return failed(...danger, ...checked.issues, ...(asks?.issues ?? []), ...named);
  }
  const { value } = checked;
  const questions = (value.suitability ?? []).map(({ question }) => question);
  return unless(
    [
      ...danger,
      ...futureIssues('The date it was received', value.receivedOn, 'receivedOn', context),
      ...longAgoIssues(value.receivedOn, context),
      ...(new Set(questions).size < questions.length ? [ANSWERED_TWICE] : []),
      ...identityIssues('asked', 'What was asked', value.asked, context.identifyNobody),
      ...(value.asked.length > MOST_IDENTITY_LETTERS ? [NOT_LOOKED_THROUGH] : []),
    ],
    () => ({
      commit: {
        changes: [...(asks ? [makes('referrer', asks.value)] : []), makes('enquiry', value)],
        reason: 'enquiry',
      },
      id: value.id,
    }),
  );
}

/** Checks the referrer; issues are placed at `referrer.name` and so on. */
function referrerOf(
  input: Input<'referrer'> | undefined,
  context: CaseContext,
): Result<RecordOf<'referrer'>> | undefined {
  const isSaid = Object.values(input ?? {}).some((text) => text?.trim());
  if (!input || !isSaid) return undefined;
  const checked = entryOf('referrer', input, context);
  if (checked.ok) return checked;
  return failed(...checked.issues.map((issue) => ({ ...issue, at: `referrer.${issue.at}` })));
}

export interface ReplyContext extends CaseContext {
  readonly enquiry: StoredRecord<'enquiry'> | undefined;
  /** The decision that the reply reported. */
  readonly decision: StoredRecord<'decision'> | undefined;
}

/** Records that the reply went out. After a changed decision the later reply counts; the history keeps both. */
export function noteReply(
  { repliedOn: given }: { readonly repliedOn?: PlainDate | undefined },
  context: ReplyContext,
): Result<CaseCommit> {
  const { enquiry, decision, host } = context;
  if (!enquiry) return failed(ENQUIRY_UNKNOWN);
  if (decision?.value.enquiryId !== enquiry.id) return failed(DECIDE_FIRST);
  const repliedOn = given ?? host.clock.today();
  const issues = [...futureIssues('The date of the reply', repliedOn, 'repliedOn', context)];
  if (repliedOn < decision.value.decidedOn) issues.push(REPLY_BEFORE_DECISION);
  return unless(issues, () => ({
    commit: {
      changes: [sets(enquiry, { repliedOn, repliedWith: decision.id })],
      reason: 'enquiry',
    },
    id: enquiry.id,
  }));
}

/**
 * Reports one issue for each part of the text that may identify the person. It does not repeat the text, since an issue
 * may be logged.
 */
export function identityIssues(
  at: string,
  label: string,
  text: string,
  identifyNobody: readonly string[] = [],
): readonly Issue[] {
  const found = identityIn(text).filter(({ text: said }) => !identifyNobody.includes(said));
  return found.map(({ kind }, i) => ({
    code: 'identity-in-text',
    severity: 'error',
    message: `“${label}” seems to hold a ${writtenIdentity(kind)}${found.length > 1 ? ` (${i + 1} of ${found.length})` : ''}. Remove it, or say that it identifies nobody.`,
    at,
  }));
}

/** Warns of a day more than a year ago, which is more often a wrong year or clock than an old letter. */
function longAgoIssues(on: PlainDate, { host }: CaseContext): readonly Issue[] {
  const today = host.clock.today();
  if (on >= addDays(today, -366)) return [];
  return [
    {
      code: 'date-unlikely',
      severity: 'warning',
      message: `The date it was received is more than a year before today, ${writtenDate(today)}. Check the year, and the clock of this computer.`,
      at: 'receivedOn',
    },
  ];
}

export const ENQUIRY_UNKNOWN: Issue = {
  code: 'enquiry-unknown',
  severity: 'error',
  message: 'This enquiry is no longer held. Choose the enquiry again.',
  at: 'enquiryId',
};

const IN_DANGER: Issue = {
  code: 'risk-immediate',
  severity: 'warning',
  message:
    'Somebody may be in immediate danger. Call 999 now. Then raise a safeguarding concern: it may say who the person is, and nothing holds it up.',
  at: 'riskNow',
};

export const ANSWERED_TWICE: Issue = {
  code: 'answered-twice',
  severity: 'error',
  message: 'A question about suitability has two answers. Keep one of them.',
  at: 'suitability',
};

const NOT_LOOKED_THROUGH: Issue = {
  code: 'text-not-looked-through',
  severity: 'warning',
  message: `Only the first ${MOST_IDENTITY_LETTERS.toLocaleString('en-GB')} characters were looked through for an identity. Read the rest yourself.`,
  at: 'asked',
};

const DECIDE_FIRST: Issue = {
  code: 'decide-first',
  severity: 'error',
  message: 'Decide on the enquiry first: the reply tells the decision',
  at: 'repliedWith',
};

const REPLY_BEFORE_DECISION: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The date of the reply must be on or after the date of the decision',
  at: 'repliedOn',
};
