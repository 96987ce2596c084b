import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { LongWork } from './use-long-work.js';

/** Progress, read out as it changes, and a button to stop. The element stays in the page, so that changes are heard. */
export function WorkStatus({ work }: { work: LongWork }) {
  return (
    <>
      <p class="govuk-body" role="status" aria-live="polite">
        {work.progress.value}
      </p>
      {work.busy.value && (
        <Button kind="secondary" onPress={work.stop}>
          {t('backup.stop')}
        </Button>
      )}
    </>
  );
}
