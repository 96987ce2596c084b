/** The view of each route. A new screen is added to this list only. */
import type { ListName } from '@cyber-prevent/core';
import { type LateView, lateView } from '../app/late-view.js';
import type { RouteOf } from '../app/router.js';
import type { Views } from '../app/screens.js';
import type { VaultService } from '../ports/services.js';
import { ReviewView } from '../views/capture/review/review-view.js';

const safeguarding = lateView(
  async () => (await import('../views/contact/safeguarding/safeguarding-view.js')).SafeguardingView,
);
const today = lateView<{ route: RouteOf<'today'> }>(
  async () => (await import('../views/desk/today/today-view.js')).TodayView,
);
const subjects = lateView(
  async () => (await import('../views/desk/subjects-view.js')).SubjectsView,
);
const enquiries = lateView(
  async () => (await import('../views/intake/enquiry/enquiries-view.js')).EnquiriesView,
);
const referrals = lateView(
  async () => (await import('../views/intake/referral/referrals-view.js')).ReferralsView,
);
const advice = lateView(
  async () => (await import('../views/intake/advice/advice-view.js')).AdviceView,
);
const incident = lateView(
  async () => (await import('../views/contact/incident/incident-view.js')).IncidentView,
);
const assessments = lateView(
  async () => (await import('../views/assess/assessment/assessments-view.js')).AssessmentsView,
);
const conditions = lateView(
  async () => (await import('../views/orders/conditions/conditions-view.js')).ConditionsView,
);

const concerns = lateView(
  async () => (await import('../views/contact/safeguarding/concerns-view.js')).ConcernsView,
);

/** The screen that each list is on. */
const LIST_SCREENS: Readonly<Record<ListName, Pick<LateView<object>, 'fetch'>>> = {
  subjects,
  enquiries,
  referrals,
  identified: referrals,
  refusals: referrals,
  advice,
  incidents: incident,
  assessments,
  conditions,
  concerns,
};

/**
 * Loads the safeguarding concern once the page has painted and is idle: nothing may prevent it, not even an update of
 * the extension that removes its files under an open page.
 */
export function fetchSoon(): void {
  fetchQuietly(safeguarding.fetch);
}

/** Loads the first screen of an open vault before the key is typed. */
export function fetchFirst(): void {
  fetchQuietly(today.fetch);
}

/** Loads the lists, one at a time: once the vault is open, so that none of them delays the key and the first screen. */
export function fetchLists(vault: Pick<VaultService, 'state' | 'subscribe'>): void {
  const begin = (): void => fetchOneByOne([...new Set(Object.values(LIST_SCREENS))]);
  if (vault.state().name === 'open') {
    begin();
    return;
  }
  const stop = vault.subscribe(({ name }) => {
    if (name !== 'open') return;
    stop();
    begin();
  });
}

/** Loads each in an idle moment, however late: nobody has asked for them. */
function fetchOneByOne([next, ...others]: readonly Pick<LateView<object>, 'fetch'>[]): void {
  if (!next) return;
  requestIdleCallback(async () => {
    await next.fetch().catch(() => undefined);
    fetchOneByOne(others);
  });
}

/** Loads in idle time. A failed file is requested again, and its absence reported, when it is shown. */
function fetchQuietly(fetch: () => Promise<void>): void {
  requestIdleCallback(() => void fetch().catch(() => undefined), { timeout: 2000 });
}

/** Forms of one piece of work, which lead to one another: they load together. */
const work = () => import('../views/contact/plan/late.js');

/** The draft and the safeguarding concern are there at once; the rest is loaded when first shown. */
export const views: Views = {
  review: ReviewView,
  safeguarding,
  today,
  diary: lateView(async () => (await import('../views/desk/diary/diary-view.js')).DiaryView),
  concern: lateView(
    async () => (await import('../views/contact/safeguarding/concern-view.js')).ConcernView,
  ),
  concerns,
  subjects,
  subject: lateView(async () => (await import('../views/subject/subject-view.js')).SubjectView),
  intervention: lateView(
    async () =>
      (await import('../views/contact/intervention/intervention-view.js')).InterventionView,
  ),
  fill: lateView(async () => (await import('../views/capture/fill/fill-view.js')).FillView),
  note: lateView(async () => (await import('../views/intelligence/note-view.js')).NoteView),
  summary: lateView(async () => (await import('../views/paper/summary-view.js')).SummaryView),
  settings: lateView(
    async () => (await import('../views/vault/settings/settings-view.js')).SettingsView,
  ),
  audit: lateView(async () => (await import('../views/vault/audit/audit-view.js')).AuditView),
  backup: lateView(async () => (await import('../views/vault/backup/backup-view.js')).BackupView),
  teach: lateView(async () => (await import('../views/capture/teach/teach-view.js')).TeachView),
  exchange: lateView(
    async () => (await import('../views/keeping/exchange/exchange-view.js')).ExchangeView,
  ),
  enquiries,
  'take-enquiry': lateView(
    async () => (await import('../views/intake/enquiry/take-enquiry-view.js')).TakeEnquiryView,
  ),
  enquiry: lateView(
    async () => (await import('../views/intake/enquiry/enquiry-view.js')).EnquiryView,
  ),
  referrals,
  referral: lateView(
    async () => (await import('../views/intake/referral/referral-view.js')).ReferralView,
  ),
  questions: lateView(
    async () => (await import('../views/intake/referral/questions-view.js')).QuestionsView,
  ),
  decide: lateView(
    async () => (await import('../views/intake/decision/decide-view.js')).DecideView,
  ),
  refuse: lateView(
    async () => (await import('../views/intake/decision/refuse-view.js')).RefuseView,
  ),
  identify: lateView(
    async () => (await import('../views/intake/identification/identify-view.js')).IdentifyView,
  ),
  identification: lateView(
    async () =>
      (await import('../views/intake/identification/identification-view.js')).IdentificationView,
  ),
  promise: lateView(
    async () => (await import('../views/intake/promise/promise-view.js')).PromiseView,
  ),
  detail: lateView(async () => (await import('../views/person/detail-view.js')).DetailView),
  'person-record': lateView(
    async () => (await import('../views/person/person-record-view.js')).PersonRecordView,
  ),
  'contact-plan': lateView(
    async () => (await import('../views/person/contact-plan-view.js')).ContactPlanView,
  ),
  'ask-check': lateView(
    async () => (await import('../views/person/ask-check-view.js')).AskCheckView,
  ),
  advice,
  incident,
  log: lateView(async () => (await import('../views/keeping/log/log-view.js')).LogView),
  'review-case': lateView(
    async () => (await import('../views/keeping/ending/review-case-view.js')).ReviewCaseView,
  ),
  'close-case': lateView(
    async () => (await import('../views/keeping/ending/close-view.js')).CloseView,
  ),
  hold: lateView(async () => (await import('../views/keeping/ending/hold-view.js')).HoldView),
  retention: lateView(
    async () => (await import('../views/keeping/ending/retention-view.js')).RetentionView,
  ),
  dispose: lateView(
    async () => (await import('../views/keeping/ending/dispose-view.js')).DisposeView,
  ),
  correction: lateView(
    async () => (await import('../views/keeping/ending/correction-view.js')).CorrectionView,
  ),
  handover: lateView(
    async () => (await import('../views/keeping/ending/handover-view.js')).HandoverView,
  ),
  'asked-of-me': lateView(
    async () => (await import('../views/keeping/ending/asked-view.js')).AskedView,
  ),
  'second-officer': lateView(
    async () =>
      (await import('../views/keeping/second-officer/second-officer-view.js')).SecondOfficerView,
  ),
  plan: lateView(async () => (await work()).PlanView),
  session: lateView(async () => (await work()).SessionView),
  notice: lateView(async () => (await work()).NoticeView),
  'stop-card': lateView(async () => (await work()).StopCardView),
  together: lateView(async () => (await work()).TogetherView),
  'quick-log': lateView(
    async () => (await import('../views/contact/quick-log/quick-log-view.js')).QuickLogView,
  ),
  assess: lateView(
    async () => (await import('../views/assess/assessment/assess-view.js')).AssessView,
  ),
  assessment: lateView(
    async () => (await import('../views/assess/assessment/assessment-view.js')).AssessmentView,
  ),
  assessments,
  rating: lateView(
    async () => (await import('../views/assess/assessment/rating-view.js')).RatingView,
  ),
  instruments: lateView(
    async () => (await import('../views/assess/assessment/instruments-view.js')).InstrumentsView,
  ),
  conditions,
  'caution-advice': lateView(
    async () => (await import('../views/orders/conditions/advise-view.js')).AdviseView,
  ),
  'work-record': lateView(
    async () => (await import('../views/orders/conditions/work-record-view.js')).WorkRecordView,
  ),
  'condition-report': lateView(
    async () => (await import('../views/orders/conditions/report-view.js')).ConditionReportView,
  ),
  'saved-page': lateView(
    async () => (await import('../views/capture/saved-page/saved-page-view.js')).SavedPageView,
  ),
};
