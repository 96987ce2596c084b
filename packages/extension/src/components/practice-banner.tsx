import { t } from '../locales/translate.js';

/** On every screen and print of the practice vault, so that nobody takes one for the other. */
export function PracticeBanner() {
  return (
    <p class="cp-practice">
      <strong>{t('common.practice')}</strong>
    </p>
  );
}
