import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { writtenMoment } from '../../components/written-moment.js';
import { t } from '../../locales/translate.js';

/** Shown on paper only: the officer who printed it and the time, at the head of every sheet. */
export function PrintedLine() {
  const { session, services } = useApp();
  const at = useSignal(services.host.clock.now());
  useEffect(() => {
    const now = (): void => {
      at.value = services.host.clock.now();
    };
    addEventListener('beforeprint', now);
    return () => removeEventListener('beforeprint', now);
  }, [services, at]);
  const officer = session.open.value?.officer;
  if (!officer) return null;
  return (
    <p class="cp-print-only cp-printed">
      {t('shell.printed', {
        name: officer.name,
        number: officer.number,
        moment: writtenMoment(at.value),
      })}
    </p>
  );
}
