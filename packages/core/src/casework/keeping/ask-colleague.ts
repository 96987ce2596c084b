/**
 * Ask a colleague to take a case over, to review or to confirm; and answer. The request and the answer go in exchange
 * files. The colleague answers with their own key. Until then nothing is confirmed, and the case remains with the
 * officer who offered it.
 */
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import { REFUSES } from '../act/case-root.js';
import { caseHolder, closedBy, requestStanding } from '../act/case-state.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { standingDecision } from '../act/decision-of.js';
import { type DueOf, dueOn, dueWithin } from '../act/due.js';
import { entryOf, makes, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { confirmOverride } from '../assess/override-level.js';
import { closedTo, isTold, KNOWN_PERSON } from '../person/known-person.js';

export interface AskContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Everything of the subject, as `gatherCase` gives it. */
  readonly records: readonly StoredRecord[];
  /** The officer who asks. */
  readonly officer: { readonly id: RecordId; readonly name: string };
}

/** `to` and `toName` are from the colleague's card. */
export type AskInput = Pick<
  Input<'colleagueRequest'>,
  'kind' | 'to' | 'toName' | 'about' | 'words'
>;

/**
 * Asks one colleague about one case. Nothing changes hands: the request is stored here, and goes to them in an exchange
 * file.
 */
export function askColleague(input: AskInput, context: AskContext): Result<CaseCommit> {
  const { subject, records, officer, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const about = input.about ?? underReview(input.kind, records);
  const checked = entryOf(
    'colleagueRequest',
    {
      ...input,
      ...(about === undefined ? {} : { about }),
      subjectId: subject.id,
      from: officer.id,
      fromName: officer.name as Input<'colleagueRequest'>['fromName'],
      askedOn: host.clock.today(),
    },
    context,
  );
  if (!checked.ok) return checked;
  const { value } = checked;
  const requests = requestsIn(records);
  const holder = caseHolder(requests);
  const issues: Issue[] = [];
  if (value.to === officer.id) issues.push(ASK_ANOTHER);
  if (value.kind in DECISIONS && about === undefined) issues.push(NOTHING_TO_REVIEW);
  if (value.kind === 'second-officer' && !waitingLevels(records).some(({ id }) => id === about))
    issues.push(NO_LEVEL_WAITS);
  if (value.kind === 'handover') {
    if (holder !== undefined && holder !== officer.id) issues.push(NOT_YOURS);
    if (requests.some((each) => each.value.kind === 'handover' && each.value.answer === undefined))
      issues.push(OFFERED_ALREADY);
  }
  return unless(issues, () => ({
    commit: { changes: [makes('colleagueRequest', value)], reason: 'case-work' },
    id: value.id,
  }));
}

export interface RequestAnswerContext extends CaseContext {
  /** The officer who answers. */
  readonly officer: RecordId;
  /** The assessment that a second officer is asked to confirm: confirming it is part of the answer. */
  readonly assessment?: StoredRecord<'assessment'>;
}

/**
 * The record that a request is about by default: the latest current decision of its kind, or the latest level that
 * waits.
 */
function underReview(
  kind: string | undefined,
  records: readonly StoredRecord[],
): RecordId | undefined {
  if (kind === 'second-officer') return waitingLevels(records).at(-1)?.id;
  const decisions = records.filter(
    (record): record is StoredRecord<'decision'> => record.kind === 'decision',
  );
  return DECISIONS[kind ?? '']?.(decisions)?.id;
}

/**
 * Assessments with a proposed level that no second officer has confirmed, in the order given. A colleague can be asked
 * to confirm these.
 */
export function waitingLevels(
  records: readonly StoredRecord[],
): readonly StoredRecord<'assessment'>[] {
  return records
    .filter((record): record is StoredRecord<'assessment'> => record.kind === 'assessment')
    .filter(
      ({ value: { signedAt, override } }) =>
        signedAt === undefined && override !== undefined && override.confirmedBy === undefined,
    );
}

type Decisions = readonly StoredRecord<'decision'>[];

const DECISIONS: { readonly [kind: string]: (of: Decisions) => Decisions[number] | undefined } = {
  'review-closure': closedBy,
  'review-refusal': (decisions) => {
    const onReferrals = decisions.filter(({ value }) => value.referralId !== undefined);
    return standingDecision(onReferrals.filter(({ value }) => REFUSES.has(value.outcome)));
  },
};

/** Answers a request, which never changes once answered. A no and a return need a reason. */
export function answerRequest(
  request: StoredRecord<'colleagueRequest'>,
  { answer, answerReason }: Pick<Input<'colleagueRequest'>, 'answer' | 'answerReason'>,
  { host, officer, assessment }: RequestAnswerContext,
): Result<CaseCommit> {
  const { value } = request;
  if (value.answer !== undefined) return failed(ANSWERED);
  if (value.to !== officer) return failed(ASKED_OF_ANOTHER);
  const reason = answerReason?.trim() ? answerReason : undefined;
  const issues: Issue[] = [];
  const unreasoned = reason === undefined && answer ? REASONED[answer] : undefined;
  if (!answer || !requestAnswers(value.kind).includes(answer)) issues.push(ANSWER_MISSING);
  else if (unreasoned) issues.push(unreasoned);
  const isConfirming = value.kind === 'second-officer' && answer === 'agreed';
  const confirmed =
    isConfirming && assessment ? confirmOverride(assessment, { host, officer }) : undefined;
  if (isConfirming && (!assessment || assessment.id !== value.about)) issues.push(NO_ASSESSMENT);
  if (confirmed && !confirmed.ok) issues.push(...confirmed.issues);
  const set = {
    answer,
    answeredOn: host.clock.today(),
    ...(reason === undefined ? {} : { answerReason: reason }),
  } as Change<'colleagueRequest'>['set'];
  return unless(issues, () => ({
    commit: {
      changes: [sets(request, set), ...(confirmed?.ok ? confirmed.value.commit.changes : [])],
      reason: 'case-work',
    },
    id: request.id,
  }));
}

/** The codes of `request-answer` for that kind of request; yes comes before no. What is returned is neither. */
export function requestAnswers(kind: string): readonly string[] {
  if (kind === KNOWN_PERSON) return ['stays-closed', 'lifted'];
  return kind === 'handover' ? ['accepted', 'declined'] : ['agreed', 'not-agreed', 'returned'];
}

/** The answer, for the officer asked; a reminder, for the officer who asked and anybody else. */
export const requestDue: DueOf<'colleagueRequest'> = (record, context) => {
  if (requestStanding(record) === 'answered') return [];
  const { askedOn, to, kind, from, subjectId } = record.value;
  if (kind === KNOWN_PERSON) {
    const all = context.naming('colleagueRequest', 'subjectId', subjectId);
    // Only the latest declaration is in force: an earlier one has been told by it.
    if (closedTo(from, all).get(subjectId)?.id !== record.id) return [];
    if (!isTold(record)) return [dueOn('tell-supervisor', askedOn, knownWords(askedOn))];
  }
  const act = context.officer === to ? 'answer-request' : 'chase-request';
  return [dueWithin(act, 'colleague-answer', askedOn, 'A colleague was asked', context)];
};

function knownWords(on: PlainDate): string {
  return `On ${writtenDate(on)} you said that you know a person, and your supervisor is not recorded as told.`;
}

export function requestsIn(
  records: readonly StoredRecord[],
): readonly StoredRecord<'colleagueRequest'>[] {
  return records.filter(
    (record): record is StoredRecord<'colleagueRequest'> => record.kind === 'colleagueRequest',
  );
}

const error = (issue: Omit<Issue, 'severity'>): Issue => ({ ...issue, severity: 'error' });
const ASK_ANOTHER = error({
  code: 'second-officer-needed',
  message: 'Choose the card of another officer',
  at: 'to',
});
const NOT_YOURS = error({
  code: 'case-not-held',
  message: 'This case was handed over, and a colleague has accepted it. Ask them to hand it on.',
  at: 'kind',
});
const NOTHING_TO_REVIEW = error({
  code: 'nothing-to-review',
  message: 'No such decision is held on this case. Choose what there is to review.',
  at: 'kind',
});
const NO_LEVEL_WAITS = error({
  code: 'nothing-to-review',
  message:
    'No other level is waiting for a second officer on this case. Propose one on its assessment first.',
  at: 'kind',
});
const OFFERED_ALREADY = error({
  code: 'case-offered',
  message:
    'This case has already been offered to a colleague, who has not answered. Take in their answer, or withdraw the offer.',
  at: 'kind',
});
const ANSWERED = error({
  code: 'request-answered',
  message: 'This was answered already',
  at: 'answer',
});
const ASKED_OF_ANOTHER = error({
  code: 'request-of-another',
  message: 'This was asked of another officer, who must answer it with their own key',
  at: 'answer',
});
const ANSWER_MISSING = error({ code: 'missing', message: 'Select your answer', at: 'answer' });
const WHY_NOT = error({ code: 'missing', message: 'Enter why not', at: 'answerReason' });
const WHY_RETURNED = error({
  code: 'missing',
  message: 'Enter what you need to know, or why you cannot decide',
  at: 'answerReason',
});
const WHY_LIFTED = error({
  code: 'missing',
  message: 'Enter why this officer may work on the record although they know the person',
  at: 'answerReason',
});
/** Answers that need a reason: a no, a return, and a record opened to an officer who knows the person. */
const REASONED: Readonly<Record<string, Issue>> = {
  declined: WHY_NOT,
  'not-agreed': WHY_NOT,
  returned: WHY_RETURNED,
  lifted: WHY_LIFTED,
};
const NO_ASSESSMENT = error({
  code: 'assessment-unknown',
  message:
    'The assessment that this is about is not held here. Take in the file that it came with.',
  at: 'answer',
});

/** Withdraws an offer or a request, while nobody has answered it. */
export function takeRequestBack(
  request: StoredRecord<'colleagueRequest'>,
  { officer }: Pick<RequestAnswerContext, 'officer'>,
): Result<CaseCommit> {
  if (request.value.answer !== undefined) return failed(ANSWERED);
  if (request.value.from !== officer) return failed(ASKED_BY_ANOTHER);
  if (request.value.kind === KNOWN_PERSON) return failed(KNOWN_STANDS);
  const change: Change<'colleagueRequest'> = { ...sets(request, {}), withdraw: true };
  return passed({ commit: { changes: [change], reason: 'case-work' }, id: request.id });
}

const KNOWN_STANDS = error({
  code: 'known-person-stands',
  message:
    'You said that you know this person, and only your supervisor can open the record to you again. Ask them.',
  at: 'kind',
});
const ASKED_BY_ANOTHER = error({
  code: 'request-of-another',
  message: 'Only the officer who asked this can withdraw it',
  at: 'from',
});
