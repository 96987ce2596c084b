import type { CaseOverview, CourseMark, LevelStepOnRecord } from '@cyber-prevent/core';
import type { Surface } from '../../../app/surface.js';
import { t } from '../../../locales/late.js';
import type { CourseScale } from './course-scale.js';

/** Size of the drawing, in its own units: it grows and shrinks with the page. */
interface PictureSize {
  readonly width: number;
  /** Room for the names of the rows; none in a panel, where the key alone says what they are. */
  readonly left: number;
  /** Length of the line of days. */
  readonly line: number;
}

export const PICTURE_SIZES = {
  workspace: { width: 808, left: 84, line: 690 },
  panel: { width: 340, left: 4, line: 312 },
} as const satisfies Readonly<Record<Surface, PictureSize>>;

const [TOP, FOOT] = [16, 130];
const LEVELS = { top: 26, foot: 70 } as const;
const CONTACTS = 86;
const DECISIONS = 109;

interface CoursePictureProps {
  overview: Pick<CaseOverview, 'course' | 'levels'>;
  scale: CourseScale;
  size: PictureSize;
  /** The same in a sentence. */
  label: string;
}

/** Level, contacts and decisions over time. Every mark has a shape of its own, so that none is a colour alone. */
export function CoursePicture({ overview, scale, size, label }: CoursePictureProps) {
  const { course, levels } = overview;
  const x = (on: CourseMark['on']) => size.left + scale.x(on);
  const hasNames = size.left > 20;
  return (
    <svg
      class="cp-course"
      viewBox={`0 0 ${size.width} 150`}
      role="img"
      aria-label={label}
      focusable="false"
    >
      {scale.months.map(({ on, name }) => (
        <g key={on}>
          <path class="cp-course__grid" d={`M${x(on)} ${TOP}V${FOOT}`} />
          <text x={x(on) + 2} y={144}>
            {name}
          </text>
        </g>
      ))}
      {hasNames && <RowNames />}
      {levels.map((step, nth) => (
        <LevelBlock
          key={step.assessment.id}
          step={step}
          from={x(step.on)}
          to={x(levels[nth + 1]?.on ?? scale.to)}
        />
      ))}
      {course.map(({ on, mark, record }) => (
        <Mark key={`${record} ${mark} ${on}`} mark={mark} x={x(on)} />
      ))}
      <Now at={x(scale.to)} />
    </svg>
  );
}

function RowNames() {
  return (
    <>
      <text x={0} y={50}>
        {t('overview.course.row.level')}
      </text>
      <text x={0} y={CONTACTS + 4}>
        {t('overview.course.row.contacts')}
      </text>
      <text x={0} y={DECISIONS + 4}>
        {t('overview.course.row.decisions')}
      </text>
    </>
  );
}

interface LevelBlockProps {
  step: LevelStepOnRecord;
  from: number;
  to: number;
}

/**
 * One level until the next assessment: as high as its place in its instrument, from the lowest to the highest level
 * within reach. One whose place is not known is a dashed line, and one that was not given is no block at all.
 */
function LevelBlock({ step: { labels, places }, from, to }: LevelBlockProps) {
  const words = labels.length === 0 ? t('overview.course.no-level-given') : labels.join(' – ');
  const height = (place: number, of: number) =>
    LEVELS.foot - ((place + 1) / of) * (LEVELS.foot - LEVELS.top);
  const top = places ? height(places.high, places.of) : (LEVELS.top + LEVELS.foot) / 2;
  return (
    <g>
      {places && labels.length > 0 && (
        <path class="cp-course__area" d={`M${from} ${top}H${to}V${LEVELS.foot}H${from}Z`} />
      )}
      {labels.length > 0 && (
        <path
          class={places ? 'cp-course__level' : 'cp-course__level cp-course__level--unplaced'}
          d={`M${from} ${top}H${to}`}
        />
      )}
      {places && places.low !== places.high && (
        <path
          class="cp-course__level cp-course__level--unplaced"
          d={`M${from} ${height(places.low, places.of)}H${to}`}
        />
      )}
      <text class="cp-course__words" x={from + 4} y={top - 6}>
        {words}
      </text>
    </g>
  );
}

function Now({ at }: { at: number }) {
  return (
    <>
      <path class="cp-course__now" d={`M${at} ${TOP}V${FOOT}`} />
      <text class="cp-course__words cp-course__words--end" x={at - 4} y={12}>
        {t('overview.course.today')}
      </text>
    </>
  );
}

/** @param y - its height; without one that of its row in the picture */
export function Mark({ mark, x, y }: { mark: CourseMark['mark']; x: number; y?: number }) {
  const isAbove = mark === 'contact' || mark === 'not-met' || mark === 'session';
  const at = y ?? (isAbove ? CONTACTS : DECISIONS);
  const shape = `cp-course__mark cp-course__mark--${mark}`;
  if (mark === 'contact') return <circle class={shape} cx={x} cy={at} r={5} />;
  if (mark === 'not-met') return <circle class={shape} cx={x} cy={at} r={4.5} />;
  if (mark === 'session') return <rect class={shape} x={x - 2} y={at - 5} width={4} height={10} />;
  if (mark === 'decision') return <path class={shape} d={`M${x} ${at - 6}l6 6-6 6-6-6z`} />;
  return <rect class={shape} x={x - 5} y={at - 5} width={10} height={10} />;
}
