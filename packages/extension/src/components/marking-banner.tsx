import { t } from '../locales/translate.js';

/** The protective marking, at head and foot of every screen and of every printed page. */
export function MarkingBanner() {
  return <p class="cp-marking">{t('common.marking')}</p>;
}
