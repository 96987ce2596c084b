/**
 * The reply to an enquiry as data: its words, other places to go, open questions. A template or a view renders it;
 * nothing is sent. It repeats nothing from the enquiry, since a reply goes over open mail.
 */
import * as v from 'valibot';
import { CODE_LIST_STATUSES, type CodeLists, codesInForce } from '../../codes/code-list.js';
import { PreventError } from '../../shared/errors.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import shipped from '../data/enquiry-reply.json' with { type: 'json' };
import type { WorkingCalendar } from '../rules/calendar.js';
import { type Signpost, signpostsFor } from '../rules/signpost.js';
import { dueAfter, type TimeLimits } from '../rules/time-limit.js';
import { ENQUIRY_UNKNOWN } from './take-enquiry.js';

const Sentence = v.pipe(v.string(), v.minLength(1));

export const ReplyWords = v.strictObject({
  id: v.literal('enquiry-reply'),
  title: Sentence,
  version: Sentence,
  status: v.picklist(CODE_LIST_STATUSES),
  source: Sentence,
  checkedOn: Sentence,
  /** Comes first in every reply. */
  always: v.array(Sentence),
  /** Comes before all else if the risk is immediate or serious. */
  inDanger: Sentence,
  replies: v.array(
    v.strictObject({
      /** A code of `decision-outcome`. */
      outcome: Sentence,
      /** Subject of the message: it reveals nothing about the matter. */
      subject: Sentence,
      paragraphs: v.array(Sentence),
      enclosesForm: v.optional(v.boolean()),
      /** Lists the questions about suitability that are not answered yet. */
      asksUnknown: v.optional(v.boolean()),
    }),
  ),
});
export type ReplyWords = v.InferOutput<typeof ReplyWords>;

export interface ReplyToContext {
  readonly lists: CodeLists;
  readonly signposts: readonly Signpost[];
  readonly limits: TimeLimits;
  readonly calendar: WorkingCalendar;
  readonly today: PlainDate;
  /** Replaces the words that ship. */
  readonly words?: unknown;
}

export interface EnquiryReply {
  readonly enquiry: RecordId;
  readonly decision: RecordId;
  /** A code of `decision-outcome`. */
  readonly outcome: string;
  readonly subject: string;
  readonly reference?: string;
  readonly receivedOn: PlainDate;
  /** The due day of the reply; absent if the table of bank holidays ends before then, which an issue reports. */
  readonly dueOn?: PlainDate;
  /** One entry for each paragraph, in order; signposts and questions are separate. */
  readonly paragraphs: readonly string[];
  readonly signposts: readonly Signpost[];
  /** Questions about suitability that nobody answered. */
  readonly asks: readonly string[];
  readonly enclosesForm: boolean;
}

/**
 * Makes the reply to an enquiry as data.
 *
 * @returns the reply; an issue when the decision is not on that enquiry, or nothing is written for its outcome
 * @throws {PreventError} `CP_RECORD_INVALID` when the value handed over is not such words
 */
export function replyTo(
  enquiry: StoredRecord<'enquiry'> | undefined,
  decision: StoredRecord<'decision'>,
  context: ReplyToContext,
): Result<EnquiryReply> {
  if (!enquiry || decision.value.enquiryId !== enquiry.id) return failed(ENQUIRY_UNKNOWN);
  const words = wordsOf(context.words ?? shipped);
  const { outcome, reasonCodes = [] } = decision.value;
  const said = words.replies.find((reply) => reply.outcome === outcome);
  if (!said) return failed(NO_WORDS);
  const { receivedOn, reference, riskNow } = enquiry.value;
  const due = dueAfter(receivedOn, context.limits['enquiry-reply'], context.calendar);
  const signposts = signpostsFor(reasonCodes, context.signposts, context.today);
  const isDanger = riskNow === 'immediate' || riskNow === 'serious';
  return passed(
    {
      enquiry: enquiry.id,
      decision: decision.id,
      outcome,
      subject: said.subject,
      ...(reference === undefined ? {} : { reference }),
      receivedOn,
      ...(due.ok ? { dueOn: due.value } : {}),
      paragraphs: [...(isDanger ? [words.inDanger] : []), ...words.always, ...said.paragraphs],
      signposts,
      asks: said.asksUnknown === true ? unanswered(enquiry, context.lists) : [],
      enclosesForm: said.enclosesForm === true,
    },
    [
      ...due.issues.map((issue): Issue => ({ ...issue, severity: 'warning' })),
      ...(outcome === 'signpost' && signposts.length === 0 ? [NO_SIGNPOST] : []),
    ],
  );
}

/**
 * The reply as plain text, for an email that an officer sends. @param signature - lines under it, as the officer gives
 * them
 */
export function replyText(reply: EnquiryReply, signature: readonly string[] = []): string {
  const { reference, paragraphs, asks, signposts } = reply;
  return [
    ...(reference === undefined ? [] : [`Your reference: ${reference}`]),
    ...paragraphs,
    ...(asks.length > 0 ? [asks.map((question) => `- ${question}`).join('\n')] : []),
    ...signposts.map(({ words }) => words),
    ...(signature.length > 0 ? [signature.join('\n')] : []),
  ].join('\n\n');
}

/** Questions of the day of the enquiry, in the words of then. */
function unanswered({ value }: StoredRecord<'enquiry'>, lists: CodeLists): readonly string[] {
  const answered = (value.suitability ?? [])
    .filter(({ answer }) => answer !== 'not-known')
    .map(({ question }) => question);
  return codesInForce(lists, 'suitability-question', value.receivedOn)
    .filter(({ code }) => !answered.includes(code))
    .map(({ label }) => label);
}

function wordsOf(value: unknown): ReplyWords {
  const parsed = v.safeParse(ReplyWords, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new PreventError(
    'CP_RECORD_INVALID',
    `Not the words of a reply: ${issue.message} (at ${v.getDotPath(issue) ?? 'the top'})`,
  );
}

const NO_WORDS: Issue = {
  code: 'reply-no-words',
  severity: 'error',
  message: 'There are no words for a reply with this decision. Write it yourself.',
  at: 'outcome',
};

const NO_SIGNPOST: Issue = {
  code: 'reply-no-signpost',
  severity: 'warning',
  message: 'No reason of this decision has a signpost. Add to the reply where they can go.',
  at: 'reasonCodes',
};
