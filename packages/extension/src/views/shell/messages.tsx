import { useApp } from '../../app/app.js';
import { lateView } from '../../app/late-view.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { NotificationBanner } from '../../components/notification-banner.js';
import { t } from '../../locales/translate.js';

// The undo reads the history: loaded only once something has been saved.
const UndoSave = lateView(async () => (await import('./undo-save.js')).UndoSave);

/** The last success message, and problems that no single view owns. */
export function Messages() {
  const { session, router, surface, openWorkspace } = useApp();
  const isOpen = session.open.value !== undefined;
  const said = isOpen && session.said.value;
  // A backup needs an open vault, and the backup screen needs no link to itself.
  const notices = session.notices.value.filter(
    ({ code }) => code !== 'backup-due' || (isOpen && router.route.value.name !== 'backup'),
  );
  return (
    <>
      {said && (
        <NotificationBanner kind={said.kind ?? 'success'} heading={said.heading} said={said}>
          {typeof said.body === 'string' ? <p class="govuk-body">{said.body}</p> : said.body}
          {said.seq !== undefined && (
            <UndoSave key={said.seq} seq={said.seq} isUndo={said.isUndo} />
          )}
        </NotificationBanner>
      )}
      {notices.map((notice) => (
        <NotificationBanner key={notice.message} heading={notice.message}>
          {notice.code === 'backup-due' && (
            <p class="govuk-body">{t(`shell.backup-due.${surface}`)}</p>
          )}
          <ButtonGroup>
            {notice.code === 'backup-due' && surface === 'workspace' && (
              <Button kind="link" onPress={() => router.go({ name: 'backup' })}>
                {t('shell.backup-due.go')}
              </Button>
            )}
            {notice.code === 'backup-due' && surface === 'panel' && openWorkspace && (
              <Button kind="link" onPress={openWorkspace}>
                {t('shell.backup-due.workspace.go')}
              </Button>
            )}
            <Button kind="link" about={notice.message} onPress={() => session.dismiss(notice)}>
              {t('shell.dismiss')}
            </Button>
          </ButtonGroup>
        </NotificationBanner>
      ))}
    </>
  );
}
