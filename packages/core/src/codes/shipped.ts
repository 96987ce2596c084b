/** The code lists that ship with the core. A plugin or a force may add others, or newer ones with the same id. */
import type { CodeLists } from './code-list.js';
import activityTier from './data/activity-tier.json' with { type: 'json' };
import admission from './data/admission.json' with { type: 'json' };
import admissionMade from './data/admission-made.json' with { type: 'json' };
import admissionSaidBy from './data/admission-said-by.json' with { type: 'json' };
import admissionSetting from './data/admission-setting.json' with { type: 'json' };
import adviceAnswer from './data/advice-answer.json' with { type: 'json' };
import adviceTopic from './data/advice-topic.json' with { type: 'json' };
import ageAtBehaviour from './data/age-at-behaviour.json' with { type: 'json' };
import agency from './data/agency.json' with { type: 'json' };
import assessmentConfidence from './data/assessment-confidence.json' with { type: 'json' };
import attachmentKind from './data/attachment-kind.json' with { type: 'json' };
import attachmentMove from './data/attachment-move.json' with { type: 'json' };
import attachmentWithdrawal from './data/attachment-withdrawal.json' with { type: 'json' };
import attendance from './data/attendance.json' with { type: 'json' };
import checkPoint from './data/check-point.json' with { type: 'json' };
import checkResult from './data/check-result.json' with { type: 'json' };
import closureReason from './data/closure-reason.json' with { type: 'json' };
import cmaSection from './data/cma-section.json' with { type: 'json' };
import comparisonAnswer from './data/comparison-answer.json' with { type: 'json' };
import conditionAim from './data/condition-aim.json' with { type: 'json' };
import conditionTiming from './data/condition-timing.json' with { type: 'json' };
import crimeRecorded from './data/crime-recorded.json' with { type: 'json' };
import decisionOutcome from './data/decision-outcome.json' with { type: 'json' };
import decisionReason from './data/decision-reason.json' with { type: 'json' };
import enquiryMeans from './data/enquiry-means.json' with { type: 'json' };
import evidenceShows from './data/evidence-shows.json' with { type: 'json' };
import exportDestination from './data/export-destination.json' with { type: 'json' };
import force from './data/force.json' with { type: 'json' };
import groundsToSuspect from './data/grounds-to-suspect.json' with { type: 'json' };
import handlingAction from './data/handling-action.json' with { type: 'json' };
import handlingCode from './data/handling-code.json' with { type: 'json' };
import handlingSanitisation from './data/handling-sanitisation.json' with { type: 'json' };
import holdReason from './data/hold-reason.json' with { type: 'json' };
import homeOfficeOutcome from './data/home-office-outcome.json' with { type: 'json' };
import identifierConfidence from './data/identifier-confidence.json' with { type: 'json' };
import identifierType from './data/identifier-type.json' with { type: 'json' };
import intelligenceAssessment from './data/intelligence-assessment.json' with { type: 'json' };
import interventionKind from './data/intervention-kind.json' with { type: 'json' };
import interventionMode from './data/intervention-mode.json' with { type: 'json' };
import interventionOutcome from './data/intervention-outcome.json' with { type: 'json' };
import interviewOffer from './data/interview-offer.json' with { type: 'json' };
import lawfulBasis from './data/lawful-basis.json' with { type: 'json' };
import legalGateway from './data/legal-gateway.json' with { type: 'json' };
import localAuthority from './data/local-authority.json' with { type: 'json' };
import marking from './data/marking.json' with { type: 'json' };
import narrativeOmission from './data/narrative-omission.json' with { type: 'json' };
import necessity from './data/necessity.json' with { type: 'json' };
import noticeAcknowledgement from './data/notice-acknowledgement.json' with { type: 'json' };
import noticeService from './data/notice-service.json' with { type: 'json' };
import noticeText from './data/notice-text.json' with { type: 'json' };
import nracAnswer from './data/nrac-answer.json' with { type: 'json' };
import nracQuestion from './data/nrac-question.json' with { type: 'json' };
import objectiveResult from './data/objective-result.json' with { type: 'json' };
import offenceStatus from './data/offence-status.json' with { type: 'json' };
import offenceWithoutSection from './data/offence-without-section.json' with { type: 'json' };
import onlinePlatform from './data/online-platform.json' with { type: 'json' };
import openSourceAuthority from './data/open-source-authority.json' with { type: 'json' };
import orderEnd from './data/order-end.json' with { type: 'json' };
import orderKind from './data/order-kind.json' with { type: 'json' };
import organisationBecame from './data/organisation-became.json' with { type: 'json' };
import organisationIdentifier from './data/organisation-identifier.json' with { type: 'json' };
import organisationJoinReason from './data/organisation-join-reason.json' with { type: 'json' };
import organisationKind from './data/organisation-kind.json' with { type: 'json' };
import outsideArea from './data/outside-area.json' with { type: 'json' };
import participationAnswer from './data/participation-answer.json' with { type: 'json' };
import participationBy from './data/participation-by.json' with { type: 'json' };
import personRole from './data/person-role.json' with { type: 'json' };
import planEnd from './data/plan-end.json' with { type: 'json' };
import processingCondition from './data/processing-condition.json' with { type: 'json' };
import promiseKind from './data/promise-kind.json' with { type: 'json' };
import promiseTo from './data/promise-to.json' with { type: 'json' };
import purpose from './data/purpose.json' with { type: 'json' };
import purposeRegime from './data/purpose-regime.json' with { type: 'json' };
import readBack from './data/read-back.json' with { type: 'json' };
import reason from './data/reason.json' with { type: 'json' };
import referralQuestion from './data/referral-question.json' with { type: 'json' };
import referralRoute from './data/referral-route.json' with { type: 'json' };
import referralStatus from './data/referral-status.json' with { type: 'json' };
import referrerType from './data/referrer-type.json' with { type: 'json' };
import relationship from './data/relationship.json' with { type: 'json' };
import reopeningReason from './data/reopening-reason.json' with { type: 'json' };
import requestAnswer from './data/request-answer.json' with { type: 'json' };
import requestKind from './data/request-kind.json' with { type: 'json' };
import retentionGroup from './data/retention-group.json' with { type: 'json' };
import retentionOutcome from './data/retention-outcome.json' with { type: 'json' };
import riskNow from './data/risk-now.json' with { type: 'json' };
import safeguardingTold from './data/safeguarding-told.json' with { type: 'json' };
import sourceEvaluation from './data/source-evaluation.json' with { type: 'json' };
import statementType from './data/statement-type.json' with { type: 'json' };
import subjectCategory from './data/subject-category.json' with { type: 'json' };
import suitabilityAnswer from './data/suitability-answer.json' with { type: 'json' };
import suitabilityQuestion from './data/suitability-question.json' with { type: 'json' };
import tellingRestriction from './data/telling-restriction.json' with { type: 'json' };
import toldWhom from './data/told-whom.json' with { type: 'json' };
import wayOut from './data/way-out.json' with { type: 'json' };
import { gatherLists } from './gather-lists.js';

const SHIPPED: readonly unknown[] = [
  activityTier,
  adviceTopic,
  assessmentConfidence,
  attachmentKind,
  attachmentMove,
  attachmentWithdrawal,
  attendance,
  closureReason,
  comparisonAnswer,
  decisionOutcome,
  decisionReason,
  enquiryMeans,
  exportDestination,
  wayOut,
  force,
  handlingAction,
  handlingCode,
  handlingSanitisation,
  holdReason,
  homeOfficeOutcome,
  identifierConfidence,
  identifierType,
  intelligenceAssessment,
  interventionKind,
  interventionMode,
  interventionOutcome,
  lawfulBasis,
  localAuthority,
  marking,
  narrativeOmission,
  necessity,
  objectiveResult,
  nracAnswer,
  nracQuestion,
  onlinePlatform,
  openSourceAuthority,
  outsideArea,
  planEnd,
  organisationBecame,
  organisationIdentifier,
  organisationJoinReason,
  organisationKind,
  participationAnswer,
  participationBy,
  personRole,
  processingCondition,
  promiseKind,
  promiseTo,
  purpose,
  purposeRegime,
  reason,
  referralQuestion,
  referralRoute,
  referralStatus,
  referrerType,
  relationship,
  reopeningReason,
  requestAnswer,
  requestKind,
  retentionGroup,
  retentionOutcome,
  riskNow,
  safeguardingTold,
  sourceEvaluation,
  statementType,
  subjectCategory,
  suitabilityAnswer,
  suitabilityQuestion,
  tellingRestriction,
  toldWhom,
  admissionMade,
  admissionSaidBy,
  admissionSetting,
  cmaSection,
  offenceStatus,
  offenceWithoutSection,
  ageAtBehaviour,
  crimeRecorded,
  groundsToSuspect,
  noticeAcknowledgement,
  noticeService,
  noticeText,
  readBack,
  admission,
  adviceAnswer,
  agency,
  checkPoint,
  checkResult,
  conditionAim,
  conditionTiming,
  evidenceShows,
  interviewOffer,
  legalGateway,
  orderEnd,
  orderKind,
];

/**
 * Gathers code lists by id. A later list of the same id replaces an earlier one, so a force's list goes last.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when something given is not a code list
 */
export function gatherCodeLists(...added: readonly (readonly unknown[])[]): CodeLists {
  return gatherLists([...SHIPPED, ...added.flat()]);
}
