/** The sections of a person's page. A new one is a file in `section/` and a line here. */

import type { SubjectSection } from '../views/case/subject-page.js';
import { NoticeSection } from '../views/contact/notice/notice-section.js';
import { PlanSection as WorkPlanSection } from '../views/contact/plan/plan-section.js';
import { ConcernsSection } from '../views/contact/safeguarding/concerns-section.js';
import { AgenciesSection } from '../views/subject/section/agencies-section.js';
import { AsKnownSection } from '../views/subject/section/as-known-section.js';
import { AssessmentsSection } from '../views/subject/section/assessments-section.js';
import { ConditionsSection } from '../views/subject/section/conditions-section.js';
import { ConsentSection } from '../views/subject/section/consent-section.js';
import { DetailsSection } from '../views/subject/section/details-section.js';
import { EndingSection } from '../views/subject/section/ending-section.js';
import { IdentifiersSection } from '../views/subject/section/identifiers-section.js';
import { InterventionsSection } from '../views/subject/section/interventions-section.js';
import { LogSection } from '../views/subject/section/log-section.js';
import { NotesSection } from '../views/subject/section/notes-section.js';
import { PeopleSection } from '../views/subject/section/people-section.js';
import { PlanSection } from '../views/subject/section/plan-section.js';
import { ReferralsSection } from '../views/subject/section/referrals-section.js';
import { SourcesSection } from '../views/subject/section/sources-section.js';
import { TellingsSection } from '../views/subject/section/tellings-section.js';
import { TimelineSection } from '../views/subject/section/timeline-section.js';
import { standingInterventions } from '../views/subject/standing-interventions.js';

export const SUBJECT_SECTIONS: readonly SubjectSection[] = [
  { id: 'details', group: 'person', label: 'subject.details', Show: DetailsSection },
  {
    id: 'people',
    group: 'person',
    label: 'subject.people',
    count: ({ all }) => all('relatedPerson').length,
    Show: PeopleSection,
  },
  {
    id: 'identifiers',
    group: 'person',
    label: 'subject.identifiers',
    count: ({ all }) => all('onlineIdentifier').length,
    Show: IdentifiersSection,
  },
  {
    id: 'plan',
    group: 'person',
    label: 'person.plan',
    Show: PlanSection,
  },
  {
    id: 'consent',
    group: 'person',
    label: 'person.consent',
    Show: ConsentSection,
  },
  {
    id: 'tellings',
    group: 'person',
    label: 'person.tellings',
    count: ({ all }) => all('telling').length,
    Show: TellingsSection,
  },
  {
    id: 'referrals',
    group: 'work',
    label: 'subject.referrals',
    count: ({ all }) => all('referral').length,
    Show: ReferralsSection,
  },
  {
    id: 'assessments',
    group: 'work',
    label: 'assessment.section',
    count: ({ all }) => all('assessment').length,
    Show: AssessmentsSection,
  },
  {
    id: 'work-plan',
    group: 'work',
    label: 'plan.section',
    count: ({ all }) => all('objective').filter(({ value }) => value.result === undefined).length,
    Show: WorkPlanSection,
  },
  {
    id: 'interventions',
    group: 'work',
    label: 'subject.interventions',
    count: (page) => standingInterventions(page).length,
    Show: InterventionsSection,
  },
  {
    id: 'conditions',
    group: 'work',
    label: 'conditions.section',
    count: ({ all }) => all('order').length,
    Show: ConditionsSection,
  },
  {
    id: 'agencies',
    group: 'work',
    label: 'agencies.section',
    count: ({ all }) => all('agencyContact').length,
    Show: AgenciesSection,
  },
  {
    id: 'concerns',
    group: 'work',
    label: 'concern.section',
    count: ({ all }) => all('safeguardingConcern').length,
    Show: ConcernsSection,
  },
  {
    id: 'notices',
    group: 'work',
    label: 'notice.section',
    count: ({ all }) => all('ceaseAndDesist').length + all('stopCard').length,
    Show: NoticeSection,
  },
  {
    id: 'notes',
    group: 'work',
    label: 'subject.notes',
    count: ({ all }) => all('intelligenceNote').length,
    Show: NotesSection,
  },
  {
    id: 'keeping',
    group: 'record',
    label: 'ending.section',
    Show: EndingSection,
  },
  { id: 'timeline', group: 'record', label: 'subject.timeline', Show: TimelineSection },
  {
    id: 'sources',
    group: 'record',
    label: 'subject.sources',
    count: ({ all }) => all('sourceCapture').length,
    Show: SourcesSection,
  },
  { id: 'as-known', group: 'record', label: 'as-known.section', Show: AsKnownSection },
  { id: 'log', group: 'record', label: 'log.section', Show: LogSection },
];
