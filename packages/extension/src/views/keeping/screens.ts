/** Screens of keeping a case: its review, closing, holds, retention and disposal, and work between colleagues. */
import type { RecordId } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import type { NoParams } from '../../app/route.js';
import { defineScreens } from '../../app/screens.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /** Makes a file for a colleague, takes one in. */
    exchange: NoParams;
    /** This officer's actions on records. */
    log: NoParams;
    /** Record the outcome of a review trigger. */
    'review-case': { readonly subject: RecordId };
    /** Set the day on which the cases of several people are reviewed. */
    'set-reviews': { readonly subjects?: readonly RecordId[] };
    /** Close a case, or open one again. */
    'close-case': { readonly subject: RecordId };
    /** Place a hold; review or lift the named one. */
    hold: { readonly subject: RecordId; readonly hold?: RecordId };
    /** The retention of a case, and whether it is still needed. */
    retention: { readonly subject: RecordId };
    dispose: { readonly subject: RecordId };
    /** The recipients of records corrected since, and whether they were informed. */
    correction: { readonly subject: RecordId };
    /** Ask a colleague to take cases over, to review or to confirm. */
    handover: {
      readonly subject?: RecordId;
      /** A code of `request-kind`; a handover without one. */
      readonly ask?: string;
      /** The decision or the assessment that it is about; without one, the latest there is. */
      readonly about?: RecordId;
      /** Several cases, chosen in the list of people. */
      readonly cases?: readonly RecordId[];
    };
    /** Attach files to the person's record. */
    attach: { readonly subject: RecordId };
    /** Say that you know this person, which closes the record to you; then tell your supervisor. */
    'know-person': { readonly subject: RecordId };
    /** A colleague's request: read, answered, given back. */
    'second-officer': { readonly request: RecordId };
    /** Requests of colleagues, and to colleagues. */
    'asked-of-me': NoParams;
  }
}

export const KEEPING_SCREENS = defineScreens({
  exchange: {
    view: lateView(async () => (await import('./exchange/exchange-view.js')).ExchangeView),
    entry: { label: 'shell.nav.exchange', place: 210, on: { workspace: 'more' } },
  },
  log: {
    view: lateView(async () => (await import('./log/log-view.js')).LogView),
    entry: { label: 'shell.nav.log', place: 190, on: { workspace: 'more' } },
  },
  'review-case': {
    view: lateView(async () => (await import('./ending/review-case-view.js')).ReviewCaseView),
    needs: { subject: 'record' },
    under: 'subjects',
    aboutPerson: { label: 'ending.act.review', place: 80 },
  },
  'set-reviews': {
    view: lateView(async () => (await import('./reviews/set-reviews-view.js')).SetReviewsView),
    under: 'subjects',
  },
  'close-case': {
    view: lateView(async () => (await import('./ending/close-view.js')).CloseView),
    needs: { subject: 'record' },
    under: 'subjects',
    aboutPerson: { label: 'ending.close.go', place: 90 },
  },
  hold: {
    view: lateView(async () => (await import('./ending/hold-view.js')).HoldView),
    needs: { subject: 'record' },
    under: 'subjects',
  },
  retention: {
    view: lateView(async () => (await import('./ending/retention-view.js')).RetentionView),
    needs: { subject: 'record' },
    under: 'subjects',
  },
  dispose: {
    view: lateView(async () => (await import('./ending/dispose-view.js')).DisposeView),
    needs: { subject: 'record' },
    under: 'subjects',
  },
  correction: {
    view: lateView(async () => (await import('./ending/correction-view.js')).CorrectionView),
    needs: { subject: 'record' },
    under: 'subjects',
    aboutPerson: { label: 'ending.act.correction', place: 110 },
  },
  handover: {
    view: lateView(async () => (await import('./ending/handover-view.js')).HandoverView),
    under: 'asked-of-me',
    aboutPerson: { label: 'ending.act.ask', place: 100 },
  },
  attach: {
    view: lateView(async () => (await import('./attach/attach-view.js')).AttachView),
    needs: { subject: 'record' },
    under: 'subjects',
    aboutPerson: { label: 'files.attach', place: 115 },
  },
  'know-person': {
    view: lateView(async () => (await import('./known-person/know-person-view.js')).KnowPersonView),
    needs: { subject: 'record' },
    under: 'subjects',
    aboutPerson: { label: 'known.act', place: 125 },
  },
  'second-officer': {
    view: lateView(
      async () => (await import('./second-officer/second-officer-view.js')).SecondOfficerView,
    ),
    needs: { request: 'record' },
    under: 'asked-of-me',
  },
  'asked-of-me': {
    view: lateView(async () => (await import('./ending/asked-view.js')).AskedView),
    entry: { label: 'shell.nav.asked-of-me', place: 220, on: { workspace: 'more' } },
  },
});
