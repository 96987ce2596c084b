/** Result of the answers, in sentences. Never a number of points. */
import {
  answerLabel,
  type Instrument,
  type Issue,
  type LevelMove,
  type LevelReading,
  type LevelReason,
  type RecordOf,
} from '@cyber-prevent/core';
import { t } from '../../locales/late.js';
import { eitherOf } from '../act/either-of.js';

export function bandLabel({ bands }: Instrument, id: string): string {
  return bands.find((band) => band.id === id)?.label ?? id;
}

/** The level, or the levels within reach. */
export function levelWords(instrument: Instrument, reading: LevelReading): string {
  if (reading.noLevel === 'gives-no-level') return t('assessment.level.none');
  const labels = reading.bands.map((id) => bandLabel(instrument, id));
  if (reading.level !== undefined)
    return t('assessment.level.is', { level: bandLabel(instrument, reading.level) });
  if (reading.noLevel === 'not-applicable') return t('assessment.level.not-for');
  return t('assessment.level.within', { levels: eitherOf(labels) });
}

/** Reasons that there is no level yet: a sentence for each missing part. */
export function stillMissing({ applies, notApplying, tooFew }: LevelReading): readonly string[] {
  return [
    ...notApplying.map(({ reason: { text } }) =>
      t(applies === 'no' ? 'assessment.not-for' : 'assessment.for-unknown', { why: text }),
    ),
    ...tooFew.map(({ answered, needed, reason: { text } }) =>
      t('assessment.too-few', { answered, needed, why: text }),
    ),
  ];
}

/** “At least High: harm is meant, and there is a way to do it.” For an open one its list says that it is not settled. */
export function reasonWords(instrument: Instrument, of: LevelReason): string {
  const why = of.reason.source
    ? t('assessment.reason.source', { why: of.reason.text, source: of.reason.source })
    : of.reason.text;
  if (of.of === 'band')
    return t('assessment.reason.band', { level: bandLabel(instrument, of.id), why });
  const rule = instrument.rules?.find(({ id }) => id === of.id);
  const level = bandLabel(instrument, rule?.atLeast ?? rule?.atMost ?? '');
  const isFloor = rule?.atLeast !== undefined;
  return t(isFloor ? 'assessment.reason.least' : 'assessment.reason.most', { level, why });
}

/** “If “Spends time on forums …” were answered “Present”, Medium could become High.” */
export function moveWords(
  instrument: Instrument,
  { item: id, prompt, rise, fall }: LevelMove,
): readonly string[] {
  const item = instrument.items.find((each) => each.id === id);
  return [rise, fall].flatMap((step) =>
    step && item
      ? [
          t('assessment.move', {
            prompt,
            answer: answerLabel(item, step.answer),
            from: bandLabel(instrument, step.from),
            to: bandLabel(instrument, step.to),
          }),
        ]
      : [],
  );
}

/** Level as recorded: for lists, and if the instrument is not available. */
export function levelOnRecord({
  levels,
  noLevel,
  override,
}: Pick<RecordOf<'assessment'>, 'levels' | 'noLevel' | 'override'>): string {
  if (noLevel === 'gives-no-level') return t('assessment.level.none-short');
  const isGiven = noLevel === undefined || noLevel === 'answers-missing';
  const within = isGiven
    ? eitherOf(levels.map(({ label }) => label))
    : t('assessment.level.not-given');
  return override?.confirmedBy === undefined
    ? within
    : t('assessment.level.instead', { level: override.levelLabel, answers: within });
}

/** Strength of an instrument's evidence, in plain words. */
export function statusWords(status: string): string {
  if (status === 'illustrative') return t('assessment.status.illustrative');
  return status === 'validated'
    ? t('assessment.status.validated')
    : t('assessment.status.professional-judgement');
}

/** “Line 4, column 7: …”, as the core names the place in a file. */
export function placedSentence({ at, message }: Issue): string {
  return at ? `${at.charAt(0).toUpperCase()}${at.slice(1)}: ${message}` : message;
}
