import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import type { DecidedOn } from '../../../app/route.js';
import { ofKind } from '../../act/use-gathered.js';
import { EnquiryFacts } from '../facts/enquiry-facts.js';
import { IdentificationFacts } from '../facts/identification-facts.js';
import { ReferralFacts } from '../facts/referral-facts.js';

export interface DecidedFactsProps {
  on: DecidedOn;
  record: RecordId;
  records: readonly StoredRecord[];
}

/** Subject matter of the decision, in brief. */
export function DecidedFacts({ on, record, records }: DecidedFactsProps) {
  if (on === 'enquiry') {
    const enquiry = ofKind(records, 'enquiry').find(({ id }) => id === record);
    return enquiry ? <EnquiryFacts enquiry={enquiry} records={records} /> : null;
  }
  if (on === 'identification') {
    const found = ofKind(records, 'identification').find(({ id }) => id === record);
    return found ? <IdentificationFacts identification={found} records={records} /> : null;
  }
  const referral = ofKind(records, 'referral').find(({ id }) => id === record);
  return referral ? <ReferralFacts referral={referral} records={records} /> : null;
}
