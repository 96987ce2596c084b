/**
 * The ledger of a person's identifiers: as seen, in the form that is compared, the dates, and the certainty. An
 * identifier can be on nobody yet; see `identifier/attribute-identifier.ts`.
 */
import { canonicalIdentifier, identifierKey, identifierType } from '../../match/identifier.js';
import { filledFields } from '../../record/filled-fields.js';
import type { OnlineIdentifier } from '../../record/online-identifier.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import {
  type ByHandContext,
  type SourceByHand,
  sourceByHand,
  type ToldSource,
} from '../act/by-hand.js';
import { changeOf } from '../act/change-entry.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { identifierIssues } from './identifier/identifier-issues.js';

/** Fields that acts of their own set. */
const SET_APART = ['lookedOn', 'endedOn', 'endedWhy'] as const;

/** The fields of an identifier that a form asks for. */
export const ASKED_OF_IDENTIFIER = filledFields('onlineIdentifier', { without: SET_APART });

export type HandleInput = Omit<Input<'onlineIdentifier'>, 'subjectId'>;

export interface LedgerContext extends ByHandContext {
  /** Undefined: a person who is no longer held. Null: nobody yet. */
  readonly subject: StoredRecord<'subject'> | undefined | null;
  /** The subject's; of others there is no need. */
  readonly ledger: readonly StoredRecord<'onlineIdentifier'>[];
}

/** Gives the form by which an identifier is compared; see {@link canonicalIdentifier}. */
export function canonicalHandle(
  asSeen: string,
  platform?: string,
  type?: string,
): string | undefined {
  return canonicalIdentifier({ asSeen, platform, type });
}

/**
 * Adds an identifier, to a person or to nobody yet. First seen today unless the officer gives another day; the toolkit
 * works out the canonical form unless the officer gives one.
 */
export function addHandle(
  input: HandleInput,
  told: ToldSource,
  context: LedgerContext,
): Result<CaseCommit> {
  const { subject, ledger, host } = context;
  if (subject === undefined) return failed(SUBJECT_UNKNOWN);
  const firstSeenOn = input.firstSeenOn ?? host.clock.today();
  const about = { ...(subject ? { subjectId: subject.id } : {}), firstSeenOn };
  const checked = entryOf(
    'onlineIdentifier',
    { ...withoutStray(input), ...about, ...canonicalOf(input) },
    { ...context, subject: subject ?? undefined },
  );
  const source = sourceByHand(told, context);
  if (!checked.ok) return failed(...checked.issues, ...source.issues);
  const { value } = checked;
  const issues = [...dayIssues(value, context), ...identifierIssues(value, context)];
  if (!source.ok) return failed(...issues, ...source.issues);
  if (ledger.some((other) => isOfSame(other.value, value) && isSame(other.value, value)))
    issues.push(IN_LEDGER);
  return unless(issues, () => keptByHand(value, source.value));
}

/** The save that makes an identifier, with the source of its text. */
export function keptByHand(value: OnlineIdentifier, { change, refTo }: SourceByHand): CaseCommit {
  const sources = { asSeen: [refTo('As seen', value.asSeen)] };
  return {
    commit: {
      changes: [change, { ...makes('onlineIdentifier', value), sources }],
      reason: 'case-work',
    },
    id: value.id,
  };
}

/**
 * Corrects an entry of the ledger, with the source for each field that changes. The earlier entry stays in the history,
 * and what is recorded of the same identifier for anybody else stays as it is.
 */
export function correctHandle(
  handle: StoredRecord<'onlineIdentifier'>,
  input: HandleInput,
  told: ToldSource,
  context: Omit<LedgerContext, 'subject'>,
): Result<CaseCommit> {
  const changed = changeOf(handle, withoutStray(input), ASKED_OF_IDENTIFIER, context);
  const source = sourceByHand(told, context);
  if (!changed.ok || !source.ok) return failed(...changed.issues, ...source.issues);
  const { change, value } = changed.value;
  const names = Object.keys(change.set);
  if (names.length === 0) return failed(NOTHING_CHANGED);
  const issues = [...dayIssues(value, context), ...identifierIssues(value, context)];
  const others = context.ledger.filter(
    (other) => other.id !== handle.id && isOfSame(other.value, value),
  );
  if (others.some((other) => isSame(other.value, value))) issues.push(IN_LEDGER);
  const ref = source.value.refTo('As seen', value.asSeen);
  return unless(issues, () => ({
    commit: {
      changes: [
        source.value.change,
        { ...change, sources: Object.fromEntries(names.map((name) => [name, [ref]])) },
      ],
      reason: 'correction',
    },
    id: handle.id,
  }));
}

/** Records that it was seen again; the first day stays. */
export function sawHandle(
  handle: StoredRecord<'onlineIdentifier'>,
  { lastSeenOn: given }: { readonly lastSeenOn?: PlainDate | undefined },
  context: CaseContext,
): Result<CaseCommit> {
  const lastSeenOn = given ?? context.host.clock.today();
  const issues = dayIssues({ ...handle.value, lastSeenOn }, context);
  return unless(issues, () => ({
    commit: { changes: [sets(handle, { lastSeenOn })], reason: 'case-work' },
    id: handle.id,
  }));
}

/** True if two identifiers are one that stands: of an IP address, also at the same moment as it was given. */
export function isSame(
  a: Pick<OnlineIdentifier, 'type' | 'platform' | 'asSeen' | 'seenAt' | 'endedOn'>,
  b: Pick<OnlineIdentifier, 'type' | 'platform' | 'asSeen' | 'seenAt' | 'endedOn'>,
): boolean {
  if (a.endedOn !== undefined || b.endedOn !== undefined) return false;
  const [one, other] = [a, b].map(({ seenAt }) => [seenAt?.on, seenAt?.at, seenAt?.zone].join(' '));
  return identifierKey(a) === identifierKey(b) && one === other;
}

function isOfSame(a: OnlineIdentifier, b: OnlineIdentifier): boolean {
  return a.subjectId === b.subjectId;
}

/** A platform is of an account, and a moment of an IP address: what was chosen before the type changed is dropped. */
function withoutStray(input: HandleInput): HandleInput {
  const type = identifierType(input);
  const { platform, platformId, seenAt, ...rest } = input;
  const isAccount = type === 'platform-account' || type === 'other';
  return {
    ...rest,
    ...(isAccount ? { platform, platformId } : {}),
    ...(type === 'ip-address' ? { seenAt } : {}),
  };
}

function canonicalOf({ asSeen, platform, type, canonical }: HandleInput): HandleInput {
  const proposed =
    canonical?.trim() || canonicalHandle(asSeen ?? '', platform || undefined, type || undefined);
  return proposed ? { canonical: proposed } : {};
}

function dayIssues(
  {
    firstSeenOn,
    lastSeenOn,
  }: { readonly firstSeenOn: PlainDate; readonly lastSeenOn?: PlainDate | undefined },
  context: CaseContext,
): readonly Issue[] {
  return [
    ...futureIssues('The date it was first noted here', firstSeenOn, 'firstSeenOn', context),
    ...(lastSeenOn === undefined
      ? []
      : futureIssues('The date it was last noted here', lastSeenOn, 'lastSeenOn', context)),
    ...(lastSeenOn !== undefined && lastSeenOn < firstSeenOn ? [LAST_BEFORE_FIRST] : []),
  ];
}

/** The ledger has it, and it stands. */
export const IN_LEDGER: Issue = {
  code: 'already-held',
  severity: 'error',
  message: 'This is in the ledger already. Note that it was seen again, or correct it.',
  at: 'asSeen',
};

const NOTHING_CHANGED: Issue = {
  code: 'nothing-changed',
  severity: 'error',
  message: 'Nothing was changed. Change something, or cancel.',
};

const LAST_BEFORE_FIRST: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The date it was last noted must be on or after the date on which it was first noted',
  at: 'lastSeenOn',
};
