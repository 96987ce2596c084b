import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { LastBackup } from '../../../ports/services.js';

export interface BackupAsKnown {
  /** Undefined inside when none was ever made; undefined itself until the keeper has answered. */
  readonly known: ReadonlySignal<{ readonly last: LastBackup | undefined } | undefined>;
  /** True if it is due by the keeper's rule. */
  readonly isDue: boolean;
}

/** The last backup, asked for again whenever the screen changes or something was said: it may have been made just now. */
export function useLastBackup(): BackupAsKnown {
  const { services, session, router } = useApp();
  const known = useSignal<{ readonly last: LastBackup | undefined } | undefined>(undefined);
  const { value: said } = session.said;
  const { value: route } = router.route;
  useEffect(() => {
    let isGone = false;
    services.backup.last().then(
      (last) => {
        if (!isGone) known.value = { last };
      },
      // Locked in the meantime: nothing is shown of a vault that is not open.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [services, known, said, route]);
  const wasMade = known.value?.last?.saves === 0;
  return {
    known,
    isDue: !wasMade && session.notices.value.some(({ code }) => code === 'backup-due'),
  };
}
