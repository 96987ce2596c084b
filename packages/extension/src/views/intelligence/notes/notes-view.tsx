import type { RouteOf } from '../../../app/route.js';
import { NoteList } from './note-list.js';
import { NotePage } from './note-page.js';

/** Graded notes: all of them, or one. */
export function NotesView({ route: { note } }: { route: RouteOf<'notes'> }) {
  return note === undefined ? <NoteList /> : <NotePage id={note} />;
}
