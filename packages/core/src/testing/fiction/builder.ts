/** Fictional, valid records of every kind, with a test's own values laid over them. */
import * as v from 'valibot';
import { RECORD_SCHEMAS, type RecordKind, type RecordOf } from '../../record/kind.js';
import type { SourceRef } from '../../record/provenance.js';
import { StoredSnapshot } from '../../record/stored-snapshot.js';
import type { Change, FieldChanges } from '../../store/log/revision.js';
import { buildId } from './build-id.js';
import { FICTION } from './fiction.js';

export { buildId };

/**
 * A valid record of the kind.
 *
 * @param overrides - fields to replace; an explicit `undefined` removes an optional field
 * @throws {v.ValiError} when the record would not be valid: a test that wants that writes the object itself
 */
export function buildRecord<K extends RecordKind>(
  kind: K,
  overrides: Overrides<K> = {} as Overrides<K>,
): RecordOf<K> {
  const fields = Object.entries({ id: buildId(), ...FICTION[kind](), ...overrides });
  const record = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  return v.parse(RECORD_SCHEMAS[kind], record) as RecordOf<K>;
}

/** Plain values: dates and ids need no brand, since the builder checks them. */
type Loose<T> = T extends string
  ? string
  : T extends readonly (infer I)[]
    ? readonly Loose<I>[]
    : T extends object
      ? { readonly [F in keyof T]: Loose<T[F]> }
      : T;
export type Overrides<K extends RecordKind> = {
  readonly [F in keyof RecordOf<K>]?: Loose<RecordOf<K>[F]> | undefined;
};

const builder =
  <K extends RecordKind>(kind: K) =>
  (overrides: Overrides<K> = {} as Overrides<K>): RecordOf<K> =>
    buildRecord(kind, overrides);

export const buildSubject = builder('subject');
export const buildRelatedPerson = builder('relatedPerson');
export const buildReferral = builder('referral');
export const buildReferrer = builder('referrer');
export const buildOrganisation = builder('organisation');
export const buildOrganisationLink = builder('organisationLink');
export const buildOnlineIdentifier = builder('onlineIdentifier');
export const buildSourceCapture = builder('sourceCapture');
export const buildIntervention = builder('intervention');
export const buildDecision = builder('decision');
export const buildIntelligenceNote = builder('intelligenceNote');
export const buildHold = builder('hold');
export const buildSafeguardingConcern = builder('safeguardingConcern');
export const buildComparison = builder('comparison');
export const buildEnquiry = builder('enquiry');
export const buildIdentification = builder('identification');
export const buildPromise = builder('promise');
export const buildRefusal = builder('refusal');
export const buildWriteBack = builder('writeBack');
export const buildAssessment = builder('assessment');
export const buildAdvice = builder('advice');
export const buildIncident = builder('incident');
export const buildCeaseAndDesist = builder('ceaseAndDesist');
export const buildNoticeBreach = builder('noticeBreach');
export const buildStopCard = builder('stopCard');
export const buildPlan = builder('plan');
export const buildObjective = builder('objective');
export const buildPlanReview = builder('planReview');
export const buildSession = builder('session');
export const buildRetentionReview = builder('retentionReview');
export const buildColleagueRequest = builder('colleagueRequest');
export const buildCorrectionNotice = builder('correctionNotice');
export const buildSharingPermission = builder('sharingPermission');
export const buildAttachment = builder('attachment');
export const buildOffence = builder('offence');
export const buildParticipation = builder('participation');
export const buildProcessingBasis = builder('processingBasis');
export const buildTelling = builder('telling');
export const buildContactPlan = builder('contactPlan');
export const buildContactCheck = builder('contactCheck');
export const buildOrder = builder('order');
export const buildCondition = builder('condition');
export const buildConditionEvidence = builder('conditionEvidence');
export const buildAgencyContact = builder('agencyContact');
export const buildMonitoring = builder('monitoring');
export const buildPanel = builder('panel');

/** The change that saves a new record. */
export function newRecord<K extends RecordKind>(kind: K, record: RecordOf<K>): Change<K> {
  return { kind, record: record.id, parents: [], set: record as unknown as FieldChanges<K> };
}

/**
 * A page's copy as a capture names it; no blob is stored under the name. @param letter - equal letters give equal names
 */
export function buildSnapshot(letter = 'A'): StoredSnapshot {
  return v.parse(StoredSnapshot, {
    blob: letter.repeat(43),
    salt: '0'.repeat(32),
    digest: '0'.repeat(64),
    redacted: true,
  });
}

/** Source of a field, as a capture records it. */
export function buildSource(overrides: Partial<SourceRef> = {}): SourceRef {
  return {
    capture: buildId(),
    label: 'Full name',
    owner: ['Subject'],
    verbatim: 'VAEL, Rowan',
    frame: [],
    selector: '#name',
    visible: true,
    decision: 'take',
    ...overrides,
  };
}
