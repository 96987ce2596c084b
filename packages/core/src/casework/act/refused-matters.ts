/**
 * Matters that a refused referral leaves to others: a matter handed over to them, a crime recorded elsewhere. Until the
 * others have acknowledged the one and the other has its reference, the stored record is the only trace of it.
 */
import { type CodeLists, codeInForce } from '../../codes/code-list.js';
import { dayIssues } from '../../record/day-rule.js';
import type { RecordOf } from '../../record/kind.js';
import { civilDay } from '../../shared/civil-day.js';
import { writtenDate } from '../../shared/dates.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseRoot } from './case-root.js';
import type { Input } from './context.js';

/** Fields of a decision that account for these matters. */
export const MATTER_FIELDS = [
  'passedTo',
  'gateway',
  'gatewayNote',
  'acknowledgedBy',
  'acknowledgedOn',
  'crimeRecorded',
  'crimeReference',
] as const satisfies readonly (keyof RecordOf<'decision'>)[];

export type Matters = Pick<Input<'decision'>, (typeof MATTER_FIELDS)[number]>;

/** The fields that have a value. */
export function mattersIn(said: Matters): Matters {
  return Object.fromEntries(
    MATTER_FIELDS.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])),
  );
}

/** The combined matters from the decisions on one root; a later value replaces an earlier one. */
export function mattersSaid(decisions: readonly StoredRecord<'decision'>[]): Matters {
  const inTurn = decisions.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return inTurn.reduce<Matters>((said, { value }) => addMatters(said, mattersIn(value)), {});
}

/** Adds new values over earlier ones. A matter passed to somebody else has no gateway yet and is not acknowledged. */
export function addMatters(before: Matters, now: Matters): Matters {
  const isOther = now.passedTo !== undefined && now.passedTo !== before.passedTo;
  const { acknowledgedBy, acknowledgedOn, gateway, gatewayNote, ...rest } = before;
  return { ...(isOther ? rest : before), ...now };
}

/** True if one of the reasons leaves the matter to somebody else, who must be handed it. */
export function handsOver(
  reasonCodes: readonly string[],
  lists: CodeLists,
  on: PlainDate,
): boolean {
  return reasonCodes.some((code) => codeInForce(lists, 'decision-reason', code, on)?.handsOver);
}

/** True if it is a referral that says a crime may have been committed. */
export function disclosesCrime({ value }: CaseRoot): boolean {
  return 'suspectedOffences' in value && value.suspectedOffences.length > 0;
}

/** Faults in the account of these matters, for any outcome of the root. */
export function matterIssues(matters: Matters, today: PlainDate): readonly Issue[] {
  const { passedTo, acknowledgedBy, acknowledgedOn, crimeRecorded, crimeReference } = matters;
  const issues: Issue[] = [];
  const isSaid = acknowledgedBy !== undefined || acknowledgedOn !== undefined;
  if (isSaid && passedTo === undefined) issues.push(PASSED_TO_MISSING);
  if (isSaid && acknowledgedBy === undefined) issues.push(BY_MISSING);
  if (isSaid && acknowledgedOn === undefined) issues.push(ON_MISSING);
  if (acknowledgedOn !== undefined)
    issues.push(
      ...dayIssues(
        'The date they acknowledged it',
        acknowledgedOn as PlainDate,
        'acknowledgedOn',
        today,
      ),
    );
  if (crimeRecorded?.startsWith('recorded') && crimeReference === undefined)
    issues.push(REFERENCE_MISSING);
  return issues;
}

export interface LettingGo {
  readonly root: CaseRoot;
  /** Outcome of the decision that disposes of the root. */
  readonly outcome: string;
  readonly reasonCodes: readonly string[];
  readonly decidedOn: PlainDate;
  readonly lists: CodeLists;
}

/** An error for each matter that is not accounted for: nothing is destroyed before then. */
export function openMatters(matters: Matters, lettingGo: LettingGo): readonly Issue[] {
  const { root, outcome, reasonCodes, decidedOn, lists } = lettingGo;
  const { passedTo, acknowledgedOn, crimeRecorded } = matters;
  const issues: Issue[] = [];
  const isUnsaid = passedTo === undefined && acknowledgedOn === undefined;
  if (isUnsaid && outcome === 'pass') issues.push(WHOM_MISSING);
  else if (isUnsaid && handsOver(reasonCodes, lists, decidedOn)) issues.push(PASSED_TO_MISSING);
  if (passedTo !== undefined && acknowledgedOn === undefined)
    issues.push({
      code: 'handover-open',
      severity: 'error',
      message: `This was handed over to ${passedTo}, and nobody has acknowledged it. Enter who did and when, or keep what is held until they do.`,
      at: 'acknowledgedBy',
    });
  if (disclosesCrime(root) && crimeRecorded === undefined) issues.push(CRIME_OPEN);
  return issues;
}

/**
 * Obstacles in any record about the person: crimes without a reference, a case offered but not answered, and a notice of
 * a correction that its recipient has not had.
 */
export function mattersInTheWay(record: StoredRecord): readonly Issue[] {
  if (record.kind === 'stopCard') {
    const { saidAt, crimeRecorded, crimeReference } = record.value as RecordOf<'stopCard'>;
    const isOpen = crimeRecorded === undefined || crimeRecorded.startsWith('recorded');
    return isOpen && crimeReference === undefined ? [cardOpen(saidAt)] : [];
  }
  if (record.kind === 'correctionNotice')
    return (record.value as RecordOf<'correctionNotice'>).toldOn === undefined ? [NOTICE_OPEN] : [];
  if (record.kind !== 'colleagueRequest') return [];
  const { kind, answer } = record.value as RecordOf<'colleagueRequest'>;
  return kind === 'handover' && answer === undefined ? [OFFER_OPEN] : [];
}

const missing = (at: string, message: string): Issue => ({
  code: 'missing',
  severity: 'error',
  message,
  at,
});
const PASSED_TO_MISSING = missing('passedTo', 'Enter who the matter was handed over to');
const WHOM_MISSING = missing('passedTo', 'Enter who they are passed on to');
const BY_MISSING = missing('acknowledgedBy', 'Enter who acknowledged the handover');
const ON_MISSING = missing('acknowledgedOn', 'Enter the date they acknowledged it');
const REFERENCE_MISSING = missing('crimeReference', 'Enter the crime reference');

const CRIME_OPEN: Issue = {
  code: 'crime-open',
  severity: 'error',
  message:
    'This referral says that a crime may have been committed. Select whether it is recorded, with its reference, or keep what is held.',
  at: 'crimeRecorded',
};

const cardOpen = (saidAt: string): Issue => ({
  code: 'crime-open',
  severity: 'error',
  message: `A stop card of ${writtenDate(civilDay(saidAt))} does not say whether the crime is recorded, with its reference. Complete it first.`,
});

const OFFER_OPEN: Issue = {
  code: 'handover-open',
  severity: 'error',
  message:
    'This case has been offered to a colleague, who has not answered. Take in their answer, or withdraw the offer first.',
};

const NOTICE_OPEN: Issue = {
  code: 'notice-open',
  severity: 'error',
  message: 'Somebody is still to be told what was corrected. Tell them first.',
};
