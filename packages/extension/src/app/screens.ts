/** Which view shows which route, as those that show a screen are handed it. */
import type { ComponentType } from 'preact';
import type { RouteName, RouteOf } from './router.js';

export type Views = { readonly [N in RouteName]?: ComponentType<{ route: RouteOf<N> }> };
