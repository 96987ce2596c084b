/** Screens of a person's details, of the page for a visit, and of the check before a contact. */
import type { PersonDetail, RecordId } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import { defineScreens } from '../../app/screens.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /**
     * Add, correct or end a detail or a category; `place` is its place in a list. To correct `alsoRecorded` makes that
     * value the recorded one.
     */
    detail: {
      readonly subject: RecordId;
      readonly detail: PersonDetail | 'categories' | 'alsoRecorded';
      readonly act: 'add' | 'correct' | 'end';
      readonly place?: number;
    };
    /**
     * Identifiers, which need no person: all, or one; add one on nobody, correct one, say whose it is or that it is
     * somebody else’s as well, keep one on nobody that was not theirs, or say that it is no longer needed.
     */
    identifier: {
      readonly identifier?: RecordId;
      readonly form?: 'add' | 'correct' | 'whose' | 'also' | 'on-nobody' | 'let-go';
    };
    /** The page for a visit. */
    'contact-plan': { readonly subject: RecordId };
    /** Ask for the check before a contact, see it, or lift one; `lift` is that check. */
    'ask-check': { readonly subject: RecordId; readonly lift?: RecordId };
  }
}

export const PERSON_SCREENS = defineScreens({
  detail: {
    view: lateView(async () => (await import('./detail-view.js')).DetailView),
    needs: { subject: 'record', detail: 'word', act: ['add', 'correct', 'end'] },
    under: 'subjects',
  },
  identifier: {
    view: lateView(async () => (await import('./identifier/identifier-view.js')).IdentifierView),
    lists: ['identifiers'],
    entry: { label: 'shell.nav.identifier', place: 136, on: { workspace: 'more' } },
    anywhere: [{ label: 'palette.act.identifier', starts: { form: 'add' } }],
  },
  'contact-plan': {
    view: lateView(async () => (await import('./contact-plan-view.js')).ContactPlanView),
    needs: { subject: 'record' },
    under: 'subjects',
    isForVisit: true,
  },
  'ask-check': {
    view: lateView(async () => (await import('./ask-check-view.js')).AskCheckView),
    needs: { subject: 'record' },
    under: 'subjects',
    aboutPerson: { label: 'person.check.ask', place: 120 },
  },
});
