/**
 * The ledger of a person's names online: as seen, in the form that the platform compares, the dates, and the certainty.
 */

import { comparedHandle } from '../../match/handle.js';
import { filledFields } from '../../record/filled-fields.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type ByHandContext, sourceByHand, type ToldSource } from '../act/by-hand.js';
import { changeOf } from '../act/change-entry.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

const ASKED = filledFields('onlineIdentifier');

export type HandleInput = Omit<Input<'onlineIdentifier'>, 'subjectId'>;

export interface LedgerContext extends ByHandContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** The subject's. */
  readonly ledger: readonly StoredRecord<'onlineIdentifier'>[];
}

/**
 * A handle in the form by which its platform distinguishes it; undefined if nothing is left. A proposal that an officer
 * may correct.
 */
export function canonicalHandle(asSeen: string, platform?: string): string | undefined {
  return comparedHandle(asSeen, platform)?.exact;
}

/**
 * Adds a handle. First seen today unless the officer gives another day; the toolkit works out the canonical form unless
 * the officer gives one.
 */
export function addHandle(
  input: HandleInput,
  told: ToldSource,
  context: LedgerContext,
): Result<CaseCommit> {
  const { subject, ledger, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const firstSeenOn = input.firstSeenOn ?? host.clock.today();
  const about = { subjectId: subject.id, firstSeenOn, ...canonicalOf(input) };
  const checked = entryOf('onlineIdentifier', { ...input, ...about }, context);
  const source = sourceByHand(told, context);
  if (!checked.ok || !source.ok) return failed(...checked.issues, ...source.issues);
  const { value } = checked;
  const issues = [...dayIssues(value, context)];
  if (ledger.some((other) => isSame(other.value, value))) issues.push(IN_LEDGER);
  return unless(issues, () => ({
    commit: {
      changes: [
        source.value.change,
        {
          ...makes('onlineIdentifier', value),
          sources: { asSeen: [source.value.refTo('As seen', value.asSeen)] },
        },
      ],
      reason: 'case-work',
    },
    id: value.id,
  }));
}

/**
 * Corrects an entry of the ledger, with the source for each field that changes. The earlier entry stays in the history.
 */
export function correctHandle(
  handle: StoredRecord<'onlineIdentifier'>,
  input: HandleInput,
  told: ToldSource,
  context: Omit<LedgerContext, 'subject'>,
): Result<CaseCommit> {
  const changed = changeOf(handle, input, ASKED, context);
  const source = sourceByHand(told, context);
  if (!changed.ok || !source.ok) return failed(...changed.issues, ...source.issues);
  const { change, value } = changed.value;
  const names = Object.keys(change.set);
  if (names.length === 0) return failed(NOTHING_CHANGED);
  const issues = [...dayIssues(value, context)];
  if (context.ledger.some((other) => other.id !== handle.id && isSame(other.value, value)))
    issues.push(IN_LEDGER);
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

function canonicalOf({ asSeen, platform, canonical }: HandleInput): HandleInput {
  const proposed = canonical?.trim() || canonicalHandle(asSeen ?? '', platform || undefined);
  return proposed ? { canonical: proposed } : {};
}

function isSame(a: HandleInput, b: HandleInput): boolean {
  if ((a.platform ?? '') !== (b.platform ?? '')) return false;
  const [one, other] = [a, b].map(
    ({ asSeen = '', platform }) => comparedHandle(asSeen, platform)?.exact ?? asSeen,
  );
  return one === other;
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

const IN_LEDGER: Issue = {
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
