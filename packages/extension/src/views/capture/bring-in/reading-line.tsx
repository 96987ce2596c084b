import { ProgressLine } from '../../../components/progress-line.js';
import { t } from '../../../locales/late.js';
import type { Reading } from './use-reading.js';

/** Says how far the file has been read, and stops it. */
export function ReadingLine({ reading: { isBusy, progress, stop } }: { reading: Reading }) {
  return (
    <ProgressLine
      isBusy={isBusy.value}
      progress={progress}
      doing={t('bring-in.reading')}
      saying={(done, of) => t('bring-in.progress', { done, of })}
      stop={{ label: t('bring-in.stop'), press: stop }}
    />
  );
}
