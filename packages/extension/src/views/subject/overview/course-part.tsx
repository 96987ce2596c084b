import { type CaseOverview, casePicture, RECORD_KINDS, RECORD_LABELS } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { PictureFigure } from '../picture/picture-figure.js';
import { foldsThatFit, PICTURE_LAYOUTS } from '../picture/picture-layout.js';
import { hasCourse, pictureSentence, pictureSize } from '../picture/picture-words.js';
import { usePictureSurface } from '../picture/use-picture-surface.js';
import { Part } from './part.js';

/** Fewer entries than this are a sentence, not a picture. */
const ENOUGH = 4;

/** The case so far, as a small picture with the same in a table; in a sentence while there is little. */
export function CoursePart({ overview, page }: { overview: CaseOverview; page: SubjectPage }) {
  const { services, router } = useApp();
  const surface = usePictureSurface();
  const { subject, undrawn } = overview;
  const today = services.today();
  const picture = useMemo(
    () =>
      casePicture(overview, [], {
        today,
        mostFolds: foldsThatFit(PICTURE_LAYOUTS.small[surface]),
      }),
    [overview, today, surface],
  );
  const isEnough = picture !== undefined && pictureSize(picture) >= ENOUGH;
  const isDrawn = isEnough && hasCourse(picture);
  return (
    <Part
      heading={t('overview.course')}
      more={{
        words: t('overview.course.chronology'),
        onPress: () => router.go({ name: 'subject', subject: subject.id, section: 'timeline' }),
      }}
    >
      {!picture && <p class="cp-part__line">{onRecordWords(page)}</p>}
      {picture && !isDrawn && (
        <p class="cp-part__line">
          {pictureSentence(picture)}
          {!isEnough && <span class="cp-quiet"> {t('overview.course.few')}</span>}
        </p>
      )}
      {picture && isDrawn && <PictureFigure picture={picture} size="small" undrawn={undrawn} />}
    </Part>
  );
}

/** Names what is on record about the person that no picture shows: “On record: referral, 2 related people.” */
function onRecordWords({ subject, records }: SubjectPage): string {
  const own = records.filter(({ value }) => 'subjectId' in value && value.subjectId === subject.id);
  const kinds = RECORD_KINDS.flatMap((kind) => {
    const count = own.filter((record) => record.kind === kind).length;
    const { one, many } = RECORD_LABELS[kind];
    if (count === 0) return [];
    return count === 1 ? one.toLowerCase() : `${count} ${many.toLowerCase()}`;
  }).join(', ');
  return kinds === '' ? t('overview.course.none') : t('overview.course.on-record', { kinds });
}
