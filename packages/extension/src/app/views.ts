/** Which view shows which route. The one list that a new screen is added to. */
import type { ComponentType } from 'preact';
import { NoteView } from '../views/intelligence/note-view.js';
import { InterventionView } from '../views/intervention/intervention-view.js';
import { ReviewView } from '../views/review/review-view.js';
import { SafeguardingView } from '../views/safeguarding/safeguarding-view.js';
import { SavedPageView } from '../views/saved-page/saved-page-view.js';
import { SubjectView } from '../views/subject/subject-view.js';
import { SubjectsView } from '../views/subjects/subjects-view.js';
import { SummaryView } from '../views/summary/summary-view.js';
import type { RouteName, RouteOf } from './router.js';

export type Views = { readonly [N in RouteName]?: ComponentType<{ route: RouteOf<N> }> };

export const views: Views = {
  review: ReviewView,
  subjects: SubjectsView,
  subject: SubjectView,
  intervention: InterventionView,
  note: NoteView,
  summary: SummaryView,
  'saved-page': SavedPageView,
  safeguarding: SafeguardingView,
};
