/** Correct or withdraw a suspected offence, or one of its statuses. What was recorded before stays, with the reason. */
import type { Offence, OffenceStanding } from '../../../record/offence.js';
import { BEHAVIOUR_ONLY } from '../../../record/under-ten.js';
import { failed, type Issue, passed, type Result } from '../../../shared/issue.js';
import type { PlainDate } from '../../../shared/primitives.js';
import type { StoredRecord } from '../../../store/log/port.js';
import { sourceByHand, type ToldSource } from '../../act/by-hand.js';
import { changeOf } from '../../act/change-entry.js';
import type { CaseCommit, Input } from '../../act/context.js';
import { NOTHING_CHANGED } from '../../act/correct.js';
import { sets, unless } from '../../act/entry.js';
import { issueOf } from '../../act/issue-of.js';
import { canBeBehaviour } from '../../act/offence-state.js';
import { SUBJECT_UNKNOWN } from '../../act/subject-unknown.js';
import {
  behaviourIssues,
  incidentDayIssues,
  NOT_UNDER_TEN,
  offenceFaults,
  sectionDayIssues,
  WITHDRAWAL_WHY,
} from './offence-issues.js';
import {
  type OffenceContext,
  offenceSources,
  type StandingInput,
  standingOf,
} from './record-offence.js';

/** The fields of a suspected offence that can be corrected. The words that were read cannot. */
export const CORRECTED_OF_OFFENCE = [
  'section',
  'withoutSection',
  'incidentOn',
  'ageThen',
  'note',
] as const;

/** Sets the changed fields, with the source of the correction. */
export function correctOffence(
  offence: StoredRecord<'offence'>,
  input: Pick<Input<'offence'>, (typeof CORRECTED_OF_OFFENCE)[number]>,
  told: ToldSource,
  context: OffenceContext,
): Result<CaseCommit> {
  const { subject, lists } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const changed = changeOf(offence, input as Input<'offence'>, CORRECTED_OF_OFFENCE, context);
  const source = sourceByHand(told, context);
  if (!changed.ok || !source.ok) return failed(...changed.issues, ...source.issues);
  const { change, value } = changed.value;
  const names = Object.keys(change.set);
  if (names.length === 0) return failed(NOTHING_CHANGED);
  const refs = names.map((name) => [name, [source.value.refTo(LABELS[name] ?? name, '')]] as const);
  const issues = [
    ...('incidentOn' in change.set ? incidentDayIssues(value, context.host.clock.today()) : []),
    ...offenceFaults(value, subject.value),
    ...behaviourIssues(offence.value, value, subject.value),
    ...sectionDayIssues(value, lists),
  ];
  return unless(issues, () => ({
    commit: {
      changes: [source.value.change, { ...change, sources: Object.fromEntries(refs) }],
      reason: 'correction',
    },
    id: offence.id,
  }));
}

export interface StandingCorrection extends StandingInput {
  /** Of the wrong status in the list, counted from 0. */
  readonly place: number | undefined;
  readonly why: string | undefined;
}

/** Marks a status as wrong, with the reason and the source, and adds the right one if there is one. */
export function correctStanding(
  offence: StoredRecord<'offence'>,
  { place, why, ...input }: StandingCorrection,
  told: ToldSource,
  context: OffenceContext,
): Result<CaseCommit> {
  const { subject, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const { value } = offence;
  const wrong = place === undefined ? undefined : value.standings[place];
  const source = sourceByHand(told, context);
  const hasNext = Object.values(input).some((said) => (said ?? '') !== '');
  const next = hasNext ? standingOf(input, value, context) : undefined;
  const issues: readonly Issue[] = [
    ...(wrong === undefined ? [WHICH] : wrong.wrongSince === undefined ? [] : [WRONG_ALREADY]),
    ...(why?.trim() ? [] : [WHY]),
    ...(next && !next.ok ? next.issues : []),
  ];
  if (!source.ok || issues.length > 0 || !why) return failed(...issues, ...source.issues);
  const standings = [
    ...value.standings.map((each, nth) =>
      nth === place ? marked(each, why, host.clock.today()) : each,
    ),
    ...(next?.ok ? [next.value] : []),
  ];
  const ref = [source.value.refTo('Status', '')];
  const faults = offenceFaults({ ...value, standings }, subject.value);
  return unless(next ? faults.map((issue) => ({ ...issue, at: 'status' })) : [], () => ({
    commit: {
      changes: [
        source.value.change,
        {
          ...sets(offence, { standings }),
          sources: {
            ...offenceSources(offence),
            [`standings[${place}].wrongWhy`]: ref,
            ...(next ? { [`standings[${value.standings.length}]`]: ref } : {}),
          },
        },
      ],
      reason: 'correction',
    },
    id: offence.id,
  }));
}

/**
 * Keeps as behaviour what was recorded as an offence of somebody who was under ten: the section goes, and each status is
 * marked as wrong with the reason. The words and the history stay.
 */
export function keepAsBehaviour(
  offence: StoredRecord<'offence'>,
  why: string | undefined,
  told: ToldSource,
  context: OffenceContext,
): Result<CaseCommit> {
  const { value } = offence;
  const { subject } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const source = sourceByHand(told, context);
  const issues: readonly Issue[] = [
    ...(value.withoutSection === BEHAVIOUR_ONLY ? [BEHAVIOUR_ALREADY] : []),
    ...(value.asRead === undefined ? [NO_WORDS] : []),
    ...(canBeBehaviour(subject.value, value) ? [] : [NOT_UNDER_TEN]),
    ...(why?.trim() ? [] : [WHY]),
  ];
  if (!source.ok || issues.length > 0 || !why) return failed(...issues, ...source.issues);
  const today = context.host.clock.today();
  const ref = [source.value.refTo('Behaviour only', '')];
  const standings = value.standings.map((each) =>
    each.wrongSince === undefined ? marked(each, why, today) : each,
  );
  const newlyWrong = value.standings.flatMap(({ wrongSince }, nth) =>
    wrongSince === undefined ? [[`standings[${nth}].wrongWhy`, ref] as const] : [],
  );
  return passed({
    commit: {
      changes: [
        source.value.change,
        {
          ...sets(offence, { section: null, withoutSection: BEHAVIOUR_ONLY, standings }),
          sources: {
            ...offenceSources(offence),
            ...Object.fromEntries(newlyWrong),
            withoutSection: ref,
          },
        },
      ],
      reason: 'correction',
    },
    id: offence.id,
  });
}

/** Withdraws a suspected offence that was recorded by mistake. The history keeps it, with the reason. */
export function withdrawOffence(
  { id, heads, value: { subjectId } }: StoredRecord<'offence'>,
  why: string | undefined,
): Result<CaseCommit> {
  if (!why?.trim()) return failed(WITHDRAWAL_WHY);
  return passed({
    commit: {
      changes: [
        {
          kind: 'offence',
          record: id,
          parents: heads,
          // With the person, whom the success message names: the record itself is gone by then.
          set: { subjectId, withdrawnWhy: why },
          withdraw: true,
        },
      ],
      reason: 'correction',
    },
    id,
  });
}

function marked(standing: OffenceStanding, wrongWhy: string, wrongSince: PlainDate) {
  return { ...standing, wrongSince, wrongWhy } satisfies Offence['standings'][number];
}

const LABELS: Readonly<Record<string, string>> = {
  section: 'Section of the Computer Misuse Act',
  withoutSection: 'Why there is no section',
  incidentOn: 'Dates on which it happened',
  ageThen: 'Were they 10 or over at the time?',
  note: 'Note',
};
const WHICH = issueOf('missing', 'place', 'Select the status that is wrong');
const WHY = issueOf('missing', 'wrongWhy', 'Enter why it was wrong');
const WRONG_ALREADY = issueOf(
  'offence-status-corrected',
  'place',
  'This status was corrected already. Select another.',
);
const BEHAVIOUR_ALREADY = issueOf(
  'offence-behaviour-already',
  'withoutSection',
  'This is recorded as behaviour only already.',
);
const NO_WORDS = issueOf(
  'offence-no-words',
  'asRead',
  'No words were read that say what happened. Withdraw this record with a reason, and record the behaviour in words.',
);
