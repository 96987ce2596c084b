/** Screens of what comes in: enquiries, referrals, identifications, the decisions on them, promises and advice. */
import type { RecordId } from '@cyber-prevent/core';
import { lateView } from '../../app/late-view.js';
import type { NoParams } from '../../app/route.js';
import { defineScreens } from '../../app/screens.js';
import type { ReferralList } from './referral/referral-lists.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /** Every enquiry without a name. */
    enquiries: NoParams;
    'take-enquiry': NoParams;
    enquiry: { readonly enquiry: RecordId };
    /** Referrals, people identified by officers who await a decision, and refusals. */
    referrals: { readonly show?: ReferralList };
    referral: { readonly referral: RecordId };
    /** Answers to the published questions of the referral form. */
    questions: { readonly referral: RecordId };
    /** Decide, or change the current decision. */
    decide: {
      readonly on: 'enquiry' | 'referral' | 'identification';
      readonly record: RecordId;
    };
    /** The next step of a refused referral, once its day has come or its obstacle is gone. */
    refuse: { readonly refusal: RecordId };
    /** A person at the edge of other work. */
    identify: NoParams;
    identification: { readonly identification: RecordId };
    /** Make a promise on a record, or record whether one was kept. */
    promise: {
      readonly on: 'enquiry' | 'referral' | 'subject';
      readonly record: RecordId;
      readonly promise?: RecordId;
    };
    /** Given advice: all of it, one, a new one, one corrected. */
    advice: { readonly advice?: RecordId; readonly writing?: true };
  }
}

export const INTAKE_SCREENS = defineScreens({
  enquiries: {
    view: lateView(async () => (await import('./enquiry/enquiries-view.js')).EnquiriesView),
    lists: ['enquiries'],
    entry: {
      label: 'shell.nav.enquiries',
      place: 50,
      on: { panel: 'more', workspace: 'first' },
    },
  },
  'take-enquiry': {
    view: lateView(async () => (await import('./enquiry/take-enquiry-view.js')).TakeEnquiryView),
    under: 'enquiries',
    anywhere: [{ label: 'palette.act.take-enquiry' }],
  },
  enquiry: {
    view: lateView(async () => (await import('./enquiry/enquiry-view.js')).EnquiryView),
    needs: { enquiry: 'record' },
    under: 'enquiries',
  },
  referrals: {
    view: lateView(async () => (await import('./referral/referrals-view.js')).ReferralsView),
    lists: ['referrals', 'identified', 'refusals'],
    entry: {
      label: 'shell.nav.referrals',
      place: 60,
      on: { panel: 'more', workspace: 'first' },
    },
  },
  referral: {
    view: lateView(async () => (await import('./referral/referral-view.js')).ReferralView),
    needs: { referral: 'record' },
    under: 'referrals',
  },
  questions: {
    view: lateView(async () => (await import('./referral/questions-view.js')).QuestionsView),
    needs: { referral: 'record' },
    under: 'referrals',
  },
  decide: {
    view: lateView(async () => (await import('./decision/decide-view.js')).DecideView),
    needs: { on: ['enquiry', 'referral', 'identification'], record: 'record' },
  },
  refuse: {
    view: lateView(async () => (await import('./decision/refuse-view.js')).RefuseView),
    needs: { refusal: 'record' },
    under: 'referrals',
  },
  identify: {
    view: lateView(async () => (await import('./identification/identify-view.js')).IdentifyView),
    under: 'referrals',
    anywhere: [{ label: 'palette.act.identify' }],
  },
  identification: {
    view: lateView(
      async () => (await import('./identification/identification-view.js')).IdentificationView,
    ),
    needs: { identification: 'record' },
    under: 'referrals',
  },
  promise: {
    view: lateView(async () => (await import('./promise/promise-view.js')).PromiseView),
    needs: { on: ['enquiry', 'referral', 'subject'], record: 'record' },
  },
  advice: {
    view: lateView(async () => (await import('./advice/advice-view.js')).AdviceView),
    lists: ['advice'],
    entry: { label: 'shell.nav.advice', place: 120, on: { workspace: 'more' } },
    anywhere: [{ label: 'palette.act.advice', starts: { writing: true } }],
  },
});
