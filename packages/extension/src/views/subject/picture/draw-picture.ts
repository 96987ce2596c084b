/**
 * The picture of a case, drawn by Observable Plot. The only file that imports it: it is large, and loaded once the page
 * has been painted. Its style element is taken out before the drawing enters a page; its rules are in our sheet.
 */
import type { CasePicture, LevelSpan, PictureMark, PlainDate } from '@cyber-prevent/core';
import { writtenDate } from '@cyber-prevent/core';
import { dot, type Markish, plot, rect, ruleX, ruleY, text } from '@observablehq/plot';
import { t } from '../../../locales/late.js';
import {
  type DrawnKind,
  FOLDED,
  LEVELS,
  monthsThatFit,
  type PictureLayout,
  type PicturePlaces,
  picturePlaces,
  TOP,
} from './picture-layout.js';
import { pictureMonths, shortDate } from './picture-months.js';
import { datesInWords, drawnLevel, levelWords } from './picture-words.js';

const DAY_MS = 86_400_000;
/** Width of a letter, about: words that do not fit their span are left out of the drawing. */
const LETTER = 7;
/** Room that the first date takes under the line. */
const DATE_WIDTH = 80;

/** A day has no time: it is drawn at midnight UTC, as every other. */
const dayOf = (on: PlainDate): Date => new Date(`${on}T00:00:00Z`);

/** @param isToday - the last day shown is today, and is marked */
export function drawPicture(
  picture: CasePicture,
  layout: PictureLayout,
  isToday: boolean,
): Element {
  const { width, left, line } = layout;
  const { from, to, levels } = picture;
  const places = picturePlaces(layout, levels !== undefined);
  // One day alone has no length: it is at the end of the line, as today always is.
  const start = from === to ? new Date(dayOf(from).getTime() - DAY_MS) : dayOf(from);
  const drawing = plot({
    className: 'cp-plot',
    width,
    height: places.height,
    margin: 0,
    x: { type: 'utc', domain: [start, dayOf(to)], range: [left, left + line], axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      ...dayMarks(picture, layout, places),
      ...nameMarks(layout, places, levels !== undefined),
      ...levelMarks(levels ?? [], (line * DAY_MS) / (dayOf(to).getTime() - start.getTime())),
      ...layout.rows.flatMap(({ kinds }, nth) =>
        kinds.flatMap((kind) => marksOf(kind, picture, places.rows[nth] ?? 0)),
      ),
      ...(isToday ? todayMarks(to, places) : []),
    ],
  });
  for (const style of drawing.querySelectorAll('style')) style.remove();
  // Its place has its size already; the words for it are on the element around it.
  drawing.removeAttribute('width');
  drawing.removeAttribute('height');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.setAttribute('focusable', 'false');
  return drawing;
}

/** The first day by its date, and the months after it: a line of days with no month in it has a date all the same. */
function dayMarks(
  { from, to }: CasePicture,
  layout: PictureLayout,
  { foot }: PicturePlaces,
): readonly Markish[] {
  const perMs = layout.line / Math.max(DAY_MS, dayOf(to).getTime() - dayOf(from).getTime());
  const months = pictureMonths(from, to, monthsThatFit(layout))
    .filter(({ on }) => (dayOf(on).getTime() - dayOf(from).getTime()) * perMs >= DATE_WIDTH)
    .map(({ on, name }) => ({ x: dayOf(on), name }));
  const first = [{ x: dayOf(from), name: shortDate(from) }];
  const named = { x: 'x', y: foot + 11, text: 'name' } as const;
  return [
    ruleX([...first, ...months], { x: 'x', y1: TOP, y2: foot, className: 'cp-plot__grid' }),
    text(months, { ...named, textAnchor: 'start', dx: 2 }),
    text(first, { ...named, textAnchor: from === to ? 'end' : 'start' }),
  ];
}

function nameMarks(
  { left, rows }: PictureLayout,
  places: PicturePlaces,
  hasLevels: boolean,
): readonly Markish[] {
  if (left < 20) return [];
  const names = [
    ...(hasLevels ? [{ y: (LEVELS.top + LEVELS.foot) / 2, name: t('picture.row.level') }] : []),
    ...rows.map(({ name }, nth) => ({ y: places.rows[nth] ?? 0, name: t(name) })),
  ];
  return [text(names, { frameAnchor: 'left', y: 'y', text: 'name', textAnchor: 'start' })];
}

/**
 * Levels as steps: each a flat line for as long as it was the last that was assessed, as high as its place in its
 * instrument. A range is two lines; one whose place is not known is dashed, in the middle; one that was not given, or
 * not assessed yet, is words alone. Nothing joins one level to the next.
 *
 * @param perDay - length of a day on the line
 */
function levelMarks(spans: readonly LevelSpan[], perDay: number): readonly Markish[] {
  const drawn = spans.map(({ from, to, step }) => {
    const { labels = [], places } = step ?? {};
    const isGiven = labels.length > 0;
    const top = isGiven && places ? heightOf(places.high, places.of) : MIDDLE;
    const words = step ? drawnLevel(step) : t('picture.level.not-assessed');
    const days = (dayOf(to).getTime() - dayOf(from).getTime()) / DAY_MS;
    return {
      x1: dayOf(from),
      x2: dayOf(to),
      top,
      low: isGiven && places && places.low !== places.high ? heightOf(places.low, places.of) : top,
      foot: LEVELS.foot,
      isGiven,
      isPlaced: places !== undefined,
      words,
      fits: days * perDay >= words.length * LETTER,
      hover: t('picture.hover', {
        date: datesInWords(step?.on ?? from, to),
        what: step ? levelWords(step) : words,
      }),
    };
  });
  const given = drawn.filter(({ isGiven }) => isGiven);
  const placed = given.filter(({ isPlaced }) => isPlaced);
  const x = { x1: 'x1', x2: 'x2', title: 'hover' } as const;
  return [
    rect(placed, { ...x, y1: 'top', y2: 'foot', className: 'cp-plot__area' }),
    ruleY(placed, { ...x, y: 'top', className: 'cp-plot__level' }),
    ruleY(
      [
        ...placed.filter(({ low, top }) => low !== top).map((span) => ({ ...span, top: span.low })),
        ...given.filter(({ isPlaced }) => !isPlaced),
      ],
      { ...x, y: 'top', className: 'cp-plot__level cp-plot__level--unplaced' },
    ),
    text(
      drawn.filter(({ fits }) => fits),
      {
        x: 'x1',
        y: ({ top }) => top - 8,
        text: 'words',
        textAnchor: 'start',
        dx: 4,
        className: 'cp-plot__words',
      },
    ),
  ];
}

const MIDDLE = (LEVELS.top + LEVELS.foot) / 2;

function heightOf(place: number, of: number): number {
  return LEVELS.foot - ((place + 1) / of) * (LEVELS.foot - LEVELS.top);
}

/** Draws into a path of Plot's. */
interface Path {
  rect(x: number, y: number, width: number, height: number): void;
}

const BAR = { draw: (path: Path) => path.rect(-2.5, -6, 5, 12) };
const BOX = { draw: (path: Path) => path.rect(-9, -8, 18, 16) };

/** Every kind has a shape of its own, so that none is a colour alone. */
const SHAPES = {
  contact: { symbol: 'circle', r: 5 },
  'not-met': { symbol: 'circle', r: 4.5 },
  session: { symbol: BAR, r: 5 },
  decision: { symbol: 'diamond2', r: 5.5 },
  notice: { symbol: 'square', r: 5.5 },
} as const satisfies Readonly<Record<PictureMark['mark'], object>>;

function marksOf(kind: DrawnKind, picture: CasePicture, y: number): readonly Markish[] {
  if (kind === FOLDED) return foldedMarks(picture, y);
  const marks = picture.marks
    .filter(({ mark }) => mark === kind)
    .map(({ on, records: { length: count } }) => ({
      x: dayOf(on),
      count,
      times: t('picture.times', { count }),
      hover: t('picture.hover', {
        date: writtenDate(on),
        what: t(`picture.count.${kind}`, { count }),
      }),
    }));
  return [
    dot(marks, { ...SHAPES[kind], x: 'x', y, title: 'hover', className: markClass(kind) }),
    text(
      marks.filter(({ count }) => count > 1),
      { x: 'x', y, text: 'times', textAnchor: 'start', dx: 7, className: 'cp-plot__words' },
    ),
  ];
}

function foldedMarks({ folded }: CasePicture, y: number): readonly Markish[] {
  const parts = folded.map(({ from, to, count }) => ({
    x1: dayOf(from),
    x2: dayOf(to),
    count: String(count),
    hover: t('picture.hover', {
      date: datesInWords(from, to),
      what: t('picture.count.folded', { count }),
    }),
  }));
  return [
    ruleY(parts, { x1: 'x1', x2: 'x2', y, className: 'cp-plot__folds' }),
    dot(parts, { x: 'x1', y, symbol: BOX, title: 'hover', className: markClass(FOLDED) }),
    text(parts, { x: 'x1', y, text: 'count', pointerEvents: 'none', className: 'cp-plot__words' }),
  ];
}

function markClass(kind: DrawnKind): string {
  return `cp-plot__mark cp-plot__mark--${kind}`;
}

function todayMarks(to: PlainDate, { foot }: PicturePlaces): readonly Markish[] {
  const today = [{ x: dayOf(to), words: t('picture.today') }];
  return [
    ruleX(today, { x: 'x', y1: TOP, y2: foot, className: 'cp-plot__now' }),
    text(today, {
      x: 'x',
      y: 8,
      text: 'words',
      textAnchor: 'end',
      dx: -4,
      className: 'cp-plot__words',
    }),
  ];
}
