import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Icon } from '../../../components/icon.js';
import { t } from '../../../locales/late.js';
import { backupAge, backupSentence } from './backup-words.js';
import { useLastBackup } from './use-last-backup.js';

/** The time of the last backup, in the header: marked when one is due, and opened by a press. Never on paper. */
export function BackupMark() {
  const { services, router, surface, openWorkspace } = useApp();
  const { known, isDue } = useLastBackup();
  const isOpen = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  // Closes with Escape, and when something else is pressed, as a menu does.
  useEffect(() => {
    if (!isOpen.value) return;
    const close = ({ target }: Event): void => {
      if (!(target instanceof Node && place.current?.contains(target))) isOpen.value = false;
    };
    const closeByKey = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      isOpen.value = false;
      opener.current?.focus();
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    document.addEventListener('keydown', closeByKey);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
      document.removeEventListener('keydown', closeByKey);
    };
  }, [isOpen, isOpen.value]);
  if (!known.value) return null;
  const { last } = known.value;
  const age = backupAge(last, services.today());
  return (
    <div ref={place} class="cp-no-print">
      <button
        ref={opener}
        type="button"
        class={`cp-shell__button cp-shell__backup${isDue ? ' cp-shell__backup--old' : ''}`}
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Icon name="backup" />
        <span class="govuk-visually-hidden">
          {t(isDue ? 'backup.mark.due' : 'backup.mark.name')}
        </span>
        <span class="cp-wide">{age}</span>
      </button>
      {isOpen.value && (
        <section class="cp-pop" aria-label={t('backup.title')}>
          <p class="govuk-body">{backupSentence(last)}</p>
          <ButtonGroup>
            {surface === 'workspace' ? (
              <Button
                onPress={() => {
                  isOpen.value = false;
                  router.go({ name: 'backup' });
                }}
              >
                {t('backup.make')}
              </Button>
            ) : (
              openWorkspace && <Button onPress={openWorkspace}>{t('backup.mark.workspace')}</Button>
            )}
            <Button
              kind="link"
              onPress={() => {
                isOpen.value = false;
                opener.current?.focus();
              }}
            >
              {t('backup.mark.close')}
            </Button>
          </ButtonGroup>
        </section>
      )}
    </div>
  );
}
