/**
 * Sign an assessment, which never changes again. Also reads a signed one: its level, and the changes since the last.
 */
import type { RecordOf } from '../../record/kind.js';
import { type ChangeSince, changeSince } from '../../risk/change-since.js';
import type { Instrument } from '../../risk/instrument.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Revision } from '../../store/log/revision.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { sets, unless } from '../act/entry.js';
import { ASSESSMENT_SIGNED, answersOf } from './assess.js';
import { overrideStanding } from './override-level.js';

export interface SignContext extends Pick<CaseContext, 'host'> {
  readonly officer: RecordId;
  /** Every revision of the assessment: it proves who proposed and who confirmed another level. */
  readonly history: readonly Pick<Revision, 'by' | 'set'>[];
}

/**
 * Signs an assessment. Needs the officer’s own words, a confidence and a review day, and a second officer if the level
 * was changed.
 */
export function signAssessment(
  held: StoredRecord<'assessment'>,
  { host, officer, history }: SignContext,
): Result<CaseCommit> {
  const { value } = held;
  if (value.signedAt !== undefined) return failed(ASSESSMENT_SIGNED);
  if (held.heads.length > 1) return failed(CHANGED_APART);
  const issues: Issue[] = [...missingToSign(value)];
  if (overrideStanding(value, history) === 'not-confirmed') issues.push(OVERRIDE_NOT_CONFIRMED);
  if (value.noLevel !== undefined && value.override === undefined) issues.push(NO_LEVEL_GIVEN);
  return unless(issues, () => ({
    commit: {
      changes: [sets(held, { signedBy: officer, signedAt: host.clock.now() })],
      reason: 'case-work',
    },
    id: held.id,
  }));
}

/** Lists what an assessment lacks before it can be signed, so that a form can say so before it is saved. */
export function missingToSign(
  value: Partial<Pick<RecordOf<'assessment'>, (typeof REQUIRED)[number]['at']>>,
): readonly Issue[] {
  return REQUIRED.flatMap(({ at, message }): readonly Issue[] =>
    value[at] === undefined ? [{ code: 'missing', severity: 'error', message, at }] : [],
  );
}

/** The level of an assessment, in words; undefined if none is settled. */
export function levelShown(
  value: RecordOf<'assessment'>,
  history: readonly Pick<Revision, 'by' | 'set'>[],
): { readonly id: string; readonly label: string; readonly isOverride: boolean } | undefined {
  const { override, levels, noLevel } = value;
  if (override && overrideStanding(value, history) === 'confirmed')
    return { id: override.level, label: override.levelLabel, isOverride: true };
  const [only, ...others] = levels;
  if (!only || others.length > 0 || noLevel !== undefined) return undefined;
  return { ...only, isOverride: false };
}

/**
 * The changes from an earlier assessment to a later one, by the later one’s instrument; levels are those of the
 * answers.
 */
export function changeSinceLast(
  instrument: Instrument,
  earlier: RecordOf<'assessment'>,
  later: RecordOf<'assessment'>,
): ChangeSince {
  return changeSince(instrument, answered(earlier), answered(later));
}

function answered({ instrumentVersion, answers, levels, noLevel }: RecordOf<'assessment'>) {
  const isSettled = noLevel === undefined || noLevel === 'answers-missing';
  return {
    version: instrumentVersion,
    answers: answersOf(answers),
    levels: isSettled ? levels.map(({ id }) => id) : [],
  };
}

const REQUIRED = [
  {
    at: 'formulation',
    message: 'Enter your formulation: what happened, why, what could happen, what would help',
  },
  { at: 'confidence', message: 'Select how sure you are' },
  { at: 'reviewDueOn', message: 'Enter when the review is due' },
] as const;

const OVERRIDE_NOT_CONFIRMED: Issue = {
  code: 'override-not-confirmed',
  severity: 'error',
  message:
    'A second officer must confirm the other level, with their own key, before this is signed',
  at: 'override',
};

const CHANGED_APART: Issue = {
  code: 'changed-apart',
  severity: 'error',
  message: 'This assessment was changed in two places. Put them together, then sign.',
};

const NO_LEVEL_GIVEN: Issue = {
  code: 'level-not-given',
  severity: 'warning',
  message:
    'The answers do not give one level. The assessment keeps every level that is still possible.',
  at: 'levels',
};
