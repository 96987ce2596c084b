import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { backupSentence } from './backup-words.js';
import { useLastBackup } from './use-last-backup.js';

/** Comes in place of Today, once a day while a backup is due. */
export function BackupPage({ onLater }: { onLater: () => void }) {
  const { router } = useApp();
  const { known } = useLastBackup();
  return (
    <div class="cp-read">
      <PageHeading>{t('backup.ask.title')}</PageHeading>
      {known.value && <p class="govuk-body">{backupSentence(known.value.last)}</p>}
      <p class="govuk-body">{t('backup.intro')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'backup' })}>{t('backup.make')}</Button>
        <Button kind="secondary" onPress={onLater}>
          {t('backup.ask.later')}
        </Button>
      </ButtonGroup>
    </div>
  );
}
