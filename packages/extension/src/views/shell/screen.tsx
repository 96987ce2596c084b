import type { ComponentType } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { Route } from '../../app/router.js';
import type { Views } from '../../app/views.js';

/** The view of the route. It is made anew for each route, so that nothing of one subject stays on the next one's screen. */
export function Screen({ views }: { views: Views }) {
  const { router } = useApp();
  const route = router.route.value;
  const again = router.again.value;
  // After the view's own heading: one that comes later takes the focus only if it is still here, where nobody has gone on.
  useLayoutEffect(() => {
    if (!router.takeFocus()) return;
    const heading = document.querySelector<HTMLElement>('main h1[tabindex]');
    (heading?.checkVisibility?.() ? heading : document.querySelector('main'))?.focus();
  }, [router, route, again]);
  // The map gives each route name the view of that route; the compiler cannot see that the two go together.
  const View = views[route.name] as ComponentType<{ route: Route }> | undefined;
  return View ? <View key={JSON.stringify(route)} route={route} /> : null;
}
