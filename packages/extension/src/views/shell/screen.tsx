import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useErrorBoundary, useLayoutEffect, useMemo } from 'preact/hooks';
import { AppProvider, useApp } from '../../app/app.js';
import { lateView } from '../../app/late-view.js';
import { openedBy, type Route } from '../../app/route.js';
import { screenOf } from '../../app/screens.js';
import { t } from '../../locales/translate.js';

const ReasonGate = lateView(async () => (await import('./reason-gate.js')).ReasonGate);
const VisitView = lateView(async () => (await import('../case/visit/visit-view.js')).VisitView);
// Nothing stands in its place meanwhile: the screen itself is what the officer waits for.
const PersonFrame = lateView(
  async () => (await import('../case/person-line/person-frame.js')).PersonFrame,
  null,
);

/**
 * The view of the route. It is rebuilt for each route and each visit, so that nothing about one subject stays on the
 * next one's screen, nor from one visit to the next.
 */
export function Screen() {
  const app = useApp();
  const { router, reasons, screens, settings, about } = app;
  const route = router.route.value;
  const again = router.again.value;
  const key = `${router.visit()} ${JSON.stringify(route)}`;
  // Runs after the view's own heading. A later one takes the focus only if the focus is still here, because the officer
  // has not moved on.
  useLayoutEffect(() => {
    if (!router.takeFocus()) return;
    const heading = document.querySelector<HTMLElement>('main h1[tabindex]');
    (heading?.checkVisibility?.() ? heading : document.querySelector('main'))?.focus();
  }, [router, route, again]);
  // The key of a screen whose record is closed to the officer.
  const closed = useSignal('');
  const opened = openedBy(route);
  const own = useMemo(() => ({ ...app, services: app.servicesFor(opened) }), [app, opened]);
  if (!settings.isRead.value) return null;
  if (settings.settings.value.visitView)
    return (
      <AppProvider value={own}>
        <VisitView key={key} route={route} />
      </AppProvider>
    );
  if (opened !== undefined) {
    const isAsked = reasons.isAsked.value;
    if (isAsked === undefined) return null;
    // Asked before the view is rendered: it logs and shows at once.
    if (isAsked && !reasons.given.value.has(opened))
      return <ReasonGate key={key} record={opened} />;
  }
  const View = screenOf(screens, route.name)?.view;
  const shown = closed.value === key ? whenClosed(route) : route;
  const hasPerson = Object.keys(route).length > 1 || about.value !== undefined;
  return (
    <AppProvider value={own}>
      <Unbroken key={key}>
        {hasPerson && View && (
          <PersonFrame
            route={route}
            onClosed={() => {
              closed.value = key;
            }}
          />
        )}
        {View && shown && <View key={`${key} ${shown === route}`} route={shown} />}
      </Unbroken>
    </AppProvider>
  );
}

/** Says so in place of a screen that fails: none of it stays in sight, and the next screen is whole. */
function Unbroken({ children }: { children: ComponentChildren }) {
  const [error] = useErrorBoundary();
  if (error === undefined) return <>{children}</>;
  return (
    <p class="govuk-body" role="alert">
      {t('shell.broken')}
    </p>
  );
}

/** Actions left for a person whose record is closed to the officer: raise a concern, tell a supervisor. */
function whenClosed(route: Route): Route | undefined {
  if (route.name === 'safeguarding') return { name: 'safeguarding' };
  return route.name === 'know-person' ? route : undefined;
}
