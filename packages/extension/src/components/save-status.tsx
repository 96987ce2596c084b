import { t } from '../locales/translate.js';

/** Whether what is typed has been put away. */
export type SaveState =
  | { readonly name: 'clean' }
  | { readonly name: 'saving' }
  | { readonly name: 'saved'; readonly time: string }
  | { readonly name: 'failed'; readonly why: string };

/** One quiet line under a form. A failure is said aloud, the rest is not. */
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
