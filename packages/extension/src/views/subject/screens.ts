/** Screens of one person: the page, and every form of the table of acts. */
import type { PersonDetail, RecordId } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import { defineScreens } from '../../app/screens.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /**
     * `section`, by its name in the table of sections, is opened first; without one, the first section is. `detail`, of
     * the section `details`, has the focus.
     */
    subject: {
      readonly subject: RecordId;
      readonly section?: string;
      readonly detail?: PersonDetail;
    };
  }
}

export const SUBJECT_SCREENS = defineScreens({
  subject: {
    view: lateView(async () => (await import('./subject-view.js')).SubjectView),
    needs: { subject: 'record' },
    under: 'subjects',
  },
  act: {
    view: lateView(async () => (await import('./act-view.js')).ActView),
    needs: { subject: 'record', act: 'word' },
    under: 'subjects',
  },
});
