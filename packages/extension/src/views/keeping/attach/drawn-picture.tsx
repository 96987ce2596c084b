import type { AttachedType } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ErrorMessage } from '../../../components/error-message.js';
import { t } from '../../../locales/late.js';

interface DrawnPictureProps {
  bytes: Uint8Array;
  mediaType: AttachedType;
  /** Words for a screen reader. */
  label: string;
}

/** Most pixels on a side of what is drawn. */
const MOST_SIDE = 2000;

/** A picture drawn onto a canvas: its file is decoded, and nothing of it is in the page. */
export function DrawnPicture({ bytes, mediaType, label }: DrawnPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDamaged = useSignal(false);
  useEffect(() => {
    let isGone = false;
    const draw = async (): Promise<void> => {
      const picture = await createImageBitmap(new Blob([bytes.slice()], { type: mediaType }));
      const paper = canvas.current;
      if (!isGone && paper) {
        const by = Math.min(1, MOST_SIDE / Math.max(picture.width, picture.height));
        paper.width = Math.max(1, Math.round(picture.width * by));
        paper.height = Math.max(1, Math.round(picture.height * by));
        paper.getContext('2d')?.drawImage(picture, 0, 0, paper.width, paper.height);
      }
      picture.close();
    };
    draw().catch(() => {
      if (!isGone) isDamaged.value = true;
    });
    return () => {
      isGone = true;
    };
  }, [bytes, mediaType, isDamaged]);
  if (isDamaged.value) return <ErrorMessage id="file-picture">{t('files.not-drawn')}</ErrorMessage>;
  return <canvas ref={canvas} class="cp-file__picture" role="img" aria-label={label} />;
}
