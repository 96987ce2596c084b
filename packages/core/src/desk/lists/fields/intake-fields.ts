/** Columns of the lists of what comes in: referrals, identifications, refusals, enquiries and advice. */
import { ENQUIRY_STATES } from '../../../casework/intake/enquiry-state.js';
import type {
  AdviceRow,
  EnquiryRow,
  IdentifiedRow,
  ReferralRow,
  RefusalRow,
} from '../../../casework/intake/list-rows.js';
import { codeLabel, codesInForce } from '../../../codes/code-list.js';
import type { ListFields } from '../list-field.js';
import {
  codeField,
  dueField,
  handlingField,
  sorted,
  stateField,
  whenDue,
  workField,
} from './common-fields.js';
import type { ListKnown } from './list-known.js';
import { sectionField, standingField } from './offence-fields.js';
import { organisationField } from './organisation-fields.js';

export function referralFields(known: ListKnown) {
  const due = ({ id }: ReferralRow) => known.dueOf(id);
  return {
    name: sorted(({ name }: ReferralRow) => name),
    reference: sorted(({ references }: ReferralRow) => references[0]),
    received: sorted(({ receivedOn }: ReferralRow) => receivedOn),
    status: codeField('referral-status', ({ status }: ReferralRow) => status, known),
    next: workField(due),
    due: {
      ...dueField(due, known),
      // Danger to the person comes first, as the mark in their row says, whatever is due of the referral itself.
      value: (row: ReferralRow) => {
        const [first] = known.dueAbout(row.subjectId);
        const own = whenDue(due(row)[0]);
        return first?.isUrgent ? `0 ${whenDue(first)} ${own ?? '9'}` : own;
      },
    },
    route: codeField('referral-route', ({ route }: ReferralRow) => route, known),
    area: codeField('force', ({ forceArea }: ReferralRow) => forceArea, known),
    offence: sectionField<ReferralRow>(known),
    standing: standingField<ReferralRow>(known),
    organisation: organisationField<ReferralRow>(known),
    handling: handlingField<ReferralRow>(),
    authority: codeField(
      'local-authority',
      ({ localAuthority }: ReferralRow) => localAuthority,
      known,
    ),
  } satisfies ListFields<ReferralRow>;
}

export function identifiedFields(known: ListKnown) {
  const due = ({ id }: IdentifiedRow) => known.dueOf(id);
  return {
    name: sorted(({ name }: IdentifiedRow) => name),
    reference: sorted(({ reference }: IdentifiedRow) => reference),
    on: sorted(({ identifiedOn }: IdentifiedRow) => identifiedOn),
    next: workField(due),
    due: dueField(due, known),
  } satisfies ListFields<IdentifiedRow>;
}

/** `held`: the refused referral is still on record. */
export const REFUSAL_STATES = ['held', 'gone'] as const;

export function refusalFields(known: ListKnown) {
  const { lists, today } = known;
  return {
    on: sorted(({ refusedOn }: RefusalRow) => refusedOn),
    reasons: {
      value: ({ reasonCodes, refusedOn }) =>
        reasonCodes.map((code) => codeLabel(lists, 'decision-reason', code, refusedOn)).join('. '),
      filter: {
        codes: ({ reasonCodes }) => reasonCodes,
        offered: codesInForce(lists, 'decision-reason', today).map(({ code }) => code),
      },
    },
    route: codeField('referral-route', ({ route }: RefusalRow) => route, known),
    held: {
      value: ({ isHeld, keepUntil }) => (isHeld ? (keepUntil ?? '0') : undefined),
      filter: { codes: ({ isHeld }) => [isHeld ? 'held' : 'gone'], offered: REFUSAL_STATES },
    },
  } satisfies ListFields<RefusalRow>;
}

export function enquiryFields(known: ListKnown) {
  const due = ({ id }: EnquiryRow) => known.dueOf(id);
  return {
    received: sorted(({ receivedOn }: EnquiryRow) => receivedOn),
    reference: sorted(({ references }: EnquiryRow) => references[0]),
    state: stateField(ENQUIRY_STATES, ({ state }: EnquiryRow) => state),
    next: workField(due),
    due: dueField(due, known),
    route: codeField('referral-route', ({ route }: EnquiryRow) => route, known),
    risk: codeField('risk-now', ({ riskNow }: EnquiryRow) => riskNow, known),
    tier: codeField('activity-tier', ({ tier }: EnquiryRow) => tier, known),
    replied: sorted(({ repliedOn }: EnquiryRow) => repliedOn),
  } satisfies ListFields<EnquiryRow>;
}

export function adviceFields(known: ListKnown) {
  const due = ({ id }: AdviceRow) => known.dueOf(id);
  return {
    given: sorted(({ givenOn }: AdviceRow) => givenOn),
    topic: codeField('advice-topic', ({ topic }: AdviceRow) => topic, known),
    organisation: sorted(({ organisation }: AdviceRow) => organisation),
    'follow-up': sorted(({ followUpDueOn, followedUpOn }: AdviceRow) =>
      followedUpOn ? undefined : followUpDueOn,
    ),
    due: dueField(due, known),
  } satisfies ListFields<AdviceRow>;
}
