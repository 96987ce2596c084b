/** Screens of the desk: what needs the officer, what falls due, and everyone in hand. */
import type { RecordId } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import type { NoParams } from '../../app/route.js';
import { defineScreens } from '../../app/screens.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /** The matters that need the officer now. The workspace starts here. */
    today: NoParams;
    /** The entries due, overdue and upcoming, week by week. */
    diary: NoParams;
    subjects: NoParams;
    /** Several people, to print or to save as a table. */
    people: { readonly subjects?: readonly RecordId[] };
  }
}

export const DESK_SCREENS = defineScreens({
  today: {
    view: lateView(async () => (await import('./today/today-view.js')).TodayView),
    entry: { label: 'shell.nav.today', place: 20, on: { panel: 'first', workspace: 'first' } },
  },
  diary: {
    view: lateView(async () => (await import('./diary/diary-view.js')).DiaryView),
    entry: { label: 'shell.nav.diary', place: 150, on: { panel: 'more', workspace: 'first' } },
  },
  subjects: {
    view: lateView(async () => (await import('./subjects-view.js')).SubjectsView),
    lists: ['subjects'],
    entry: {
      label: 'shell.nav.subjects',
      place: 70,
      on: { panel: 'first', workspace: 'first' },
    },
  },
  people: {
    view: lateView(async () => (await import('./people/people-view.js')).PeopleView),
    under: 'subjects',
  },
});
