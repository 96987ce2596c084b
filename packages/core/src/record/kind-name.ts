/**
 * The kinds of record by name, in the order in which lists show them. The schema of each kind is kept separately, since
 * it is larger.
 */
export const RECORD_KINDS = [
  'subject',
  'relatedPerson',
  'referral',
  'referrer',
  'onlineIdentifier',
  'sourceCapture',
  'intervention',
  'decision',
  'intelligenceNote',
  'hold',
  'safeguardingConcern',
  'comparison',
  'writeBack',
  'enquiry',
  'identification',
  'promise',
  'refusal',
  'assessment',
  'rating',
  'sealedRating',
  'advice',
  'incident',
  'plan',
  'objective',
  'planReview',
  'session',
  'ceaseAndDesist',
  'noticeBreach',
  'stopCard',
  'retention',
  'retentionReview',
  'colleagueRequest',
  'correctionNotice',
  'contactCheck',
  'contactPlan',
  'participation',
  'processingBasis',
  'telling',
  'order',
  'condition',
  'conditionEvidence',
  'agencyContact',
  'monitoring',
  'offendingCheck',
  'panel',
] as const;

export type RecordKind = (typeof RECORD_KINDS)[number];

/** A set, because every record is checked at an opening and a list would be searched each time. */
const NAMES: ReadonlySet<string> = new Set(RECORD_KINDS);

/** True if the text is the name of a kind of record. */
export function isRecordKind(kind: string): kind is RecordKind {
  return NAMES.has(kind);
}
