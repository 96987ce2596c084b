/**
 * The kinds of record by name, in the order in which lists show them, with the words for one record of the kind and for
 * several. The schema of each kind is kept separately, since it is larger.
 */
const LABELS = {
  subject: { one: 'Subject', many: 'Subjects' },
  relatedPerson: { one: 'Related person', many: 'Related people' },
  referral: { one: 'Referral', many: 'Referrals' },
  offence: { one: 'Suspected offence', many: 'Suspected offences' },
  referrer: { one: 'Referrer', many: 'Referrers' },
  organisation: { one: 'Organisation', many: 'Organisations' },
  organisationLink: { one: 'Joined organisation', many: 'Joined organisations' },
  onlineIdentifier: { one: 'Identifier', many: 'Identifiers' },
  sourceCapture: { one: 'Capture', many: 'Captures' },
  intervention: { one: 'Intervention', many: 'Interventions' },
  decision: { one: 'Decision', many: 'Decisions' },
  intelligenceNote: { one: 'Intelligence note', many: 'Intelligence notes' },
  hold: { one: 'Hold', many: 'Holds' },
  safeguardingConcern: { one: 'Safeguarding concern', many: 'Safeguarding concerns' },
  comparison: { one: 'Comparison', many: 'Comparisons' },
  writeBack: { one: 'Given to another system', many: 'Given to other systems' },
  enquiry: { one: 'Enquiry', many: 'Enquiries' },
  identification: { one: 'Officer identification', many: 'Officer identifications' },
  promise: { one: 'Promise', many: 'Promises' },
  refusal: { one: 'Refusal', many: 'Refusals' },
  assessment: { one: 'Assessment', many: 'Assessments' },
  rating: { one: 'Blind rating', many: 'Blind ratings' },
  sealedRating: { one: 'Sealed rating', many: 'Sealed ratings' },
  advice: { one: 'Advice', many: 'Advice given' },
  incident: { one: 'Incident', many: 'Incidents' },
  plan: { one: 'Plan', many: 'Plans' },
  objective: { one: 'Objective', many: 'Objectives' },
  planReview: { one: 'Review of a plan', many: 'Reviews of plans' },
  session: { one: 'Session', many: 'Sessions' },
  ceaseAndDesist: { one: 'Cease and desist notice', many: 'Cease and desist notices' },
  noticeBreach: { one: 'Breach of a notice', many: 'Breaches of notices' },
  stopCard: { one: 'Stop card', many: 'Stop cards' },
  retention: { one: 'Retention group', many: 'Retention groups' },
  retentionReview: { one: 'Retention review', many: 'Retention reviews' },
  colleagueRequest: { one: 'Request to a colleague', many: 'Requests to colleagues' },
  correctionNotice: { one: 'Correction notice', many: 'Correction notices' },
  contactCheck: { one: 'Contact check', many: 'Contact checks' },
  contactPlan: { one: 'Contact plan', many: 'Contact plans' },
  participation: { one: 'Answer about taking part', many: 'Answers about taking part' },
  processingBasis: { one: 'Lawful basis', many: 'Lawful bases' },
  telling: { one: 'Note of who was told', many: 'Notes of who was told' },
  order: { one: 'Caution or order', many: 'Cautions and orders' },
  condition: { one: 'Condition', many: 'Conditions' },
  conditionEvidence: { one: 'Evidence of a condition', many: 'Evidence of conditions' },
  agencyContact: { one: 'Contact with an agency', many: 'Contacts with agencies' },
  monitoring: { one: 'Tier of monitoring', many: 'Tiers of monitoring' },
  offendingCheck: { one: 'Check for offending', many: 'Checks for offending' },
  panel: { one: 'Panel', many: 'Panels' },
  sharingPermission: { one: 'Permission', many: 'Permissions' },
  attachment: { one: 'Attached file', many: 'Attached files' },
} satisfies Readonly<Record<string, { readonly one: string; readonly many: string }>>;

export type RecordKind = keyof typeof LABELS;

/** Name of one record of the kind, for a heading or a sentence. */
export const RECORD_LABELS: Readonly<Record<RecordKind, { one: string; many: string }>> = LABELS;

export const RECORD_KINDS = Object.keys(LABELS) as readonly RecordKind[];

/** True if the text is the name of a kind of record. */
export function isRecordKind(kind: string): kind is RecordKind {
  return Object.hasOwn(LABELS, kind);
}
