/**
 * Tools for plugin authors and embedders: conformance suites, builders of fictional records, pages. Needs Node and
 * Vitest.
 */
export { type AdapterTestOptions, testAdapter, testAdapterFile } from './adapter.js';
export { withAnswers } from './answers.js';
export { endCase, reviewToDispose } from './case-ending.js';
export { type ExporterTestOptions, testExporter } from './exporter.js';
export {
  buildAdvice,
  buildAgencyContact,
  buildAssessment,
  buildAttachment,
  buildCeaseAndDesist,
  buildComparison,
  buildCondition,
  buildConditionEvidence,
  buildContactCheck,
  buildContactPlan,
  buildDecision,
  buildEnquiry,
  buildHold,
  buildId,
  buildIdentification,
  buildIncident,
  buildIntelligenceNote,
  buildIntervention,
  buildMonitoring,
  buildNoticeBreach,
  buildObjective,
  buildOnlineIdentifier,
  buildOrder,
  buildOrganisation,
  buildOrganisationLink,
  buildPanel,
  buildParticipation,
  buildPlan,
  buildPlanReview,
  buildProcessingBasis,
  buildPromise,
  buildRecord,
  buildReferral,
  buildReferrer,
  buildRefusal,
  buildRelatedPerson,
  buildSafeguardingConcern,
  buildSession,
  buildSharingPermission,
  buildSnapshot,
  buildSource,
  buildSourceCapture,
  buildStopCard,
  buildSubject,
  buildTelling,
  buildWriteBack,
  newRecord,
} from './fiction/builder.js';
export { buildJpeg, buildOffice, buildPdf, buildPng, PLACE_IN_PICTURE } from './fiction/file.js';
export { HOSTILE_TEXTS } from './fiction/hostile-text.js';
export { FILL_TEST_RECORDS, type FillTestOptions, testFill } from './fill.js';
export { type FixturePage, fixturePages } from './fixture-page.js';
export { startsFormula } from './formula.js';
export { growth } from './growth.js';
export { type TestHost, type TestSigner, testHost, testSigner } from './host.js';
export {
  type ImporterTestOptions,
  type ImportSample,
  importContext,
  testImporter,
} from './importer.js';
export { inForeignFrame, METAMORPHS, type Metamorph } from './metamorph.js';
export { testAdapterMetamorphs, testMetamorphs } from './metamorph-suite.js';
export { buildReading, type ReadingCell } from './reading.js';
export { type BlobStoreUnderTest, testBlobStore } from './store/blob-store.js';
export { type StoreUnderTest, testStore } from './store/store.js';
