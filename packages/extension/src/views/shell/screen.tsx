import type { ComponentType } from 'preact';
import { useApp } from '../../app/app.js';
import type { Route } from '../../app/router.js';
import type { Views } from '../../app/views.js';

/** The view of the route. It is made anew for each route, so that nothing of one subject stays on the next one's screen. */
export function Screen({ views }: { views: Views }) {
  const route = useApp().router.route.value;
  // The map gives each route name the view of that route; the compiler cannot see that the two go together.
  const View = views[route.name] as ComponentType<{ route: Route }> | undefined;
  return View ? <View key={JSON.stringify(route)} route={route} /> : null;
}
