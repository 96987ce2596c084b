import { t } from '../locales/translate.js';

/** The protective marking, at head and foot of every screen and of every printed page. */
export function MarkingBanner({ place }: { place: 'head' | 'foot' }) {
  return <p class={`cp-marking cp-marking--${place}`}>{t('common.marking')}</p>;
}
