import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { Reading } from './use-reading.js';

/** Says how far the file has been read, and stops it. */
export function ReadingLine({ reading }: { reading: Reading }) {
  const { isBusy, progress, stop } = reading;
  const { done, of } = progress.value ?? { done: 0, of: 0 };
  const words = of > 0 ? t('bring-in.progress', { done, of }) : t('bring-in.reading');
  return (
    <>
      <p role="status" class="govuk-body">
        {isBusy.value ? t('bring-in.reading') : ''}
      </p>
      {isBusy.value && (
        <div class="cp-brought__progress">
          {of > 0 ? (
            <progress value={done} max={of} aria-label={t('bring-in.reading')} />
          ) : (
            <progress aria-label={t('bring-in.reading')} />
          )}
          <span class="govuk-body-s">{words}</span>
          <Button kind="secondary" onPress={stop}>
            {t('bring-in.stop')}
          </Button>
        </div>
      )}
    </>
  );
}
