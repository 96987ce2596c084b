import type { RecordId } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { t } from '../../locales/late.js';

export interface StopCardLinkProps {
  /** Absent while nobody is chosen: then it says to choose first. */
  subject: RecordId | undefined;
  /** A code of `admission-setting`. */
  where: string;
  /** The referral whose answers are written. */
  on?: RecordId | undefined;
  /** Told apart from others on the same form. */
  about?: string | undefined;
}

/** On every form that can hold an admission: what to do then. What is half typed in the form waits. */
export function StopCardLink({ subject, where, on, about }: StopCardLinkProps) {
  const { router } = useApp();
  return (
    <div class="cp-stop" role="note">
      <p class="govuk-body">
        {t('stop.note')}{' '}
        {subject ? (
          <Button
            kind="link"
            about={about}
            onPress={() => router.go({ name: 'stop-card', subject, where, ...(on ? { on } : {}) })}
          >
            {t('stop.open')}
          </Button>
        ) : (
          t('stop.choose-first')
        )}
      </p>
    </div>
  );
}
