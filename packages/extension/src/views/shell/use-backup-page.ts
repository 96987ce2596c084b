import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';

/**
 * True while Today, just gone to, gives way to the page that asks for a backup: one is due, and this computer has not
 * asked today. It never comes over a screen that is already open, nor in the panel.
 */
export function useBackupPage(): Signal<boolean> {
  const { router, session, settings, services, surface } = useApp();
  const isAsking = useSignal(false);
  useEffect(
    () =>
      router.onChange(() => {
        isAsking.value =
          surface === 'workspace' &&
          router.route.value.name === 'today' &&
          settings.settings.value.backupAskedOn !== services.today() &&
          session.notices.value.some(({ code }) => code === 'backup-due');
        if (isAsking.value) settings.change({ backupAskedOn: services.today() });
      }),
    [router, session, settings, services, surface, isAsking],
  );
  return isAsking;
}
