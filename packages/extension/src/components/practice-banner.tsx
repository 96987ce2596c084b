import { t } from '../locales/translate.js';

/** Shown on every screen and print of the practice vault, so that it is never mistaken for the real one. */
export function PracticeBanner() {
  return (
    <p class="cp-practice">
      <strong>{t('common.practice')}</strong>
    </p>
  );
}
