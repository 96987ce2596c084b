import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { CheckNotice } from './check-notice.js';

/** The check before contact on a screen that shows nothing else of the person: it alone is read, and it says nothing of them. */
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
      // The screen's own act says what is wrong with the store.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [services, subject, checks, again]);
  return <CheckNotice records={checks.value} subject={subject} />;
}
