/** Fictional, valid records of every kind, with whatever a test wants to say of them laid over. */
import * as v from 'valibot';
import { RECORD_SCHEMAS, type RecordKind, type RecordOf } from '../record/kind.js';
import type { SourceRef } from '../record/provenance.js';
import { StoredSnapshot } from '../record/stored-snapshot.js';
import { RecordId } from '../shared/primitives.js';
import type { Change, FieldChanges } from '../store/revision.js';

let idCount = 0;

/** A new id that no other call in this file gives. */
export function buildId(): RecordId {
  idCount += 1;
  return v.parse(RecordId, `b0000000-0000-4000-8000-${idCount.toString(16).padStart(12, '0')}`);
}

/** What every record that leaves or enters carries. */
const GATES = {
  marking: 'OFFICIAL-SENSITIVE',
  purpose: 'prevention',
  lawfulBasis: 'part3-task',
  necessity: 'assess-referral',
} as const;

type Fields = Readonly<Record<string, unknown>>;

/** The fields of each kind but its id. */
const FICTION: Readonly<Record<RecordKind, () => Fields>> = {
  subject: () => ({
    name: 'Rowan Vael',
    aliases: [],
    bornOn: '2010-03-14',
    addresses: [{ lines: '7 Sample Row\nTestford', postcode: 'ZZ99 3WZ', notedOn: '2026-11-24' }],
    schools: [{ name: 'Testford Academy', notedOn: '2026-11-24' }],
    phones: ['07700 900123'],
    emails: ['rowan.vael@example.org'],
    categories: [{ category: 'at-risk', from: '2026-11-24' }],
  }),
  relatedPerson: () => ({
    subjectId: buildId(),
    name: 'Marisol Vael',
    relationship: 'Mother',
    relationshipKind: 'parent-carer',
    phones: ['01632 960001'],
    emails: [],
  }),
  referral: () => ({
    subjectId: buildId(),
    reference: 'NCCU-TEST-0001',
    otherReferences: [],
    receivedOn: '2026-11-20',
    status: 'received',
    suspectedOffences: ['Unauthorised access to computer material'],
    lawMentioned: ['Computer Misuse Act 1990, s.1'],
    incidentDates: ['2026-11-02'],
    narrative: 'The school reports that its booking page was taken down after a lesson.',
    narrativeStatement: 'reported',
    ...GATES,
  }),
  referrer: () => ({
    kind: 'school',
    name: 'Ottilie Brandt',
    organisation: 'Testford Academy',
    role: 'Designated safeguarding lead',
    phone: '020 7946 0123',
    email: 'o.brandt@example.org',
  }),
  onlineIdentifier: () => ({
    subjectId: buildId(),
    platform: 'discord',
    asSeen: 'RowanV_Test',
    firstSeenOn: '2026-11-24',
  }),
  sourceCapture: () => ({
    way: 'page',
    system: 'Practice record system',
    url: 'https://records.example.org/referral/1',
    title: 'Referral',
    hostClass: 'force',
    capturedAt: '2026-11-24T09:30:00.000Z',
    masked: [],
    unread: [],
    ...GATES,
  }),
  intervention: () => ({
    subjectId: buildId(),
    kind: 'one-to-one',
    heldOn: '2026-11-24',
    mode: 'in-person',
    minutes: 45,
    outcome: 'engaged',
    note: 'Talked about what the law says and where skills are wanted.',
  }),
  decision: () => ({
    subjectId: buildId(),
    outcome: 'accept',
    decidedOn: '2026-11-24',
    reason: 'Within the criteria; a first contact is proportionate.',
  }),
  intelligenceNote: () => ({
    text: 'A stresser site is talked about in the school’s gaming club.',
    statement: 'reported',
    grade: { sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode: 'P' },
    ...GATES,
  }),
  retention: () => ({
    subjectId: buildId(),
    group: 'group-3',
    decidedOn: '2026-11-24',
    reason: 'Suspected of an offence under section 1.',
  }),
  retentionReview: () => ({
    subjectId: buildId(),
    reviewedOn: '2026-11-24',
    answers: [{ question: 'serious-harm', answer: 'no', rationale: 'Nothing on record says so.' }],
    outcome: 'retain',
    rationale: 'The case is open.',
  }),
  colleagueRequest: () => ({
    subjectId: buildId(),
    kind: 'handover',
    from: buildId(),
    fromName: 'DC Imre Sandoval',
    to: buildId(),
    toName: 'DS Ines Marlow',
    askedOn: '2026-11-24',
  }),
  correctionNotice: () => ({
    subjectId: buildId(),
    about: buildId(),
    recipient: 'Ottilie Brandt, Testford Academy',
    disclosedOn: '2026-11-20',
    madeOn: '2026-11-24',
    words: 'The date of birth that you received was wrong.',
  }),
  hold: () => ({
    subjectId: buildId(),
    reason: 'complaint',
    from: '2026-11-24',
    reviewDueOn: '2027-05-24',
  }),
  safeguardingConcern: () => ({
    what: 'Said that an older player asks for pictures.',
    riskNow: 'concern',
    told: ['designated-lead'],
    parentTold: 'not-known',
  }),
  comparison: () => ({
    subjectId: buildId(),
    otherId: buildId(),
    answer: 'not-same',
    comparedOn: '2026-11-24',
  }),
  writeBack: () => ({
    subjectId: buildId(),
    ofKind: 'intervention',
    of: buildId(),
    way: 'fill',
    system: 'Practice records',
    url: 'https://rms.example.org/records/1',
    givenAt: '2026-11-24T10:00:00.000Z',
    labels: ['Date of contact'],
  }),
  enquiry: () => ({
    riskNow: 'concern',
    receivedOn: '2026-11-20',
    route: 'school',
    means: 'email',
    asked: 'A pupil in Year 9 has bought time on a stresser. Would you take this on?',
  }),
  identification: () => ({
    subjectId: buildId(),
    identifiedOn: '2026-11-24',
    source: 'Named as a friend in messages seen in another case.',
    necessityWhy: 'An early word may keep them out of it.',
    ...GATES,
  }),
  promise: () => ({
    subjectId: buildId(),
    kind: 'feedback',
    to: 'referrer',
    madeOn: '2026-11-24',
    dueOn: '2026-12-08',
  }),
  refusal: () => ({
    referralId: buildId(),
    refusedOn: '2026-11-24',
    reasonCodes: ['not-cyber-dependent'],
    handling: 'keep',
    keepUntil: '2027-11-24',
  }),
  assessment: () => ({
    subjectId: buildId(),
    instrument: 'cyber-prevent-judgement',
    instrumentVersion: '1.0.0',
    instrumentTitle: 'Cyber Prevent structured judgement',
    instrumentStatus: 'professional-judgement',
    assessedOn: '2026-11-24',
    answers: [{ item: 'unauthorised-access', answer: 'present' }],
    levels: [
      { id: 'medium', label: 'Medium' },
      { id: 'high', label: 'High' },
    ],
    noLevel: 'too-few-answers',
  }),
  rating: () => ({
    subjectId: buildId(),
    round: buildId(),
    instrument: 'cyber-prevent-judgement',
    instrumentVersion: '1.0.0',
    ratedBy: buildId(),
    commitment: 'c0'.repeat(32),
    committedAt: '2026-11-24T10:00:00.000Z',
  }),
  sealedRating: () => ({
    subjectId: buildId(),
    ratingId: buildId(),
    salt: 'a5'.repeat(32),
    answers: [{ item: 'unauthorised-access', answer: 'present' }],
  }),
  advice: () => ({
    givenOn: '2026-11-24',
    askedBy: 'Ottilie Brandt, safeguarding lead',
    organisation: 'Testford Academy',
    topic: 'law',
    asked: 'A pupil has bought time on a stresser. Is that against the law?',
    advice: 'It is. Keep what was seen, and send an enquiry without a name.',
    resources: ['Leaflet for schools'],
  }),
  incident: () => ({
    happenedOn: '2026-11-20',
    place: 'Testford Academy',
    what: 'The booking page was down for the whole of the morning.',
    source: 'The network manager',
    statement: 'reported',
  }),
  ceaseAndDesist: () => ({
    subjectId: buildId(),
    grounds: 'none',
    notice: 'Cease and desist notice, Computer Misuse Act',
    noticeVersion: '3',
    servedOn: '2026-11-24',
    how: 'in-person',
    place: 'At home',
    servedBy: 'PC 4127 Imogen Starling',
    adultPresent: 'Marisol Vael, his mother',
    sections: ['1', '3A'],
    acknowledged: 'signed',
  }),
  noticeBreach: () => ({
    subjectId: buildId(),
    noticeId: buildId(),
    notedOn: '2026-11-24',
    what: 'His name stands under a new offer on the same forum.',
    source: 'Seen by the officer on an open page',
    statement: 'fact',
  }),
  stopCard: () => ({
    subjectId: buildId(),
    saidAt: '2026-11-24T09:00:00.000Z',
    where: 'visit',
    words: 'I did the school one, it was only a test.',
    readBack: 'agreed',
  }),
  plan: () => ({
    subjectId: buildId(),
    madeOn: '2026-11-24',
    ownPlan: 'I want to do the competition, and not lose the computer.',
    reviewDueOn: '2027-02-24',
  }),
  objective: () => ({
    subjectId: buildId(),
    planId: buildId(),
    need: 'Nobody shows interest in what he can do.',
    objective: 'Takes part in a legal competition',
    intervention: 'diversion-learning',
    ownedBy: 'Rowan Vael, with Ottilie Brandt',
    targetOn: '2027-01-29',
    measure: 'A result on the board, shown to his teacher.',
  }),
  planReview: () => ({
    subjectId: buildId(),
    planId: buildId(),
    heldOn: '2026-11-24',
    came: ['Rowan Vael', 'Marisol Vael'],
    subjectSaid: 'The competition was good. The forum is boring now.',
    view: 'On the way.',
  }),
  session: () => ({
    subjectId: buildId(),
    kind: 'mentoring',
    arrangedFor: '2026-12-01',
    place: 'Testford Academy',
  }),
  participation: () => ({
    subjectId: buildId(),
    answer: 'agreed',
    saidBy: 'parent-carer',
    saidByName: 'Marisol Vael',
    means: 'telephone',
    saidOn: '2026-11-24',
  }),
  processingBasis: () => ({
    subjectId: buildId(),
    purpose: 'prevention',
    lawfulBasis: 'part3-task',
    necessity: 'plan-contact',
    from: '2026-11-24',
  }),
  telling: () => ({
    subjectId: buildId(),
    whom: 'parent-carer',
    name: 'Marisol Vael',
    wasTold: 'told',
    what: 'That the team was asked to look, and that taking part is voluntary.',
    on: '2026-11-24',
    means: 'telephone',
    by: 'DC Rowan Thackeray',
  }),
  contactPlan: () => ({
    subjectId: buildId(),
    preferredName: 'Ro',
    bestTimes: 'After school, not on Wednesdays.',
    reviewedOn: '2026-11-24',
  }),
  contactCheck: () => ({ subjectId: buildId(), from: '2026-11-24', acknowledged: [] }),
};

/**
 * A valid record of the kind.
 *
 * @param overrides - fields to say otherwise; an explicit `undefined` takes an optional field away
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

/** Plain values: dates and ids need not be branded, since the builder checks them. */
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
export const buildParticipation = builder('participation');
export const buildProcessingBasis = builder('processingBasis');
export const buildTelling = builder('telling');
export const buildContactPlan = builder('contactPlan');
export const buildContactCheck = builder('contactCheck');

/** The change that keeps a new record. */
export function newRecord<K extends RecordKind>(kind: K, record: RecordOf<K>): Change<K> {
  return { kind, record: record.id, parents: [], set: record as unknown as FieldChanges<K> };
}

/** A copy of a page as a capture names it; nothing stands under the name. @param letter - the same one gives the same */
export function buildSnapshot(letter = 'A'): StoredSnapshot {
  return v.parse(StoredSnapshot, {
    blob: letter.repeat(43),
    salt: '0'.repeat(32),
    digest: '0'.repeat(64),
    redacted: true,
  });
}

/** Where a field came from, as a capture would say. */
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
