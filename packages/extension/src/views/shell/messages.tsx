import { useApp } from '../../app/app.js';
import { lateView } from '../../app/late-view.js';
import type { Route } from '../../app/route.js';
import type { Said } from '../../app/session.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { NotificationBanner } from '../../components/notification-banner.js';
import { t } from '../../locales/translate.js';

// They read the history and the list of people: loaded only once something has been saved.
const RecordedFor = lateView(async () => (await import('../case/recorded-for.js')).RecordedFor);
const UndoSave = lateView(async () => (await import('./undo-save.js')).UndoSave);

/** The last success message, and problems that no single view owns. */
export function Messages() {
  const { session, router, settings } = useApp();
  // A message may name anybody, so a screen that a family can see shows none.
  if (settings.settings.value.visitView) return null;
  const isOpen = session.open.value !== undefined;
  const last = session.said.value;
  const said = isOpen && last && isHere(last, router.route.value) && last;
  // A backup that is due is the mark in the header.
  const notices = session.notices.value.filter(({ code }) => code !== 'backup-due');
  return (
    <>
      {said && (
        <NotificationBanner kind={said.kind ?? 'success'} heading={said.heading} said={said}>
          {typeof said.body === 'string' ? <p class="govuk-body">{said.body}</p> : said.body}
          {said.people && <RecordedFor people={said.people} said={said} />}
          {said.seq !== undefined && (
            <UndoSave key={said.seq} seq={said.seq} isUndo={said.isUndo} />
          )}
        </NotificationBanner>
      )}
      {notices.map((notice) => (
        <NotificationBanner key={notice.message} heading={notice.message}>
          <ButtonGroup>
            <Button kind="link" about={notice.message} onPress={() => session.dismiss(notice)}>
              {t('shell.dismiss')}
            </Button>
          </ButtonGroup>
        </NotificationBanner>
      ))}
    </>
  );
}

/** False on the page of anybody else than the people whom the message is about, and on that of another request. */
function isHere({ about = [], request }: Said, route: Route): boolean {
  if (request !== undefined && 'request' in route && route.request !== request) return false;
  const person = 'subject' in route ? route.subject : undefined;
  return about.length === 0 || person === undefined || about.includes(person);
}
