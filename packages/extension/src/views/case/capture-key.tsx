import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { t } from '../../locales/translate.js';

/** The key that reads a page, as set in the browser now; nothing if none is set. */
export function CaptureKey() {
  const { shortcuts } = useApp().services;
  const keys = useSignal('');
  useEffect(() => {
    void shortcuts.list().then(
      (list) => {
        keys.value = list.find(({ name }) => name === 'capture')?.keys ?? '';
      },
      () => undefined,
    );
  }, [shortcuts]);
  if (keys.value === '') return null;
  return <p class="govuk-hint">{t('shell.capture-key', { keys: keys.value })}</p>;
}
