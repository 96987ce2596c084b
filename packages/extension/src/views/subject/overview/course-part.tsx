import {
  type CaseOverview,
  COURSE_MARKS,
  type PlainDate,
  RECORD_LABELS,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Details } from '../../../components/details.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import { CoursePicture, Mark, PICTURE_SIZES } from './course-picture.js';
import { type CourseScale, courseScale } from './course-scale.js';
import { Part } from './part.js';

/** Fewer entries than this are a sentence, not a picture. */
const ENOUGH = 4;

/** The case so far, as a small picture with the same in a table; in a sentence while there is little. */
export function CoursePart({ overview }: { overview: CaseOverview }) {
  const { services, router, surface } = useApp();
  const { course, levels, subject } = overview;
  const size = PICTURE_SIZES[surface];
  const count = course.length + levels.length;
  const scale = courseScale(course, levels, services.today(), size.line);
  return (
    <Part
      heading={t('overview.course')}
      more={{
        words: t('overview.course.chronology'),
        onPress: () => router.go({ name: 'subject', subject: subject.id, section: 'timeline' }),
      }}
    >
      {count === 0 && <p class="cp-part__line">{t('overview.course.none')}</p>}
      {count > 0 && count < ENOUGH && (
        <p class="cp-part__line">
          {inWords(overview, scale)} <span class="cp-quiet">{t('overview.course.few')}</span>
        </p>
      )}
      {count >= ENOUGH && (
        <>
          <CoursePicture
            overview={overview}
            scale={scale}
            size={size}
            label={inWords(overview, scale)}
          />
          <ul class="cp-course-key">
            {COURSE_MARKS.filter((kind) => course.some(({ mark }) => mark === kind)).map((kind) => (
              <li key={kind}>
                <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
                  <Mark mark={kind} x={6} y={6} />
                </svg>
                {t(`overview.course.mark.${kind}`)}
              </li>
            ))}
          </ul>
          <Details summary={t('overview.course.table')} late>
            <CourseTable overview={overview} />
          </Details>
        </>
      )}
    </Part>
  );
}

/** The picture in one sentence, for those who do not see it. */
function inWords({ course, levels }: CaseOverview, { from, to }: CourseScale): string {
  const steps = levels.map(({ on, labels }) =>
    t('overview.course.level-at', { level: levelWords(labels), date: writtenDate(on) }),
  );
  const marks = COURSE_MARKS.flatMap((kind) => {
    const count = course.filter(({ mark }) => mark === kind).length;
    return count === 0 ? [] : [t(`overview.course.count.${kind}`, { count })];
  });
  const span =
    from === to
      ? t('overview.course.day', { date: writtenDate(from) })
      : t('overview.course.span', { from: writtenDate(from), to: writtenDate(to) });
  return t('overview.course.picture', {
    span,
    levels: steps.length === 0 ? t('overview.course.no-level') : steps.join(', '),
    marks: marks.length === 0 ? t('overview.course.no-marks') : marks.join(', '),
  });
}

function levelWords(labels: readonly string[]): string {
  return labels.length === 0 ? t('overview.course.no-level-given') : labels.join(' – ');
}

interface CourseRow {
  readonly id: string;
  readonly on: PlainDate;
  readonly what: string;
}

function CourseTable({ overview: { course, levels } }: { overview: CaseOverview }) {
  const rows: readonly CourseRow[] = [
    ...course.map(({ on, mark, kind, record }) => ({
      id: `${record} ${mark} ${on}`,
      on,
      what: t('overview.course.row', {
        mark: t(`overview.course.mark.${mark}`),
        kind: RECORD_LABELS[kind].one,
      }),
    })),
    ...levels.map(({ on, labels, assessment }) => ({
      id: assessment.id,
      on,
      what: t('overview.course.level', { level: levelWords(labels) }),
    })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    <Table
      caption={t('overview.course.caption')}
      captionHidden
      empty={t('overview.course.none')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: 'on', heading: t('overview.course.on'), cell: ({ on }) => writtenDate(on) },
        { key: 'what', heading: t('overview.course.what'), cell: ({ what }) => what },
      ]}
    />
  );
}
