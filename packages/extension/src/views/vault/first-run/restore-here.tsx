import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { RestorePanel } from '../backup/restore-panel.js';
import { restoredWords } from '../backup/restored-words.js';

export interface RestoreHereProps {
  /** Called just before the vault exists and is open. */
  onBegin: () => void;
  onBack: () => void;
  onEnd: () => void;
}

/** Sets up a vault here from a backup: that of another computer, or of this one before its disk failed. */
export function RestoreHere({ onBegin, onBack, onEnd }: RestoreHereProps) {
  const { session } = useApp();
  return (
    <div class="cp-read">
      <PageHeading>{t('backup.here')}</PageHeading>
      <p class="govuk-body">{t('backup.here.why')}</p>
      <RestorePanel
        into="this-computer"
        onBegin={onBegin}
        onRestored={(count) => {
          onEnd();
          session.say({ heading: t('backup.restored'), body: restoredWords(count) });
        }}
      />
      <p class="govuk-body govuk-!-margin-top-6">
        <Button kind="link" onPress={onBack}>
          {t('backup.here.back')}
        </Button>
      </p>
    </div>
  );
}
