/** Replace the level that the answers lead to: with a reason, and only once a second officer confirms it. */
import type { RecordOf } from '../../record/kind.js';
import type { Instrument } from '../../risk/instrument.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Revision } from '../../store/log/revision.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { sets } from '../act/entry.js';
import { ASSESSMENT_SIGNED } from './assess.js';

export interface OverrideContext extends Pick<CaseContext, 'host'> {
  /** The officer who acts. */
  readonly officer: RecordId;
}

/** Proposes a level. It replaces an earlier proposal and needs a new confirmation. */
export function overrideLevel(
  held: StoredRecord<'assessment'>,
  { level, reason }: { readonly level: string; readonly reason: string },
  { host, officer, instrument }: OverrideContext & { readonly instrument: Instrument },
): Result<CaseCommit> {
  const { value } = held;
  if (value.signedAt !== undefined) return failed(ASSESSMENT_SIGNED);
  const band =
    instrument.id === value.instrument && instrument.version === value.instrumentVersion
      ? instrument.bands.find(({ id }) => id === level)
      : undefined;
  const missing = [
    ...(level === '' ? [LEVEL_MISSING] : band ? [] : [LEVEL_UNKNOWN]),
    ...(reason.trim() === '' ? [REASON_MISSING] : []),
  ];
  if (!band || missing.length > 0) return failed(...missing);
  const [only, ...others] = value.levels;
  if (only?.id === level && others.length === 0 && value.noLevel === undefined)
    return failed(SAME_LEVEL);
  const override = {
    level,
    levelLabel: band.label,
    reason,
    proposedBy: officer,
    proposedAt: host.clock.now(),
  };
  return passed({
    commit: { changes: [sets(held, { override })], reason: 'case-work' },
    id: held.id,
  });
}

/** The reason that this officer cannot confirm the override; undefined if they can. */
export function confirmationStop(
  { value: { override, signedAt }, updatedBy }: StoredRecord<'assessment'>,
  officer: RecordId,
): Issue | undefined {
  if (signedAt !== undefined) return ASSESSMENT_SIGNED;
  if (!override) return NO_OVERRIDE;
  if (override.confirmedBy !== undefined) return CONFIRMED_ALREADY;
  if (override.proposedBy === officer) return PROPOSED_BY_YOU;
  return updatedBy === officer ? CHANGED_BY_YOU : undefined;
}

/** Confirms an override: the second officer’s act, with their own key, in their own vault. */
export function confirmOverride(
  held: StoredRecord<'assessment'>,
  { host, officer }: OverrideContext,
): Result<CaseCommit> {
  const { override } = held.value;
  const stop = confirmationStop(held, officer);
  if (stop || !override) return failed(stop ?? NO_OVERRIDE);
  const confirmed = { ...override, confirmedBy: officer, confirmedAt: host.clock.now() };
  return passed({
    commit: { changes: [sets(held, { override: confirmed })], reason: 'case-work' },
    id: held.id,
  });
}

/**
 * The state of an override, by who signed what in the history: a name in a field proves nothing. It is *confirmed* when
 * the second officer named is a different one, and made the revision that says so.
 */
export function overrideStanding(
  { override }: Pick<RecordOf<'assessment'>, 'override'>,
  history: readonly Pick<Revision, 'by' | 'set'>[],
): 'none' | 'not-confirmed' | 'confirmed' {
  if (!override) return 'none';
  const said = history.flatMap(({ by, set }) => {
    const each = (set as { readonly override?: typeof override | null }).override;
    return each ? [{ by, each }] : [];
  });
  const isProposed = said.some(
    ({ by, each }) =>
      each.confirmedBy === undefined &&
      by === override.proposedBy &&
      each.level === override.level &&
      each.reason === override.reason &&
      each.proposedAt === override.proposedAt,
  );
  const isConfirmed = said.some(
    ({ by, each }) =>
      by === override.confirmedBy &&
      by !== override.proposedBy &&
      each.confirmedBy === by &&
      each.level === override.level &&
      each.reason === override.reason,
  );
  return isProposed && isConfirmed ? 'confirmed' : 'not-confirmed';
}

const LEVEL_MISSING: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Select the level that you propose instead',
  at: 'override.level',
};

const LEVEL_UNKNOWN: Issue = {
  code: 'level-unknown',
  severity: 'error',
  message: 'The instrument of this assessment has no such level. Choose one of its levels.',
  at: 'override.level',
};

const REASON_MISSING: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Enter the reason for another level',
  at: 'override.reason',
};

const SAME_LEVEL: Issue = {
  code: 'level-same',
  severity: 'error',
  message: 'The answers give this level already',
  at: 'override.level',
};

const NO_OVERRIDE: Issue = {
  code: 'override-missing',
  severity: 'error',
  message: 'No other level is proposed on this assessment',
  at: 'override',
};

const CONFIRMED_ALREADY: Issue = {
  code: 'override-confirmed',
  severity: 'error',
  message: 'A second officer has confirmed this level already',
  at: 'override',
};

const secondOfficer = (why: string): Issue => ({
  code: 'second-officer-needed',
  severity: 'error',
  message: `You cannot confirm this level, because you ${why}. Another officer must confirm it.`,
  at: 'override',
});
const PROPOSED_BY_YOU = secondOfficer('proposed it');
const CHANGED_BY_YOU = secondOfficer('were the last to change the assessment');
