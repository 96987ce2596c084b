/**
 * Officer identification: somebody at the edge of other work, at risk and not suspected. Recorded with the source, the
 * purpose and the need, then decided within a set time. Nobody stays on a list: once passed on or disposed of, they are
 * gone.
 */
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { HeldOnly, StoredRecord } from '../../store/log/port.js';
import type { AuditEntry, Change } from '../../store/log/revision.js';
import { decisionsOn } from '../act/case-root.js';
import { confirmIssues, disposalReference } from '../act/confirm-disposal.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { type DecisionWords, decisionOf, standingDecision } from '../act/decision-of.js';
import { goesWith, inTheWay, tellsWhatGoes } from '../act/disposal.js';
import { type DueOf, dueOn, dueWithin } from '../act/due.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { gatewayIssues } from '../act/gateway-issues.js';
import { issueOf } from '../act/issue-of.js';
import { addMatters, mattersIn, mattersSaid, openMatters } from '../act/refused-matters.js';
import { caseHandling, handlingOfWhole, type WholeHandling, wayTo } from '../handling/index.js';
import type { Handling } from './refuse-referral.js';

/** The least data that can find the person again. */
export type IdentifiedPerson = Pick<Input<'subject'>, 'name' | 'aliases' | 'bornOn' | 'schools'>;

/** Identified today unless the officer gives another day. */
export type IdentificationInput = Omit<Input<'identification'>, 'subjectId'>;

export interface IdentifyContext extends CaseContext {
  /** The person as already held, or the person to be recorded. */
  readonly who: StoredRecord<'subject'> | IdentifiedPerson;
}

/** Categories of people who are not at the edge of another's case: they have a case of their own. */
const NOT_PERIPHERAL: ReadonlySet<string> = new Set(['suspected', 'convicted']);

/**
 * Records that an officer identified somebody: the source, and the person if nobody already held is meant. The next
 * step is decided later.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that is drawn from was not handed over
 */
export function identifyPerson(
  input: IdentificationInput,
  context: IdentifyContext,
): Result<CaseCommit> {
  const identifiedOn = input.identifiedOn ?? context.host.clock.today();
  const person = personOf(context.who, identifiedOn, context);
  // Checked for any person, so that everything missing is asked for at once.
  const subjectId = person.ok ? person.value.subjectId : context.host.random.id();
  const checked = entryOf('identification', { ...input, identifiedOn, subjectId }, context);
  if (!person.ok || !checked.ok) return failed(...person.issues, ...checked.issues);
  const { changes } = person.value;
  const { value } = checked;
  return unless(
    futureIssues('The date they were identified', value.identifiedOn, 'identifiedOn', context),
    () => ({
      commit: {
        changes: [...changes, makes('identification', value)],
        reason: 'identification',
      },
      id: value.id,
    }),
  );
}

export interface IdentificationContext extends CaseContext {
  readonly identification: StoredRecord<'identification'> | undefined;
  /** Everything of the subject, as `gatherCase` gives it. */
  readonly records: readonly StoredRecord[];
  /** Records that go with it, as `heldOnlyWith` of the store gives them for {@link goesWith}. */
  readonly heldOnly?: readonly HeldOnly[];
  /** Holds on others that keep part of it, as `holdsElsewhere` gives them. */
  readonly heldElsewhere?: readonly Issue[];
}

export interface IdentificationDecided extends CaseCommit {
  /** Records to dispose of once the commit is stored, for the reason `retention`. */
  readonly dispose: readonly RecordId[];
  /** Made when the person is referred. */
  readonly referral?: RecordId;
}

/**
 * Refers the person, passes them on or disposes of them. Passing on names the recipient and the legal gateway, and is
 * logged as a disclosure.
 * A hold stops disposal, not passing on. The record is destroyed once the recipient acknowledges it. Until then the
 * decision is kept, and a later decision that names who acknowledged it replaces it. If anything is destroyed,
 * `confirmed` is the reference from {@link disposalReference}.
 */
export function decideIdentification(
  input: DecisionWords & Pick<Handling, 'confirmed'>,
  context: IdentificationContext,
): Result<IdentificationDecided> {
  const { identification, records, lists, heldOnly = [], heldElsewhere = [] } = context;
  if (!identification) return failed(IDENTIFICATION_UNKNOWN);
  const { subjectId, identifiedOn } = identification.value;
  const decisions = decisionsOn(records, identification);
  const { confirmed, ...words } = input;
  const decided = decisionOf(
    words,
    {
      on: { subjectId, identificationId: identification.id },
      since: identifiedOn,
      sinceWords: 'the date on which the person was identified',
      decisions,
      outcomes: ['refer', 'pass', 'dispose'],
    },
    context,
  );
  if (!decided.ok) return decided;
  const { value } = decided;
  const standing = standingDecision(decisions);
  const issues: Issue[] = [...decided.issues];
  if (standing?.value.outcome === 'refer') issues.push(REFERRED);
  else if (standing && value.replaces === undefined) issues.push(DECISION_STANDS);
  const isPassed = value.outcome === 'pass';
  const made = makes('decision', value);
  if (value.outcome === 'refer') {
    const referral = entryOf('referral', referralOf(identification, value.decidedOn), context);
    if (!referral.ok) return referral;
    return unless(issues, () => ({
      commit: { changes: [made, makes('referral', referral.value)], reason: 'identification' },
      id: value.id,
      dispose: [],
      referral: referral.value.id,
    }));
  }
  const before = mattersSaid(decisions);
  const { outcome, reasonCodes = [], decidedOn } = value;
  const open = openMatters(addMatters(before, mattersIn(value)), {
    root: identification,
    outcome,
    reasonCodes,
    decidedOn,
    lists,
  });
  const stops = [...open, ...inTheWay(records, subjectId, lists), ...heldElsewhere];
  const isDisclosed = value.passedTo !== undefined && value.passedTo !== before.passedTo;
  const along = [...goesWith(identification, records), ...heldOnly.map(({ id }) => id)];
  const going = stops.length > 0 ? [] : [...along, value.id];
  const today = context.host.clock.today();
  const { handling, stopped } = handlingOfPassing(identification, records, today);
  const disclosure: AuditEntry = {
    action: 'disclosure',
    records: [subjectId, identification.id],
    fields: [],
    reason: 'identification',
    recipients: [PARTNER, value.passedTo ?? ''],
    ...(value.gateway === undefined ? {} : { gateway: value.gateway }),
    ...(value.gatewayNote === undefined ? {} : { gatewayNote: value.gatewayNote }),
    ...(handling.shown.length === 0 ? {} : { handling }),
  };
  if (isDisclosed)
    issues.push(
      ...gatewayIssues(value, lists, today),
      ...stopped.map((message) => issueOf('handling-forbids', 'passedTo', message)),
    );
  issues.push(
    ...stops.map(
      (issue): Issue =>
        isPassed && issue.code !== 'missing' ? { ...issue, severity: 'warning' } : issue,
    ),
    ...(going.length > 0
      ? [
          ...confirmIssues(disposalReference(identification, records), confirmed),
          ...tellsWhatGoes(going, [...records, ...heldOnly]),
        ]
      : []),
  );
  return unless(issues, () => ({
    commit: {
      changes: [made],
      reason: 'identification',
      ...(isDisclosed ? { audit: [disclosure] } : {}),
    },
    id: value.id,
    dispose: going,
  }));
}

/**
 * The conditions of what is said of somebody who is passed on to another agency: everything on their record and on that
 * of the identification. An officer tells them with it, and what they stop is not passed on.
 *
 * @param today - a permission may have ended
 */
export function handlingOfPassing(
  { id, value: { subjectId } }: StoredRecord<'identification'>,
  records: readonly StoredRecord[],
  today: PlainDate,
): WholeHandling {
  const going = [{ record: subjectId }, { record: id }];
  return handlingOfWhole(going, caseHandling(records), { way: wayTo(PARTNER), today });
}

/** The code of `export-destination` for another agency. */
const PARTNER = 'partner';

/** A decision within the set time; after *pass on* and *dispose*, the check that nothing is held any longer. */
export const identificationDue: DueOf<'identification'> = (record, context) => {
  const standing = standingDecision(context.naming('decision', 'identificationId', record.id));
  if (!standing)
    return [
      dueWithin(
        'decide-identification',
        'identification-decision',
        record.value.identifiedOn,
        'Somebody was identified during other work',
        context,
      ),
    ];
  const { outcome, decidedOn } = standing.value;
  if (outcome === 'refer') return [];
  const { passedTo, acknowledgedOn } = standing.value;
  if (outcome === 'pass' && passedTo !== undefined && acknowledgedOn === undefined)
    return [
      dueOn(
        'dispose',
        decidedOn,
        `It was decided on ${writtenDate(decidedOn)} to pass somebody on to ${passedTo}, and nobody has acknowledged it.`,
      ),
    ];
  const what = outcome === 'pass' ? 'pass somebody on' : 'dispose of what is held of somebody';
  const why = `It was decided on ${writtenDate(decidedOn)} to ${what}, and the record is still held.`;
  return [dueOn('dispose', decidedOn, why)];
};

function personOf(
  who: IdentifyContext['who'],
  from: Input<'identification'>['identifiedOn'],
  context: CaseContext,
): Result<{ readonly subjectId: RecordId; readonly changes: readonly Change[] }> {
  const atRisk = { category: 'at-risk', from: from ?? context.host.clock.today() };
  if (!isHeld(who)) {
    const empty = { aliases: [], addresses: [], schools: [], phones: [], emails: [] };
    const checked = entryOf('subject', { ...empty, ...who, categories: [atRisk] }, context);
    if (!checked.ok) return checked;
    const { value } = checked;
    return unless([], () => ({ subjectId: value.id, changes: [makes('subject', value)] }));
  }
  const { categories } = who.value;
  if (categories.some(({ category }) => NOT_PERIPHERAL.has(category)))
    return failed(NOT_AT_THE_EDGE);
  const isAtRisk = categories.some(({ category }) => category === atRisk.category);
  const set = { categories: [...categories, atRisk] } as Change<'subject'>['set'];
  return unless([], () => ({ subjectId: who.id, changes: isAtRisk ? [] : [sets(who, set)] }));
}

function isHeld(who: IdentifyContext['who']): who is StoredRecord<'subject'> {
  return 'heads' in who;
}

function referralOf(
  { value }: StoredRecord<'identification'>,
  receivedOn: Input<'referral'>['receivedOn'],
): Input<'referral'> {
  const { subjectId, source, reference, purpose, lawfulBasis, necessity, marking } = value;
  return {
    subjectId,
    receivedOn,
    status: 'received',
    route: 'officer-identified',
    otherReferences: reference === undefined ? [] : [reference],
    suspectedOffences: [],
    lawMentioned: [],
    incidentDates: [],
    narrative: source,
    narrativeStatement: 'reported',
    purpose,
    lawfulBasis,
    necessity,
    marking,
  };
}

const IDENTIFICATION_UNKNOWN: Issue = {
  code: 'identification-unknown',
  severity: 'error',
  message: 'This identification is no longer held. Choose it again.',
  at: 'identificationId',
};

const NOT_AT_THE_EDGE: Issue = {
  code: 'not-peripheral',
  severity: 'error',
  message:
    'This person is recorded as suspected or convicted, so they cannot be identified in this way. Work on their own case instead.',
  at: 'subjectId',
};

const REFERRED: Issue = {
  code: 'identification-referred',
  severity: 'error',
  message:
    'A referral has already been made from this identification. Decide on the referral instead.',
  at: 'identificationId',
};

const DECISION_STANDS: Issue = {
  code: 'decision-stands',
  severity: 'error',
  message: 'This is decided. Change that decision, and say why; the first one is kept.',
  at: 'replaces',
};
