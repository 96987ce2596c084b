import type { RecordId } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';

interface SavedBodyProps {
  concern: RecordId;
  /** Name of the person that it is about. */
  about: string | undefined;
}

/** Text below the success message of a save on a concern: who it is about, and the way back to it. */
export function SavedBody({ concern, about }: SavedBodyProps) {
  const { router } = useApp();
  return (
    <>
      <p class="govuk-body" dir="auto">
        {about === undefined ? t('concern.saved.nobody') : t('concern.saved.about', { name: about })}
      </p>
      <Button kind="link" onPress={() => router.go({ name: 'concern', concern })}>
        {t('concern.open')}
      </Button>
    </>
  );
}
