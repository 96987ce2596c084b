import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';

/** Leads from the empty panel to the workspace, in words: its button in the header is a picture where room is short. */
export function WorkspaceOffer() {
  const { surface, openWorkspace } = useApp();
  if (surface !== 'panel' || !openWorkspace) return null;
  return (
    <p class="govuk-body">
      {t('review.workspace.what')}{' '}
      <Button kind="link" onPress={openWorkspace}>
        {t('review.workspace')}
      </Button>
    </p>
  );
}
