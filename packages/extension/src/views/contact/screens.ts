/** Screens of contacts: interventions, plans and sessions, notices, stop cards, incidents and concerns. */
import type { RecordId } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import type { NoParams } from '../../app/route.js';
import { defineScreens } from '../../app/screens.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    safeguarding: { readonly subject?: RecordId };
    /** Every raised concern. */
    concerns: NoParams;
    /**
     * One concern: record who was informed; add to it, say that it was acknowledged, escalate it, review it, add the
     * reference of a crime, close it, or name the person.
     */
    concern: {
      readonly concern: RecordId;
      readonly form?: 'add' | 'acknowledge' | 'escalate' | 'review' | 'crime' | 'close' | 'name';
    };
    /** Incidents, which need no person: all, one, a new one, one corrected. */
    incident: { readonly incident?: RecordId; readonly writing?: true };
    /**
     * Log an intervention; `corrects` names the entry that this one replaces, `followsUp` the contact that it follows
     * up.
     */
    intervention: {
      readonly subject?: RecordId;
      readonly corrects?: RecordId;
      readonly followsUp?: RecordId;
      /** The referral that it is logged from: it goes with it if that turns out to be somebody else’s. */
      readonly referral?: RecordId;
      /** The session of the intervention. */
      readonly session?: RecordId;
      /** The first contact on an accepted referral. */
      readonly first?: true;
    };
    /** A contact in a few keys. */
    'quick-log': { readonly subject?: RecordId };
    /** A visit or a session with several subjects, from one form. */
    together: { readonly subject?: RecordId };
    /**
     * A plan with a subject: made, changed, reviewed, ended; an objective added, or `objective` recorded as reached or
     * not.
     */
    plan: {
      readonly subject: RecordId;
      readonly form: 'make' | 'revise' | 'review' | 'end' | 'add' | 'close';
      readonly objective?: RecordId;
    };
    /** Arrange a session, for an objective or for none; or record the attendance at the named one. */
    session: {
      readonly subject: RecordId;
      readonly session?: RecordId;
      readonly objective?: RecordId;
    };
    /**
     * Serve a cease and desist notice; for the named one, its paper; note a breach of it, or who was informed of one.
     */
    notice: {
      readonly subject: RecordId;
      readonly form: 'serve' | 'paper' | 'breach' | 'tell';
      readonly notice?: RecordId;
      readonly breach?: RecordId;
    };
    /** An offence was admitted: open a stop card, with `where` it came up. Complete the named one. */
    'stop-card': {
      readonly subject: RecordId;
      readonly card?: RecordId;
      readonly where?: string;
      /** The referral whose answers contain the admission. */
      readonly on?: RecordId;
    };
  }
}

/** Forms of one piece of work, which lead to one another: they load together. */
const work = () => import('./plan/late.js');

export const CONTACT_SCREENS = defineScreens({
  safeguarding: {
    view: lateView(
      async () => (await import('./safeguarding/safeguarding-view.js')).SafeguardingView,
    ),
    anywhere: [{ label: 'palette.act.concern' }],
    aboutPerson: { label: 'subject.concern', place: 70 },
  },
  concerns: {
    view: lateView(async () => (await import('./safeguarding/concerns-view.js')).ConcernsView),
    lists: ['concerns'],
    entry: {
      label: 'shell.nav.concerns',
      place: 160,
      on: { panel: 'more', workspace: 'more' },
    },
  },
  concern: {
    view: lateView(async () => (await import('./safeguarding/concern-view.js')).ConcernView),
    needs: { concern: 'record' },
    under: 'concerns',
  },
  incident: {
    view: lateView(async () => (await import('./incident/incident-view.js')).IncidentView),
    lists: ['incidents'],
    entry: { label: 'shell.nav.incident', place: 130, on: { workspace: 'more' } },
    anywhere: [{ label: 'palette.act.incident', starts: { writing: true } }],
  },
  intervention: {
    view: lateView(
      async () => (await import('./intervention/intervention-view.js')).InterventionView,
    ),
    entry: {
      label: 'shell.nav.intervention',
      place: 30,
      on: { panel: 'more', workspace: 'more' },
    },
    anywhere: [{ label: 'palette.act.intervention' }],
    aboutPerson: { label: 'subject.log', place: 10 },
  },
  'quick-log': {
    view: lateView(async () => (await import('./quick-log/quick-log-view.js')).QuickLogView),
    entry: {
      label: 'shell.nav.quick-log',
      place: 80,
      on: { panel: 'first', workspace: 'more' },
    },
    anywhere: [{ label: 'palette.act.quick-log' }],
    aboutPerson: { label: 'quick.act', place: 20 },
  },
  together: {
    view: lateView(async () => (await work()).TogetherView),
    entry: {
      label: 'shell.nav.together',
      place: 40,
      on: { panel: 'more', workspace: 'more' },
    },
    anywhere: [{ label: 'palette.act.together' }],
    aboutPerson: { label: 'together.act', place: 30 },
  },
  plan: {
    view: lateView(async () => (await work()).PlanView),
    needs: { subject: 'record', form: ['make', 'revise', 'review', 'end', 'add', 'close'] },
    under: 'subjects',
  },
  session: {
    view: lateView(async () => (await work()).SessionView),
    needs: { subject: 'record' },
    under: 'subjects',
  },
  notice: {
    view: lateView(async () => (await work()).NoticeView),
    needs: { subject: 'record', form: ['serve', 'paper', 'breach', 'tell'] },
    under: 'subjects',
  },
  'stop-card': {
    view: lateView(async () => (await work()).StopCardView),
    needs: { subject: 'record' },
    under: 'subjects',
    aboutPerson: { label: 'stop.open', place: 40 },
  },
});
