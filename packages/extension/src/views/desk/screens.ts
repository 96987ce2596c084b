/** Screens in the navigation, in its order, and the entry that each other screen belongs to. */
import type { Surface } from '../../app/app.js';
import type { RouteName, RouteOf } from '../../app/router.js';

/** A screen reachable from anywhere, because its route needs no parameters. */
type Anywhere = {
  readonly [N in RouteName]: { readonly name: N } extends RouteOf<N> ? N : never;
}[RouteName];

interface Entries {
  /** Always in sight. */
  readonly first: readonly Anywhere[];
  readonly more: readonly Anywhere[];
}

/**
 * The panel is next to a page, for capturing; the workspace has room, for the day’s work. Its order is Today,
 * Enquiries, Referrals, Subjects, Diary, Settings.
 */
export const SCREENS = {
  panel: {
    first: ['review', 'today', 'subjects', 'quick-log'],
    more: ['intervention', 'together', 'enquiries', 'referrals', 'note', 'diary', 'concerns'],
  },
  workspace: {
    first: ['today', 'enquiries', 'referrals', 'subjects', 'diary', 'settings'],
    more: [
      'review',
      'intervention',
      'together',
      'quick-log',
      'note',
      'saved-page',
      'assessments',
      'advice',
      'incident',
      'conditions',
      'concerns',
      'audit',
      'log',
      'backup',
      'exchange',
      'asked-of-me',
    ],
  },
} as const satisfies Readonly<Record<Surface, Entries>>;

type Both = (typeof SCREENS)[Surface];
export type NavName = Both['first'][number] | Both['more'][number];

/** Navigation entry for a screen without one of its own. */
export const UNDER: { readonly [N in RouteName]?: NavName } = {
  concern: 'concerns',
  subject: 'subjects',
  'review-case': 'subjects',
  'close-case': 'subjects',
  hold: 'subjects',
  retention: 'subjects',
  dispose: 'subjects',
  correction: 'subjects',
  handover: 'asked-of-me',
  'second-officer': 'asked-of-me',
  summary: 'subjects',
  assess: 'subjects',
  assessment: 'subjects',
  rating: 'subjects',
  instruments: 'assessments',
  detail: 'subjects',
  'person-record': 'subjects',
  'contact-plan': 'subjects',
  'ask-check': 'subjects',
  'caution-advice': 'subjects',
  'work-record': 'subjects',
  'condition-report': 'subjects',
  plan: 'subjects',
  session: 'subjects',
  notice: 'subjects',
  'stop-card': 'subjects',
  'take-enquiry': 'enquiries',
  enquiry: 'enquiries',
  referral: 'referrals',
  questions: 'referrals',
  refuse: 'referrals',
  identify: 'referrals',
  identification: 'referrals',
};
