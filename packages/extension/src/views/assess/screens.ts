/** Screens of assessments: made, read, rated blind, and the instruments for them. */
import type { RecordId } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import type { NoParams } from '../../app/route.js';
import { defineScreens } from '../../app/screens.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /** Assess a subject: from the start, continuing a draft, or again after the named assessment. */
    assess: {
      readonly subject: RecordId;
      readonly assessment?: RecordId;
      readonly after?: RecordId;
      /** The field for the officer’s own words that is shown at once. */
      readonly to?: string;
    };
    /** One assessment, or its signature; or another level for it, or the page for the subject. */
    assessment: {
      readonly subject: RecordId;
      readonly assessment: RecordId;
      readonly show?: 'override' | 'page' | 'sign';
    };
    assessments: NoParams;
    /** Rate blind alongside a colleague: begin a round, or continue one. */
    rating: { readonly subject: RecordId; readonly round?: RecordId };
    /** The available instruments, including those loaded from a file. */
    instruments: NoParams;
  }
}

export const ASSESS_SCREENS = defineScreens({
  assess: {
    view: lateView(async () => (await import('./assessment/assess-view.js')).AssessView),
    needs: { subject: 'record' },
    under: 'subjects',
  },
  assessment: {
    view: lateView(async () => (await import('./assessment/assessment-view.js')).AssessmentView),
    needs: { subject: 'record', assessment: 'record' },
    under: 'subjects',
  },
  assessments: {
    view: lateView(async () => (await import('./assessment/assessments-view.js')).AssessmentsView),
    lists: ['assessments'],
    entry: { label: 'shell.nav.assessments', place: 110, on: { workspace: 'more' } },
  },
  rating: {
    view: lateView(async () => (await import('./assessment/rating-view.js')).RatingView),
    needs: { subject: 'record' },
    under: 'subjects',
  },
  instruments: {
    view: lateView(async () => (await import('./assessment/instruments-view.js')).InstrumentsView),
    under: 'assessments',
  },
});
