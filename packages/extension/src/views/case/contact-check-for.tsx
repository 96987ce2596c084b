import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { CheckNotice } from './check-notice.js';

/** The check before contact, on a screen that shows nothing else about the person: only the check is read. */
export function ContactCheckFor({ subject }: { subject: RecordId }) {
  const { services, router } = useApp();
  const again = router.again.value;
  const checks = useSignal<readonly StoredRecord<'contactCheck'>[]>([]);
  useEffect(() => {
    let gone = false;
    services.store.query('contactCheck', { subjectId: subject }).then(
      (found) => {
        if (!gone) checks.value = found;
      },
      // The screen's own act reports errors of the store.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [services, subject, checks, again]);
  return <CheckNotice records={checks.value} subject={subject} />;
}
