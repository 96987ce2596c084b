import type { ComponentType } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { lateView } from '../../app/late-view.js';
import { type Route, recordsIn } from '../../app/router.js';
import type { Views } from '../../app/views.js';

const ReasonGate = lateView(async () => (await import('./reason-gate.js')).ReasonGate);

/** The view of the route. It is made anew for each route, so that nothing of one subject stays on the next one's screen. */
export function Screen({ views }: { views: Views }) {
  const { router, reasons } = useApp();
  const route = router.route.value;
  const again = router.again.value;
  // After the view's own heading: one that comes later takes the focus only if it is still here, where nobody has gone on.
  useLayoutEffect(() => {
    if (!router.takeFocus()) return;
    const heading = document.querySelector<HTMLElement>('main h1[tabindex]');
    (heading?.checkVisibility?.() ? heading : document.querySelector('main'))?.focus();
  }, [router, route, again]);
  const opened = recordsIn(route);
  if (opened.length > 0) {
    const isAsked = reasons.isAsked.value;
    if (isAsked === undefined) return null;
    // Before the view is made: it logs and shows at once.
    const unasked = isAsked ? opened.filter((id) => !reasons.given.value.has(id)) : [];
    if (unasked.length > 0) return <ReasonGate key={JSON.stringify(route)} records={unasked} />;
  }
  // The map gives each route name the view of that route; the compiler cannot see that the two go together.
  const View = views[route.name] as ComponentType<{ route: Route }> | undefined;
  return View ? <View key={JSON.stringify(route)} route={route} /> : null;
}
