/** Which view shows which route. The one list that a new screen is added to. */
import type { ComponentType } from 'preact';
import { NoteView } from '../views/intelligence/note-view.js';
import { ReviewView } from '../views/review/review-view.js';
import { SafeguardingView } from '../views/safeguarding/safeguarding-view.js';
import type { RouteName, RouteOf } from './router.js';

export type Views = { readonly [N in RouteName]?: ComponentType<{ route: RouteOf<N> }> };

export const views: Views = {
  note: NoteView,
  review: ReviewView,
  safeguarding: SafeguardingView,
};
