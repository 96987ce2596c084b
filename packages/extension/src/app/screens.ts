/** The view of each route, passed to the components that show a screen. */
import type { ComponentType } from 'preact';
import type { RouteName, RouteOf } from './router.js';

export type Views = { readonly [N in RouteName]?: ComponentType<{ route: RouteOf<N> }> };
