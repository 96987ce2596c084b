/** Backups: make one, check one, restore one; the move to another computer; and the loss if the toolkit is removed. */
import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { PageHeading } from '../../../components/page-heading.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { ConflictsPanel } from '../../act/conflicts-panel.js';
import { MakeBackup } from './make-backup.js';
import { RestorePanel } from './restore-panel.js';
import { restoredWords } from './restored-words.js';

export function BackupView() {
  const { router, services, session } = useApp();
  // If a vault cannot be opened in full, a backup is restored next to it. The questions stay on screen while it opens.
  const isOpen = useSignal(session.open.value !== undefined);
  const conflicts = useSignal<readonly RecordId[]>([]);
  const isDone = session.open.value !== undefined;
  useEffect(() => {
    if (!isDone) isOpen.value = false;
  }, [isDone, isOpen]);
  const saveList = async (): Promise<void> => {
    const { device, content } = await services.backup.disposalList();
    services.download(`disposals-${services.today()}-${device}.json`, 'application/json', content);
  };
  if (!isOpen.value)
    return (
      <div class="cp-read">
        <PageHeading>{t('backup.here')}</PageHeading>
        <p class="govuk-body">{t('backup.here.why')}</p>
        <RestorePanel
          into="this-computer"
          onRestored={(count) => {
            isOpen.value = true;
            session.say({ heading: t('backup.restored'), body: restoredWords(count) });
          }}
        />
      </div>
    );
  return (
    <div class="cp-read">
      <PageHeading>{t('backup.title')}</PageHeading>
      <p class="govuk-body">
        <Button kind="link" onPress={() => router.go({ name: 'settings' })}>
          {t('backup.settings')}
        </Button>
      </p>
      <p class="govuk-body">{t('backup.intro')}</p>
      <MakeBackup />
      <h2 class="govuk-heading-m">{t('backup.try')}</h2>
      <p class="govuk-body">{t('backup.try.why')}</p>
      <RestorePanel
        into="this-vault"
        onRestored={(count, { unconfirmed }) => {
          conflicts.value = count.conflicts;
          session.say({ heading: t('backup.restored'), body: restoredWords(count, unconfirmed) });
        }}
      />
      <ConflictsPanel records={conflicts.value} look="restore" />
      <h2 class="govuk-heading-m">{t('backup.move')}</h2>
      <p class="govuk-body">{t('backup.move.how')}</p>
      <WarningText>{t('backup.move.stop')}</WarningText>
      <h2 class="govuk-heading-m">{t('backup.list.title')}</h2>
      <p class="govuk-body">{t('backup.list.why')}</p>
      <Button kind="secondary" onPress={() => void saveList()}>
        {t('backup.list.save')}
      </Button>
      <h2 class="govuk-heading-m">{t('backup.uninstall')}</h2>
      <p class="govuk-body">{t('backup.uninstall.what')}</p>
    </div>
  );
}
