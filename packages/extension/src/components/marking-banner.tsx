import { t } from '../locales/translate.js';

/**
 * The protective marking, at the head and foot of every screen and every printed page; beside it, in the practice vault,
 * the words that keep it from being mistaken for the real one.
 */
export function MarkingBanner({ isPractice }: { isPractice: boolean }) {
  return (
    <p class="cp-marking">
      <strong>{t('common.marking')}</strong>{' '}
      {isPractice && (
        <span class="cp-marking__practice">
          <span class="cp-wide">{t('common.practice')}</span>
          <span class="cp-narrow" aria-hidden="true">
            {t('common.practice.short')}
          </span>
        </span>
      )}
    </p>
  );
}
