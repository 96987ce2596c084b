/** The screen of an intelligence note. */
import type { RecordId } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import { defineScreens } from '../../app/screens.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /** Write an intelligence note, on a subject or on none. */
    note: { readonly subject?: RecordId };
  }
}

export const INTELLIGENCE_SCREENS = defineScreens({
  note: {
    view: lateView(async () => (await import('./note-view.js')).NoteView),
    entry: { label: 'shell.nav.note', place: 90, on: { panel: 'more', workspace: 'more' } },
    anywhere: [{ label: 'palette.act.note' }],
    aboutPerson: { label: 'subject.note', place: 60 },
  },
});
