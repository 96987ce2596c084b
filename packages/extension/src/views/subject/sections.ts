/**
 * What a person's page shows, part by part, each in one of the six sections. A new part is a file in `section/` and a
 * line here.
 */

import type { SubjectSection } from '../case/subject-page.js';
import { NoticeSection } from '../contact/notice/notice-section.js';
import { PlanSection as WorkPlanSection } from '../contact/plan/plan-section.js';
import { ConcernsSection } from '../contact/safeguarding/concerns-section.js';
import { FilesSection } from '../keeping/attach/files-section.js';
import { OpenConcerns } from './overview/open-concerns.js';
import { OverviewSection } from './overview/overview-section.js';
import { AgenciesSection } from './section/agencies-section.js';
import { AsKnownSection } from './section/as-known-section.js';
import { AssessmentsSection } from './section/assessments-section.js';
import { ConditionsSection } from './section/conditions-section.js';
import { ConsentSection } from './section/consent-section.js';
import { DetailsSection } from './section/details-section.js';
import { EndingSection } from './section/ending-section.js';
import { IdentifiersSection } from './section/identifiers-section.js';
import { InterventionsSection } from './section/interventions-section.js';
import { LogSection } from './section/log-section.js';
import { NotesSection } from './section/notes-section.js';
import { OffencesSection } from './section/offence/offences-section.js';
import { OrganisationsSection } from './section/organisations-section.js';
import { otherSection } from './section/other-section.js';
import { PapersSection } from './section/papers-section.js';
import { PeopleSection } from './section/people-section.js';
import { PlanSection } from './section/plan-section.js';
import { ReferralsSection } from './section/referrals-section.js';
import { SourcesSection } from './section/sources-section.js';
import { TellingsSection } from './section/tellings-section.js';
import { TimelineSection } from './section/timeline-section.js';
import { isSectionName, type SectionName } from './section-name.js';
import { standingInterventions } from './standing-interventions.js';

/** The overview shows records whose place is in other parts: it claims none. */
const SECTIONS: readonly SubjectSection[] = [
  {
    id: 'overview',
    group: 'overview',
    label: 'overview.section',
    First: OpenConcerns,
    Show: OverviewSection,
  },
  {
    id: 'details',
    group: 'person',
    label: 'subject.details',
    shows: ['subject'],
    Show: DetailsSection,
  },
  {
    id: 'people',
    group: 'person',
    label: 'subject.people',
    shows: ['relatedPerson'],
    count: ({ all }) => all('relatedPerson').length,
    Show: PeopleSection,
  },
  {
    id: 'organisations',
    group: 'person',
    label: 'organisation.section',
    shows: ['organisation', 'organisationLink'],
    count: ({ all }) => all('organisationLink').length,
    Show: OrganisationsSection,
  },
  {
    id: 'plan',
    group: 'person',
    label: 'person.plan',
    shows: ['contactPlan', 'contactCheck'],
    Show: PlanSection,
  },
  {
    id: 'consent',
    group: 'person',
    label: 'person.consent',
    shows: ['participation', 'processingBasis'],
    Show: ConsentSection,
  },
  {
    id: 'tellings',
    group: 'person',
    label: 'person.tellings',
    // Without a number: notes alone are not everybody who was told.
    shows: ['telling'],
    Show: TellingsSection,
  },
  {
    id: 'interventions',
    group: 'work',
    label: 'subject.interventions',
    shows: ['intervention', 'writeBack'],
    count: (page) => standingInterventions(page).length,
    Show: InterventionsSection,
  },
  {
    id: 'work-plan',
    group: 'work',
    label: 'plan.section',
    shows: ['plan', 'objective', 'planReview', 'session'],
    count: ({ all }) => all('plan').length,
    Show: WorkPlanSection,
  },
  {
    id: 'assessments',
    group: 'work',
    label: 'assessment.section',
    shows: ['assessment', 'rating', 'sealedRating'],
    count: ({ all }) => all('assessment').length,
    Show: AssessmentsSection,
  },
  {
    id: 'conditions',
    group: 'work',
    label: 'conditions.section',
    shows: ['order', 'condition', 'conditionEvidence'],
    count: ({ all }) => all('order').length,
    Show: ConditionsSection,
  },
  {
    id: 'agencies',
    group: 'work',
    label: 'agencies.section',
    shows: ['agencyContact', 'monitoring', 'offendingCheck', 'panel'],
    count: ({ all }) => all('agencyContact').length,
    Show: AgenciesSection,
  },
  {
    id: 'concerns',
    group: 'work',
    label: 'concern.section',
    shows: ['safeguardingConcern'],
    count: ({ all }) => all('safeguardingConcern').length,
    Show: ConcernsSection,
  },
  {
    id: 'notices',
    group: 'work',
    label: 'notice.section',
    shows: ['ceaseAndDesist', 'noticeBreach', 'stopCard'],
    count: ({ all }) => all('ceaseAndDesist').length + all('stopCard').length,
    Show: NoticeSection,
  },
  {
    id: 'referrals',
    group: 'work',
    label: 'subject.referrals',
    shows: ['referral', 'referrer'],
    count: ({ all }) => all('referral').length,
    Show: ReferralsSection,
  },
  {
    id: 'offences',
    group: 'work',
    label: 'offence.section',
    shows: ['offence'],
    count: ({ all }) => all('offence').length,
    Show: OffencesSection,
  },
  {
    id: 'notes',
    group: 'intelligence',
    label: 'subject.notes',
    shows: ['intelligenceNote'],
    count: ({ all }) => all('intelligenceNote').length,
    Show: NotesSection,
  },
  {
    id: 'identifiers',
    group: 'intelligence',
    label: 'subject.identifiers',
    shows: ['onlineIdentifier'],
    count: ({ all }) => all('onlineIdentifier').length,
    Show: IdentifiersSection,
  },
  { id: 'timeline', group: 'record', label: 'subject.timeline', Show: TimelineSection },
  {
    id: 'keeping',
    group: 'record',
    label: 'ending.section',
    shows: ['hold', 'retention', 'retentionReview', 'colleagueRequest', 'correctionNotice'],
    Show: EndingSection,
  },
  {
    id: 'sources',
    group: 'record',
    label: 'subject.sources',
    shows: ['sourceCapture', 'sharingPermission'],
    count: ({ all }) => all('sourceCapture').length,
    Show: SourcesSection,
  },
  { id: 'as-known', group: 'record', label: 'as-known.section', Show: AsKnownSection },
  { id: 'log', group: 'record', label: 'log.section', Show: LogSection },
  { id: 'papers', group: 'papers', label: 'papers.section', Show: PapersSection },
  {
    id: 'files',
    group: 'papers',
    label: 'files.section',
    shows: ['attachment'],
    count: ({ all }) => all('attachment').length,
    Show: FilesSection,
  },
];

export const SUBJECT_SECTIONS: readonly SubjectSection[] = [
  ...SECTIONS,
  otherSection(new Set(SECTIONS.flatMap(({ shows = [] }) => shows))),
];

/** The parts of a section, in their order. */
export function partsOf(name: SectionName): readonly SubjectSection[] {
  return SUBJECT_SECTIONS.filter(({ group }) => group === name);
}

/** The part that a route asks for, by its own name or by that of its section; without one, the overview. */
export function partNamed(name: string | undefined): SubjectSection | undefined {
  const asked = isSectionName(name) ? partsOf(name)[0] : undefined;
  return asked ?? SUBJECT_SECTIONS.find(({ id }) => id === name) ?? SUBJECT_SECTIONS[0];
}
