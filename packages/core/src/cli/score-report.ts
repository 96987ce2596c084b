/**
 * The result of scoring answers, as figures for another program and as lines for a person. Lines give the level and no
 * points.
 */
import { answerLabel } from '../risk/answer.js';
import type { AnswersFile } from '../risk/check-answers.js';
import type { Instrument } from '../risk/instrument.js';
import { type LevelReading, levelOf, type NoLevel } from '../risk/level.js';
import {
  type LevelMove,
  type LevelSensitivity,
  levelMoves,
  sensitivity,
} from '../risk/sensitivity.js';
import type { Issue } from '../shared/issue.js';

export interface ScoreFigures extends Omit<LevelReading, 'level' | 'bands' | 'noLevel'> {
  readonly isScored: true;
  readonly instrument: Pick<Instrument, 'id' | 'title' | 'version' | 'status'>;
  /** Reason that the instrument may start no new assessment; null if it is in use. */
  readonly superseded: string | null;
  /** The settled level; null if there is none yet. */
  readonly level: NamedBand | null;
  readonly noLevel: NoLevel | null;
  /** Every level still possible, lowest first. */
  readonly levels: readonly NamedBand[];
  readonly itemCount: number;
  readonly answeredCount: number;
  /** Changes that a single answer could make by itself. */
  readonly moves: readonly LevelMove[];
  readonly sensitivity: readonly LevelSensitivity[];
}

export interface NamedBand {
  readonly id: string;
  readonly label: string;
}

export function scoreFigures(
  instrument: Instrument,
  { answers, facts }: AnswersFile,
  superseded: Issue | undefined,
): ScoreFigures {
  const { level, bands, noLevel, ...reading } = levelOf(instrument, answers, facts);
  const { id, title, version, status, items } = instrument;
  const named = instrument.bands
    .filter((band) => bands.includes(band.id))
    .map((band) => ({ id: band.id, label: band.label }));
  return {
    isScored: true,
    instrument: { id, title, version, status },
    superseded: superseded?.message ?? null,
    level: named.find((band) => band.id === level) ?? null,
    noLevel: noLevel ?? null,
    levels: named,
    ...reading,
    itemCount: items.length,
    answeredCount: items.length - reading.missing.length,
    moves: levelMoves(instrument, answers),
    sensitivity: sensitivity(instrument, answers),
  };
}

const STATUS_WORDS = {
  illustrative: 'illustrative: it shows how an instrument works',
  'professional-judgement': 'professional judgement: no study supports its levels',
  validated: 'said by its authors to be validated: see its source',
} as const;

const NO_LEVEL_WORDS: Readonly<Record<NoLevel, string>> = {
  'not-applicable': 'No level: the instrument is not for this subject.',
  'applicability-unknown':
    'No level yet: it is not known whether the instrument is for this subject.',
  'too-few-answers': 'No level yet: too little is answered.',
  'answers-missing': 'No level yet: what is missing could still move it.',
  'gives-no-level': 'This instrument gives no level.',
};

export function scoreReport(instrument: Instrument, figures: ScoreFigures): readonly string[] {
  const { level, noLevel, levels, superseded, reasons, moves } = figures;
  const item = (id: string) => instrument.items.find((each) => each.id === id);
  const label = (id: string) => instrument.bands.find((band) => band.id === id)?.label ?? id;
  const within = levels.map((band) => band.label).join(', ');
  const listed = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];
  const found = (findings: LevelReading['concerns']) =>
    findings.map(({ item: id, answer }) => {
      const of = item(id);
      return of ? `${of.prompt}: ${answerLabel(of, answer)}` : id;
    });
  return [
    `${instrument.title} ${instrument.version} (${STATUS_WORDS[instrument.status]})`,
    ...(superseded ? [superseded] : []),
    level ? `Level: ${level.label}` : NO_LEVEL_WORDS[noLevel ?? 'answers-missing'],
    ...(level === null && levels.length > 0 ? [`Still possible: ${within}`] : []),
    `Answered: ${figures.answeredCount} of ${figures.itemCount}`,
    ...listed('Not met', [
      ...figures.notApplying.map(({ fact, reason }) => `${fact}: ${reason.text}`),
      ...figures.tooFew.map(
        ({ answered, needed, reason }) => `${answered} of ${needed} answered: ${reason.text}`,
      ),
    ]),
    ...listed('Concerns', found(figures.concerns)),
    ...listed('Strengths', found(figures.strengths)),
    ...listed('Context', found(figures.context)),
    ...listed(
      'Reasons',
      reasons.map(
        ({ reason, isSettled }) => `${reason.text} (${reason.kind}${isSettled ? '' : ', open'})`,
      ),
    ),
    ...listed(
      'Worth asking',
      moves.flatMap(({ prompt, rise, fall }) =>
        [rise, fall].flatMap((step) =>
          step
            ? [`${prompt}: if answered, ${label(step.from)} could become ${label(step.to)}`]
            : [],
        ),
      ),
    ),
  ];
}
