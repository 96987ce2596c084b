import { type CasePicture, COURSE_MARKS, type PictureMark } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import { FOLDED } from './picture-layout.js';

/** The shapes that are in the picture, each with its name. */
export function PictureKey({ picture: { marks, folded } }: { picture: CasePicture }) {
  return (
    <ul class="cp-picture-key">
      {COURSE_MARKS.filter((kind) => marks.some(({ mark }) => mark === kind)).map((kind) => (
        <li key={kind}>
          <svg
            class={`cp-plot__mark cp-plot__mark--${kind}`}
            viewBox="0 0 12 12"
            aria-hidden="true"
            focusable="false"
          >
            <Shape mark={kind} />
          </svg>
          {t(`picture.mark.${kind}`)}
        </li>
      ))}
      {folded.length > 0 && (
        <li>
          <svg
            class={`cp-plot__mark cp-plot__mark--${FOLDED}`}
            viewBox="0 0 12 12"
            aria-hidden="true"
            focusable="false"
          >
            <rect x={1} y={1} width={10} height={10} />
          </svg>
          {t('picture.mark.folded')}
        </li>
      )}
    </ul>
  );
}

function Shape({ mark }: Pick<PictureMark, 'mark'>) {
  if (mark === 'contact') return <circle cx={6} cy={6} r={5} />;
  if (mark === 'not-met') return <circle cx={6} cy={6} r={4.5} />;
  if (mark === 'session') return <rect x={4} y={1} width={4} height={10} />;
  if (mark === 'decision') return <path d="M6 0l6 6-6 6-6-6z" />;
  return <rect x={1} y={1} width={10} height={10} />;
}
