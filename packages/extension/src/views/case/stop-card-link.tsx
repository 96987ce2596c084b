import type { RecordId } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { t } from '../../locales/late.js';

export interface StopCardLinkProps {
  /** Absent if nobody is chosen: the link then says to choose first. */
  subject: RecordId | undefined;
  /** A code of `admission-setting`, if the form can only be about one place. Absent: the card asks. */
  where?: string | undefined;
  /** The referral whose answers are written. */
  on?: RecordId | undefined;
  /** Distinguishes it from others on the same form. */
  about?: string | undefined;
}

/** Shown on every form that may contain an admission: says what to do then. The draft of the form is kept. */
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
            onPress={() =>
              router.go({
                name: 'stop-card',
                subject,
                ...(where === undefined ? {} : { where }),
                ...(on ? { on } : {}),
              })
            }
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
