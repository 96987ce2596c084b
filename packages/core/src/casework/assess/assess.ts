/**
 * Assess a subject by an instrument, and continue an assessment that is not signed yet. No decision follows from a
 * level.
 */
import type { AssessedAnswer, Assessment } from '../../record/assessment.js';
import type { RecordOf } from '../../record/kind.js';
import { type AskedFact, factsAsked, factsGiven, type GivenFact } from '../../risk/asked-fact.js';
import { answerIssues } from '../../risk/check-answers.js';
import type { Instrument } from '../../risk/instrument.js';
import { type Facts, type LevelReading, levelOf } from '../../risk/level.js';
import { supersession } from '../../risk/superseded.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { ageFact } from './age-fact.js';
import { evidenceIssues } from './evidence.js';

export interface AssessmentContext extends CaseContext {
  /** The officer who acts. */
  readonly officer: RecordId;
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Instruments by id, as `gatherInstruments` gives them. */
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** The subject's records: earlier assessments, and the evidence for answers. */
  readonly records?: readonly StoredRecord[];
  /** Facts of that kind which the caller already knows. The age is taken from the dates of birth. */
  readonly facts?: Facts;
}

/** An officer's input; everything may be empty until it is signed. */
export interface AssessmentInput
  extends Partial<
    Pick<Assessment, 'formulation' | 'confidence' | 'pathway' | 'reviewDueOn' | 'assessedOn'>
  > {
  /** Id of the instrument. */
  readonly instrument: string;
  /** Absent: the version in use. Any other version is refused. */
  readonly instrumentVersion?: string;
  readonly answers: readonly AssessedAnswer[];
  /**
   * Facts that the instrument asks for to decide whether it applies, as the officer knows them; an empty one is not
   * known.
   */
  readonly facts?: readonly GivenFact[];
}

/**
 * Saves the answers to an instrument about one subject as an unsigned draft, with the levels within reach.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when the list of confidence was not handed over
 */
export function assess(input: AssessmentInput, context: AssessmentContext): Result<CaseCommit> {
  const { subject, records = [] } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const assessedOn = input.assessedOn ?? context.host.clock.today();
  const earlier = standingAssessment(records, subject.id, input.instrument);
  const checked = checkedEntry({ ...input, assessedOn }, subject, context);
  if (!checked.ok) return checked;
  const [value, issues] = checked.value;
  return unless(issues, () => ({
    commit: {
      changes: [makes('assessment', earlier ? { ...value, supersedes: earlier.id } : value)],
      reason: 'case-work',
    },
    id: value.id,
  }));
}

/** Replaces the officer's input. An override is dropped: it was for a level that other answers led to. */
export function reviseAssessment(
  held: StoredRecord<'assessment'>,
  input: AssessmentInput,
  context: AssessmentContext,
): Result<CaseCommit> {
  const { subject } = context;
  if (subject?.id !== held.value.subjectId) return failed(SUBJECT_UNKNOWN);
  if (held.value.signedAt !== undefined) return failed(ASSESSMENT_SIGNED);
  const assessedOn = input.assessedOn ?? held.value.assessedOn;
  const checked = checkedEntry({ ...input, assessedOn }, subject, context);
  if (!checked.ok) return checked;
  const [{ id: _id, ...value }, issues] = checked.value;
  const isDropped = held.value.override !== undefined;
  const gone = (
    ['noLevel', 'facts', 'formulation', 'confidence', 'pathway', 'reviewDueOn'] as const
  ).filter((name) => held.value[name] !== undefined && value[name] === undefined);
  const set = {
    ...value,
    ...Object.fromEntries(gone.map((name) => [name, null])),
    ...(isDropped ? { override: null } : {}),
  } as Change<'assessment'>['set'];
  return unless([...issues, ...(isDropped ? [OVERRIDE_DROPPED] : [])], () => ({
    commit: { changes: [sets(held, set)], reason: 'case-work' },
    id: held.id,
  }));
}

function checkedEntry(
  input: AssessmentInput & { readonly assessedOn: PlainDate },
  subject: StoredRecord<'subject'>,
  context: AssessmentContext,
): Result<readonly [RecordOf<'assessment'>, readonly Issue[]]> {
  const { instruments, records = [] } = context;
  const { assessedOn, answers } = input;
  const instrument = instruments.get(input.instrument);
  if (!instrument) return failed(INSTRUMENT_UNKNOWN);
  const version = input.instrumentVersion ?? instrument.version;
  const stale = supersession({ ...instrument, version }, instruments, assessedOn);
  if (stale) return failed(stale);
  if (version !== instrument.version) return failed(INSTRUMENT_UNKNOWN);
  const given = answersOf(answers);
  const known = { ...context.facts, ...ageFact(instrument, subject.value, assessedOn) };
  const asked = factsAsked(instrument, known);
  const facts = asked.flatMap(({ fact }) => {
    const value = input.facts?.find((each) => each.fact === fact)?.value.trim();
    return value ? [{ fact, value }] : [];
  });
  const twice = answers.filter(({ item }, i) => answers.findIndex((one) => one.item === item) < i);
  const wrong = [
    ...answerIssues(instrument, given, (item) => `answers.${item}`),
    ...twice.map(({ item }) => answeredTwice(item)),
    ...evidenceIssues(answers, subject.id, [subject, ...records]),
    ...factIssues(asked, facts),
    ...futureIssues('The date of the assessment', assessedOn, 'assessedOn', context),
  ];
  if (wrong.length > 0) return failed(...wrong);
  const reading = levelOf(instrument, given, { ...factsGiven(asked, facts), ...known });
  const checked = entryOf(
    'assessment',
    {
      ...input,
      ...namedIn(instrument),
      ...levelsOf(instrument, reading),
      answers: [...answers],
      facts: facts.length > 0 ? (facts as RecordOf<'assessment'>['facts']) : undefined,
      subjectId: subject.id,
    },
    context,
    assessedOn,
  );
  if (!checked.ok) return checked;
  const { reviewDueOn } = checked.value;
  const issues = [...readingIssues(reading)];
  if (reviewDueOn !== undefined && reviewDueOn <= assessedOn) issues.push(REVIEW_TOO_EARLY);
  return unless(issues, () => [checked.value, issues] as const);
}

/** Answers by item, in the form that scoring takes. */
export function answersOf(answers: readonly Pick<AssessedAnswer, 'item' | 'answer'>[]) {
  return Object.fromEntries(answers.map(({ item, answer }) => [item, answer]));
}

/** The latest signed assessment of the subject by the instrument that no other supersedes. */
export function standingAssessment(
  records: readonly StoredRecord[],
  subjectId: RecordId,
  instrument: string,
): StoredRecord<'assessment'> | undefined {
  const signed = records
    .filter((record): record is StoredRecord<'assessment'> => record.kind === 'assessment')
    .filter(
      ({ value }) =>
        value.subjectId === subjectId &&
        value.instrument === instrument &&
        value.signedAt !== undefined,
    );
  const superseded = new Set(signed.map(({ value }) => value.supersedes));
  return signed
    .filter(({ id }) => !superseded.has(id))
    .toSorted((a, b) => ((a.value.signedAt ?? '') < (b.value.signedAt ?? '') ? -1 : 1))
    .at(-1);
}

function namedIn({ id, version, title, status }: Instrument) {
  return {
    instrument: id,
    instrumentVersion: version,
    instrumentTitle: title,
    instrumentStatus: status,
  };
}

function levelsOf({ bands }: Instrument, { bands: within, noLevel }: LevelReading) {
  const levels = bands
    .filter(({ id }) => within.includes(id))
    .map(({ id, label }) => ({ id, label }));
  return { levels, noLevel };
}

function readingIssues({ applies, notApplying, tooFew }: LevelReading): readonly Issue[] {
  return [
    ...notApplying.map(
      ({ fact, reason }): Issue => ({
        code: applies === 'no' ? 'instrument-not-applicable' : 'applicability-unknown',
        severity: applies === 'no' ? 'error' : 'warning',
        message: `${applies === 'no' ? 'This instrument is not for this subject' : 'It is not known whether this instrument is for this subject'}: ${reason.text}`,
        at: `facts.${fact}`,
      }),
    ),
    ...tooFew.map(
      ({ answered, needed, reason }): Issue => ({
        code: 'too-few-answers',
        severity: 'warning',
        message: `Answered so far: ${answered} of the ${needed} that a level needs. ${reason.text}`,
        at: 'answers',
      }),
    ),
  ];
}

function factIssues(asked: readonly AskedFact[], facts: readonly GivenFact[]): readonly Issue[] {
  return asked.flatMap(({ fact, prompt, oneOf }): readonly Issue[] => {
    const value = facts.find((each) => each.fact === fact)?.value;
    if (value === undefined || oneOf || Number.isFinite(Number(value))) return [];
    return [
      {
        code: 'invalid',
        severity: 'error',
        message: `${prompt} must be a number`,
        at: `facts.${fact}`,
      },
    ];
  });
}

function answeredTwice(item: string): Issue {
  return {
    code: 'answered-twice',
    severity: 'error',
    message: 'This item is answered twice. Leave one answer.',
    at: `answers.${item}`,
  };
}

export const ASSESSMENT_SIGNED: Issue = {
  code: 'assessment-signed',
  severity: 'error',
  message: 'This assessment is signed and never changes. Make a new one, which supersedes it.',
};

const INSTRUMENT_UNKNOWN: Issue = {
  code: 'instrument-unknown',
  severity: 'error',
  message: 'This instrument or version is not on this computer. Choose an instrument again.',
  at: 'instrument',
};

const OVERRIDE_DROPPED: Issue = {
  code: 'override-dropped',
  severity: 'warning',
  message:
    'The other level was dropped, because the answers were entered again. Propose it again if it is still right.',
  at: 'override',
};

const REVIEW_TOO_EARLY: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The date the review is due must be after the date of the assessment',
  at: 'reviewDueOn',
};
