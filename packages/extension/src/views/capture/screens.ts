/** Screens of captures: the draft of a page, and pages that are taught, filled in or read from a file. */
import type { FillKind, RecordId } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import type { NoParams } from '../../app/route.js';
import { defineScreens } from '../../app/screens.js';
import { ReviewView } from './review/review-view.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /** The open draft: rows read from a page, to decide on. */
    review: {
      /** Starts with text to paste, or with something said to the officer. */
      readonly entering?: 'paste' | 'told';
      /** The enquiry whose returned form is entered. */
      readonly formOf?: RecordId;
    };
    'saved-page': NoParams;
    /** A file of referrals, row by row. */
    'bring-in': NoParams;
    /** Teach the page of a capture; without one, continue an unfinished teaching. */
    teach: { readonly capture?: RecordId };
    /**
     * Write a record to another system; `given` names the note of an earlier transfer, whose reference is asked for.
     */
    fill: {
      readonly subject: RecordId;
      readonly of: FillKind;
      readonly record: RecordId;
      readonly given?: RecordId;
      /** Sequence of the save that made the note, while it can be undone. */
      readonly seq?: number | undefined;
    };
  }
}

export const CAPTURE_SCREENS = defineScreens({
  // With the page itself: the panel is there for it.
  review: {
    view: ReviewView,
    entry: {
      label: 'shell.nav.review',
      place: 10,
      on: { panel: 'first', workspace: 'more' },
    },
    anywhere: [
      { label: 'palette.act.told', starts: { entering: 'told' } },
      { label: 'palette.act.paste', starts: { entering: 'paste' } },
    ],
  },
  'saved-page': {
    view: lateView(async () => (await import('./saved-page/saved-page-view.js')).SavedPageView),
    entry: { label: 'shell.nav.saved-page', place: 100, on: { workspace: 'more' } },
    anywhere: [{ label: 'palette.act.saved-page' }],
  },
  'bring-in': {
    view: lateView(async () => (await import('./bring-in/bring-in-view.js')).BringInView),
    entry: { label: 'shell.nav.bring-in', place: 101, on: { workspace: 'more' } },
    anywhere: [{ label: 'palette.act.bring-in' }],
  },
  teach: {
    view: lateView(async () => (await import('./teach/teach-view.js')).TeachView),
  },
  fill: {
    view: lateView(async () => (await import('./fill/fill-view.js')).FillView),
    needs: { subject: 'record', of: ['referral', 'intervention'], record: 'record' },
  },
});
