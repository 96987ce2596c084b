import { type CaseCourse, type CasePicture, UNDRAWN_REASONS } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Details } from '../../../components/details.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import { PictureKey } from './picture-key.js';
import {
  LEAST_WIDTH,
  PICTURE_LAYOUTS,
  type PictureLayout,
  type PictureSize,
  pictureLayout,
  picturePlaces,
} from './picture-layout.js';
import { pictureSentence, pictureTable } from './picture-words.js';
import { usePictureSurface } from './use-picture-surface.js';
import { useWidth } from './use-width.js';

interface PictureFigureProps {
  picture: CasePicture;
  size: PictureSize;
  undrawn: CaseCourse['undrawn'];
}

/**
 * A case as a picture, with the same in a sentence and in a table, and what is not in it. Where a picture could not be
 * read, the table alone. Not for paper.
 */
export function PictureFigure({ picture, size, undrawn }: PictureFigureProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const surface = usePictureSurface();
  const layout = useMemo(
    () => (width > 0 ? pictureLayout(size, width) : PICTURE_LAYOUTS[size][surface]),
    [size, width, surface],
  );
  const isTableFirst = layout.width < LEAST_WIDTH;
  return (
    <div ref={place} class="cp-no-print">
      {isTableFirst ? (
        <p class="govuk-body">{pictureSentence(picture)}</p>
      ) : (
        <>
          <Drawing picture={picture} layout={layout} />
          <PictureKey picture={picture} />
        </>
      )}
      {picture.levels?.some(({ step }) => step?.isOverridden) && (
        <p class="cp-quiet">{t('picture.overridden')}</p>
      )}
      {UNDRAWN_REASONS.filter((reason) => undrawn[reason] > 0).map((reason) => (
        <p key={reason} class="cp-quiet">
          {t(`picture.undrawn.${reason}`, { count: undrawn[reason] })}
        </p>
      ))}
      <Details
        key={String(isTableFirst)}
        summary={t('picture.table')}
        late
        open={isTableFirst || undefined}
      >
        <Table
          caption={t('picture.caption')}
          captionHidden
          empty={t('picture.no-marks')}
          rows={pictureTable(picture)}
          keyOf={({ id }) => id}
          columns={[
            { key: 'on', heading: t('picture.table.on'), cell: ({ date }) => date },
            { key: 'what', heading: t('picture.table.what'), cell: ({ what }) => what },
          ]}
        />
      </Details>
    </div>
  );
}

/** Its place, named and of its height at once; what draws it is loaded after that. */
function Drawing({ picture, layout }: { picture: CasePicture; layout: PictureLayout }) {
  const { services } = useApp();
  const place = useRef<HTMLDivElement>(null);
  const isLost = useSignal(false);
  const today = services.today();
  useEffect(() => {
    let isOver = false;
    const draw = async (): Promise<void> => {
      const { drawPicture } = await import('./draw-picture.js');
      if (!isOver)
        place.current?.replaceChildren(drawPicture(picture, layout, picture.to === today));
    };
    draw().catch(() => {
      isLost.value = true;
    });
    return () => {
      isOver = true;
    };
  }, [picture, layout, today, isLost]);
  const { height } = picturePlaces(layout, picture.levels !== undefined);
  if (isLost.value)
    return (
      <p class="cp-part__line" role="status">
        {t('picture.lost')}
      </p>
    );
  return (
    <div
      ref={place}
      class="cp-picture"
      role="img"
      aria-label={pictureSentence(picture)}
      style={{ aspectRatio: `${layout.width} / ${height}` }}
    />
  );
}
