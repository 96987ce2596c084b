import type { SaveState } from '../app/save-state.js';
import { t } from '../locales/translate.js';

/** One quiet line under a form. Only a failure is read aloud. */
export function SaveStatus({ state }: { state: SaveState }) {
  if (state.name === 'clean') return null;
  if (state.name === 'failed')
    return (
      <p class="cp-save-status cp-save-status--failed" role="alert">
        {t('common.not-saved', { why: state.why })}
      </p>
    );
  return (
    <p class="cp-save-status">
      {state.name === 'saving' ? t('common.saving') : t('common.saved-at', { time: state.time })}
    </p>
  );
}
