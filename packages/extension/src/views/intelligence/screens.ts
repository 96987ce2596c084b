/** The screens of intelligence notes. */
import type { RecordId } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import { defineScreens } from '../../app/screens.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /** Write an intelligence note, on a subject or on none. */
    note: { readonly subject?: RecordId };
    /** All graded notes, or one. */
    notes: { readonly note?: RecordId };
  }
}

export const INTELLIGENCE_SCREENS = defineScreens({
  note: {
    view: lateView(async () => (await import('./note-view.js')).NoteView),
    entry: { label: 'shell.nav.note', place: 90, on: { panel: 'more', workspace: 'more' } },
    anywhere: [{ label: 'palette.act.note' }],
    aboutPerson: { label: 'subject.note', place: 60 },
  },
  notes: {
    view: lateView(async () => (await import('./notes/notes-view.js')).NotesView),
    lists: ['notes'],
    entry: { label: 'shell.nav.notes', place: 95, on: { workspace: 'more' } },
  },
});
