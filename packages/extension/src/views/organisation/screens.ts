/** Screens of organisations. */
import type { RecordId } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import { defineScreens } from '../../app/screens.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /** All organisations, one, or a form of it; `join`: the words of records that are joined to none; `undo`: a join. */
    organisation: {
      readonly organisation?: RecordId;
      readonly form?: 'add' | 'correct' | 'rename' | 'close' | 'become' | 'join' | 'undo';
      /** The records whose words `join` offers; absent: all. */
      readonly records?: readonly RecordId[];
      /** A link of the act that `undo` undoes. */
      readonly link?: RecordId;
    };
  }
}

export const ORGANISATION_SCREENS = defineScreens({
  organisation: {
    view: lateView(async () => (await import('./organisation-view.js')).OrganisationView),
    lists: ['organisations'],
    entry: { label: 'shell.nav.organisation', place: 135, on: { workspace: 'more' } },
    anywhere: [
      { label: 'palette.act.organisation', starts: { form: 'add' } },
      { label: 'palette.act.words', starts: { form: 'join' } },
    ],
  },
});
