/**
 * Refuse a referral at the second check, once a name has been given: dispose of the records now, or keep them until a
 * day with a reason. Only the refusal remains: codes and dates, and no text about the person.
 */
import { addDays, writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { HeldOnly, StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import { decisionsOn, REFUSES } from '../act/case-root.js';
import { confirmIssues, disposalReference } from '../act/confirm-disposal.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { type DecisionWords, decisionOf, standingDecision } from '../act/decision-of.js';
import { goesWith, inTheWay, tellsWhatGoes } from '../act/disposal.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, makes, sets, setsOf, unless } from '../act/entry.js';
import {
  addMatters,
  type Matters,
  matterIssues,
  mattersIn,
  mattersSaid,
  openMatters,
} from '../act/refused-matters.js';
import { type DecisionInput, decideReferral, REFERRAL_UNKNOWN } from './decide-referral.js';

export interface Handling {
  readonly handling?: 'dispose' | 'keep' | undefined;
  /** Last day with `keep`, by the force's own rule. */
  readonly keepUntil?: PlainDate | undefined;
  /** Reference with `dispose`, from {@link disposalReference}, typed by the officer. */
  readonly confirmed?: string | undefined;
}

export interface RefusalContext extends CaseContext {
  readonly referral: StoredRecord<'referral'> | undefined;
  /** Everything of the subject, as `gatherCase` gives it. */
  readonly records: readonly StoredRecord[];
  /** Referrals and enquiries of others: a referrer named in one of them stays. */
  readonly elsewhere?: readonly StoredRecord[];
  /** Records that go with it, as `heldOnlyWith` of the store gives them for {@link goesWith}. */
  readonly heldOnly?: readonly HeldOnly[];
  /** Holds on others that keep part of it, as `holdsElsewhere` gives them. */
  readonly heldElsewhere?: readonly Issue[];
}

/**
 * Stored first, then disposed of. If the disposal fails, the decision is not lost, and the diary shows that it is still
 * to be done.
 */
export interface Refused extends CaseCommit {
  /** Records for the store to dispose of, for the reason `retention`; none with `keep`. */
  readonly dispose: readonly RecordId[];
}

/**
 * Refuses a referral. The outcome is `decline` unless another is given; the id is the refusal's.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that is drawn from was not handed over
 */
export function refuseReferral(
  input: DecisionInput & Handling,
  context: RefusalContext,
): Result<Refused> {
  const { referral, records, lists, heldOnly = [], heldElsewhere = [] } = context;
  if (!referral) return failed(REFERRAL_UNKNOWN);
  const { handling, keepUntil, confirmed, ...words } = input;
  const decisions = decisionsOn(records, referral);
  const reasonCodes = input.reasonCodes ?? [];
  const decided = decideReferral(
    { ...words, outcome: words.outcome ?? 'decline', reasonCodes },
    { ...context, decisions },
  );
  const handled = handlingIssues(input, input.keptBecause, context);
  if (!decided.ok) return failed(...decided.issues, ...handled);
  const refusedOn = input.decidedOn ?? context.host.clock.today();
  const refusal = entryOf(
    'refusal',
    {
      referralId: referral.id,
      enquiryId: referral.value.enquiryId,
      route: referral.value.route,
      refusedOn,
      reasonCodes,
      handling,
      keepUntil: handling === 'keep' ? keepUntil : undefined,
    },
    context,
    refusedOn,
  );
  if (!refusal.ok) return refusal;
  const isDisposal = handling === 'dispose';
  const { commit, id } = decided.value;
  const along = [...goesWith(referral, records, context.elsewhere), ...heldOnly.map(idOf)];
  const going = isDisposal ? [...along, id] : [];
  const issues = [
    ...decided.issues,
    ...handled,
    ...codeIssues(reasonCodes),
    ...outcomeIssues(words.outcome ?? 'decline'),
    ...(isDisposal
      ? [
          ...openMatters(addMatters(mattersSaid(decisions), mattersIn(words)), {
            root: referral,
            outcome: words.outcome ?? 'decline',
            reasonCodes,
            decidedOn: refusedOn,
            lists,
          }),
          ...inTheWay(records, referral.value.subjectId, lists),
          ...heldElsewhere,
          ...confirmIssues(disposalReference(referral, records), confirmed),
          ...tellsWhatGoes(going, [...records, ...heldOnly]),
        ]
      : []),
  ];
  return unless(issues, () => ({
    commit: {
      changes: [...commit.changes, makes('refusal', refusal.value)],
      reason: 'case-work',
    },
    id: refusal.value.id,
    dispose: going,
  }));
}

/** The last step of a refusal: what would be destroyed, the obstacles to it, and the reference that confirms it. */
export interface RefusalStep {
  readonly going: readonly RecordId[];
  /** An error for each obstacle; with one, what is held can only be kept until a day. */
  readonly stops: readonly Issue[];
  readonly reference: string;
}

/**
 * Checks a refusal before anybody is asked what happens to the records: its outcome, reasons and day. Saves nothing.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that is drawn from was not handed over
 */
export function checkRefusal(input: DecisionInput, context: RefusalContext): Result<RefusalStep> {
  const { referral, records, lists, heldOnly = [], heldElsewhere = [] } = context;
  if (!referral) return failed(REFERRAL_UNKNOWN);
  const { reasonCodes = [], outcome = 'decline' } = input;
  const decisions = decisionsOn(records, referral);
  const decided = decideReferral({ ...input, outcome, reasonCodes }, { ...context, decisions });
  const issues = [...decided.issues, ...codeIssues(reasonCodes), ...outcomeIssues(outcome)];
  return unless(issues, () => ({
    going: [...goesWith(referral, records, context.elsewhere), ...heldOnly.map(idOf)],
    stops: [
      ...openMatters(addMatters(mattersSaid(decisions), mattersIn(input)), {
        root: referral,
        outcome,
        reasonCodes,
        decidedOn: input.decidedOn ?? context.host.clock.today(),
        lists,
      }),
      ...inTheWay(records, referral.value.subjectId, lists),
      ...heldElsewhere,
    ],
    reference: disposalReference(referral, records),
  }));
}

export interface SettleContext extends RefusalContext {
  readonly refusal: StoredRecord<'refusal'>;
}

/**
 * Settles a refused referral at the end of its kept time: dispose of it, or keep it to a later day, with a reason. Also
 * used if something prevented its disposal.
 */
export function settleRefusal(
  input: Pick<DecisionWords, 'reason' | 'decidedOn'> & Matters & Handling,
  context: SettleContext,
): Result<Refused> {
  const { refusal, referral, records, lists, heldOnly = [], heldElsewhere = [] } = context;
  if (!referral || referral.id !== refusal.value.referralId) return failed(REFERRAL_UNKNOWN);
  const { handling, keepUntil, confirmed, ...words } = input;
  const handled = handlingIssues(input, input.reason, context);
  if (handled.length > 0) return failed(...handled);
  const { subjectId } = referral.value;
  if (handling === 'dispose') {
    const going = [...goesWith(referral, records, context.elsewhere), ...heldOnly.map(idOf)];
    const { reasonCodes, refusedOn } = refusal.value;
    const decisions = decisionsOn(records, referral);
    const decision = standingDecision(decisions);
    const added = mattersIn(words);
    const matters = addMatters(mattersSaid(decisions), added);
    const changes = [
      // Completes the record before its destruction, so that a destruction that fails loses nothing.
      ...(decision && Object.keys(added).length > 0 ? [setsOf(decision, added)] : []),
      sets(refusal, { handling: 'dispose', keepUntil: null } as Change<'refusal'>['set']),
    ];
    return unless(
      [
        ...matterIssues(matters, context.host.clock.today()),
        ...openMatters(matters, {
          root: referral,
          outcome: 'decline',
          reasonCodes,
          decidedOn: refusedOn,
          lists,
        }),
        ...inTheWay(records, subjectId, lists),
        ...heldElsewhere,
        ...confirmIssues(disposalReference(referral, records), confirmed),
        ...tellsWhatGoes(going, [...records, ...heldOnly]),
      ],
      () => ({ commit: { changes, reason: 'retention' }, id: refusal.id, dispose: going }),
    );
  }
  const decided = decisionOf(
    { ...words, outcome: 'reviewed', keptBecause: input.reason },
    {
      on: { subjectId, referralId: referral.id },
      since: refusal.value.refusedOn,
      sinceWords: 'the date of the refusal',
      decisions: [],
      outcomes: ['reviewed'],
    },
    context,
  );
  if (!decided.ok) return decided;
  return unless(decided.issues, () => ({
    commit: {
      changes: [
        makes('decision', decided.value),
        sets(refusal, { handling: 'keep', keepUntil } as Change<'refusal'>['set']),
      ],
      reason: 'retention',
    },
    id: refusal.id,
    dispose: [],
  }));
}

/** The disposal of the refused referral while it is held, or the day until which it is kept. */
export const refusalDue: DueOf<'refusal'> = ({ value }, { find }) => {
  const { referralId, refusedOn, handling, keepUntil } = value;
  if (!find('referral', referralId)) return [];
  if (handling === 'keep' && keepUntil !== undefined)
    return [
      dueOn(
        'settle-refusal',
        keepUntil,
        `A referral was refused on ${writtenDate(refusedOn)}, and is kept until ${writtenDate(keepUntil)}.`,
      ),
    ];
  const why = `A referral was refused on ${writtenDate(refusedOn)}. What is held should have been disposed of, and is still held.`;
  return [dueOn('dispose', refusedOn, why)];
};

const idOf = ({ id }: HeldOnly): RecordId => id;

const codeIssues = (reasonCodes: readonly string[]): readonly Issue[] =>
  reasonCodes.length === 0 ? [CODE_NEEDED] : [];

const outcomeIssues = (outcome: string): readonly Issue[] =>
  REFUSES.has(outcome) ? [] : [NO_REFUSAL];

function handlingIssues(
  { handling, keepUntil }: Handling,
  because: string | undefined,
  { host }: CaseContext,
): readonly Issue[] {
  if (handling === undefined) return [HANDLING_MISSING];
  if (handling === 'dispose') return [];
  const issues: Issue[] = [];
  if (keepUntil === undefined) issues.push(UNTIL_MISSING);
  else if (keepUntil < addDays(host.clock.today(), 1)) issues.push(UNTIL_TOO_EARLY);
  if (because === undefined || because.trim() === '') issues.push(BECAUSE_MISSING);
  return issues;
}

const missing = (at: string, message: string): Issue => ({
  code: 'missing',
  severity: 'error',
  message,
  at,
});

const HANDLING_MISSING = missing(
  'handling',
  'Select whether what is held is destroyed now, or kept until a date',
);
export const UNTIL_MISSING = missing('keepUntil', 'Enter the date until which it is kept');
export const BECAUSE_MISSING = missing('keptBecause', 'Enter why it is kept');
export const CODE_NEEDED = missing(
  'reasonCodes',
  'Select a reason: it is all that remains of why it was refused',
);

export const UNTIL_TOO_EARLY: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The date until which it is kept must be in the future',
  at: 'keepUntil',
};

const NO_REFUSAL: Issue = {
  code: 'outcome-elsewhere',
  severity: 'error',
  message: 'This does not refuse the referral. Decide on it in the ordinary way instead.',
  at: 'outcome',
};
