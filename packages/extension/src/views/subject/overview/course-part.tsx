import { type CaseOverview, casePicture } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import { PictureFigure } from '../picture/picture-figure.js';
import { foldsThatFit, PICTURE_LAYOUTS } from '../picture/picture-layout.js';
import { hasCourse, pictureSentence, pictureSize } from '../picture/picture-words.js';
import { usePictureSurface } from '../picture/use-picture-surface.js';
import { Part } from './part.js';

/** Fewer entries than this are a sentence, not a picture. */
const ENOUGH = 4;

/** The case so far, as a small picture with the same in a table; in a sentence while there is little. */
export function CoursePart({ overview }: { overview: CaseOverview }) {
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
      {!picture && <p class="cp-part__line">{t('overview.course.none')}</p>}
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
