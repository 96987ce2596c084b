import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { NotificationBanner } from '../../components/notification-banner.js';
import { t } from '../../locales/translate.js';

/** What was just done, and trouble that no single view owns. */
export function Messages() {
  const { session } = useApp();
  const said = session.open.value && session.said.value;
  return (
    <>
      {said && (
        <NotificationBanner kind="success" heading={said.heading}>
          {said.body}
        </NotificationBanner>
      )}
      {session.notices.value.map((notice) => (
        <NotificationBanner key={notice.message} heading={notice.message}>
          <Button kind="link" about={notice.message} onPress={() => session.dismiss(notice)}>
            {t('shell.dismiss')}
          </Button>
        </NotificationBanner>
      ))}
    </>
  );
}
