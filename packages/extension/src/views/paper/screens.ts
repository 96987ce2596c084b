/** The screen of the document to hand on about a person. */
import type { RecordId, TimelineFilter } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import { defineScreens } from '../../app/screens.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /** The case summary, or the chronology as it was narrowed. */
    summary: { readonly subject: RecordId; readonly chronology?: TimelineFilter };
  }
}

export const PAPER_SCREENS = defineScreens({
  summary: {
    view: lateView(async () => (await import('./summary-view.js')).SummaryView),
    needs: { subject: 'record' },
    under: 'subjects',
    aboutPerson: { label: 'subject.summary', place: 50 },
  },
});
