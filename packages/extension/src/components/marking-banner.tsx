import { t } from '../locales/translate.js';

/** The protective marking, at the head and foot of every screen and every printed page. */
export function MarkingBanner() {
  return <p class="cp-marking">{t('common.marking')}</p>;
}
