import type { RecordId } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';

/** The way back to a concern, below the success message of a save on it. */
export function SavedBody({ concern }: { concern: RecordId }) {
  const { router } = useApp();
  return (
    <p class="govuk-body">
      <Button kind="link" onPress={() => router.go({ name: 'concern', concern })}>
        {t('concern.open')}
      </Button>
    </p>
  );
}
