import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { lateView } from '../../app/late-view.js';
import { openedBy } from '../../app/route.js';
import { screenOf } from '../../app/screens.js';

const ReasonGate = lateView(async () => (await import('./reason-gate.js')).ReasonGate);

/**
 * The view of the route. It is rebuilt for each route and each visit, so that nothing about one subject stays on the
 * next one's screen, nor from one visit to the next.
 */
export function Screen() {
  const { router, reasons, screens } = useApp();
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
  const opened = openedBy(route);
  if (opened !== undefined) {
    const isAsked = reasons.isAsked.value;
    if (isAsked === undefined) return null;
    // Asked before the view is rendered: it logs and shows at once.
    if (isAsked && !reasons.given.value.has(opened))
      return <ReasonGate key={key} record={opened} />;
  }
  const View = screenOf(screens, route.name)?.view;
  return View ? <View key={key} route={route} /> : null;
}
