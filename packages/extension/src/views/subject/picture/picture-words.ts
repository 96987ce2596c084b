/** The picture of a case in words: in one sentence, and as the rows of its table. */
import {
  type CasePicture,
  COURSE_MARKS,
  type LevelSpan,
  type LevelStepOnRecord,
  type PlainDate,
  writtenDate,
} from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import { eitherOf } from '../../act/either-of.js';

/** With more levels than these the sentence has their number and the last: the table has each. */
const MOST_LEVELS = 6;

export function levelWords({ labels, isOverridden }: LevelStepOnRecord): string {
  if (labels.length === 0) return t('picture.level.not-given');
  const level = eitherOf(labels);
  return isOverridden ? t('picture.level.overridden', { level }) : level;
}

/** The same in the drawing, which has little room: a star for a level that is not that of the answers. */
export function drawnLevel({ isOverridden, ...step }: LevelStepOnRecord): string {
  const level = levelWords({ ...step, isOverridden: false });
  return isOverridden ? t('picture.level.starred', { level }) : level;
}

/** The picture in one sentence, for those who do not see it. */
export function pictureSentence({ from, to, levels, marks, folded }: CasePicture): string {
  const span =
    from === to
      ? t('picture.day', { date: writtenDate(from) })
      : t('picture.span', { from: writtenDate(from), to: writtenDate(to) });
  const counts = COURSE_MARKS.flatMap((kind) => {
    const count = marks
      .filter(({ mark }) => mark === kind)
      .reduce((sum, { records }) => sum + records.length, 0);
    return count === 0 ? [] : [t(`picture.count.${kind}`, { count })];
  });
  const noted = folded.reduce((sum, { count }) => sum + count, 0);
  const said = [
    ...(counts.length === 0 ? [t('picture.no-marks')] : counts),
    ...(noted === 0 ? [] : [t('picture.count.folded', { count: noted })]),
  ].join(', ');
  return levels
    ? t('picture.sentence', { span, levels: levelsInWords(levels), marks: said })
    : t('picture.sentence.no-levels', { span, marks: said });
}

function levelsInWords(spans: readonly LevelSpan[]): string {
  const steps = spans.flatMap(({ step }) => step ?? []);
  const last = steps.at(-1);
  if (!last) return t('picture.level.none');
  if (steps.length > MOST_LEVELS)
    return t('picture.level.many', {
      count: steps.length,
      level: levelWords(last),
      date: writtenDate(last.on),
    });
  return spans
    .map(({ to, step }) =>
      step
        ? t('picture.level.from', { level: levelWords(step), date: writtenDate(step.on) })
        : t('picture.level.none-yet', { date: writtenDate(to) }),
    )
    .join(', ');
}

export interface PictureTableRow {
  readonly id: string;
  readonly on: PlainDate;
  readonly date: string;
  readonly what: string;
}

/** Everything that is drawn, in the order of the days. */
export function pictureTable({
  marks,
  levels = [],
  folded,
}: CasePicture): readonly PictureTableRow[] {
  return [
    ...levels.flatMap(({ step }) =>
      step
        ? [
            rowOf(
              step.assessment.id,
              step.on,
              t('picture.table.level', { level: levelWords(step) }),
            ),
          ]
        : [],
    ),
    ...marks.map(({ on, mark, records }) =>
      rowOf(`${mark} ${on}`, on, t(`picture.count.${mark}`, { count: records.length })),
    ),
    ...folded.map(({ from, to, count }) => ({
      ...rowOf(`folded ${from}`, from, t('picture.count.folded', { count })),
      date: datesInWords(from, to),
    })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function rowOf(id: string, on: PlainDate, what: string): PictureTableRow {
  return { id, on, date: writtenDate(on), what };
}

export function datesInWords(from: PlainDate, to: PlainDate): string {
  return from === to
    ? writtenDate(from)
    : t('picture.table.dates', { from: writtenDate(from), to: writtenDate(to) });
}

/** Number of entries that the picture has. */
export function pictureSize({ marks, levels = [], folded }: CasePicture): number {
  return (
    marks.reduce((sum, { records }) => sum + records.length, 0) +
    levels.filter(({ step }) => step).length +
    folded.reduce((sum, { count }) => sum + count, 0)
  );
}

/** True if it has two days or more: of one day alone a picture says less than the table does. */
export function hasCourse({ marks, levels = [], folded }: CasePicture): boolean {
  const days = [
    ...marks.map(({ on }) => on),
    ...levels.flatMap(({ step }) => step?.on ?? []),
    ...folded.flatMap(({ from, to }) => [from, to]),
  ];
  return new Set(days).size > 1;
}
