/** Record a suspected offence by hand or from words of a referral, and each status that somebody reports of it. */
import * as v from 'valibot';
import { codeInForce } from '../../../codes/code-list.js';
import { type Offence, OffenceStanding } from '../../../record/offence.js';
import type { SourceRef } from '../../../record/provenance.js';
import type { Subject } from '../../../record/subject.js';
import { writtenDate } from '../../../shared/dates.js';
import { failed, type Issue, passed, type Result } from '../../../shared/issue.js';
import type { PlainDate } from '../../../shared/primitives.js';
import type { StoredRecord } from '../../../store/log/port.js';
import type { Change } from '../../../store/log/revision.js';
import { type ByHandContext, sourceByHand, type ToldSource } from '../../act/by-hand.js';
import type { CaseCommit, CaseContext, Input } from '../../act/context.js';
import { entryOf, makes, sets, unless } from '../../act/entry.js';
import { issueOf } from '../../act/issue-of.js';
import { SUBJECT_UNKNOWN } from '../../act/subject-unknown.js';
import {
  behaviourIssues,
  incidentDayIssues,
  offenceFaults,
  sectionDayIssues,
  standingDayIssues,
} from './offence-issues.js';

/** The fields of a suspected offence that a person gives. */
export const OFFENCE_FIELDS = [
  'asRead',
  'section',
  'withoutSection',
  'incidentOn',
  'ageThen',
  'note',
] as const;

/** The fields of a status that a person gives. */
export const STANDING_FIELDS = ['status', 'on', 'reference'] as const;

export type StandingInput = {
  readonly [F in (typeof STANDING_FIELDS)[number]]?: OffenceStanding[F] | undefined;
};
export type OffenceInput = Pick<Input<'offence'>, (typeof OFFENCE_FIELDS)[number]> & StandingInput;

export interface OffenceContext extends ByHandContext {
  readonly subject: StoredRecord<'subject'> | undefined;
}

/** Words of a referral that an offence is recorded from. */
export interface ReferralWords {
  readonly referral: StoredRecord<'referral'>;
  readonly field: 'suspectedOffences' | 'lawMentioned';
  readonly place: number;
}

type Sourced = Result<{
  readonly changes: readonly Change[];
  readonly refs: (label: string, verbatim: string) => readonly SourceRef[];
}>;

/** Records what somebody said, with the source of every value, and the status if it was said too. */
export function recordOffence(
  input: OffenceInput,
  told: ToldSource,
  context: OffenceContext,
): Result<CaseCommit> {
  const source = sourceByHand(told, context);
  if (!source.ok) return made(input, {}, source, context);
  const { change, refTo } = source.value;
  return made(
    input,
    {},
    passed({ changes: [change], refs: (label, verbatim) => [refTo(label, verbatim)] }),
    context,
  );
}

/** Records the section that an officer chose for words of a referral. The words stay in the referral as they were. */
export function offenceFromReferral(
  words: ReferralWords,
  input: Omit<OffenceInput, 'asRead'>,
  context: OffenceContext,
): Result<CaseCommit> {
  const { referral, field, place } = words;
  const asRead = referral.value[field][place];
  if (asRead === undefined || referral.value.subjectId !== context.subject?.id)
    return failed(WORDS_GONE);
  const { sources } = referral;
  const refs = sources[`${field}[${place}]`] ?? sources[field] ?? [];
  if (input.status !== undefined && refs.length === 0) return failed(STATUS_BY_ITSELF);
  return made(
    { ...input, asRead },
    { referralId: referral.id },
    passed({ changes: [], refs: () => refs }),
    context,
    referral,
  );
}

/** Adds a status that somebody reported. The earlier ones stay. */
export function recordStanding(
  offence: StoredRecord<'offence'>,
  input: StandingInput,
  told: ToldSource,
  context: OffenceContext,
): Result<CaseCommit> {
  const { subject } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const { value } = offence;
  const next = standingOf(input, value, context);
  const source = sourceByHand(told, context);
  if (!next.ok || !source.ok) return failed(...next.issues, ...source.issues);
  const standings = [...value.standings, next.value];
  const at = `standings[${value.standings.length}]`;
  return unless(offenceFaults({ ...value, standings }, subject.value).map(atStatus), () => ({
    commit: {
      changes: [
        source.value.change,
        {
          ...sets(offence, { standings }),
          sources: { ...offenceSources(offence), [at]: [source.value.refTo('Status', '')] },
        },
      ],
      reason: 'case-work',
    },
    id: offence.id,
  }));
}

/** The sources of the statuses on record, which a change of the list would otherwise drop. */
export function offenceSources({ sources }: StoredRecord<'offence'>) {
  return Object.fromEntries(
    Object.entries(sources).filter(([place]) => place.startsWith('standings')),
  );
}

/** A status as it is stored; issues for a wrong day or a code that is missing. */
export function standingOf(
  { status = '', on, reference }: StandingInput,
  { incidentOn = [] }: Pick<Offence, 'incidentOn'>,
  context: CaseContext,
): Result<OffenceStanding> {
  const today = context.host.clock.today();
  const { lists } = context;
  const parsed = v.safeParse(OffenceStanding, {
    status,
    ...(on ? { on } : {}),
    ...(reference?.trim() ? { reference } : {}),
    notedOn: today,
  });
  if (!codeInForce(lists, 'offence-status', status, today)) return failed(STATUS_MISSING);
  if (!parsed.success) return failed(...parsed.issues.map(unreadable));
  const [first] = incidentOn.toSorted();
  const issues: readonly Issue[] = [
    ...standingDayIssues({ on }, 'on', today),
    ...(on !== undefined && first !== undefined && on < first
      ? [
          issueOf(
            'date-out-of-order',
            'on',
            `The date of the status must be on or after the date on which it happened, ${writtenDate(first)}`,
          ),
        ]
      : []),
  ];
  return unless(issues, () => parsed.output);
}

function unreadable({ path: [{ key }] = [] as never }: v.BaseIssue<unknown>): Issue {
  const isDay = key === 'on';
  return issueOf(
    'invalid',
    isDay ? 'on' : 'reference',
    isDay ? 'The date of the status cannot be read' : 'The reference cannot be read',
  );
}

function made(
  { status, on, reference, ...input }: OffenceInput,
  links: Pick<Input<'offence'>, 'referralId'>,
  source: Result<unknown> & Partial<Sourced>,
  context: OffenceContext,
  referral?: StoredRecord<'referral'>,
): Result<CaseCommit> {
  const { subject, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const today = host.clock.today();
  const received = referral?.value.receivedOn ?? today;
  const hasStatus = [status, on, reference].some((said) => (said ?? '') !== '');
  const standing = hasStatus
    ? standingOf({ status, on, reference }, { incidentOn: input.incidentOn }, context)
    : undefined;
  const checked = entryOf(
    'offence',
    {
      ...input,
      ...links,
      subjectId: subject.id,
      standings: standing?.ok ? [standing.value] : [],
      knownOn: earlier(received, today),
    },
    // A section that was not in force on the day is told and not refused: the days of the list are not official.
    context,
    today,
  );
  const wrong = standing && !standing.ok ? standing.issues : [];
  // Every fault at once: one that is mended does not only make room for the next.
  const issues: readonly Issue[] = [
    ...(checked.ok ? ownIssues(checked.value, context, subject.value) : checked.issues),
    ...wrong,
    ...source.issues,
  ];
  if (!checked.ok || !source.ok || wrong.length > 0) return failed(...issues);
  const { value } = checked;
  const { changes, refs } = source.value as Extract<Sourced, { ok: true }>['value'];
  const at = value.asRead === undefined ? 'section' : 'asRead';
  const first = refs(
    at === 'asRead' ? 'In the words that were read' : 'Section',
    value.asRead ?? '',
  );
  const sources = {
    ...(first.length > 0 ? { [at]: first } : {}),
    ...(value.standings.length > 0 ? { 'standings[0]': refs('Status', '') } : {}),
  };
  return unless(issues, () => ({
    commit: {
      changes: [...changes, { ...makes('offence', value), sources }],
      reason: 'case-work',
    },
    id: value.id,
  }));
}

function ownIssues(value: Offence, { lists, host }: OffenceContext, subject: Subject) {
  return [
    ...incidentDayIssues(value, host.clock.today()),
    ...offenceFaults(value, subject),
    ...behaviourIssues(undefined, value, subject),
    ...sectionDayIssues(value, lists),
  ];
}

function earlier(one: PlainDate, other: PlainDate): PlainDate {
  const [first = one] = [one, other].toSorted();
  return first;
}

/** The control of a form for a status alone has no other question. */
const atStatus = (issue: Issue): Issue => ({ ...issue, at: 'status' });

const STATUS_MISSING = issueOf('missing', 'status', 'Select the status');
const STATUS_BY_ITSELF = issueOf(
  'offence-status-source',
  'status',
  'Nobody knows where the words of this referral came from. Save the offence without a status, and record the status with its source.',
);
const WORDS_GONE = issueOf(
  'offence-words-gone',
  'asRead',
  'The referral no longer has these words, or was moved to another person. Open it again.',
);
