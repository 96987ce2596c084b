/** The screens of what is handed on: the document about a person, and the file of referrals. */
import type { RecordId, TimelineFilter } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import { defineScreens } from '../../app/screens.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /** The case summary, or the chronology as it was narrowed. */
    summary: { readonly subject: RecordId; readonly chronology?: TimelineFilter };
    /** Referrals of one person, or of several, as a file for another system. */
    'give-out': { readonly subject?: RecordId; readonly subjects?: readonly RecordId[] };
  }
}

export const PAPER_SCREENS = defineScreens({
  summary: {
    view: lateView(async () => (await import('./summary-view.js')).SummaryView),
    needs: { subject: 'record' },
    under: 'subjects',
    aboutPerson: { label: 'subject.summary', place: 50 },
  },
  'give-out': {
    view: lateView(async () => (await import('./give-out/give-out-view.js')).GiveOutView),
    entry: { label: 'shell.nav.give-out', place: 102, on: { workspace: 'more' } },
    anywhere: [{ label: 'palette.act.give-out' }],
    aboutPerson: { label: 'give-out.act', place: 55 },
  },
});
