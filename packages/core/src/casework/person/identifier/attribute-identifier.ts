/**
 * Say whose an identifier is, that it is somebody else's as well, or that it is not theirs. Each is a named act of an
 * officer, and each record stays a statement about one person: nothing is joined by itself, and nothing is merged.
 */
import { RECORD_LABELS } from '../../../record/kind.js';
import type { OnlineIdentifier } from '../../../record/online-identifier.js';
import { failed, type Issue, type Result } from '../../../shared/issue.js';
import type { StoredRecord } from '../../../store/log/port.js';
import { type ByHandContext, sourceByHand, type ToldSource } from '../../act/by-hand.js';
import type { CaseCommit, CaseContext, Input } from '../../act/context.js';
import { entryOf, sets, unless } from '../../act/entry.js';
import { SUBJECT_UNKNOWN } from '../../act/subject-unknown.js';
import { IN_LEDGER, isSame, keptByHand } from '../handle-ledger.js';

/** The answers that an attribution needs. */
export type Attribution = Pick<Input<'onlineIdentifier'>, 'confidence' | 'saidBy'>;

export interface AttributionContext extends ByHandContext {
  /** The person whose it is said to be; undefined if none was chosen, or they are no longer held. */
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Identifiers of that person. */
  readonly ledger: readonly StoredRecord<'onlineIdentifier'>[];
}

/** Says whose an identifier is that was on nobody: how sure, who says so, and the source. */
export function sayWhoseIdentifier(
  held: StoredRecord<'onlineIdentifier'>,
  said: Attribution,
  told: ToldSource,
  context: AttributionContext,
): Result<CaseCommit> {
  const { subject } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  if (held.value.subjectId !== undefined) return failed(IS_SOMEBODYS);
  if (held.value.endedOn !== undefined) return failed(HAS_ENDED);
  const checked = attributed(held.value, said, context);
  const source = sourceByHand(told, context);
  if (!checked.ok || !source.ok) return failed(...checked.issues, ...source.issues);
  const { subjectId, confidence, saidBy } = checked.value;
  const ref = source.value.refTo('Whose it is', saidBy ?? '');
  return unless(checked.issues, () => ({
    commit: {
      changes: [
        source.value.change,
        {
          ...sets(held, { subjectId, confidence, saidBy, lookedOn: null } as never),
          sources: { subjectId: [ref], confidence: [ref], saidBy: [ref] },
        },
      ],
      reason: 'case-work',
    },
    id: held.id,
  }));
}

/** Records that somebody else has it as well: another record, so that a correction for one changes nothing of the other. */
export function alsoIdentifierOf(
  held: StoredRecord<'onlineIdentifier'>,
  said: Attribution,
  told: ToldSource,
  context: AttributionContext,
): Result<CaseCommit> {
  const { subject } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  if (held.value.subjectId === subject.id) return failed(IN_LEDGER);
  const checked = attributed(shared(held.value, context), said, context);
  return madeFrom(checked, told, context);
}

/** Ends an identifier of a person that was found not to be theirs. It stays on their record as ended, with the reason. */
export function notTheirIdentifier(
  held: StoredRecord<'onlineIdentifier'>,
  { endedWhy }: Pick<Input<'onlineIdentifier'>, 'endedWhy'>,
  told: ToldSource,
  context: ByHandContext,
): Result<CaseCommit> {
  const source = sourceByHand(told, context);
  const issues = [
    ...(held.value.endedOn === undefined ? [] : [HAS_ENDED]),
    ...(held.value.subjectId === undefined ? [IS_NOBODYS] : []),
    ...(endedWhy?.trim() ? [] : [WHY_NOT_THEIRS]),
  ];
  if (issues.length > 0 || !source.ok) return failed(...issues, ...source.issues);
  const ref = source.value.refTo('Why it ended', endedWhy ?? '');
  const endedOn = context.host.clock.today();
  return unless([], () => ({
    commit: {
      changes: [
        source.value.change,
        {
          ...sets(held, { endedOn, endedWhy }),
          sources: { endedOn: [ref], endedWhy: [ref] },
        },
      ],
      reason: 'correction',
    },
    id: held.id,
  }));
}

/** Keeps an identifier that was found not to be somebody's on nobody, as a record of its own. */
export function keepOnNobody(
  held: StoredRecord<'onlineIdentifier'>,
  told: ToldSource,
  context: ByHandContext,
): Result<CaseCommit> {
  if (held.value.subjectId === undefined) return failed(IS_NOBODYS);
  if (held.value.endedOn === undefined) return failed(IS_SOMEBODYS);
  const checked = entryOf('onlineIdentifier', shared(held.value, context), context);
  return madeFrom(checked, told, context);
}

/** Parts that two statements about one identifier have in common: nothing of the person. */
function shared(
  { type, platform, asSeen, seenAt, canonical, platformId }: OnlineIdentifier,
  { host }: CaseContext,
): Input<'onlineIdentifier'> {
  const firstSeenOn = host.clock.today();
  return { type, platform, asSeen, seenAt, canonical, platformId, firstSeenOn };
}

function attributed(
  of: Input<'onlineIdentifier'>,
  { confidence, saidBy }: Attribution,
  { subject, ledger, ...context }: AttributionContext,
): Result<OnlineIdentifier> {
  const subjectId = subject?.id;
  const checked = entryOf(
    'onlineIdentifier',
    { ...withoutId(of), confidence, saidBy, subjectId },
    context,
  );
  const missing = attributionIssues({ confidence, saidBy });
  if (!checked.ok || missing.length > 0) return failed(...checked.issues, ...missing);
  const isHeld = ledger.some(
    ({ value }) => value.subjectId === subjectId && isSame(value, checked.value),
  );
  return unless(isHeld ? [IN_LEDGER] : [], () => checked.value);
}

function withoutId(of: Input<'onlineIdentifier'>): Input<'onlineIdentifier'> {
  return Object.fromEntries(Object.entries(of).filter(([name]) => name !== 'id'));
}

function madeFrom(
  checked: Result<OnlineIdentifier>,
  told: ToldSource,
  context: ByHandContext,
): Result<CaseCommit> {
  const source = sourceByHand(told, context);
  if (!checked.ok || !source.ok) return failed(...checked.issues, ...source.issues);
  const { value } = checked;
  return unless(checked.issues, () => keptByHand(value, source.value));
}

/** Faults of a statement that an identifier is somebody's: how sure it is, and who says so. */
export function attributionIssues({ confidence, saidBy }: Attribution): readonly Issue[] {
  return [...(confidence ? [] : [HOW_SURE]), ...(saidBy?.trim() ? [] : [WHO_SAYS])];
}

const HOW_SURE: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Select how sure you are that it is theirs',
  at: 'confidence',
};

const WHO_SAYS: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Enter who says that it is theirs',
  at: 'saidBy',
};

const WHY_NOT_THEIRS: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Enter why it is not theirs',
  at: 'endedWhy',
};

const IS_SOMEBODYS: Issue = {
  code: 'identifier-of-somebody',
  severity: 'error',
  message: `${RECORD_LABELS.onlineIdentifier.one}: this is recorded as somebody’s. Say that it is not theirs first, or that it is somebody else’s as well.`,
};

const IS_NOBODYS: Issue = {
  code: 'identifier-of-nobody',
  severity: 'error',
  message: 'This identifier is on nobody. Say whose it is first.',
};

const HAS_ENDED: Issue = {
  code: 'identifier-ended',
  severity: 'error',
  message: 'This identifier has ended. Add it again if it is needed.',
};
